package grammar

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"pincite/internal/question/phrase"
	"pincite/internal/text/words"
)

//go:embed *.txt
var files embed.FS

// A Grammar is the rules of all languages, ready to match. It is safe for
// concurrent use.
type Grammar struct {
	vocabulary *phrase.Vocabulary
	sets       map[string]*phrase.Set
	lists      map[string][]string
	spellings  map[string]spelling
	besides    map[string][]beside
	framing    map[string][]string // by language
	atHome     map[string][]string // by language, what is "and" where the document is in it
	genitive   map[string][]string // by language, endings of the genitive where the document is in it
	bags       []Bag               // by number of the word
	plurals    []string            // languages that list the plurals of names of levels
	counting   map[string][]string // by number word: languages that have it
}

// A spelling is the word that a typed form is read as.
type spelling struct {
	word    string
	guarded bool // only in lower case and before another known word: "hu must attend"
	counted bool // only before a number: 弟六条
}

// groups are the groups of patterns with their intents. The value of a pattern is
// the place of its intent, counted from 1.
var groups = map[string][]string{
	"talk":      {"identity", "help", "documents", "shelf", "thanks", "greeting", "yes", "no", "noise"},
	"move":      {"next", "previous", "full text", "more", "summary", "up", "sentence before", "sentence after"},
	"leap":      {"next", "previous", "next by number", "previous by number"},
	"outline":   {"each", "count", "list", "children", "structure"},
	"parent":    nil,
	"about":     {"title", "issuer", "adopted", "released", "dates", "language", "source", "nature", "author", "length", "cite"},
	"list":      {"all", "every", "mention", "say", "upon", "not", "lack", "piece", "find", "word", "meaning", "occur", "frame", "which"},
	"task":      {"summary", "translation", "writing", "opinion", "comparison", "questions"},
	"compare":   nil,
	"denial":    nil,
	"hedge":     nil,
	"join":      nil,
	"again":     {"in", "which", "count"},
	"request":   nil,
	"role":      nil,
	"lead":      nil,
	"tail":      nil,
	"followup":  {"connective", "pronoun", "short", "correction", "possessive"},
	"stand":     nil,
	"place":     {"preamble", "conclusion", "opening", "middle"},
	"perhaps":   {"preamble", "conclusion"},
	"onward":    nil,
	"titled":    nil,
	"beside":    nil,
	"neighbour": {"after", "before"},
	"end":       {"number", "1", "2", "3"},
	"number":    {"says"},
}

// All returns the grammar that the program comes with, compiled on first use.
var All = sync.OnceValue(func() *Grammar {
	g, err := load(files)
	if err != nil {
		panic(err) // the files are part of the program, and tested
	}
	return g
})

// Reads reports whether there are rules for a language.
func Reads(language string) bool {
	_, err := fs.Stat(files, language+".txt")
	return err == nil
}

// Languages returns the languages that there are rules for, in the order of their tags.
func Languages() []string { return words.LanguagesIn(files) }

// load compiles the files of a folder.
func load(folder fs.FS) (*Grammar, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	var sections []section
	macros := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("grammar %s: %w", name, err)
		}
		read, err := split(path.Base(name), string(data))
		if err != nil {
			return nil, err
		}
		for _, s := range read {
			if s.group == "macro" {
				macros[s.intent] = strings.Join(s.lines, "")
			}
		}
		sections = append(sections, read...)
	}
	g := &Grammar{vocabulary: phrase.NewVocabulary(macros), sets: map[string]*phrase.Set{}, lists: map[string][]string{},
		spellings: map[string]spelling{}, besides: map[string][]beside{}, framing: map[string][]string{}, counting: map[string][]string{}, atHome: map[string][]string{}, genitive: map[string][]string{}}
	for group := range groups {
		g.sets[group] = g.vocabulary.NewSet()
	}
	for _, s := range sections {
		if err := g.add(s); err != nil {
			return nil, err
		}
		g.addFraming(s)
	}
	g.fillBags()
	return g, nil
}

// A section is a row of lines below one line in brackets.
type section struct {
	file          string
	line          int
	group, intent string
	lines         []string
}

// split cuts a file into its sections, without the examples, which are for the tests.
func split(file, data string) ([]section, error) {
	var out []section
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			group, intent, _ := strings.Cut(strings.TrimSuffix(name, "]"), " ")
			out = append(out, section{file: file, line: n, group: group, intent: intent})
			continue
		}
		if line == "" || line[0] == '#' || line[0] == '>' {
			continue
		}
		if len(out) == 0 {
			return nil, fmt.Errorf("grammar %s:%d: %q stands in no section", file, n, line)
		}
		s := &out[len(out)-1]
		s.lines = append(s.lines, line)
	}
	return out, nil
}

// add compiles one section.
func (g *Grammar) add(s section) error {
	switch s.group {
	case "macro":
		return nil // read before all others
	case "words":
		g.addWords(s)
		return nil
	case "spelling":
		return g.addSpellings(s)
	case "numbers":
		return g.addNumbers(s)
	}
	value, err := s.value()
	if err != nil {
		return err
	}
	for _, l := range s.lines {
		g.sets[s.group].Add(l, value)
	}
	return nil
}

// addWords reads a list of words; of some it matters whose language they are of.
func (g *Grammar) addWords(s section) {
	language := s.language()
	var all []string
	for _, l := range s.lines {
		all = append(all, strings.Fields(l)...)
	}
	g.lists[s.intent] = append(g.lists[s.intent], all...)
	switch s.intent {
	case LevelPlural:
		g.plurals = append(g.plurals, language)
	case AndAtHome:
		g.atHome[language] = append(g.atHome[language], all...)
	case GenitiveAtHome:
		g.genitive[language] = append(g.genitive[language], all...)
	}
}

// language is that of the file.
func (s section) language() string { return strings.TrimSuffix(s.file, ".txt") }

// value is the value of the section's patterns.
func (s section) value() (int, error) {
	intents, ok := groups[s.group]
	if !ok {
		return 0, fmt.Errorf("grammar %s:%d: there is no group %q", s.file, s.line, s.group)
	}
	if intents == nil && s.intent == "" {
		return 1, nil
	}
	if i := slices.Index(intents, s.intent); i >= 0 {
		return i + 1, nil
	}
	return 0, fmt.Errorf("grammar %s:%d: group %s has no intent %q", s.file, s.line, s.group, s.intent)
}

// addSpellings reads lines like "wat|wot = what".
func (g *Grammar) addSpellings(s section) error {
	for _, l := range s.lines {
		typed, word, ok := strings.Cut(l, " = ")
		if !ok {
			return fmt.Errorf("grammar %s:%d: %q has no \" = \"", s.file, s.line, l)
		}
		if b, ok := s.neighbours(); ok {
			g.addBeside(typed, word, b)
			continue
		}
		for t := range strings.SplitSeq(typed, "|") {
			g.spellings[t] = spelling{word, s.intent == "before a word", s.intent == "before a number"}
		}
	}
	return nil
}
