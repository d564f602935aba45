package mentions

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"pincite/internal/evidence/evidencetest"
	"pincite/internal/evidence/passages"
)

// TestWordings: what is remembered of a passage says the same as its text, to several
// who ask at once, and again.
func TestWordings(t *testing.T) {
	d, aids := evidencetest.Document(t, 5)
	set, err := passages.New(t.Context(), passages.Options{Document: d, Annotations: aids})
	if err != nil {
		t.Fatal(err)
	}
	l, err := New(d, set).listing()
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
	for range l.engine.WithPrefix(passages.AllWords, "") {
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
	words := countedIn(l.set.Own(), phrase)
	got, err := l.written(t.Context(), words)
	if err != nil {
		t.Error(err)
	}
	var want []int
	for n := range l.engine.Len() {
		in := countedIn(l.set.Own(), passages.PlainText(l.doc.Plain(l.set.Span(l.place(n)))))
		if hasRun(in, words, func(w, topic counted) bool { return w.stem == topic.stem && (w.owns || !topic.owns) }) {
			want = append(want, n)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: %v, want %v", phrase, got, want)
	}
}
