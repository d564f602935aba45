package draft

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/annotation"
	"pincite/internal/model"
	"pincite/internal/text"
)

// A draftReply is what the model says of a unit. A model that leaves out a list has
// nothing to say there.
type draftReply struct {
	Headings  []string `json:"headings,omitempty"`
	Questions []string `json:"questions,omitempty"`
	Sentences []struct {
		N         json.Number `json:"n"` // which some models put in quotes
		Gloss     string      `json:"gloss"`
		Same      []string    `json:"same"`
		Related   []string    `json:"related"`
		Questions []string    `json:"questions"`
	} `json:"sentences"`
	Named      []string `json:"named,omitempty"`
	Unanswered []string `json:"unanswered,omitempty"`
}

// A checkReply tells which sentence answers which question.
type checkReply struct {
	Answers []struct {
		Q json.Number `json:"q"`
		N json.Number `json:"n"`
	} `json:"answers"`
}

// index returns the index that a number from 1 to n stands for.
func index(n json.Number, count int) (int, bool) {
	i, err := n.Int64()
	return int(i) - 1, err == nil && i >= 1 && i <= int64(count)
}

// Longest entries, in characters.
const (
	maxQuestion = 200
	maxGloss    = 400
	maxWord     = 60
)

// Why entries of a reply are not kept, for the report.
const (
	noSentence = "for a sentence that is not there"
	tooLong    = "too long"
	ownWords   = "the document's own words"
	twice      = "there already"
	tooMany    = "more than asked for"
	noWord     = "without a word"
	notNamed   = "a name that the section does not have"
	answered   = "a question that the document does answer"
)

// A vetting holds a reply against the unit that it is about.
type vetting struct {
	unit    unit
	own     string          // the unit's words, folded
	lines   map[string]bool // those of each of its lines
	seen    map[string]bool
	dropped map[string]int
}

// vet returns what may be kept of a reply; existing are the entries of the section
// that are there already.
func vet(r draftReply, u unit, id, language string, existing []annotation.Entry, dropped map[string]int) (annotation.Section, error) {
	if err := r.inLanguage(language); err != nil {
		return annotation.Section{}, err
	}
	v := &vetting{unit: u, own: annotation.Folded(strings.Join(u.shown(), " ")), lines: map[string]bool{}, seen: map[string]bool{}, dropped: dropped}
	for _, l := range u.lines {
		v.lines[annotation.Folded(l.shown)] = true
	}
	for _, e := range existing {
		v.seen[seenKey(e.Kind, e.Sentence, e.Text)] = true
	}
	s := annotation.Section{
		ID:        id,
		Headings:  v.list("headings", "", r.Headings, maxWord, limits.Headings),
		Questions: v.list("questions", "", r.Questions, maxQuestion, limits.SectionQuestions),
		Sentences: v.sentences(r),
		Named:     v.named(r.Named),
	}
	s.Unanswered = v.list("unanswered", "", r.Unanswered, maxQuestion, limits.Unanswered)
	return s, nil
}

func (v *vetting) sentences(r draftReply) []annotation.Sentence {
	var out []annotation.Sentence
	done := map[int]bool{}
	for _, said := range r.Sentences {
		i, ok := index(said.N, len(v.unit.lines))
		if !ok || done[i] {
			v.dropped[noSentence]++
			continue
		}
		done[i] = true
		at := v.unit.lines[i].text
		n := annotation.Sentence{
			Text:      at,
			Same:      v.list("same", at, said.Same, maxWord, limits.Same),
			Terms:     v.list("terms", at, said.Related, maxWord, limits.Related),
			Questions: v.list("questions", at, said.Questions, maxQuestion, limits.Questions),
		}
		if gloss := v.list("gloss", at, []string{said.Gloss}, maxGloss, 1); len(gloss) == 1 {
			n.Gloss = gloss[0]
		}
		out = append(out, n)
	}
	return out
}

// named keeps names that stand in the text.
func (v *vetting) named(names []string) []string {
	var there []string
	for _, n := range names {
		if within(v.own, annotation.Folded(n)) {
			there = append(there, n)
		} else {
			v.dropped[notNamed]++
		}
	}
	return v.list("named", "", there, maxWord, limits.Named)
}

// list keeps the entries of one list that are worth it.
func (v *vetting) list(kind, at string, texts []string, longest, most int) []string {
	var out []string
	for _, t := range texts {
		t = oneLine(t)
		switch reason := v.reason(kind, at, t, longest); {
		case t == "": // a model's way to say nothing
		case reason != "":
			v.dropped[reason]++
		case len(out) == most:
			v.dropped[tooMany]++
		default:
			v.seen[seenKey(kind, at, t)] = true
			out = append(out, t)
		}
	}
	return out
}

// reason tells why an entry is not kept; "" if it is.
func (v *vetting) reason(kind, at, t string, longest int) string {
	f := annotation.Folded(t)
	switch {
	case f == "":
		return noWord
	case utf8.RuneCountInString(t) > longest:
		return tooLong
	case v.seen[seenKey(kind, at, t)]:
		return twice
	case kind == "same" || kind == "terms":
		if within(annotation.Folded(at), f) {
			return ownWords
		}
	case kind != "named" && kind != "headings":
		if v.lines[f] {
			return ownWords
		}
	}
	return ""
}

// seenKey is the same for entries that must not both be there: a question may be
// asked once of a section, a word once of a sentence.
func seenKey(kind, at, t string) string {
	switch kind {
	case "questions", "unanswered":
		kind, at = "questions", ""
	case "same", "terms":
		kind = "words"
	case "gloss":
		t = "" // one of each sentence
	}
	return kind + "\x00" + at + "\x00" + annotation.Folded(t)
}

// oneLine returns a model's text on one line, without control characters.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// within reports whether the folded words stand in a folded text in that order.
func within(s, words string) bool {
	if strings.ContainsFunc(words, text.IsHan) { // no spaces between words
		return strings.Contains(s, words)
	}
	return words != "" && strings.Contains(" "+s+" ", " "+words+" ")
}

// inLanguage refuses a reply in another language than was asked for, as far as that
// can be told.
func (r draftReply) inLanguage(language string) error {
	want := text.Base(language)
	if text.Language(sample[want]) != want {
		return nil // not one that is told apart
	}
	words := strings.Join(r.Questions, "\n")
	for _, s := range r.Sentences {
		words += "\n" + s.Gloss + "\n" + strings.Join(s.Questions, "\n")
	}
	if got := text.Language(words); got != want && got != "und" {
		return fmt.Errorf("%w: it is in the language %q, not %q", model.ErrReply, got, want)
	}
	return nil
}

// sample is a sentence in each language that text.Language tells apart.
var sample = map[string]string{"en": "this is the text", "zh": "这是文本", "ru": "это текст", "es": "este es el texto"}
