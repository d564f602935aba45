package outline

import "testing"

// TestFindMark has what is no heading first.
func TestFindMark(t *testing.T) {
	for _, c := range []struct{ line, style, label, rest string }{
		{"", "", "", ""},
		{"#hashtag", "", "", ""},
		{"####### seven", "", "", ""},
		{"1.5 million people", "", "", ""},
		{"3 apples", "", "", ""},
		{"2024-02-28", "", "", ""},
		{"23 February 2024.", "", "", ""},
		{"99999999999999999999. Big", "", "", ""},
		{"Article 5 of the Treaty applies", "", "", ""},
		{"Article 5, paragraph 2", "", "", ""},
		{"Section of the wall", "", "", ""},
		{"Part of it", "", "", ""},
		{"Mr. Smith", "", "", ""},
		{"(see below)", "", "", ""},
		{"第一次会议", "", "", ""},
		{"一个人", "", "", ""},
		{"(", "", "", ""},
		{"1. Scope", "1.", "1", "Scope"},
		{"1.Scope", "1.", "1", "Scope"},
		{"1) Scope", "1)", "1", "Scope"},
		{"1、范围", "1、", "1", "范围"},
		{"1 Scope", "1 ", "1", "Scope"},
		{"1.2.3 Scope", "1.1.1", "1.2.3", "Scope"},
		{"1.2. scope", "1.1", "1.2", "scope"},
		{"(a) one", "(a)", "(a)", "one"},
		{"(12) one", "(1)", "(12)", "one"},
		{"（三）责任", "(一)", "（三）", "责任"},
		{"б) два", "а)", "б)", "два"},
		{"B. Bees", "A.", "B.", "Bees"},
		{"IV. Four", "I.", "IV.", "Four"},
		{"Article 5", "article", "Article 5", ""},
		{"ARTICLE 5a — Scope", "article", "ARTICLE 5a", "Scope"},
		{"Chapter II. Rules", "chapter", "Chapter II", "Rules"},
		{"PART ONE", "part", "PART ONE", ""},
		{"Chapter Twenty-One: Home", "chapter", "Chapter Twenty-One", "Home"},
		{"Annex C", "annex", "Annex C", ""},
		{"§ 3 Begriffe", "section", "§ 3", "Begriffe"},
		{"§3", "section", "§3", ""},
		{"Статья 12.1. Права", "article", "Статья 12.1", "Права"},
		{"Artículo 5º.- Objeto", "article", "Artículo 5º", "Objeto"},
		{"CAPÍTULO PRIMERO", "chapter", "CAPÍTULO PRIMERO", ""},
		{"Часть первая", "part", "Часть первая", ""},
		{"第二十三条　为了", "article", "第二十三条", "为了"},
		{"第五条之一 为了", "article", "第五条之一", "为了"},
		{"第三部分 总结", "part", "第三部分", "总结"},
		{"十二、保障", "一、", "十二", "保障"},
		{"## Usage", "#2", "", "Usage"},
		{"## 3. Usage", "#2", "3", "Usage"},
		{"# Article 5: Scope", "#1", "Article 5", "Scope"},
	} {
		m, ok := findMark(c.line)
		if ok != (c.style != "") {
			t.Errorf("%q: a mark is %v: %+v", c.line, ok, m)
			continue
		}
		if ok && (m.style != c.style || m.label != c.label || c.line[m.rest:] != c.rest) {
			t.Errorf("%q: style %q, label %q, rest %q", c.line, m.style, m.label, c.line[m.rest:])
		}
	}
}

func cand(n int, runIn bool) *candidate {
	return &candidate{mark: mark{style: "1.", number: n}, shape: shape{runIn: runIn}}
}

// TestAssign spreads numbers over tiers: "-" is a stray, a letter a tier.
func TestAssign(t *testing.T) {
	for _, c := range []struct {
		name, want string
		numbers    []int // negative ones have text on the same line
	}{
		{"one sequence", "aaaa", []int{1, 2, 3, 4}},
		{"a year between", "aa-a", []int{1, 2, 1999, 3}},
		{"one repealed", "aaa", []int{1, 2, 4}},
		{"begun again", "aaaaa", []int{1, 2, 3, 1, 2}},
		{"continued inside", "abbbabbabb", []int{1, -1, -2, -3, 2, -4, -5, 3, -6, -7}},
		{"begun again inside", "abbabbbabb", []int{1, -1, -2, 2, -1, -2, -3, 3, -1, -2}},
	} {
		var cands []*candidate
		for _, n := range c.numbers {
			cands = append(cands, cand(max(n, -n), n < 0))
		}
		assign(cands)
		got := ""
		for _, a := range cands {
			if a.drop {
				got += "-"
			} else {
				got += string(rune('a' + a.tier))
			}
		}
		if got != c.want {
			t.Errorf("%s: %v read as %s, want %s", c.name, c.numbers, got, c.want)
		}
	}
}
