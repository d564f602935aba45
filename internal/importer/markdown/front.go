package markdown

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/yamlfile"
)

// maxFront is how far the end of the front matter is looked for, in bytes.
const maxFront = 64 << 10

// fence is the line that ends the front matter, by the one that begins it.
var fence = map[string]*regexp.Regexp{
	"---": regexp.MustCompile(`(?m)^(?:---|\.\.\.)[ \t]*\r?$`),
	"+++": regexp.MustCompile(`(?m)^\+\+\+[ \t]*\r?$`),
}

// frontMatter reads the settings at the head of a file into meta and returns
// where they end, 0 if there are none. A rule across the page with something
// else than settings below it is left to the parser.
func (r *reader) frontMatter() int {
	first, rest := cutLine(r.text)
	if strings.HasPrefix(first, "% ") {
		return r.titleBlock()
	}
	end := fence[strings.TrimRight(first, " \t\r\n")]
	if end == nil {
		return r.keys()
	}
	if len(first) == len(r.text) {
		return 0
	}
	at := end.FindStringIndex(rest[:min(len(rest), maxFront)])
	if at == nil {
		return 0
	}
	if first[0] == '+' {
		r.warn("the front matter is TOML, which is not read; title, language and dates can be set in document.yaml")
		return len(first) + at[1]
	}
	var settings map[string]any
	if err := yamlfile.Read(strings.NewReader(rest[:at[0]]), "front matter", &settings); err != nil || len(settings) == 0 {
		return 0
	}
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		r.setting(key, scalar(settings[key]))
	}
	return len(first) + at[1]
}

// titleBlock reads the lines that Pandoc begins a file with, each behind a percent sign,
// and returns where they end: the title, the authors and the date.
func (r *reader) titleBlock() int {
	at := 0
	keys := []string{"title", "author", "date"}
	for _, key := range keys {
		line, _ := cutLine(r.text[at:])
		words, ok := strings.CutPrefix(line, "%")
		if !ok {
			break
		}
		r.setting(key, strings.TrimSpace(words))
		at += len(line)
	}
	return at
}

// key is a line of MultiMarkdown's settings, which have no fence.
var key = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9 _-]{0,40}?)[ \t]*:[ \t]+(\S.*?)[ \t]*\r?\n?$`)

// keys reads settings without a fence, up to a blank line, and returns where they end;
// 0 if there are none. One of them must be the title: text may begin with "Note: ".
func (r *reader) keys() int {
	type setting struct{ key, text string }
	var found []setting
	at, titled := 0, false
	for rest := r.text[:min(len(r.text), maxFront)]; rest != ""; {
		var line string
		line, rest = cutLine(rest)
		m := key.FindStringSubmatch(line)
		switch {
		case strings.TrimSpace(line) == "":
			rest = ""
			continue
		case m != nil:
			found = append(found, setting{m[1], m[2]})
			titled = titled || strings.EqualFold(m[1], "title")
		case len(found) > 0 && strings.IndexByte(" \t", line[0]) >= 0:
			found[len(found)-1].text += " " + strings.TrimSpace(line)
		default:
			return 0
		}
		at += len(line)
	}
	if !titled || len(found) < 2 {
		return 0
	}
	for _, s := range found {
		r.setting(s.key, s.text)
	}
	return at
}

// setting takes one key of the front matter. Keys are those of Pandoc, Jekyll,
// Hugo and the like; any key may hold a date.
func (r *reader) setting(key, text string) {
	if text == "" {
		return
	}
	key = strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(key))
	switch key {
	case "title":
		r.meta.Title = document.OneLine(text)
	case "short title", "shorttitle":
		r.meta.ShortTitle = document.OneLine(text)
	case "lang", "language", "locale":
		r.meta.Language = strings.ReplaceAll(text, "_", "-")
	case "issuer", "publisher", "author":
		if r.meta.Issuer == "" || key == "issuer" {
			r.meta.Issuer = document.OneLine(text)
		}
	case "source", "url":
		r.meta.Source = text
	default:
		if day := block.Day(text); day != "" {
			r.meta.Dates = append(r.meta.Dates, document.Date{Name: key, Day: day})
		}
	}
}

// scalar returns the text of a value; of a list, its first; of a map, nothing.
func scalar(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case time.Time:
		return v.Format(time.DateOnly)
	case []any:
		if len(v) > 0 {
			return scalar(v[0])
		}
	case int, float64:
		return fmt.Sprint(v)
	}
	return ""
}
