package evidence_test

import (
	"testing"
	"testing/fstest"

	"pincite/internal/evidence"
	"pincite/internal/folder"
)

const japaneseBylaws = `# 町内会規約

## 第一条

理事の任期は、三年とする。理事は、会長を互選する。

## 第二条

会員は、三月末日までに会費を納める。会費を納めない会員は、その資格を失う。
`

// A Japanese question is met by a text that has its words, however it ends.
func TestJapaneseQuestion(t *testing.T) {
	b, err := folder.Load(fstest.MapFS{"bylaws.md": {Data: []byte(japaneseBylaws)}}, "bylaws.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, q := range []struct {
		question    string
		least, most float64 // share of it that the first section meets
	}{
		{"消防団の給与はいくら？", 0, 0.1},
		{"犬の登録は何年ですか？", 0, 0.2},
		{"理事の任期は何年ですか？", 0.95, 1},
		{"理事の任期ってどのくらいなのでしょうか", 0.95, 1},
		{"会費を納めないとどうなりますか", 0.9, 1},
	} {
		p, err := c.Plan(q.question, "ja")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(q.question, "ja")
		found, err := c.Find(t.Context(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		met := 0.0
		if len(found) > 0 {
			met = p.Share(found[0].Met, func(m evidence.Met) float64 { return m.Text })
		}
		if met < q.least || met > q.most {
			t.Errorf("%s: %.2f of it is met, want %.2f to %.2f", q.question, met, q.least, q.most)
		}
	}
}
