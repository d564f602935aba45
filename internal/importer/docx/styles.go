package docx

import (
	"iter"
	"regexp"
	"strconv"
	"strings"
)

// A style is what is needed of a paragraph or character style.
type style struct {
	name   string // in lower case; built-in styles have their English name in any language
	based  string
	level  int // outline level from 1; 0 where the style says none, -1 for body text
	num    numbered
	hidden property
	bold   property
}

// A property is one that a style has, has not, or leaves to what it is based on.
type property struct{ on, said bool }

// propertyOf reads the property of that name in the properties of a run.
func propertyOf(rpr *node, name string) property {
	on, said := rpr.on(name)
	return property{on, said}
}

// styles are the styles of a document by id.
type styles struct {
	byID     map[string]style
	standard string // of paragraphs that name none
}

func readStyles(p *pack) (*styles, error) {
	s := &styles{byID: map[string]style{}}
	err := p.each(p.rels["styles"], func(n *node) error {
		if n.name != "style" {
			return nil
		}
		ppr := n.child("pPr")
		st := style{name: strings.ToLower(n.val("name")), based: n.val("basedOn"), level: outlineLevel(ppr), num: numbering(ppr)}
		st.hidden, st.bold = propertyOf(n.child("rPr"), "vanish"), propertyOf(n.child("rPr"), "b")
		s.byID[n.attr("styleId")] = st
		if on := n.attr("default"); n.attr("type") == "paragraph" && (on == "1" || on == "true") {
			s.standard = n.attr("styleId")
		}
		return nil
	})
	return s, err
}

// outlineLevel reads the outline level of paragraph properties: from 1; 0 where
// nothing is said, -1 for body text.
func outlineLevel(ppr *node) int {
	n, err := strconv.Atoi(ppr.val("outlineLvl"))
	switch {
	case err != nil:
		return 0
	case n < 0 || n > 8:
		return -1
	}
	return n + 1
}

// chain yields the style with that id and those it is based on, nearest first, each
// with its id.
func (s *styles) chain(id string) iter.Seq2[string, style] {
	return func(yield func(string, style) bool) {
		for range 20 { // styles based on one another must not hang us
			st, ok := s.byID[id]
			if !ok || !yield(id, st) {
				return
			}
			id = st.based
		}
	}
}

var builtInHeading = regexp.MustCompile(`^heading ?([1-9])$`)

// level returns the heading level of a paragraph with that style; 0 for none.
func (s *styles) level(id string) int {
	for _, st := range s.chain(id) {
		if m := builtInHeading.FindStringSubmatch(st.name); m != nil && st.level == 0 {
			st.level = int(m[1][0] - '0')
		}
		if st.level != 0 {
			return max(st.level, 0)
		}
	}
	if _, known := s.byID[id]; known {
		return 0
	}
	if m := builtInHeading.FindStringSubmatch(strings.ToLower(id)); m != nil {
		return int(m[1][0] - '0')
	}
	return 0
}

// named reports whether the style, or one that it is based on, has a built-in
// name that begins with prefix.
func (s *styles) named(id, prefix string) bool {
	for _, st := range s.chain(id) {
		if strings.HasPrefix(st.name, prefix) {
			return true
		}
	}
	return false
}

// numbering returns the list of the style and the style that it comes from.
func (s *styles) numbering(id string) (n numbered, from string) {
	for id, st := range s.chain(id) {
		if n.list == "" && st.num.list != "" {
			from = id
		}
		n = n.or(st.num)
	}
	return n, from
}

// hidden reports whether text of the style is not shown.
func (s *styles) hidden(id string) bool {
	return s.has(id, func(st style) property { return st.hidden })
}

// bold reports whether text of the style is in bold type.
func (s *styles) bold(id string) bool {
	return s.has(id, func(st style) property { return st.bold })
}

func (s *styles) has(id string, of func(style) property) bool {
	for _, st := range s.chain(id) {
		if p := of(st); p.said {
			return p.on
		}
	}
	return false
}

// is reports whether the style, or one that it is based on, has that built-in
// name.
func (s *styles) is(id, name string) bool {
	for _, st := range s.chain(id) {
		if st.name == name {
			return true
		}
	}
	return false
}
