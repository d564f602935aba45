package document

import "testing"

func TestAddress(t *testing.T) {
	for _, c := range []struct {
		document, section string
		sentences         [2]int
		long              bool
		want              string
	}{
		{"law", "rule-2", [2]int{}, false, "/d/law/rule-2"},
		{"law", "rule-2", [2]int{}, true, "/d/law/rule-2"},
		{"law", "rule-2", [2]int{3, 3}, false, "/d/law/rule-2#s3"},
		{"law", "rule-2", [2]int{3000, 3000}, true, "/d/law/rule-2?s=3000#s3000"},
		{"law", "rule-2", [2]int{3, 4}, false, "/d/law/rule-2?s=3-4#s3-s4"},
		{"law", "rule-2", [2]int{3, 4}, true, "/d/law/rule-2?s=3-4#s3-s4"},
		{"a b/c", "第七条?", [2]int{1, 1}, false, "/d/a%20b%2Fc/%E7%AC%AC%E4%B8%83%E6%9D%A1%3F#s1"},
	} {
		if got := Address(c.document, c.section, c.sentences, c.long); got != c.want {
			t.Errorf("%s %s %v: %s, want %s", c.document, c.section, c.sentences, got, c.want)
		}
	}
}
