package library

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"
)

// settled is how long files must have been left alone for their times to tell whether
// they change: what is written within one tick of a file system's clock has one time.
const settled = 2 * time.Second

// stampOf sums up the files that the document at a path is read from, a file or a folder:
// names, sizes and times. It is "" where those do not tell whether they change: one has no
// time, as in the program itself, cannot be looked at, or was changed a moment ago.
func stampOf(fsys fs.FS, name string, now time.Time) string {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return ""
	}
	names := []string{name}
	if info.IsDir() {
		files, err := fs.ReadDir(fsys, name)
		if err != nil {
			return ""
		}
		names = names[:0]
		for _, f := range files {
			names = append(names, path.Join(name, f.Name()))
		}
	}
	var out strings.Builder
	for _, name := range names {
		info, err := fs.Stat(fsys, name) // of what a link leads to
		if err != nil || info.ModTime().IsZero() || now.Sub(info.ModTime()) < settled {
			return ""
		}
		fmt.Fprintf(&out, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
	}
	return out.String()
}
