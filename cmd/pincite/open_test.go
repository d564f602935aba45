package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pincite/internal/config"
)

// What is stopped while documents are made ready says so and leaves nothing half made.
func TestOpeningIsStopped(t *testing.T) {
	file, folder := filepath.Join(t.TempDir(), "law.txt"), t.TempDir()
	if err := os.WriteFile(file, []byte(strings.Repeat("Article 1. Fees\n\nA fee is due.\n\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var errs bytes.Buffer
	p := &program{errs: &errs}
	_, err := p.openLibrary(ctx, config.Config{Documents: []string{file}, Index: config.Index{Path: folder}})
	if err == nil || !strings.Contains(err.Error(), "stopped before the documents were ready") || errs.Len() > 0 {
		t.Errorf("error %v, said %q", err, &errs)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 1 || len(left) == 1 && left[0].Name() != "pdfium" {
		t.Errorf("left behind: %v, error %v", left, err)
	}
}
