package library

import (
	"hash/maphash"
	"strings"
	"sync"

	"pincite/internal/answer/turn"
	"pincite/internal/document"
)

// A version is what is remembered of a text when it is gone: what its sections
// said, as hashes, so that what leads to one of them can be followed.
type version struct {
	name, digest string
	sections     func() map[string]uint64 // by id; hashed when first needed
}

// has reports whether a section of the text had these words.
func (v version) has(words uint64) bool {
	for _, said := range v.sections() {
		if said == words && words != 0 {
			return true
		}
	}
	return false
}

// maxPast bounds the texts that are remembered. Each takes some 50 bytes a section.
const maxPast = 64

func versionOf(d *document.Document) version {
	return version{strings.Clone(d.Name), d.Digest(), sync.OnceValue(func() map[string]uint64 {
		out := make(map[string]uint64, len(d.Sections))
		for i := range d.Sections {
			out[strings.Clone(d.Sections[i].ID)] = hashOf(d, i)
		}
		return out
	})}
}

// seed is that of the hashes, which no other process sees.
var seed = maphash.MakeSeed()

// hashOf hashes what section i says: its heading and paragraphs, without the number
// that changes when another section is put before it. It is 0 for an empty section,
// which is like every other.
func hashOf(d *document.Document, i int) uint64 {
	s := &d.Sections[i]
	if s.Heading.Empty() && len(s.Paragraphs) == 0 {
		return 0
	}
	var h maphash.Hash
	h.SetSeed(seed)
	h.WriteString(d.Slice(s.Heading)) // a hash never fails
	for _, p := range s.Paragraphs {
		h.WriteByte(0)
		h.WriteString(d.Slice(p.Span))
	}
	return h.Sum64()
}

// remember adds the texts of old that are not among those of now. They are hashed
// now, so that nothing holds what is replaced.
func remember(past []version, old, now []*entry) []version {
	current := map[string]bool{}
	for _, e := range now {
		current[e.text.name+e.text.digest] = true
	}
	var out []version
	for _, e := range old {
		if !current[e.text.name+e.text.digest] {
			e.text.sections()
			out = append(out, e.text)
		}
	}
	for _, v := range past {
		if !current[v.name+v.digest] && len(out) < maxPast {
			out = append(out, v)
		}
	}
	return out
}

// A Fate is what has become of a section.
type Fate int

// What becomes of sections.
const (
	Unknown Fate = iota // no text that is remembered had it
	Same                // it says what it said
	Altered             // it is there, and says something else
	Moved               // another section says what it said
	Gone                // nothing says what it said
)

// A Trail leads from a section to where it is now.
type Trail struct {
	Fate     Fate
	Document *document.Document // nil if it is gone
	Section  int                // index in Document of what it is now; for Same, Altered and Moved
}

// Replaced tells what has become of a section of a text that was replaced, given
// the beginning of the text's digest. With an empty id it tells of the document
// alone: Altered or Gone.
func (l *Library) Replaced(digest, id string) Trail {
	return l.follow(id, func(v version) bool { return digest != "" && strings.HasPrefix(v.digest, digest) })
}

// Left tells what has become of a section that a document of this name had once.
func (l *Library) Left(name, id string) Trail {
	return l.follow(id, func(v version) bool {
		_, had := v.sections()[id]
		return v.name == name && (had || id == "")
	})
}

// follow follows a section of the newest remembered text of which is reports true.
func (l *Library) follow(id string, is func(version) bool) Trail {
	docs := l.current()
	for _, v := range docs.past {
		if !is(v) {
			continue
		}
		e := docs.named(v.name)
		if e == nil {
			return Trail{Fate: Gone}
		}
		return e.trail(v, id)
	}
	return Trail{}
}

// trail follows a section of an older text of the document.
func (e *entry) trail(v version, id string) Trail {
	said, had := v.sections()[id]
	switch i, ok := e.doc.ByID(id); {
	case id == "":
		return Trail{Fate: Altered, Document: e.doc}
	case !had:
		return Trail{Document: e.doc}
	case ok && e.text.sections()[id] == said:
		return Trail{Same, e.doc, i}
	case e.says(said) >= 0:
		return Trail{Moved, e.doc, e.says(said)}
	case ok && !v.has(e.text.sections()[id]): // else it is one that was renumbered
		return Trail{Altered, e.doc, i}
	}
	return Trail{Fate: Gone, Document: e.doc}
}

// says returns the one section with these words, -1 for none or several.
func (e *entry) says(words uint64) int {
	found := -1
	for id, said := range e.text.sections() {
		if said != words || words == 0 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found, _ = e.doc.ByID(id)
	}
	return found
}

// holds reports whether a turn about a document still means what it meant: it is of
// this text, or every section that it cited still says what it said.
func (s *documents) holds(e *entry, t turn.Turn) bool {
	if t.Digest == "" || t.Digest == e.text.digest {
		return true
	}
	for _, v := range s.past {
		if v.name != e.text.name || v.digest != t.Digest {
			continue
		}
		for _, id := range t.Sections {
			if e.trail(v, id).Fate != Same {
				return false
			}
		}
		return true
	}
	return false
}
