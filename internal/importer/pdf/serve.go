package pdf

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/klippa-app/go-pdfium"

	"pincite/internal/importer/block"
	"pincite/internal/importer/pdf/layout"
)

// memoryGoal is what the collector of the reading process aims to stay below, in
// bytes; the memory of PDFium itself is bounded by maxMemoryPages.
const memoryGoal = 768 << 20

// Main is the reading process: it answers on standard output what it is asked on
// standard input, and ends the program.
func Main() {
	debug.SetMemoryLimit(memoryGoal)
	if err := Serve(os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Serve reads one request and file from in and writes the response to out, and on
// the way to progress how far it is. The error tells that out got none.
func Serve(in io.Reader, out, progress io.Writer) error {
	r := bufio.NewReader(in)
	line, err := r.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("read the request: %w", err)
	}
	var req request
	if err := json.Unmarshal(line, &req); err != nil {
		return fmt.Errorf("read the request: %w", err)
	}
	if req.Timeout > 0 { // nobody may be left to kill us
		stop := time.AfterFunc(req.Timeout+10*time.Second, func() { os.Exit(3) })
		defer stop.Stop()
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return fmt.Errorf("read the file: %w", err)
	}
	var resp response
	if src, err := readFile(data, req, progress); err != nil {
		resp.Error = err.Error()
	} else {
		resp.Source = src
	}
	return json.NewEncoder(out).Encode(resp)
}

// readFile reads the file in this process.
func readFile(data []byte, req request, progress io.Writer) (*block.Source, error) {
	if err := check(data); err != nil {
		return nil, err
	}
	lib, end, err := start(req.CacheDir)
	if err != nil {
		return nil, err
	}
	defer end()
	return readWith(lib, data, req, progress)
}

// readWith reads the file by a PDFium that runs.
func readWith(lib pdfium.Pdfium, data []byte, req request, progress io.Writer) (*block.Source, error) {
	f, err := open(lib, data, req)
	if err != nil {
		return nil, err
	}
	defer f.close()
	var l layout.Layout
	if err := f.pages(&l, progress); err != nil {
		return nil, err
	}
	if l.Empty() {
		return nil, errors.New("no page has text that can be read; if the file is a scan, run text recognition (OCR) on it first")
	}
	src := l.Source(f.bookmarks(), f.meta())
	if len(src.Blocks) == 0 {
		return nil, errors.New("the pages have no text beside page numbers and contents")
	}
	src.Warnings = append(f.warnings, src.Warnings...)
	return src, nil
}
