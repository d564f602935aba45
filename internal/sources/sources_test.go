package sources

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/config"
)

// of are sources of one path, with a cache of their own.
func of(t *testing.T, path string) *Sources {
	s := &Sources{Config: config.Config{Documents: []string{path}, Index: config.Index{Path: t.TempDir()}}, Getenv: func(string) string { return "" }}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestDocuments(t *testing.T) {
	if _, _, err := of(t, filepath.Join(t.TempDir(), "none.txt")).Documents(t.Context(), 0); err == nil {
		t.Error("read a file that is not there")
	}
	file := filepath.Join(t.TempDir(), "rules.txt")
	if err := os.WriteFile(file, []byte("1. Fees\n\nA fee is due.\n\n2. Keys\n\nA key is lent.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := of(t, file).Documents(t.Context(), 4); err == nil {
		t.Error("read a text that is longer than may be")
	}
	for path, want := range map[string]string{file: "rules", "": "opinions-2024"} {
		s := of(t, path)
		got, skipped, err := s.Documents(t.Context(), 0)
		if err != nil || len(skipped) > 0 || len(got) != 1 || got[0].Name != want {
			t.Errorf("%q: %v, skipped %v, error %v", path, got, skipped, err)
		}
		if cached := s.Cache() != nil; cached != (path != "") {
			t.Errorf("%q: a cache: %v", path, cached)
		}
	}
}

func TestHostName(t *testing.T) {
	for path, want := range map[string]string{"a/b.txt": "a/b.txt", "/x/y": "/x/y", "../z": "../z"} {
		if got, err := hostName(path); got != want || err != nil {
			t.Errorf("%q: %q, error %v", path, got, err)
		}
	}
	for _, path := range []string{"", ".", ".."} {
		if got, err := hostName(path); err != nil || !filepath.IsAbs(got) || filepath.Base(got) == "." {
			t.Errorf("%q: %q, error %v", path, got, err)
		}
	}
}

func TestMakeFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "rules.txt")
	write := func(text string) *Sources {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return of(t, file)
	}
	for _, step := range []struct{ text, wrote string }{
		{"1. Fees\n\nA fee is due.\n", "wrote "},
		{"1. Fees\n\nA fee is due.\n", ""},
		{"1. Fees\n\nNo fee is due.\n", "has changed"},
	} {
		s := write(step.text)
		docs, _, err := s.Documents(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		got, wrote, err := s.MakeFolder(t.Context(), file, docs[0])
		if err != nil || got != filepath.Join(dir, "rules") || !strings.Contains(wrote, step.wrote) || step.wrote == "" && wrote != "" {
			t.Errorf("%s, wrote %q, error %v", got, wrote, err)
		}
	}
	if got, wrote, err := of(t, dir).MakeFolder(t.Context(), dir, nil); got != dir || wrote != "" || err != nil {
		t.Errorf("of a folder: %s, wrote %q, error %v", got, wrote, err)
	}
	if got := FolderOf(filepath.Join(dir, "bare")); got != filepath.Join(dir, "bare.document") {
		t.Error(got)
	}
}
