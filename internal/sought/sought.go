package sought

import (
	"strings"
	"sync"
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

// Asked returns the kinds of things that a question in a language asks for; none
// where its words do not tell, or in a language without rules.
func Asked(question, language string) Kind {
	r := rulesOf(language)
	if r == nil {
		return 0
	}
	words := r.words(question)
	var out Kind
	for i := range r.kinds {
		if k := &r.kinds[i]; matchAny(k.ask, words) && !matchAny(k.not, words) {
			out |= k.kind
		}
	}
	if out.Has(measured) {
		out &= measured | Agent | Place // "what is the fine for smoking" asks for a sum
	}
	return out
}

// measured are the kinds that questions of many forms ask for by their own words.
const measured = Count | Sum | Date | Duration | Frequency | Age | Contact

// Thing returns the word that a question has for the thing it asks for, in lower
// case: "province" of "which province", "minutes" of "how many minutes"; "" where it
// has none.
func Thing(question, language string) string {
	r := rulesOf(language)
	if r == nil {
		return ""
	}
	words := r.words(question)
	for _, p := range r.thing {
		if m := p.FindStringSubmatch(words); m != nil {
			return m[1]
		}
	}
	return ""
}

// Frame returns the words of a question that only ask, in lower case: "how" and
// "long" of "how long is a lease". What they ask for is a matter for [Asked]; a text
// that answers need not have them.
func Frame(question, language string) []string {
	r := rulesOf(language)
	if r == nil {
		return nil
	}
	var out []string
	words := r.words(question)
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
func In(text, language string, wanted Kind) (has Kind, ok bool) {
	r := rulesOf(language)
	if r == nil {
		return 0, false
	}
	words, shape := r.words(text), ""
	for i := range r.kinds {
		k := &r.kinds[i]
		if !wanted.Has(k.kind) {
			continue
		}
		if len(k.shape) > 0 && shape == "" {
			shape = r.shape(text)
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
