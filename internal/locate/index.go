package locate

import (
	"maps"
	"slices"
	"strings"

	"pincite/internal/document"
	"pincite/internal/text"
)

// An Index is what can be named in one document. It is safe for concurrent use.
type Index struct {
	doc      *document.Document
	places   map[string][]int    // designation, normal or as printed -> sections
	numbered map[string][]int    // kind -> its sections that have a designation; "" for those of all kinds
	sorted   map[string]bool     // kinds whose sections stand in the order of their designations
	flat     map[string]bool     // those of which no designation has several steps
	stepped  map[string]bool     // those of which all designations have several
	unique   map[string]bool     // those of which no two sections are called the same
	kin      map[string][]string // kind -> other kinds that share one of its names
	steps    map[string]bool     // last steps of designations
	headless map[string][]int    // "4.3" -> sections called 4.3.1 and the like, where none is called 4.3
	above    map[string]bool     // what stands before last steps: the 4 of 4.1
	bare     string
	headed   []int // sections told by their headings, where they are more than those with numbers
}

// NewIndex returns the index of a document.
func NewIndex(d *document.Document) *Index {
	t := &Index{doc: d, places: map[string][]int{}, numbered: map[string][]int{}, sorted: map[string]bool{}, flat: map[string]bool{}, stepped: map[string]bool{}, unique: map[string]bool{}, steps: map[string]bool{}, above: map[string]bool{}, headless: map[string][]int{}}
	distinct := map[string]map[string]bool{}
	var all []int
	for i := range d.Sections {
		s := &d.Sections[i]
		if s.Designation.IsZero() {
			continue
		}
		normal, printed := s.Designation.Normal, strings.ToLower(s.Designation.Printed)
		t.places[normal] = append(t.places[normal], i)
		if printed != normal {
			t.places[printed] = append(t.places[printed], i)
		}
		if plain := text.Fold(printed); plain != printed && len(plain) > shortWord {
			t.places[plain] = append(t.places[plain], i) // "única"; a point č is no c
		}
		dot := strings.LastIndexByte(normal, '.')
		t.steps[normal[dot+1:]], t.above[normal[:max(dot, 0)]] = true, true
		all = append(all, i)
		t.numbered[s.Kind] = append(t.numbered[s.Kind], i)
		if distinct[s.Kind] == nil {
			distinct[s.Kind] = map[string]bool{}
		}
		distinct[s.Kind][normal] = true
	}
	for normal, in := range maps.Clone(t.places) {
		if short, ok := strings.CutSuffix(normal, zero); ok && t.places[short] == nil {
			t.places[short] = in
		}
	}
	for _, i := range all {
		for head := d.Sections[i].Designation.Normal; ; {
			dot := strings.LastIndexByte(head, '.')
			if dot < 0 {
				break
			}
			if head = head[:dot]; t.places[head] == nil {
				t.headless[head] = append(t.headless[head], i)
			}
		}
	}
	for kind, in := range t.numbered {
		t.unique[kind] = len(distinct[kind]) == len(in)
	}
	for _, i := range all { // in document order, so that it is always the same
		if k := d.Sections[i].Kind; t.unique[k] && !t.unique[t.bare] || t.unique[k] == t.unique[t.bare] && len(distinct[k]) > len(distinct[t.bare]) {
			t.bare = k
		}
	}
	for i := range d.Sections {
		if s := &d.Sections[i]; s.Kind == document.KindSection && s.Designation.IsZero() && d.Heading(i) != "" && 2*s.Span.Len() < len(d.Text) {
			t.headed = append(t.headed, i)
		}
	}
	if len(t.headed) <= len(all) {
		t.headed = nil
	}
	t.kin = kinOf(d.Meta.Levels, t.composed())
	t.numbered[""] = all
	for kind, in := range t.numbered {
		t.sorted[kind] = slices.IsSortedFunc(in, t.byDesignation)
		steps := func(i int) bool { return strings.Contains(d.Sections[i].Designation.Normal, ".") }
		t.flat[kind] = !slices.ContainsFunc(in, steps)
		t.stepped[kind] = !slices.ContainsFunc(in, func(i int) bool { return !steps(i) })
	}
	return t
}

// composed returns the kinds that the text does not name: all their labels are that of
// the section above with a designation behind it, "§ 7(4)".
func (t *Index) composed() map[string]bool {
	out := map[string]bool{}
	for kind, in := range t.numbered {
		out[kind] = kind != "" && !slices.ContainsFunc(in, func(i int) bool {
			up := t.doc.Sections[i].Parent
			return up < 0 || !strings.HasPrefix(t.doc.Sections[i].Label, t.doc.Sections[up].Label)
		})
	}
	return out
}

// kinOf returns for every kind those of other levels that share a name with it in one
// language, or that are like it composed. The French "section" and the English one are
// two names.
func kinOf(levels []document.Level, composed map[string]bool) map[string][]string {
	out := map[string][]string{}
	kinds := map[string][]string{} // by name
	for _, l := range levels {
		names := []string{"en " + l.Kind}
		if composed[l.Kind] {
			names = append(names, "()")
		}
		for language, more := range l.Names {
			for _, n := range more {
				names = append(names, language+" "+text.Fold(n))
			}
		}
		slices.Sort(names) // so that it is always the same
		for _, n := range names {
			for _, k := range kinds[n] {
				if k != l.Kind && !slices.Contains(out[k], l.Kind) {
					out[k], out[l.Kind] = append(out[k], l.Kind), append(out[l.Kind], k)
				}
			}
			kinds[n] = append(kinds[n], l.Kind)
		}
	}
	return out
}

// byDesignation compares sections by what they are called.
func (t *Index) byDesignation(i, j int) int {
	return t.doc.Sections[i].Designation.Compare(t.doc.Sections[j].Designation)
}

// Document returns the document.
func (t *Index) Document() *document.Document { return t.doc }

// Bare returns the level that a number alone means: the one with the most numbers of
// those that do not begin again, as paragraphs do in every article, or of all, if all
// do; "" where no section has a number.
func (t *Index) Bare() string { return t.bare }

// HasStep reports whether the designation of some section is step or ends in it, in normal
// form, or is step as printed.
func (t *Index) HasStep(step string) bool { return t.steps[step] || t.Has(step) }

// Has reports whether some section is called by a designation, in normal form or as
// printed, in lower case.
func (t *Index) Has(designation string) bool { return len(t.Called(designation)) > 0 }

// Steps reports whether some section is called by one step more than a designation in
// normal form: 4, where there is a 4.2.
func (t *Index) Steps(designation string) bool { return t.above[designation] }

// Called returns the sections of a designation, though a letter of it may be that of
// another alphabet that looks the same: "12А" in Cyrillic for 12A.
func (t *Index) Called(designation string) []int {
	if found := t.places[designation]; found != nil {
		return found
	}
	for _, same := range alike {
		if other := same.Replace(designation); other != designation {
			if found := t.places[other]; found != nil {
				return found
			}
		}
	}
	return nil
}

// alike write small Cyrillic letters as the Latin ones that look the same when they are
// small or capital, and the other way round; and, where none does, as those that sound the
// same: Приложение Б for Appendix B.
var alike = [...]*strings.Replacer{
	strings.NewReplacer("а", "a", "в", "b", "с", "c", "е", "e", "к", "k", "м", "m", "н", "h", "о", "o", "р", "p", "т", "t", "у", "y", "х", "x",
		"б", "b", "г", "g", "д", "d", "и", "i", "л", "l", "п", "p", "ф", "f"),
	strings.NewReplacer("a", "а", "b", "в", "c", "с", "e", "е", "k", "к", "m", "м", "h", "н", "o", "о", "p", "р", "t", "т", "y", "у", "x", "х"),
}

// shortWord is the length in bytes of what is rather a letter or two than a number in a word.
const shortWord = 3

// zero ends the designation of what holds 10.1 where that is printed as 10.0; people call
// it 10.
const zero = ".0"

// full returns the designation of what is called code, which may lack its zero.
func (t *Index) full(code string) string {
	if in := t.places[code]; len(in) > 0 && t.doc.Sections[in[0]].Designation.Normal == code+zero {
		return code + zero
	}
	return code
}

// Narrow takes r, which several sections answer to, for the one of them that lies in
// section, if there is one.
func (t *Index) Narrow(r *Ref, section int) bool {
	if len(r.Sections) < 2 || r.From != r.To {
		return false
	}
	span := t.doc.Sections[section].Span
	in := slices.DeleteFunc(slices.Clone(r.Sections), func(i int) bool { return !span.Contains(t.doc.Sections[i].Span) })
	if len(in) == 1 {
		r.Sections = in
	}
	return len(in) == 1
}
