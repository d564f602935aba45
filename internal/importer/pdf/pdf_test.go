package pdf

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"pincite/internal/importer/block"
	"pincite/internal/importer/sourcetest"
)

// cache keeps the compiled PDFium for all tests of a run.
var cache string

// TestMain lets the test binary be the reading process, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Verb {
		Main()
	}
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if cache = os.Getenv("PINCITE_E2E_PDFIUM"); cache != "" { // see package pdftest
		return m.Run()
	}
	dir, err := os.MkdirTemp("", "pdfium")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	cache = dir
	return m.Run()
}

func TestReadRefuses(t *testing.T) {
	encrypted := sample(t, "encrypted.pdf")
	good := sample(t, "bylaws.pdf")
	for _, c := range []struct {
		name, password string
		data           []byte
		want           string
	}{
		{"empty", "", nil, "the file is empty"},
		{"blank", "", []byte("\n\n"), "the file is empty"},
		{"another kind", "", []byte("PK\x03\x04 a Word file"), "the file is no PDF"},
		{"header alone", "", []byte("%PDF-1.7\n"), "damaged"},
		{"torn", "", good[:len(good)/8], "damaged"},
		{"encrypted", "", encrypted, "set its password (import.password, or PINCITE_IMPORT_PASSWORD)"},
		{"wrong password", "guess", encrypted, "(import.password) is not its own"},
		{"no text", "", drawing(""), "no page has text"},
	} {
		_, err := Read(context.Background(), c.data, Options{CacheDir: cache, Password: c.password})
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one line with %q", c.name, err, c.want)
		}
	}
}

func TestReadWithPassword(t *testing.T) {
	var pages []int
	s, err := Read(context.Background(), sample(t, "encrypted.pdf"), Options{CacheDir: cache, Password: "secret",
		Progress: func(done, of int) { pages = append(pages, done, of) }})
	if err != nil {
		t.Fatal(err)
	}
	sourcetest.Golden(t, "testdata/bylaws.golden", s)
	if n := len(pages); n == 0 || pages[n-1] != pages[n-2] || n != 2*pages[n-1] {
		t.Errorf("progress: %v", pages)
	}
}

// TestListener holds that only whole lines of progress are told, and all else is kept.
func TestListener(t *testing.T) {
	var told [][2]int
	var rest bytes.Buffer
	l := &listener{told: func(done, of int) { told = append(told, [2]int{done, of}) }, rest: &rest}
	for _, s := range []string{"pa", "ge 1 of", " 2\nwasm: no", " memory\npage 2 of 2\npage 3", strings.Repeat("x", 2*longestLine)} {
		if n, err := l.Write([]byte(s)); n != len(s) || err != nil {
			t.Errorf("%d, %v", n, err)
		}
	}
	if len(told) != 2 || told[1] != [2]int{2, 2} || rest.String() != "wasm: no memory\n" || l.line.Len() > longestLine {
		t.Errorf("told %v, rest %q, %d bytes wait", told, rest.String(), l.line.Len())
	}
}

// TestReadEnds starts readers that would never answer.
func TestReadEnds(t *testing.T) {
	forever := []string{"tail", "-f", "/dev/null"}
	_, err := Read(context.Background(), drawing(""), Options{Command: forever, Timeout: 50 * time.Millisecond})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("timeout: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = Read(ctx, drawing(""), Options{Command: forever}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err = Read(context.Background(), drawing(""), Options{Command: []string{"false"}}); err == nil || !strings.Contains(err.Error(), "broke off") {
		t.Errorf("failure: %v", err)
	}
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d documents, %v", len(files), err)
	}
	for _, name := range files {
		if name == "testdata/encrypted.pdf" {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			s, err := Read(context.Background(), sample(t, filepath.Base(name)), Options{CacheDir: cache})
			if err != nil {
				t.Fatal(err)
			}
			sourcetest.Golden(t, strings.TrimSuffix(name, ".pdf")+".golden", s)
		})
	}
}

func TestServeRefuses(t *testing.T) {
	for _, in := range []string{"", "{}", "not json\n"} {
		var out bytes.Buffer
		if err := Serve(strings.NewReader(in), &out, io.Discard); err == nil || out.Len() > 0 {
			t.Errorf("Serve(%q) = %v, wrote %q", in, err, out.String())
		}
	}
}

func TestDayOf(t *testing.T) {
	for in, want := range map[string]string{"D:20240223110000+01'00'": "2024-02-23", "20240223": "2024-02-23", "D:2024": "", "D:20249923": "", "": ""} {
		if got, ok := dayOf(in); ok != (want != "") || ok && got != want {
			t.Errorf("dayOf(%q) = %q, %v", in, got, ok)
		}
	}
}

func sample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// drawing is a file of one page that draws content and says nothing of where its
// objects are, as a broken program would write it.
func drawing(content string) []byte {
	return []byte("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n" +
		"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n" +
		"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n" +
		"5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n" +
		"4 0 obj <</Length " + strconv.Itoa(len(content)) + ">> stream\n" + content + "\nendstream endobj\ntrailer <</Root 1 0 R>>\n")
}

// TestTurned reads pages whose text runs up or down the page.
func TestTurned(t *testing.T) {
	for _, m := range []string{"1 0 0 1 20 300", "0 1 -1 0 100 20", "0 -1 1 0 100 380", "-1 0 0 -1 280 100"} {
		content := "BT /F 12 Tf " + m + " Tm (Turned text) Tj 0 -14 Td (on two lines.) Tj ET BT /F 9 Tf 0.7 0.7 -0.7 0.7 50 50 Tm (COPY) Tj ET"
		s, err := Read(context.Background(), drawing(content), Options{CacheDir: cache})
		if err != nil {
			t.Fatal(err)
		}
		if want := "Turned text on two lines.\n"; s.Text != want {
			t.Errorf("%s: %q, want %q", m, s.Text, want)
		}
	}
}

// TestOutlined takes for bold what is outlined as well as filled, where a font has no bold
// one beside it: a line of its own is a heading, a word in a line is none.
func TestOutlined(t *testing.T) {
	content := "BT /F 12 Tf 20 350 Td 2 Tr (Boats) Tj 0 Tr 0 -30 Td (Two boats lie at the landing.) Tj 0 -14 Td (Nobody rows alone in ) Tj 2 Tr (winter) Tj 0 Tr ( or by night.) Tj " +
		"0 -30 Td 2 Tr (Oars) Tj 0 Tr 0 -30 Td (Four oars hang in the shed behind the gate.) Tj ET"
	s, err := Read(context.Background(), drawing(content), Options{CacheDir: cache})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range s.Blocks {
		got = append(got, b.Kind.String()+" "+s.Text[b.Span.Start:b.Span.End])
	}
	want := "heading Boats|paragraph Two boats lie at the landing.|paragraph Nobody rows alone in winter or by night.|heading Oars|paragraph Four oars hang in the shed behind the gate."
	if strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRules reads a table by the rules between its cells, however they are drawn: as lines,
// in one path or in many, as boxes, or as areas that are thin.
func TestRules(t *testing.T) {
	cells := "BT /F 12 Tf 24 330 Td (Boat) Tj 100 0 Td (Fee) Tj -100 -22 Td (A rowing) Tj 0 -14 Td (boat for four) Tj 100 7 Td (9 a day) Tj -100 -29 Td (A raft) Tj 100 0 Td (8) Tj ET "
	want := "row header: Boat | Fee; row: A rowing boat for four | 9 a day; row: A raft | 8"
	for name, rules := range map[string]string{
		"lines":         "20 350 m 220 350 l S 20 322 m 220 322 l S 20 285 m 220 285 l S 20 260 m 220 260 l S 20 350 m 20 260 l S 120 350 m 120 260 l S 220 350 m 220 260 l S",
		"one path":      "20 350 m 220 350 l 20 322 m 220 322 l 20 285 m 220 285 l 20 260 m 220 260 l 20 350 m 20 260 l 120 350 m 120 260 l 220 350 m 220 260 l S",
		"boxes":         "20 322 100 28 re S 120 322 100 28 re S 20 285 100 37 re S 120 285 100 37 re S 20 260 100 25 re S 120 260 100 25 re S",
		"thin areas":    "20 350 200 1 re f 20 322 200 1 re f 20 285 200 1 re f 20 260 200 1 re f 20 260 1 90 re f 120 260 1 90 re f 220 260 1 90 re f",
		"a scaled path": "q 2 0 0 2 0 0 cm 10 175 m 110 175 l 10 161 m 110 161 l 10 142.5 m 110 142.5 l 10 130 m 110 130 l 10 175 m 10 130 l 60 175 m 60 130 l 110 175 m 110 130 l S Q",
	} {
		s, err := Read(context.Background(), drawing(cells+rules), Options{CacheDir: cache})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range s.Blocks {
			kind := b.Kind.String()
			if b.Header {
				kind += " header"
			}
			got = append(got, kind+": "+s.Text[b.Span.Start:b.Span.End])
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestDrawing has a page with so much drawn on it that what is drawn is no table: it reads as
// if nothing was, and before long.
func TestDrawing(t *testing.T) {
	cells := "BT /F 12 Tf 24 330 Td (Boat) Tj 100 0 Td (Fee) Tj -100 -22 Td (A rowing) Tj 0 -14 Td (boat for four) Tj 100 7 Td (9 a day) Tj -100 -29 Td (A raft) Tj 100 0 Td (8) Tj ET "
	rules := "20 350 m 220 350 l S 20 322 m 220 322 l S 20 285 m 220 285 l S 20 260 m 220 260 l S 20 350 m 20 260 l S 120 350 m 120 260 l S 220 350 m 220 260 l S "
	path := strings.Repeat("20 40 m 22 42 l ", maxSegments/2-10) + "S "
	read := func(content string) string {
		s, err := Read(context.Background(), drawing(cells+content), Options{CacheDir: cache})
		if err != nil {
			t.Fatal(err)
		}
		return s.Text
	}
	plain, ruled := read(""), read(rules)
	if plain == ruled {
		t.Fatal("rules change nothing")
	}
	for paths, want := range map[int]string{0: ruled, 10: ruled, maxPagePieces/maxSegments + 5: plain} {
		if got := read(rules + strings.Repeat(path, paths)); got != want {
			t.Errorf("%d paths: %q, want %q", paths, got, want)
		}
	}
}

// FuzzRead has PDFium read files that draw anything, with a piece written over, in this
// process. What comes of them keeps its promises, or the error is one line.
func FuzzRead(f *testing.F) {
	f.Add("BT /F 12 Tf 20 300 Td (Article 1. Boats) Tj 0 -14 Td (They float.) Tj ET", uint16(0), "")
	f.Add("BT /F 1e9 Tf 1 0 0 -1 20 300 Tm [(A)-9999(B)] TJ ET Q Q q 0 0 0 0 0 0 cm", uint16(100), "/Kids[2 0 R]")
	f.Add("(", uint16(60), "\x00\xff]]>>")
	lib, end, err := start(cache)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(end)
	f.Fuzz(func(t *testing.T, content string, at uint16, patch string) {
		data := drawing(content)
		if copy(data[min(int(at), len(data)):], patch); len(data) > 1<<16 {
			return
		}
		s, err := readWith(lib, data, request{}, io.Discard)
		switch {
		case err != nil && strings.Contains(err.Error(), "\n"):
			t.Errorf("%q is not one line", err)
		case err == nil:
			if err := block.Check(s); err != nil {
				t.Error(err)
			}
		}
	})
}
