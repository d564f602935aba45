package docx

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/importer/sourcetest"
)

// TestGolden reads the documents that pandoc and LibreOffice wrote.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(files) < 7 {
		t.Fatalf("%d documents, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			s, err := readBytes(data)
			if err != nil {
				t.Fatal(err)
			}
			sourcetest.Golden(t, strings.TrimSuffix(name, ".docx")+".golden", s)
		})
	}
}
