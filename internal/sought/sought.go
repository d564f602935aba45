package sought

import (
	"regexp"
	"strings"
	"sync"

	"pincite/internal/text"
)

// A Kind is a set of kinds of things that questions ask for.
type Kind uint32

// The kinds.
const (
	Count       Kind = 1 << iota // how many
	Sum                          // how much money, which share
	Date                         // when: a day, a deadline, a recurring date, a time of day
	Duration                     // how long
	Frequency                    // how often
	Age                          // how old
	Agent                        // who: a person, a body, a role
	Place                        // where
	Reason                       // why: a cause or a purpose
	Means                        // how, with what
	Definition                   // what is
	Enumeration                  // which ones
	Permission                   // may, must: permission, duty, prohibition
	Consequence                  // what follows from it
	Contact                      // an address or number to reach somebody at
	Name                         // which person it is, or what something is called
	end
)

var names = [...]string{"count", "sum", "date", "duration", "frequency", "age", "agent", "place", "reason", "means",
	"definition", "enumeration", "permission", "consequence", "contact", "name"}

// Has reports whether k holds any of the kinds in x.
func (k Kind) Has(x Kind) bool { return k&x != 0 }

// String returns the names of the kinds in k, joined by "+"; "" for none.
func (k Kind) String() string {
	var out []string
	for i, name := range names {
		if k.Has(1 << i) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "+")
}

// Each calls f for every kind in k.
func (k Kind) Each(f func(Kind)) {
	for one := Kind(1); one < end; one <<= 1 {
		if k.Has(one) {
			f(one)
		}
	}
}

// Asked returns the kinds of things that a question in a language asks for, as it is
// written; none where its words do not tell, or in a language without rules.
func Asked(question, language string) Kind {
	r := rulesOf(language)
	if r == nil {
		return 0
	}
	return together(r.asked(r.question(question)))
}

// together returns what is asked for of the kinds that a question has words for.
func together(kinds Kind) Kind {
	if kinds.Has(measured) {
		kinds &= measured | Agent | Place // "what is the fine for smoking" asks for a sum
	}
	return kinds
}

// measured are the kinds that questions of many forms ask for by their own words.
const measured = Count | Sum | Date | Duration | Frequency | Age | Contact

// A Question is how a message asks.
type Question struct {
	Asked Kind     // the kinds of things that it asks for
	Thing string   // its word for the thing asked for, in lower case: "province" of "which province"; "" where it has none
	Many  bool     // it asks how many there are of the thing: "how many racks", not "what is the quorum"
	Verb  string   // where it asks who does something, its word for what is done: "locks" of "who locks the gate"; "" where it has none
	Frame []string // the words that only ask, in lower case: "how" and "long"; a text that answers need not have them
}

// Read reads how a message asks that is known to ask something. People leave accents out;
// where they do, many a word that asks is one that joins two clauses, so that it is only
// read so where the message asks for nothing as it is written.
func Read(message, language string) Question {
	r := rulesOf(language)
	if r == nil {
		return Question{}
	}
	words := r.question(message)
	kinds := r.asked(words)
	if kinds == 0 && r.bare != nil {
		bare, plain := r.bare(), text.Unaccented(words)
		if kinds = bare.asked(plain); kinds != 0 {
			r, words = bare, plain
		}
	}
	return Question{together(kinds), first(r.thing, words), matchAny(r.many, words), first(r.verb, words), r.frameOf(words)}
}

// first returns the group of the first of the patterns that the words match.
func first(patterns []*regexp.Regexp, words string) string {
	for _, p := range patterns {
		if m := p.FindStringSubmatch(words); m != nil {
			return m[1]
		}
	}
	return ""
}

func (r *rules) frameOf(words string) (out []string) {
	for _, p := range r.frame {
		for _, m := range p.FindAllStringSubmatch(words, -1) {
			parts := m[1:]
			if len(parts) == 0 {
				parts = m
			}
			for _, s := range parts {
				out = append(out, strings.Fields(s)...)
			}
		}
	}
	return out
}

// In returns those of the wanted kinds that a text in a language has. ok is false
// in a language without rules, where nothing can be said.
func In(s, language string, wanted Kind) (has Kind, ok bool) {
	r := rulesOf(language)
	if r == nil {
		return 0, false
	}
	words, shape := r.words(s), ""
	if wanted.Has(measured) {
		words = r.skipped(words)
	}
	for i := range r.kinds {
		k := &r.kinds[i]
		if !wanted.Has(k.kind) {
			continue
		}
		if len(k.shape) > 0 && shape == "" {
			shape = r.shape(s)
		}
		words := words
		if k.kind == Agent {
			words = r.busy(words) // "October" ends as "caller" does
		}
		if matchAny(k.has, words) || matchAny(k.shape, shape) {
			has |= k.kind
		}
	}
	return has, true
}

// rulesOf returns the rules of a language, nil if there are none. They are compiled
// when they are first needed.
func rulesOf(language string) *rules {
	if load := loaded[language]; load != nil {
		return load()
	}
	return nil
}

// languages are those that have rules.
var languages = []string{"en", "zh", "ru", "es", "de", "fr", "it", "pt", "ja"}

var loaded = func() map[string]func() *rules {
	out := make(map[string]func() *rules, len(languages))
	for _, l := range languages {
		out[l] = sync.OnceValue(func() *rules { return mustLoad(l) })
	}
	return out
}()
