package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"pincite/internal/importer/block"
)

// Verb is the hidden verb with which a program that imports this package must
// call [Main], before it does anything else.
const Verb = "read-pdf"

// DefaultTimeout is how long reading one file may take.
const DefaultTimeout = 5 * time.Minute

// MaxFile is the largest file that is read, in bytes.
const MaxFile = 256 << 20

// Options say how a file is read. The zero value is ready for use.
type Options struct {
	Password string        // of an encrypted file; "" for none
	CacheDir string        // where the compiled PDFium is kept, 21 MB; "" compiles it each time
	Timeout  time.Duration // 0 means DefaultTimeout

	// Progress is told, on another goroutine, how many pages of how many are read;
	// nil to tell nobody.
	Progress func(done, pages int)

	// Command starts the reading process; nil means this program with Verb.
	Command []string
}

// A request is the first line that the reading process gets, before the file.
type request struct {
	Password string        `json:"password,omitempty"`
	CacheDir string        `json:"cache_dir,omitempty"`
	Timeout  time.Duration `json:"timeout"`
}

// A response is what the reading process writes.
type response struct {
	Source *block.Source `json:"source,omitempty"`
	Error  string        `json:"error,omitempty"`
}

// Read reads a PDF file. The error is one line that says what is wrong with the
// file; it wraps ctx's where ctx ended first.
func Read(ctx context.Context, data []byte, opts Options) (*block.Source, error) {
	if err := check(data); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	src, err := opts.ask(ctx, data)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return src, nil
}

// check refuses what need not be tried.
func check(data []byte) error {
	head := data[:min(len(data), 1024)] // PDFium allows for rubbish before the header
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return errors.New("the file is empty")
	case len(data) > MaxFile:
		return fmt.Errorf("the file has %d MB, more than %d", len(data)>>20, MaxFile>>20)
	case !bytes.Contains(head, []byte("%PDF-")):
		return errors.New("the file is no PDF: it does not begin with %PDF")
	}
	return nil
}

// ask has another process read the file.
func (o Options) ask(ctx context.Context, data []byte) (*block.Source, error) {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	ctx, cancel := context.WithTimeoutCause(ctx, o.Timeout, fmt.Errorf("reading took longer than %v: %w", o.Timeout, context.DeadlineExceeded))
	defer cancel()
	head, err := json.Marshal(request{Password: o.Password, CacheDir: o.CacheDir, Timeout: o.Timeout})
	if err != nil {
		return nil, err
	}
	cmd, err := o.command(ctx)
	if err != nil {
		return nil, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdin = io.MultiReader(bytes.NewReader(append(head, '\n')), bytes.NewReader(data))
	cmd.Stdout = &capped{to: &stdout, left: maxResponse}
	cmd.Stderr = &listener{told: o.Progress, rest: &capped{to: &stderr, left: 4 << 10}}
	runErr := cmd.Run()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	var r response
	if err := json.Unmarshal(stdout.Bytes(), &r); err != nil || r.Source == nil && r.Error == "" {
		first, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return nil, fmt.Errorf("the reading process broke off (%v): %s", runErr, first)
	}
	if r.Error != "" {
		return nil, errors.New(r.Error)
	}
	return r.Source, nil
}

// command returns the reading process. It inherits nothing of the environment,
// which may hold secrets.
func (o Options) command(ctx context.Context) (*exec.Cmd, error) {
	args := o.Command
	if args == nil {
		self, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("find this program: %w", err)
		}
		args = []string{self, Verb}
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = []string{}
	cmd.WaitDelay = time.Second
	return cmd, nil
}

const maxResponse = 512 << 20 // bytes of JSON

// capped lets so many bytes through and fails then.
type capped struct {
	to   io.Writer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	if c.left -= len(b); c.left < 0 {
		return 0, errors.New("too much output")
	}
	return c.to.Write(b)
}
