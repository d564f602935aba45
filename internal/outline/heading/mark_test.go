package heading

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
		m, ok := Read(c.line)
		if ok != (c.style != "") {
			t.Errorf("%q: a mark is %v: %+v", c.line, ok, m)
			continue
		}
		if ok && (m.Style != c.style || m.Label != c.label || c.line[m.Rest:] != c.rest) {
			t.Errorf("%q: style %q, label %q, rest %q", c.line, m.Style, m.Label, c.line[m.Rest:])
		}
	}
}

// FuzzRead checks that nothing panics and that the words after a mark are a
// part of the line.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "#", "(", "第", "第一条之", "§", "1.", "1.2.", "（一）", "Article 5a — Scope", "Annex C", "б) два", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		m, ok := Read(line)
		if !ok {
			return
		}
		if m.Rest < 0 || m.Rest > len(line) || m.Style == "" || m.Number < 0 {
			t.Errorf("%q: %+v", line, m)
		}
		if m.alt != nil && m.alt.Rest != m.Rest {
			t.Errorf("%q: two readings of different length: %+v, %+v", line, m, *m.alt)
		}
	})
}
