package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// analyzerNames are all analyzers that there are.
var analyzerNames = []string{Exact, "en", "ru", "es", "zh"}

// terms returns the terms of text.
func terms(x *Index, text string) []string {
	var out []string
	for _, t := range x.Analyze("body", text) {
		out = append(out, t.Term)
	}
	return out
}

func TestAnalyzers(t *testing.T) {
	tests := []struct{ analyzer, text, want string }{
		{Exact, "", ""},
		{Exact, " —…!? \u200b\u202e ", ""},
		{Exact, "The Leaders' CLASSES", "the leaders classes"},
		{Exact, "grass-roots grassroots", "grass roots grassroots"},
		{Exact, "ｆｕｌｌ ﬁne 7 1,000 3.5 2024", "full fine 7 1000 3.5 2024"},
		{Exact, "soft\u00adhy\u2060phen don’t don't", "softhyphen don't don't"},
		{Exact, "AND OR NOT +a -b \"c\" d* e~2 f:g^3 /h/", "and or not a b c d e 2 f:g 3 h"},
		{"en", "the of and", ""},
		{"en", "The party's leaders’ studies, studying", "parti leader studi studi"},
		{"en", "第七条 measure", "第 七 条 measur"},
		{"ru", "и в на", ""},
		{"ru", "Партийные организации ещё учёба учебы", "партийн организац учеб учеб"},
		{"ru", "за́мок замок", "замок замок"},
		{"es", "¿Cuántas organizaciones?", "cuant organiz"},
		{"es", "organización ORGANIZACION niños", "organizacion organizacion nin"},
		{"es", "él el más mas", ""},
		{"zh", "", ""},
		{"zh", "\xe700 党\xff的", "00 党 的"},
		{"zh", "第七条", "第七 七条"},
		{"zh", "党", "党"},
		{"zh", "党 的，理论学习", "党 的 理论 论学 学习"},
		{"zh", "形式主义 means Ｆormalism", "形式 式主 主义 means formalism"},
	}
	for _, tt := range tests {
		x := build(t, tt.analyzer, "")
		if got := strings.Join(terms(x, tt.text), " "); got != tt.want {
			t.Errorf("%s of %q: %q, want %q", tt.analyzer, tt.text, got, tt.want)
		}
	}
}

func TestAnalyzeOffsets(t *testing.T) {
	tests := []struct {
		analyzer, text string
		want           []Token
	}{
		{"en", "The Party’s ＷＯＲＫ", []Token{{"parti", 4, 13}, {"work", 14, 26}}},
		{"zh", "a 党的 b", []Token{{"a", 0, 1}, {"党的", 2, 8}, {"b", 9, 10}}},
	}
	for _, tt := range tests {
		if got := build(t, tt.analyzer, "").Analyze("body", tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s of %q: %v, want %v", tt.analyzer, tt.text, got, tt.want)
		}
	}
}

func TestAnalyzeUnknownField(t *testing.T) {
	if got := build(t, "en", "text").Analyze("no such field", "text"); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestAnalyzeQueryCaps(t *testing.T) {
	x := build(t, "en", "", strings.Repeat("x", 100_000))
	tests := []struct {
		name, text  string
		count, runs int // terms, characters of the longest
	}{
		{"many words", strings.Repeat("measure ", 5000), MaxQueryTerms, 6},
		{"one long word", strings.Repeat("x", 100_000), 1, MaxTermRunes},
		{"no word in reach", strings.Repeat("é", 1) + strings.Repeat(" ", 600) + "late", 1, 1},
		{"wide characters", strings.Repeat("党", 100_000), MaxQueryTerms, 1},
	}
	for _, tt := range tests {
		got := x.AnalyzeQuery("body", tt.text)
		longest := 0
		for _, token := range got {
			longest = max(longest, utf8.RuneCountInString(token.Term))
		}
		if len(got) != tt.count || longest != tt.runs {
			t.Errorf("%s: %d terms of at most %d characters, want %d of %d", tt.name, len(got), longest, tt.count, tt.runs)
		}
	}
	if hits := search(t, x, query(x, "body", strings.Repeat("x", 400))); len(hits) != 1 {
		t.Errorf("a word beyond the cap is not found by its beginning: %v", hits)
	}
}

// FuzzAnalyzeAndSearch sends any text through analysis and search: tokens lie in
// the text and in order, every passage is found by its own words, and nothing
// panics or fails.
func FuzzAnalyzeAndSearch(f *testing.F) {
	for _, s := range []string{
		"", "the", "how often must leaders give a party class?", "第七条 党", "Сколько ещё мер?", "¿Cuántas?",
		"+a -b \"c d\"~2 e* f? (g) {h TO i} j:k^9 /.*/ \\", "\x00\xff\xfe", "a\u0301\u202e\u200d👩‍👩‍👧", "㍿㌔ｶﾞ ﷺ", "'s ''s s' \u00ad",
		"don’t 1,000.5 x_y a.b", "\ufeff\U000e0041", "ガﾞー々〆ヶ", strings.Repeat("a'", 60),
	} {
		f.Add(s)
	}
	indexes := map[string]*Index{}
	for _, name := range analyzerNames {
		indexes[name] = build(f, name, "party classes", "理论学习", "меры учёбы", "organización")
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, x := range indexes {
			checkTokens(t, name, x, text)
			search(t, x, query(x, "body", text))
			own := build(t, name, text)
			if q := query(own, "body", text); len(q.Clauses) > 0 && len(search(t, own, q)) != 1 {
				t.Errorf("%s: %q is not found by its own words %v", name, text, q)
			}
		}
	})
}

// checkTokens holds what callers rely on when they mark matches in a text.
func checkTokens(t *testing.T, name string, x *Index, text string) {
	t.Helper()
	var last Token
	for _, token := range x.Analyze("body", text) {
		switch {
		case token.Start < 0 || token.Start >= token.End || token.End > len(text):
			t.Errorf("%s of %q: %v is not in the text", name, text, token)
		case token.Start < last.Start:
			t.Errorf("%s of %q: %v after %v", name, text, token, last)
		case token.Term == "":
			t.Errorf("%s of %q: %v is empty", name, text, token)
		case utf8.RuneCountInString(token.Term) > MaxTermRunes:
			t.Errorf("%s of %q: %v is too long", name, text, token)
		case utf8.ValidString(text) && !utf8.ValidString(text[token.Start:token.End]):
			t.Errorf("%s of %q: %v cuts a character", name, text, token)
		}
		last = token
	}
}

// TestVariants holds that spellings and inflexions of a word meet in its language,
// and that other words do not.
func TestVariants(t *testing.T) {
	for _, c := range []struct {
		language, a, b string
		meet           bool
	}{
		{"en", "children", "child", true}, {"en", "licence", "license", true}, {"en", "colours", "color", true},
		{"en", "organised", "organize", true}, {"en", "centre", "center", true}, {"en", "travelled", "traveled", true},
		{"en", "café", "cafes", true}, {"en", "four", "for", false}, {"en", "hour", "hor", false}, {"en", "women", "woman", true},
		{"de", "Häuser", "Haus", true}, {"de", "Gebühren", "Gebühr", true}, {"de", "Gebuehr", "Gebühr", true},
		{"de", "gepflanzt", "pflanzen", true}, {"de", "abgestellt", "abstellen", true}, {"de", "einzulegen", "einlegen", true}, {"de", "eingetragen", "eintragen", true}, {"de", "Umgebungen", "Umgebung", true}, {"de", "Zulassungen", "Zulassung", true},
		{"de", "Gericht", "Gerichten", true}, {"de", "Gefahren", "Gefahr", true}, {"de", "Gesetz", "setzen", false}, {"de", "gewaschen", "waschen", true}, {"de", "angetroffen", "antreffen", true}, {"de", "abgeschlossen", "abschließen", true},
		{"es", "pagado", "pagan", true}, {"it", "pagato", "pagano", true}, {"fr", "gardez", "gardés", true},
		{"en", "leaving", "leaves", true}, {"en", "lives", "living", true},
		{"fr", "l'impôt", "impôts", true}, {"fr", "cotisations", "cotisation", true},
		{"it", "l'assemblea", "assemblee", true}, {"pt", "sócios", "sócio", true}, {"nl", "boeken", "boek", true},
		{"sv", "avgifter", "avgiften", true}, {"no", "avgifter", "avgiften", true}, {"da", "medlemmer", "medlemmerne", true},
		{"fi", "talossa", "talo", true}, {"hu", "házak", "ház", true}, {"ro", "membrilor", "membrii", true}, {"tr", "üyeler", "üyelerin", true},
		{"ar", "الاشتراك", "اشتراك", true}, {"hi", "नियमों", "नियम", true}, {"fa", "كتاب", "کتاب", true},
		{"ko", "회비는", "회비", true}, {"ja", "退会する", "退会", true},
	} {
		x := buildPassages(t, []Field{{Name: "body", Analyzer: AnalyzerFor(c.language)}}, []Passage{{Values: map[string]string{"body": c.a}}})
		found := false
		for _, token := range x.Analyze("body", c.b) {
			found = found || x.DocFreq("body", token.Term) > 0
		}
		if found != c.meet {
			t.Errorf("%s: %q and %q meet: %v", c.language, c.a, c.b, found)
		}
	}
}

// TestAllWords holds that stop words can be words like any other.
func TestAllWords(t *testing.T) {
	x := buildPassages(t, []Field{{Name: "body", Analyzer: "en" + AllWords}}, []Passage{{Values: map[string]string{"body": "To be or not to be"}}})
	if got := len(x.Analyze("body", "To be or not to be")); got != 6 {
		t.Errorf("%d words, want 6", got)
	}
}
