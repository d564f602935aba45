package telegram

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// Limits of the platform for a message.
const (
	maxTextUnits = 4096
	maxTextBytes = 32 << 10 // with markup
	maxEntities  = 100
)

// parsed is a message as the platform reads it.
type parsed struct {
	plain    string
	entities int
}

var (
	htmlTag  = regexp.MustCompile(`^<(/?)([a-z-]+)((?:\s+[a-z]+(?:="[^"<>]*")?)*)\s*>`)
	htmlName = map[string]bool{"b": true, "strong": true, "i": true, "em": true, "u": true, "ins": true, "s": true,
		"strike": true, "del": true, "code": true, "pre": true, "a": true, "blockquote": true, "tg-spoiler": true}
	knownEntity = regexp.MustCompile(`^&(lt|gt|amp|quot|#[0-9]+|#x[0-9a-fA-F]+);`)
)

// parseHTML reads markup by the platform's rules: a known tag, properly nested
// and closed; < and & only as entities, of which it knows four and numbers.
// Quotes do not nest, and only links and quotes have attributes.
func parseHTML(s string) (parsed, error) {
	var p parsed
	var plain strings.Builder
	var stack []string
	for i := 0; i < len(s); {
		switch s[i] {
		case '<':
			m := htmlTag.FindStringSubmatch(s[i:])
			if m == nil || !htmlName[m[2]] {
				return p, fmt.Errorf("Unsupported start tag at byte offset %d", i)
			}
			var err error
			if stack, err = nest(stack, m[1] == "/", m[2], strings.TrimSpace(m[3])); err != nil {
				return p, fmt.Errorf("%w at byte offset %d", err, i)
			}
			if m[1] == "" {
				p.entities++
			}
			i += len(m[0])
		case '&':
			m := knownEntity.FindString(s[i:])
			if m == "" {
				return p, fmt.Errorf("an & that is no entity at byte offset %d", i)
			}
			plain.WriteString(html.UnescapeString(m))
			i += len(m)
		default:
			plain.WriteByte(s[i])
			i++
		}
	}
	if len(stack) > 0 {
		return p, fmt.Errorf("Can't find end tag corresponding to start tag %q", stack[len(stack)-1])
	}
	p.plain = plain.String()
	return p, nil
}

// nest opens or closes a tag.
func nest(stack []string, closing bool, name, attributes string) ([]string, error) {
	if closing {
		if len(stack) == 0 || stack[len(stack)-1] != name {
			return nil, fmt.Errorf("Unmatched end tag %q", name)
		}
		return stack[:len(stack)-1], nil
	}
	switch {
	case name == "blockquote" && strings.Contains(strings.Join(stack, " "), "blockquote"):
		return nil, fmt.Errorf("blockquote in a blockquote")
	case name == "a" && !strings.HasPrefix(attributes, `href="`):
		return nil, fmt.Errorf("a link to nowhere")
	case name == "blockquote" && attributes != "" && attributes != "expandable",
		name != "a" && name != "blockquote" && attributes != "":
		return nil, fmt.Errorf("attributes %q of tag %q", attributes, name)
	}
	return append(stack, name), nil
}

// checkText returns a message as read, or the platform's refusal.
func checkText(s, mode string) (parsed, string) {
	p := parsed{plain: s}
	if mode == "HTML" {
		var err error
		if p, err = parseHTML(s); err != nil {
			return p, "Bad Request: can't parse entities: " + err.Error()
		}
	}
	units := len(utf16.Encode([]rune(p.plain)))
	switch {
	case strings.TrimSpace(p.plain) == "":
		return p, "Bad Request: message text is empty"
	case units > maxTextUnits, len(s) > maxTextBytes:
		return p, "Bad Request: message is too long"
	case p.entities > maxEntities:
		return p, "Bad Request: too many entities" // the platform drops them in silence
	}
	return p, ""
}

func TestFakeParsesHTMLAsThePlatformDoes(t *testing.T) {
	for _, c := range []struct{ in, plain, wrong string }{
		{"<b>a", "", "Can't find end tag"},
		{"a</b>", "", "Unmatched end tag"},
		{"<b><i>a</b></i>", "", "Unmatched end tag"},
		{"<h1>a</h1>", "", "Unsupported start tag"},
		{"a < b", "", "Unsupported start tag"},
		{"a & b", "", "no entity"},
		{"&nbsp;", "", "no entity"},
		{"<blockquote>a<blockquote>b</blockquote></blockquote>", "", "blockquote in a blockquote"},
		{`<b class="x">a</b>`, "", "attributes"},
		{"<a>x</a>", "", "link to nowhere"},
		{"a &lt; b &amp;amp; &#39;c&#39;", "a < b &amp; 'c'", ""},
		{`<blockquote expandable>a <b>b</b></blockquote>`, "a b", ""},
		{`<a href="https://t.me/x?start=measure-7&amp;a=1">7</a>`, "7", ""},
	} {
		p, err := parseHTML(c.in)
		if c.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("%q: error %v, want one with %q", c.in, err, c.wrong)
			}
			continue
		}
		if err != nil || p.plain != c.plain {
			t.Errorf("%q: %q, %v; want %q", c.in, p.plain, err, c.plain)
		}
	}
}
