package reference

import (
	"testing"

	"pincite/internal/question/grammar"
)

// TestTakeBackKeepsWhatItReferences holds that the references kept are among the words kept,
// also where the word that denies the next is the last of one.
func TestTakeBackKeepsWhatItReferences(t *testing.T) {
	const message = "measure 5 not measure 6"
	tokens := grammar.Scan(message)
	found := Find(testTable, message, tokens)
	if len(found) != 2 {
		t.Fatalf("%d references", len(found))
	}
	found[0].To, found[1].Denied = found[1].From, 1
	words, kept := TakeBack(testTable, tokens, found)
	if len(kept) != 1 || kept[0].From < 0 || kept[0].To > len(words) {
		t.Errorf("%d words, references %+v", len(words), kept)
	}
}
