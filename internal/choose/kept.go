package choose

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pincite/internal/document"
)

// A Memory keeps choices beyond the process, by keys of which it keeps a hash that the
// question cannot be guessed from. What it keeps is for package choose alone to read.
// Its methods are called from several goroutines and take a bounded time; where they
// fail the model is asked again.
type Memory interface {
	// Chosen returns what KeepChosen kept last under a key; nil for nothing.
	Chosen(ctx context.Context, key string) ([]byte, error)
	KeepChosen(ctx context.Context, key string, choice []byte) error
}

// key is the same for questions that must get the same choice.
func (c *Chooser) key(a Asked) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []any{Version, c.o.Name, c.o.Context, a.question(), a.before(), a.shownBefore(), a.texts()}))
	return hex.EncodeToString(sum[:])
}

// recall returns the choice that was made for a question before.
func (c *Chooser) recall(ctx context.Context, key string, a Asked) (choice, bool) {
	if c.o.Memory == nil {
		return c.kept.Get(key)
	}
	raw, err := c.o.Memory.Chosen(ctx, key)
	if err != nil || raw == nil {
		return choice{}, false
	}
	return decodeChoice(raw, a)
}

// keep keeps a choice for the next time: in one place, which knows for how long.
func (c *Chooser) keep(ctx context.Context, key string, a Asked, made choice) {
	if c.o.Memory != nil {
		_ = c.o.Memory.KeepChosen(ctx, key, made.encode(a)) // who keeps it counts what fails
		return
	}
	made.said = nil // a prompt is as long as the text
	c.kept.Add(key, made)
}

// A keptChoice is a choice as a Memory has it, without a word of the question.
type keptChoice struct {
	Quotes    []keptQuote `json:"quotes"`
	Uncovered []int       `json:"uncovered,omitempty"` // places among the words of the question
}

type keptQuote struct {
	Document string `json:"document"`
	Section  int    `json:"section"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

func (c choice) encode(a Asked) []byte {
	k := keptChoice{Quotes: []keptQuote{}}
	for _, q := range c.quotes {
		k.Quotes = append(k.Quotes, keptQuote{q.document, q.section, q.span.Start, q.span.End})
	}
	asked := strings.FieldsFunc(a.question(), notOfWord)
	for _, w := range c.uncovered {
		k.Uncovered = append(k.Uncovered, slices.Index(asked, w))
	}
	raw, err := json.Marshal(k)
	if err != nil {
		panic(err) // unreachable: numbers and names
	}
	return raw
}

// decodeChoice reads what encode wrote. It reports false where that does not fit the
// texts as they are read today: another version of the program may have divided them
// otherwise.
func decodeChoice(raw []byte, a Asked) (choice, bool) {
	var k keptChoice
	if json.Unmarshal(raw, &k) != nil || k.Quotes == nil {
		return choice{}, false
	}
	var c choice
	for _, q := range k.Quotes {
		at := quote{q.Document, q.Section, document.Span{Start: q.Start, End: q.End}}
		if !a.has(at) {
			return choice{}, false
		}
		c.quotes = append(c.quotes, at)
	}
	asked := strings.FieldsFunc(a.question(), notOfWord)
	for _, i := range k.Uncovered {
		if i < 0 || i >= len(asked) {
			return choice{}, false
		}
		c.uncovered = append(c.uncovered, asked[i])
	}
	return c, true
}

// has reports whether a quote is of whole sentences of its section.
func (a Asked) has(q quote) bool {
	for _, d := range a.documents() {
		if d.Name != q.document || q.section < 0 || q.section >= len(d.Sections) {
			continue
		}
		all := d.Sentences(q.section)
		first := slices.IndexFunc(all, func(s document.Span) bool { return s.Start == q.span.Start })
		last := slices.IndexFunc(all, func(s document.Span) bool { return s.End == q.span.End })
		return first >= 0 && last >= first
	}
	return false
}
