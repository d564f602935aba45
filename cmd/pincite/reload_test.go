package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// served runs the program in a process of its own with the documents at the paths, and
// returns its address and log.
func served(t *testing.T, paths ...string) (address string, out *logs, process *os.Process) {
	t.Helper()
	args := []string{"serve"}
	for _, path := range paths {
		args = append(args, "--document", path)
	}
	cmd := exec.Command(os.Args[0], args...) // ended below, by a signal
	cmd.Env = append(os.Environ(), beProgram+"=1", "PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_ADMIN_ADDR=127.0.0.1:0")
	out = newLogs()
	cmd.Stderr = out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v:\n%s", err, out)
		}
	})
	return out.after(t, `msg="the reader is open" address=`), out, cmd.Process
}

func body(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestServeFollowsItsFiles changes, breaks, adds and removes files below a running
// service.
func TestServeFollowsItsFiles(t *testing.T) {
	dir := t.TempDir()
	pool := filepath.Join(dir, "pool.md")
	save(t, pool, "# Pool Rules\n\n## Article 1 Hours\n\nOpen until nine.\n")
	address, out, _ := served(t, dir, "testdata/house")
	save(t, pool, "# Pool Rules\n\n## Article 1 Hours\n\nOpen until ten.\n")
	out.after(t, `why="files have changed" broken=0 added=[] changed=[pool] removed=[]`)
	if got := body(t, address+"/d/pool"); !strings.Contains(got, "Open until ten.") {
		t.Errorf("the page is not the new text's: %s", got)
	}
	save(t, pool, "\x00\x01\x02\x00\x01")
	out.after(t, `msg="a document cannot be read and stays as it was" err="open documents `)
	out.after(t, `broken=1 added=[] changed=[] removed=[]`)
	if got := body(t, address+"/api/ask?q=article+1&document=pool"); !strings.Contains(got, "Open until ten.") {
		t.Errorf("the answer is not of the last text that could be read: %s", got)
	}
	os.Remove(pool)
	save(t, filepath.Join(dir, "garden.md"), "# Garden Rules\n\nDogs are led.\n")
	out.after(t, `added=[garden] changed=[] removed=[pool]`)
	if got := body(t, address+"/api/documents"); strings.Contains(got, "pool") || !strings.Contains(got, "garden") {
		t.Errorf("the documents are %s", got)
	}
	if got := body(t, out.after(t, `msg="metrics are served" address=`)); !strings.Contains(got, `pincite_document_sections{document="garden"}`) || strings.Contains(got, `document_sections{document="pool"}`) {
		t.Error("the metrics do not tell the documents")
	}
}

// TestHangup: SIGHUP reads the documents again and ends nothing.
func TestHangup(t *testing.T) {
	address, out, process := served(t, "testdata/house")
	for range 2 {
		if err := process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		out.after(t, `msg="documents are read anew" why=SIGHUP`)
	}
	if got := body(t, address+"/readyz"); got != "ready\nstore: in memory\n" {
		t.Errorf("%q", got)
	}
}
