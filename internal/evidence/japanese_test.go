package evidence_test

import (
	"testing"

	"pincite/internal/evidence"
)

const japaneseBylaws = `# 町内会規約

## 第一条

理事の任期は、三年とする。理事は、会長を互選する。

## 第二条

会員は、三月末日までに会費を納める。会費を納めない会員は、その資格を失う。
`

// A Japanese question is met by a text that has its words, however it ends.
func TestJapaneseQuestion(t *testing.T) {
	_, c := collect(t, japaneseBylaws)
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
		p, all := found(t, c, q.question, "ja")
		met := 0.0
		if len(all) > 0 {
			met = p.Share(all[0].Met, func(m evidence.Met) float64 { return m.Text })
		}
		if met < q.least || met > q.most {
			t.Errorf("%s: %.2f of it is met, want %.2f to %.2f", q.question, met, q.least, q.most)
		}
	}
}
