package passages_test

import (
	"errors"
	"os"
	"testing"

	"pincite/internal/evidence"
	"pincite/internal/folder"
	"pincite/internal/search"
)

// A failure of the index reaches the caller: it is not an absence of matches.
func TestErrors(t *testing.T) {
	b, err := folder.Load(os.DirFS("../../../data"), "opinions-2024")
	if err != nil {
		t.Fatal(err)
	}
	c, err := evidence.New(t.Context(), evidence.Options{Document: b.Document, Annotations: b.Annotations, Params: evidence.DefaultParams()})
	if err != nil {
		t.Fatal(err)
	}
	c.Passages().Break("zh", errBroken)
	if _, err := c.Plan("党课", "zh"); !errors.Is(err, errBroken) {
		t.Errorf("Plan: %v", err)
	}
	c.Passages().Break("es", errBroken)
	if _, _, err := c.Mentions().Find(t.Context(), "zzqx", "", "es"); !errors.Is(err, errBroken) {
		t.Errorf("Mentions: %v", err)
	}
	p, err := c.Plan("formalism", "en")
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Find(t.Context(), p, nil); !errors.Is(err, search.ErrClosed) {
		t.Errorf("Find: %v", err)
	}
}

var errBroken = errors.New("broken")
