package evidence_test

import (
	"strings"
	"testing"

	"pincite/internal/evidence"
)

const poolRulesHan = `# 泳池规则

## 第一条

会员应当按时缴纳会费，并保持泳池清洁。

## 第二条

秘书应当将通知送交各会员。

## 第三条

违反规则的，处以罚款；规则由理事会解释。
`

// TestCharacters: a pair of Han characters that the text has not leads to the pairs that one
// of them begins, and is as unknown as before. A character that another pair of the
// question accounts for, and one that only helps to ask, lead nowhere.
func TestCharacters(t *testing.T) {
	d, c := collect(t, poolRulesHan)
	for _, q := range []struct {
		question string
		section  string // the first, "" for none
	}{
		{"会罚我吗", "article-3"},
		{"送到哪里", "article-2"},
		{"熊猫", ""},
		{"有没有", ""},
		{"罚款贵吗", "article-3"},
	} {
		p, all := found(t, c, q.question, "zh")
		got := ""
		if len(all) > 0 {
			got = d.Sections[all[0].Index].ID
			if share := p.Share(all[0].Met, func(m evidence.Met) float64 { return m.Any }); !strings.Contains(q.question, "罚款") && share > 0 {
				t.Errorf("%s: %.2f of it is met", q.question, share)
			}
		}
		if got != q.section {
			t.Errorf("%s: found %q, want %q", q.question, got, q.section)
		}
	}
}

// TestCommonCharacter: a character that begins more pairs than are looked for tells nothing.
func TestCommonCharacter(t *testing.T) {
	const others = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬"
	text := "# 规则\n\n## 第一条\n\n"
	for _, r := range others {
		text += "罚" + string(r) + "。"
	}
	_, c := collect(t, text+"\n\n## 第二条\n\n泳池清洁。\n")
	if _, all := found(t, c, "会罚我吗", "zh"); len(all) > 0 {
		t.Errorf("found %d sections", len(all))
	}
}
