package annotation

import (
	"slices"
	"testing"
)

var gatheredFrom = []Aids{
	{Language: "en", Named: []string{"Five Rules"}, Sections: []Section{
		{ID: "article-1", Questions: []string{"who?"}, Sentences: []Sentence{{Questions: []string{"when?", "where?"}}, {}}},
		{ID: "article-2"},
	}},
	{Language: "zh", Named: []string{"五项规则"}, Sections: []Section{{ID: "article-1", Questions: []string{"谁？"}}}},
}

func TestQuestions(t *testing.T) {
	q := QuestionsOf(gatheredFrom)
	for _, c := range []struct {
		section, language string
		want              []string
	}{
		{"", "", nil},
		{"article-3", "en", nil},
		{"article-1", "ru", nil},
		{"article-2", "en", nil},
		{"article-1", "en", []string{"who?", "when?", "where?"}},
		{"article-1", "zh", []string{"谁？"}},
	} {
		if got := q.Of(c.section, c.language); !slices.Equal(got, c.want) {
			t.Errorf("of %s in %s: %q, want %q", c.section, c.language, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	if NamesOf(nil).In("what are the five rules?") {
		t.Error("without aids something is named")
	}
	n := NamesOf(gatheredFrom)
	if !NamesOf([]Aids{{Named: []string{"五項規則"}}}).In("什么是五项规则？") {
		t.Error("a name in traditional characters is not found")
	}
	for asked, want := range map[string]bool{"": false, "what are the rules?": false, "What are the FIVE RULES?": true, "什麼是五項規則？": true} {
		if n.In(asked) != want {
			t.Errorf("%q: %v", asked, !want)
		}
	}
}
