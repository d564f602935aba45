package lines

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pincite/internal/document"
	"pincite/internal/importer/block"
	"pincite/internal/outline/heading"
)

// furniture marks the lines that belong to the page and not to the document:
// navigation, page numbers, headers that return on every page, contents.
func (t *Text) furniture(skip []string) {
	headers := t.repeated()
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Out || l.Kind == block.Code {
			continue
		}
		s := t.Line(i)
		l.Out = slices.Contains(skip, s) || !l.Given() &&
			(t.Hashes && tags(s) || navigation(s) || pageNumber(s) || leader(s) || len(headers) > 0 && len(s) <= maxHeader && headers[shapeOfDigits(s)])
	}
	t.contents()
}

// tags reports a line of Markdown of which nothing is shown: HTML tags, a comment, or
// the address that a link refers to.
func tags(s string) bool {
	if strings.HasPrefix(s, "[") {
		_, address, ok := strings.Cut(s, "]: ")
		return ok && !strings.Contains(address, " ") && strings.ContainsAny(address, "/#")
	}
	for strings.HasPrefix(s, "<") {
		end := strings.IndexByte(s, '>')
		if strings.HasPrefix(s, "<!--") {
			if end = strings.Index(s, "-->"); end >= 0 {
				end += len("--")
			}
		}
		if end < 0 {
			return false
		}
		if s = strings.TrimSpace(s[end+1:]); s == "" {
			return true
		}
	}
	return false
}

// maxHeader is the longest page header, in bytes.
const maxHeader = 100

// repeated returns, digits apart, the lines that stand next to page breaks again
// and again. One that begins like a heading has to have more words and to return
// more often, as "12  Handbook of the School" does.
func (t *Text) repeated() map[string]bool {
	seen, out := map[string]int{}, map[string]bool{}
	for i := range t.Lines {
		s := t.Line(i)
		if t.Lines[i].Given() || len(s) > maxHeader || !t.edge(i) {
			continue
		}
		shape := shapeOfDigits(s)
		seen[shape]++
		m, marked := heading.Read(s)
		words := len(strings.Fields(strings.TrimRight(s[m.Rest:], "0123456789 ")))
		if seen[shape] >= 2 && !marked || seen[shape] >= 3 && words > 0 {
			out[shape] = true
		}
	}
	return out
}

// edge reports a line that stands next to a page break or a page number.
func (t *Text) edge(i int) bool {
	return t.Lines[i].Page || i+1 < len(t.Lines) && t.Lines[i+1].Page || pageNumber(t.Line(i)) ||
		i > 0 && pageNumber(t.Line(i-1)) || i+1 < len(t.Lines) && pageNumber(t.Line(i+1))
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

var contentsWords = map[string]bool{"contents": true, "table of contents": true, "目录": true, "目次": true, "目録": true, "차례": true, "목차": true,
	"содержание": true, "оглавление": true, "índice": true, "contenido": true, "sumario": true, "sommaire": true, "table des matières": true,
	"inhalt": true, "inhaltsverzeichnis": true, "indice": true, "sumário": true, "المحتويات": true, "الفهرس": true}

// contents marks a table of contents: lines that end in page numbers which grow,
// or, under its heading, lines that come back later in the text.
func (t *Text) contents() {
	t.paged()
	for i := range t.Lines {
		s := strings.ToLower(strings.Trim(t.Line(i), "#*:： "))
		if !contentsWords[strings.Join(strings.Fields(s), "")] && !contentsWords[s] {
			continue
		}
		t.Lines[i].Out = true
		t.listed(i+1, t.linesFrom(i+1))
		return
	}
}

// listed marks the lines from from on that come back later, as those of contents do,
// up to where more than a few in a row do not.
func (t *Text) listed(from int, later map[string]int) {
	last, first := from-1, "" // the last line that comes back, and what the first one says
	for i := from; i < len(t.Lines) && i-last <= maxBetween; i++ {
		if t.Lines[i].Out {
			if last == i-1 {
				last = i
			}
			continue
		}
		key := contentsKey(t.Line(i))
		if key == first {
			return // here the text itself begins
		}
		if later[key] < 2 || key == "" {
			continue
		}
		if first == "" {
			first = key
		}
		later[key]--
		for last < i {
			last++
			t.Lines[last].Out = true
		}
	}
}

// minPaged is how many lines in a row with growing page numbers are a table of
// contents, and maxBetween how many lines without may stand between two of them.
const (
	minPaged   = 3
	maxBetween = 3
)

// paged marks lines of contents whose page number stands apart from their words:
// "1.2   Attendance                2".
func (t *Text) paged() {
	var found []int
	last := 0
	later := sync.OnceValue(func() map[string]int { return t.linesFrom(0) }) // few texts need it
	flush := func() {
		if len(found) >= minPaged && t.returning(found, later()) {
			for i := found[0]; i <= found[len(found)-1]; i++ {
				t.Lines[i].Out = true
			}
		}
		found, last = found[:0], 0
	}
	for i := range t.Lines {
		page, ok := trailingPage(t.Line(i))
		switch {
		case t.Lines[i].Given() || t.Lines[i].Kind == block.Code:
			flush()
		case ok && page >= last:
			found, last = append(found, i), page
		case ok || len(found) > 0 && i-found[len(found)-1] > maxBetween:
			flush()
			if ok {
				found, last = append(found, i), page
			}
		}
	}
	flush()
}

// returning reports whether at least half of the lines stand in the text a second
// time, without their page number: prices in a table do not.
func (t *Text) returning(found []int, later map[string]int) bool {
	n := 0
	for _, i := range found {
		s := strings.TrimRight(t.Line(i), "0123456789. \t")
		if later[contentsKey(s)] > 0 {
			n++
		}
	}
	return n*2 >= len(found)
}

// trailingPage reads the page number that ends a line, with a wide space or dots
// before it and a single column of words before that.
func trailingPage(s string) (int, bool) {
	body := strings.TrimRight(s, "0123456789")
	digits := s[len(body):]
	if digits == "" || len(digits) > 4 || len(s) > 200 || !strings.HasSuffix(body, "   ") && !strings.HasSuffix(body, "\t") && !strings.HasSuffix(body, "..") {
		return 0, false
	}
	m, _ := heading.Read(body)
	words := strings.TrimRight(body[m.Rest:], ". \t")
	n, err := strconv.Atoi(digits)
	return n, err == nil && strings.ContainsFunc(words, unicode.IsLetter) && columns(words) == 1
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

// contentsKey drops what differs between a heading and its line in the contents: signs,
// and the number with its word.
func contentsKey(s string) string {
	s = strings.TrimLeft(s, "-*+# ")
	if in, ok := strings.CutPrefix(s, "["); ok {
		s, _, _ = strings.Cut(in, "]")
	}
	if m, ok := heading.Read(s); ok && m.Rest < len(s) {
		s = s[m.Rest:]
	}
	return document.OneLine(strings.ToLower(s))
}
