package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pincite/internal/importer/pdf/pdftest"
)

// gzipped packs data.
func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestImportRefuses gives the verb what is no document: one line, status 1, and
// nothing left behind.
func TestImportRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	encrypted, err := os.ReadFile("../../internal/importer/pdf/testdata/encrypted.pdf")
	if err != nil {
		t.Fatal(err)
	}
	write("empty.pdf", nil)
	write("torn.pdf", encrypted[:len(encrypted)/3])
	write("locked.pdf", encrypted)
	write("old.docx", append([]byte("\xD0\xCF\x11\xE0"), "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"...))
	write("bomb.gz", gzipped(t, make([]byte, 101<<20)))
	write("deep.html", []byte(strings.Repeat("<div>", 10_000)+"a"))
	write("long.txt", bytes.Repeat([]byte("word "), 21<<20))
	write("noise.txt", bytes.Repeat([]byte{0, 1, 2, 'a'}, 100))
	if err := os.MkdirAll(filepath.Join(dir, "folder", "below"), 0o755); err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	if err := pdftest.Lend(cache); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"empty.pdf":  "there is no text in it",
		"torn.pdf":   "pdf: the file is ",
		"locked.pdf": "pdf: the file is encrypted; set its password (import.password, or PINCITE_IMPORT_PASSWORD)",
		"old.docx":   "it is an old Word document; save it as .docx or .pdf",
		"bomb.gz":    "it unpacks to more than 100 MB, which is the limit",
		"deep.html":  "its elements are nested too deeply: the limit is 512",
		"long.txt":   "it is too large: the limit is 100 MB",
		"noise.txt":  "it holds control bytes as binary files do",
		"folder":     "folder",
		"gone.txt":   "no such file or directory",
	} {
		for _, args := range [][]string{{"import", filepath.Join(dir, file)}, {"import", filepath.Join(dir, file), "-o", filepath.Join(dir, "made")}} {
			var out, errs bytes.Buffer
			p := &program{in: strings.NewReader(""), out: &out, errs: &errs, args: args, env: []string{"PINCITE_INDEX_PATH=" + cache}}
			status := p.run(context.Background())
			lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
			last := lines[len(lines)-1]
			if status != failure || out.Len() > 0 || !strings.HasPrefix(last, "pincite: ") || !strings.Contains(last, want) {
				t.Errorf("%s: status %d, %q, %q; want %q", args[1:], status, out.String(), errs.String(), want)
			}
			if len(args) == 2 && len(lines) != 1 {
				t.Errorf("%s: more than one line: %q", file, errs.String())
			}
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*made*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestImportMakesAFolder imports a page, asks about the folder, and does not
// overwrite it.
func TestImportMakesAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "rules")
	page := filepath.Join(t.TempDir(), "rules.htm")
	html := "<html lang=en><title>Harbour rules</title><h1>Harbour rules</h1><h2>Article 1 Boats</h2><p>A boat carries <b>two</b> lanterns.</p><h2>Article 3 Fees</h2><p>The fee is ten crowns.</p>"
	if err := os.WriteFile(page, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	status, out, errs := exec1(t, "", "import", page, "-o", dir)
	if status != success || !strings.Contains(out, "Article 1: Boats") {
		t.Fatalf("status %d\n%s%s", status, out, errs)
	}
	want := "reading rules.htm\nfinding the sections\nwriting " + dir + "\nwarning: line 7: Article 3 follows number 1\nsections: title 1, article 2; levels: 1; warnings: 1\n"
	if errs != want {
		t.Errorf("told %q, want %q", errs, want)
	}
	if status, out, errs = exec1(t, "", "ask", "--document", dir, "how many lanterns does a boat carry?"); !strings.Contains(out, "“A boat carries two lanterns.”") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	if status, _, errs = exec1(t, "", "import", page, "-o", dir); status != failure || !strings.Contains(errs, "it is there already; name a folder that is not") {
		t.Errorf("status %d, %s", status, errs)
	}
	if status, _, errs = exec1(t, "", "import", "--strict", dir); status != failure || !strings.Contains(errs, "the outline is doubtful: 1 warning") {
		t.Errorf("strict: status %d, %s", status, errs)
	}
	if status, _, errs = exec1(t, "", "import", "--strict", "testdata/house"); status != success {
		t.Errorf("strict, without a doubt: status %d, %s", status, errs)
	}
}

// TestImportOfAFolder tells of every document in it, and of what cannot be read.
func TestImportOfAFolder(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"boats.txt": "Article 1. Boats\n\nA boat is blue.\n\nArticle 4. Oars\n\nThey are long.\n",
		"torn.docx": "\x00\x01\x02PK",
		"keys.md":   "# Keys\n\n## Lost keys\n\nAsk the porter.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	status, out, errs := exec1(t, "", "import", dir)
	if status != success || !strings.HasPrefix(out, "boats: ") || !strings.Contains(out, "\n\nkeys: ") {
		t.Errorf("status %d, %s", status, out)
	}
	for _, want := range []string{"boats: warning: line 5: Article 4 follows number 1\n", "boats: sections: article 2; ", "keys: sections: ", "warning: import " + filepath.Join(dir, "torn.docx")} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not in %s", want, errs)
		}
	}
	if status, _, errs := exec1(t, "", "import", "--strict", dir); status != failure || !strings.Contains(errs, "2 warnings") {
		t.Errorf("strict: status %d, %s", status, errs)
	}
	if status, _, errs := exec1(t, "", "import", dir, "-o", filepath.Join(dir, "made")); status != failure || !strings.Contains(errs, "a folder is made of a file") {
		t.Errorf("-o: status %d, %s", status, errs)
	}
}

// TestImportIsStopped sends the signal of Ctrl-C while a PDF file is read.
func TestImportIsStopped(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	parent := t.TempDir()
	cmd := exec.Command(self, "import", "../../internal/importer/pdf/testdata/law.pdf", "-o", filepath.Join(parent, "law"))
	cmd.Env = []string{beProgram + "=1", "PINCITE_INDEX_PATH=" + filepath.Join(t.TempDir(), "cache")}
	told, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	first := make([]byte, len("reading"))
	if _, err := told.Read(first); err != nil { // it reads: compiling takes longer than the signal
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if _, err := errs.ReadFrom(told); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil || !strings.Contains(errs.String(), "stopped; nothing was written") {
		t.Errorf("%v, %s%s", err, first, errs.String())
	}
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
