package draft

import (
	"maps"
	"slices"

	"pincite/internal/annotation"
	"pincite/internal/document"
)

// A result is what one pass over a section has brought.
type result struct {
	section int
	pass    int
	fresh   bool // what the model wrote earlier is of another text
	aids    annotation.Section
}

// merge puts a result into a section of the file. What a person wrote, changed or
// removed there stays so.
func (j *Job) merge(s annotation.Section, r result) annotation.Section {
	wrote, there := s.Written(), annotation.Wrote{}
	for _, e := range s.Entries() {
		there.Add(e)
	}
	removed := func(e annotation.Entry) bool { return wrote.Has(e) && !there.Has(e) }
	if r.fresh {
		s = s.Filter(func(e annotation.Entry) bool { return !wrote.Has(e) })
		maps.DeleteFunc(wrote, func(sum string, _ bool) bool { return there[sum] })
	}
	fresh := r.aids.Filter(func(e annotation.Entry) bool { return !removed(e) })
	for _, e := range fresh.Entries() {
		wrote.Add(e)
	}
	s = joined(j.Document, r.section, s, fresh)
	s.Drafted = &annotation.Drafted{Model: j.Model, Prompt: Version, Passes: r.pass, Date: j.Date,
		Digest: digest(j.Document, r.section), Wrote: wrote.String()}
	return s
}

// joined adds the entries of more to s, after those that are there.
func joined(d *document.Document, section int, s, more annotation.Section) annotation.Section {
	s.Headings = union(s.Headings, more.Headings)
	s.Questions = union(s.Questions, more.Questions)
	s.Unanswered = union(s.Unanswered, more.Unanswered)
	s.Named = union(s.Named, more.Named)
	s.Sentences = slices.Clone(s.Sentences)
	for _, n := range more.Sentences {
		i := slices.IndexFunc(s.Sentences, func(m annotation.Sentence) bool { return document.OneLine(m.Text) == n.Text })
		if i < 0 {
			s.Sentences = append(s.Sentences, n)
			continue
		}
		m := &s.Sentences[i]
		if m.Gloss == "" {
			m.Gloss = n.Gloss
		}
		m.Same, m.Terms, m.Questions = union(m.Same, n.Same), union(m.Terms, n.Terms), union(m.Questions, n.Questions)
	}
	place := map[string]int{}
	for i, span := range d.Sentences(section) {
		place[document.OneLine(d.Slice(span))] = i
	}
	slices.SortStableFunc(s.Sentences, func(a, b annotation.Sentence) int {
		return placed(place, a) - placed(place, b)
	})
	return s
}

// placed returns where a sentence stands; one that is gone comes last.
func placed(place map[string]int, n annotation.Sentence) int {
	if i, ok := place[document.OneLine(n.Text)]; ok {
		return i
	}
	return len(place)
}

// union returns a with those of b that are not in it.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.ContainsFunc(out, func(t string) bool { return annotation.Folded(t) == annotation.Folded(s) }) {
			out = append(out, s)
		}
	}
	return out
}

// tidy returns the sections of a file that change when no question of the model's
// stands twice in the document, or as both answered and not: the first one stays, and
// whatever a person wrote.
func tidy(d *document.Document, a *annotation.Aids) map[string]annotation.Section {
	asked := map[string]bool{}
	for _, s := range a.Sections {
		wrote := s.Written()
		for _, e := range s.Entries() {
			if e.Kind == "questions" && !wrote.Has(e) {
				asked[annotation.Folded(e.Text)] = true
			}
		}
	}
	sections := inOrder(d, a)
	changed := map[string]annotation.Section{}
	for _, kind := range []string{"questions", "unanswered"} {
		for k, s := range sections {
			wrote := s.Written()
			kept := s.Filter(func(e annotation.Entry) bool {
				key := annotation.Folded(e.Text)
				if e.Kind != kind || !wrote.Has(e) {
					return true
				}
				first := !asked[key]
				asked[key] = true
				return first
			})
			if len(kept.Entries()) < len(s.Entries()) {
				sections[k], changed[s.ID] = kept, kept
			}
		}
	}
	return changed
}

// inOrder returns the sections of a file in the order of the document.
func inOrder(d *document.Document, a *annotation.Aids) []annotation.Section {
	out := slices.Clone(a.Sections)
	slices.SortStableFunc(out, func(s, t annotation.Section) int {
		i, _ := d.ByID(s.ID)
		k, _ := d.ByID(t.ID)
		return i - k
	})
	return out
}
