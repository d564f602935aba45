package web

import (
	"html"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/verify"
	"pincite/internal/verify/collate"
)

// Pages of the origins that are set may call the API, and nothing else.
func TestOrigins(t *testing.T) {
	const friend, stranger = "https://friend.example", "https://stranger.example"
	for _, tc := range []struct {
		name, method, target, from string
		origins                    []string
		status                     int
		allowed                    bool
	}{
		{"none set", "GET", "/api/ask?q=7", friend, nil, 200, false},
		{"another", "GET", "/api/ask?q=7", stranger, []string{friend}, 200, false},
		{"a friend", "GET", "/api/ask?q=7", friend, []string{friend}, 200, true},
		{"everybody", "GET", "/api/ask?q=7", stranger, []string{"*"}, 200, true},
		{"a friend asks before", "OPTIONS", "/api/ask", friend, []string{friend}, 204, true},
		{"another asks before", "OPTIONS", "/api/ask", stranger, []string{friend}, 204, false},
		{"a friend and the chat", "GET", "/search?q=7", friend, []string{friend}, 200, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o := options(t)
			o.Origins = tc.origins
			w := call(newServer(t, o), tc.method, tc.target, "", "Origin", tc.from)
			if got := w.Header().Get("Access-Control-Allow-Origin"); w.Code != tc.status || (got == tc.from) != tc.allowed || (!tc.allowed && got != "") {
				t.Errorf("%d, allowed %q", w.Code, got)
			}
		})
	}
	o := options(t)
	o.Origins = []string{friend}
	s := newServer(t, o)
	if w := call(s, "POST", "/api/ask", `{"question":"measure 7"}`, append([]string{"Origin", friend}, jsonType...)...); w.Code != 200 || w.Header().Get("Access-Control-Allow-Origin") != friend {
		t.Errorf("a question: %d %s", w.Code, w.Body)
	}
	if w := call(s, "POST", "/chat", `{"conversation":"0123456789abcdef0123456789abcdef","text":"7"}`, append([]string{"Origin", friend}, jsonType...)...); w.Code != 403 {
		t.Errorf("the chat page's own address: %d", w.Code)
	}
}

// The interface speaks the browser's language, or the one that was chosen.
func TestInterfaceLanguage(t *testing.T) {
	s := newServer(t, options(t))
	for _, tc := range []struct{ accept, cookie, want string }{
		{"", "", `<html lang="en"`}, {"zh-CN,zh;q=0.9", "", `<html lang="zh"`}, {"fr", "", `<html lang="en"`},
		{"zh", "language=ru", `<html lang="ru"`}, {"zh", "language=xx", `<html lang="en"`},
	} {
		w := get(s, "/", "Accept-Language", tc.accept, "Cookie", tc.cookie)
		if !strings.Contains(w.Body.String(), tc.want) || !strings.Contains(w.Header().Get("Vary"), "Cookie") {
			t.Errorf("%q, %q: no %s", tc.accept, tc.cookie, tc.want)
		}
	}
}

// Search counts the words, marks them, puts other finds under a reason of their
// own, and helps where there is nothing.
func TestSearchPage(t *testing.T) {
	s := newServer(t, options(t))
	for query, want := range map[string][]string{
		"grassroots":     {"<mark>grassroots</mark>", "3×", "word for word", `href="/d/opinions-2024/measure-7#s1:~:text=`},
		"should":         {"<mark>should</mark>"},
		"qqqqqq":         {"Nothing in the document has", `class="entries"`, `href="/d/opinions-2024/measure-15"`},
		"<b>grassroots":  {"&lt;b&gt;grassroots"},
		"":               {"Type some words"},
		"work style fee": {"Related passages", "found by related words"},
	} {
		body := get(s, "/search?q="+url.QueryEscape(query)).Body.String()
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%q: no %s", query, w)
			}
		}
		if strings.Contains(body, "<b>") {
			t.Errorf("%q: live markup", query)
		}
	}
}

// A place of a document that was replaced while the text was checked is not shown.
func TestVerifyPageOfAReplacedDocument(t *testing.T) {
	s := newServer(t, options(t))
	for _, span := range []document.Span{{Start: 0, End: 1 << 30}, {Start: 0, End: 10}} {
		p := verifyPage{frame: frame{Words: s.words["en"]}}
		s.fill(&p, verify.Result{Status: verify.Verbatim, Matches: []collate.Match{{Document: "opinions-2024", Section: "measure-2", Span: span, Quote: "words of before"}}})
		if len(p.Places) != 0 {
			t.Errorf("%v: %+v", span, p.Places)
		}
	}
}

// The page that checks quotes says what has become of a text, with both sides.
func TestVerifyPage(t *testing.T) {
	s := newServer(t, options(t))
	form := []string{"Content-Type", "application/x-www-form-urlencoded"}
	for text, want := range map[string][]string{
		"give at least one special party class every year":                                         {"verdict verbatim", `href="/d/opinions-2024/measure-2#s4"`},
		"grassroots units or party branches to give at least two special party classes every year": {"verdict altered", "<del>two</del>", "<ins>one</ins>"},
		"The quick brown fox jumps over the lazy dog.":                                             {"verdict absent"},
		"<script>alert(1)</script> is in the text":                                                 {"&lt;script&gt;"},
		" … ":                         {"There are no words to check."},
		strings.Repeat("word ", 1000): {"The text is too long"},
	} {
		body := call(s, "POST", "/verify", "text="+url.QueryEscape(text), form...).Body.String()
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%.40q: no %s", text, w)
			}
		}
		if strings.Contains(body, "<script>") {
			t.Errorf("%.40q: live markup", text)
		}
	}
	for l, want := range map[string][]string{
		"en": {"<li><span class=\"label\">number</span> <del>two</del> → <ins lang=\"en\">one</ins></li>", "capitals", "no words to check", "at most 4000"},
		"ru": {"<li><span class=\"label\">число</span> <del>two</del>", "прописные буквы", "нет слов", "не больше 4000"},
		"es": {"<li><span class=\"label\">número</span> <del>two</del>", "mayúsculas", "No hay palabras", "4000 caracteres"},
		"zh": {"<li><span class=\"label\">数字</span> <del>two</del>", "大小写", "没有可以核对", "最多核对 4000"},
	} {
		for i, text := range []string{"To give at least two special party classes", "GIVE at least one special party class every year", "…", strings.Repeat("word ", 1000)} {
			body := call(s, "POST", "/verify", "text="+url.QueryEscape(text), append(form, "Accept-Language", l)...).Body.String()
			if !strings.Contains(body, want[i]) {
				t.Errorf("%s: %.30q: no %s", l, text, want[i])
			}
		}
	}
	body := call(s, "POST", "/verify", "text="+url.QueryEscape("grassroots classes two units at least"), form...).Body.String()
	if strings.Contains(body, "Other places") || strings.Contains(body, " cut\"") {
		t.Error("tells of more places where there are none")
	}
	body = call(s, "POST", "/verify", "text="+url.QueryEscape("give … special party class every year"), form...).Body.String()
	if !strings.Contains(body, `"verdict verbatim cut"`) || !strings.Contains(body, `number</span> <ins lang="en">at least one</ins>`) {
		t.Error("does not tell what the ellipsis leaves out")
	}
	body = call(s, "POST", "/verify", "text=party", form...).Body.String()
	if !strings.Contains(body, "Other places with the same words: ") {
		t.Error("does not say that a word stands in more places than it lists")
	}
	if body := get(s, "/verify").Body.String(); !strings.Contains(body, `action="/verify"`) || strings.Contains(body, "verdict") {
		t.Error("the empty form")
	}
}

// The page for programs has examples that run.
func TestManual(t *testing.T) {
	s := newServer(t, options(t))
	body := get(s, "/api").Body.String()
	links := regexp.MustCompile(`href="(/api/[^"]*)"`).FindAllStringSubmatch(body, -1)
	if len(links) < 5 {
		t.Fatalf("%d examples", len(links))
	}
	for _, l := range links {
		if w := get(s, strings.ReplaceAll(html.UnescapeString(l[1]), " ", "%20")); w.Code != 200 {
			t.Errorf("%s: %d", l[1], w.Code)
		}
	}
}

func TestSource(t *testing.T) {
	s := newServer(t, options(t))
	w := get(s, "/source/opinions-2024")
	if w.Body.String() != theDocument(t).Text || !strings.Contains(w.Header().Get("Content-Disposition"), "opinions-2024.txt") {
		t.Errorf("%d bytes, %v", w.Body.Len(), w.Header())
	}
}

// What is wrong is said in the language that is asked for: of a program by what it
// accepts, of a reader also by what was chosen.
func TestProblemsSpeakTheLanguage(t *testing.T) {
	s := newServer(t, options(t))
	for _, tc := range []struct {
		method, target, body, accept, cookie string
		want, language                       string
	}{
		{"GET", "/api/ask", "", "", "", "The parameter q is missing: the question.", "en"},
		{"GET", "/api/ask", "", "zh-CN,zh;q=0.9", "", "缺少参数 q：要问的问题。", "zh"},
		{"GET", "/api/ask", "", "es", "language=ru", "Falta el parámetro q: la pregunta.", "es"},
		{"GET", "/api/sections/none", "", "ru", "", "В документе нет раздела с таким адресом", "ru"},
		{"GET", "/api/sections/measure-7/citation?sentence=99", "", "es", "", "sentence debe ser un número de 1 a 7", "es"},
		{"POST", "/api/ask", "{}", "fr, zh", "", "缺少键 question", "zh"},
		{"POST", "/api/verify", `{"text":"…"}`, "ru", "", "", "ru"},
		{"POST", "/api/verify", "[]", "es", "", "El cuerpo no se puede leer: ", "es"},
		{"DELETE", "/api/sections", "", "ru", "", "По этому адресу принимается GET.", "ru"},
		{"GET", "/nowhere", "", "zh", "language=ru", "По этому адресу ничего нет.", "ru"},
	} {
		w := call(s, tc.method, tc.target, tc.body, append([]string{"Accept-Language", tc.accept, "Cookie", tc.cookie}, jsonType...)...)
		p := decode[problemDetails](t, w.Body)
		if w.Header().Get("Content-Language") != tc.language || !strings.HasPrefix(p.Detail, tc.want) || p.Detail == "" || strings.Contains(p.Detail, "{}") {
			t.Errorf("%s %s in %q: %q in %s", tc.method, tc.target, tc.accept, p.Detail, w.Header().Get("Content-Language"))
		}
	}
}

// Every word that a handler asks for is there.
func TestProblemKeys(t *testing.T) {
	s := newServer(t, options(t))
	var names []string
	for _, dir := range []string{".", "guard"} {
		found, err := filepath.Glob(dir + "/*.go")
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", dir, len(found), err)
		}
		names = append(names, found...)
	}
	seen := map[string]bool{"tooManyQuestions": true, "tooManyPages": true} // by way of a parameter
	for _, name := range names {
		for _, m := range problemKey.FindAllStringSubmatch(readSource(t, name), -1) {
			seen[m[1]] = true
		}
	}
	all := s.words["en"].Problem
	for key := range seen {
		if all[key] == "" {
			t.Errorf("there are no words for %s", key)
		}
	}
	for key := range all {
		if !seen[key] {
			t.Errorf("nothing says %s", key)
		}
	}
}

var problemKey = regexp.MustCompile(`(?:[pP]roblem\((?:w|rec), r, http\.Status\w+|said\(r), "(\w+)"`)
