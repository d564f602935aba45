package evidence

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestWordings: what is remembered of a passage says the same as its text, to several
// who ask at once, and again.
func TestWordings(t *testing.T) {
	d, aids := made(t, 5)
	c, err := New(t.Context(), Options{Document: d, Annotations: aids, Params: DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.listing()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for seed := range uint64(4) {
		group.Go(func() {
			r := rand.New(rand.NewPCG(seed, 1))
			for range 60 {
				sameWords(t, l, phraseOf(r, d.Text))
			}
		})
	}
	group.Wait()
	known := 0
	for range l.engine.WithPrefix(allWords, "") {
		known++
	}
	if n := len(l.wordings.stems); n == 0 || n > known {
		t.Errorf("%d stems are remembered of a document of %d", n, known)
	}
}

// phraseOf takes a few words out of a text, sometimes others between them.
func phraseOf(r *rand.Rand, text string) string {
	words := strings.Fields(strings.ReplaceAll(text, ".", ""))
	at := r.IntN(len(words) - 4)
	phrase := slices.Clone(words[at : at+2+r.IntN(3)])
	if r.IntN(3) == 0 {
		phrase[r.IntN(len(phrase))] = []string{"quite", "owner's", "vessel"}[r.IntN(3)]
	}
	return strings.Join(phrase, " ")
}

// sameWords holds what is found of a phrase against the text of all passages.
func sameWords(t *testing.T, l *listing, phrase string) {
	words := l.own.counted(phrase)
	got, err := l.written(t.Context(), words)
	if err != nil {
		t.Error(err)
	}
	var want []int
	for n := range l.engine.Len() {
		in := l.own.counted(plainText(l.doc.Plain(l.span(l.place(n)))))
		if hasRun(in, words, func(w, topic counted) bool { return w.stem == topic.stem && (w.owns || !topic.owns) }) {
			want = append(want, n)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: %v, want %v", phrase, got, want)
	}
}
