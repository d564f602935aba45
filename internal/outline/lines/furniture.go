package lines

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/outline/heading"
)

// furniture marks the lines that belong to the page and not to the document:
// navigation, page numbers, headers that return on every page, contents.
func (t *Text) furniture(skip []string) {
	headers := t.repeated()
	for i := range t.Lines {
		s := t.Line(i)
		t.Lines[i].Out = navigation(s) || pageNumber(s) || leader(s) || slices.Contains(skip, s) ||
			len(headers) > 0 && len(s) <= maxHeader && headers[shapeOfDigits(s)] >= 2
	}
	t.contents()
}

// maxHeader is the longest page header, in bytes.
const maxHeader = 100

// repeated counts, digits apart, the lines that stand next to a page break.
func (t *Text) repeated() map[string]int {
	seen := map[string]int{}
	for i := range t.Lines {
		edge := t.Lines[i].Page || i+1 < len(t.Lines) && t.Lines[i+1].Page ||
			pageNumber(t.Line(i)) || i > 0 && pageNumber(t.Line(i-1)) || i+1 < len(t.Lines) && pageNumber(t.Line(i+1))
		s := t.Line(i)
		if edge && len(s) <= maxHeader {
			if _, ok := heading.Read(s); !ok {
				seen[shapeOfDigits(s)]++
			}
		}
	}
	return seen
}

func shapeOfDigits(s string) string {
	return document.OneLine(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s))
}

// navWords are whole lines, lower case and without colon, that web pages put
// around a text.
var navWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq("previous page|next page|previous|next|previous article|next article|home|home page|print|"+
		"print this page|share|share this|back to top|top|keywords|tags|related articles|related links|read more|close|close window|"+
		"skip to content|skip to main content|menu|search|log in|login|sign in|"+
		"上一页|下一页|上一篇|下一篇|上一条|下一条|关键词|关键字|打印|打印本页|关闭|关闭窗口|返回顶部|返回首页|首页|分享|分享到|相关链接|相关新闻|"+
		"предыдущая страница|следующая страница|предыдущая|следующая|ключевые слова|печать|распечатать|поделиться|наверх|главная|закрыть|"+
		"página anterior|página siguiente|anterior|siguiente|palabras clave|imprimir|compartir|volver arriba|inicio|cerrar", "|") {
		m[w] = true
	}
	return m
}()

func navigation(s string) bool {
	if len(s) > 60 {
		return false
	}
	return navWords[strings.ToLower(strings.Trim(s, ":：|<>«»‹›←→↑[]【】 "))]
}

// pageWords introduce or end the number of a page.
var pageWords = []string{"page", "página", "pág", "страница", "стр"}

// pageNumber reports lines such as "12", "- 12 -", "Page 3 of 10", "第 3 页", and RFC
// footers that end in "[Page 3]".
func pageNumber(s string) bool {
	if len(s) > maxHeader {
		return false
	}
	if strings.HasSuffix(s, "]") {
		if i := strings.LastIndex(s, "[Page "); i >= 0 {
			return true
		}
	}
	low := strings.Trim(strings.ToLower(s), "-–—·.*| ")
	if low == "" || utf8.RuneCountInString(low) > 24 {
		return false
	}
	if in, ok := strings.CutPrefix(low, "第"); ok {
		if before, _, found := strings.Cut(in, "页"); found {
			return strings.Trim(before, "0123456789 ") == ""
		}
	}
	worded := false
	for _, w := range pageWords {
		if rest, ok := strings.CutPrefix(low, w); ok {
			low, worded = strings.Trim(rest, ". "), true
			break
		}
	}
	digits := strings.TrimLeft(low, "0123456789")
	if digits == low {
		return false
	}
	if worded {
		return strings.Trim(strings.NewReplacer("of", "", "de", "", "из", "", "/", "").Replace(digits), "0123456789 ") == ""
	}
	return digits == "" && len(low) <= 3 && !strings.HasSuffix(s, ".")
}

// leader reports a line of contents: words, dots, page number.
func leader(s string) bool {
	body := strings.TrimRight(s, "0123456789ivx ")
	if body == s || len(s) > 200 {
		return false
	}
	return strings.HasSuffix(body, "....") || strings.HasSuffix(body, ". . .") || strings.HasSuffix(body, "……")
}

var contentsWords = map[string]bool{"contents": true, "table of contents": true, "目录": true, "目次": true,
	"содержание": true, "оглавление": true, "índice": true, "contenido": true, "sumario": true}

// contents marks a table of contents without page numbers: under its heading,
// the lines that come back later in the text.
func (t *Text) contents() {
	for i := range t.Lines {
		s := strings.ToLower(strings.Trim(t.Line(i), "#*:： "))
		if !contentsWords[strings.Join(strings.Fields(s), "")] && !contentsWords[s] {
			continue
		}
		t.Lines[i].Out = true
		later := t.linesFrom(i + 1)
		for j := i + 1; j < len(t.Lines); j++ {
			if t.Lines[j].Out {
				continue
			}
			if key := contentsKey(t.Line(j)); later[key] < 2 {
				break
			} else {
				later[key]--
			}
			t.Lines[j].Out = true
		}
		return
	}
}

// linesFrom counts the lines from i on that may stand in a table of contents.
func (t *Text) linesFrom(i int) map[string]int {
	seen := map[string]int{}
	for ; i < len(t.Lines); i++ {
		if s := t.Line(i); len(s) <= 200 && !t.Lines[i].Out {
			seen[contentsKey(s)]++
		}
	}
	return seen
}

// contentsKey drops what differs between a heading and its line in the contents.
func contentsKey(s string) string {
	s = strings.TrimLeft(s, "-*+# ")
	if in, ok := strings.CutPrefix(s, "["); ok {
		s, _, _ = strings.Cut(in, "]")
	}
	return document.OneLine(strings.ToLower(s))
}
