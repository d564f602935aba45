package between

import "strings"

// An Allowance is a way in which a text may differ from a document and still be
// word for word the same.
type Allowance string

// The allowances, in the order in which [Allowed.List] has them. The strings are part
// of the JSON contract.
const (
	Quotes      Allowance = "quotation-marks" // other marks, or none; apostrophes too
	Dashes      Allowance = "dashes"          // hyphens and dashes of another kind, or none but between numbers
	Ellipses    Allowance = "ellipses"        // "…" where something is left out
	LineBreaks  Allowance = "line-breaks"
	WhiteSpace  Allowance = "white-space"
	Case        Allowance = "case"
	Hyphenation Allowance = "hyphenation" // a word divided at the end of a line
	Ligatures   Allowance = "ligatures"
	FullWidth   Allowance = "full-width"
	Forms       Allowance = "character-forms" // other characters for the same: "①", "é" as two, 開 for 开
	Ends        Allowance = "closing-mark"    // another mark, or none, after the last word
	Numbering   Allowance = "numbering"       // numbers of sections, which are no sentence's
	Groups      Allowance = "digit-groups"    // "1,000", "1 000", "1000"
	Emphasis    Allowance = "emphasis"        // asterisks and the like around words, as Markdown has them
	Notes       Allowance = "note-marks"      // numbers of notes: "[12]"
	Markup      Allowance = "markup"          // marks of the source that people do not see
)

var allowances = []Allowance{Quotes, Dashes, Ellipses, LineBreaks, WhiteSpace, Case, Hyphenation, Ligatures, FullWidth,
	Forms, Ends, Numbering, Groups, Emphasis, Notes, Markup}

// An Allowed is a set of allowances.
type Allowed map[Allowance]bool

// List returns the set in the order of the constants, never nil.
func (a Allowed) List() []Allowance {
	out := []Allowance{}
	for _, x := range allowances {
		if a[x] {
			out = append(out, x)
		}
	}
	return out
}

// Same compares two gaps, adds what has to be allowed for, and reports whether
// that is all.
func (a Allowed) Same(g, h Gap) bool {
	if !g.SameMarks(h) {
		return false
	}
	a.Add(Markup, strings.Contains(g.Marks, "|") != strings.Contains(h.Marks, "|"))
	a.Add(Quotes, g.Quotes != h.Quotes)
	a.Add(Dashes, g.Dashes != h.Dashes)
	a.Add(Ellipses, g.Ellipsis != h.Ellipsis)
	a.Add(LineBreaks, g.Lines != h.Lines)
	a.Add(WhiteSpace, g.Lines == h.Lines && !g.Lines && g.Blanks != h.Blanks)
	a.Add(FullWidth, g.wide != h.wide)
	a.Add(Emphasis, g.emphasis != h.emphasis)
	return true
}

// Add adds an allowance if it was needed.
func (a Allowed) Add(x Allowance, yes bool) {
	if yes {
		a[x] = true
	}
}
