package library

import (
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// slowFiles are files that each take a second to open, and count how often that is done.
type slowFiles struct {
	fstest.MapFS
	opened atomic.Int64
}

// Open implements fs.FS.
func (f *slowFiles) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") {
		f.opened.Add(1)
		time.Sleep(time.Second)
	}
	return f.MapFS.Open(name)
}

// ReadFile implements fs.ReadFileFS.
func (f *slowFiles) ReadFile(name string) ([]byte, error) {
	if _, err := f.Open(name); err != nil {
		return nil, err
	}
	return f.MapFS.ReadFile(name)
}

// put writes a file a minute ago.
func (f *slowFiles) put(name, content string) {
	f.MapFS[name] = &fstest.MapFile{Data: []byte(content), ModTime: time.Now().Add(-time.Minute)}
}

// manyFiles are so many documents of one file.
func manyFiles(n int) *slowFiles {
	f := &slowFiles{MapFS: fstest.MapFS{}}
	for i := range n {
		f.put(fmt.Sprintf("garden%d.md", i), garden)
	}
	return f
}

// TestReadingAnewGivesWay reads twenty documents anew, each of which takes a second: at
// once where nobody asks, and a quarter of the time where somebody does.
func TestReadingAnewGivesWay(t *testing.T) {
	for name, want := range map[string]time.Duration{"nobody asks": 20 * time.Second, "somebody asks": (20 + 19*restFor) * time.Second} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := manyFiles(20)
				s := Source{FS: f, Name: "."}
				l, err := Open(t.Context(), s)
				if err != nil {
					t.Fatal(err)
				}
				defer l.Close()
				over := make(chan struct{})
				go func() {
					for name == "somebody asks" {
						select {
						case <-over:
							return
						case <-time.After(100 * time.Millisecond):
							ask(t, l, Ask{Message: "article 1", Document: "garden0"})
						}
					}
				}()
				began := time.Now()
				if _, err := l.Reload(t.Context(), s); err != nil {
					t.Fatal(err)
				}
				if took := time.Since(began); took != want {
					t.Errorf("it took %s, want %s", took, want)
				}
				close(over)
				synctest.Wait()
			})
		})
	}
}

// TestRefreshReadsWhatHasChanged counts the files that are opened where one of many has
// changed.
func TestRefreshReadsWhatHasChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := manyFiles(20)
		s := Source{FS: f, Name: "."}
		l, err := Open(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		put := func(name, content string, ago time.Duration) {
			f.MapFS[name] = &fstest.MapFile{Data: []byte(content), ModTime: time.Now().Add(-ago)}
		}
		for _, step := range []struct {
			name            string
			do              func()
			opened          int64
			changed, broken string
		}{
			{"nothing", func() {}, 0, "", ""},
			{"another size", func() { put("garden3.md", garden+"\nBring gloves.\n", time.Minute) }, 1, "garden3", ""},
			{"nothing more", func() {}, 0, "", ""},
			{"another time and the same text", func() { put("garden3.md", garden+"\nBring gloves.\n", time.Hour) }, 1, "", ""},
			{"that again", func() {}, 0, "", ""},
			{"broken", func() { put("garden4.md", "\x00\x01\x02\x03\x00\x01", time.Minute) }, 1, "", "garden4.md"},
			{"broken still", func() {}, 1, "", "garden4.md"},
			{"mended", func() { put("garden4.md", garden, time.Minute) }, 1, "", ""},
			{"a moment ago", func() { put("garden5.md", garden+"\nNo dogs.\n", 0) }, 1, "garden5", ""},
			{"so short a while ago that it may have changed since", func() {}, 1, "", ""},
			{"without a time", func() { f.MapFS["garden6.md"].ModTime = time.Time{} }, 2, "", ""},
			{"removed", func() { delete(f.MapFS, "garden6.md") }, 0, "", ""},
		} {
			step.do()
			before := f.opened.Load()
			c, err := l.Refresh(t.Context(), s)
			if err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
			if n := f.opened.Load() - before; n != step.opened {
				t.Errorf("%s: %d files opened, want %d", step.name, n, step.opened)
			}
			if got := strings.Join(c.Changed, " "); got != step.changed || (len(c.Broken) > 0) != (step.broken != "") {
				t.Errorf("%s: %+v", step.name, c)
			}
		}
		before := f.opened.Load()
		if _, err := l.Reload(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		if n := f.opened.Load() - before; n != 19 {
			t.Errorf("to read all anew opens %d files, want 19", n)
		}
	})
}
