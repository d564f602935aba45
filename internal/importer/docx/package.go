package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits on what a file may unpack to.
const (
	maxPart  = 64 << 20 // bytes of one part
	maxPlain = 4 << 20  // bytes of a part between two tags
	maxFiles = 20_000   // entries in the archive
)

// A pack is the opened archive.
type pack struct {
	files map[string]*zip.File
	main  string            // the path of the document itself
	rels  map[string]string // parts that the document refers to, by the last word of their relation: "styles", "footnotes"
}

func openPack(r io.ReaderAt, size int64) (*pack, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, notZip(r, size, err)
	}
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("the archive has %d entries, more than %d", len(z.File), maxFiles)
	}
	p := &pack{files: map[string]*zip.File{}}
	for _, f := range z.File {
		p.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	root, err := p.relations("_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	if p.main = root["officeDocument"]; p.files[p.main] == nil {
		p.main = "word/document.xml"
	}
	if p.files[p.main] == nil {
		return nil, errors.New("the archive holds no Word document; is it another kind of file?")
	}
	dir, base := path.Split(p.main)
	p.rels, err = p.relations(dir+"_rels/"+base+".rels", dir)
	if err == nil && root["core-properties"] != "" {
		p.rels["core"] = root["core-properties"]
	}
	return p, err
}

// notZip explains a file that is no archive: nothing, an old or an encrypted
// Word file, or something else.
func notZip(r io.ReaderAt, size int64, err error) error {
	head := make([]byte, min(size, 1<<20))
	n, _ := r.ReadAt(head, 0)
	head = head[:n]
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return errors.New("the file is empty")
	case !bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return fmt.Errorf("the file is damaged or no Word document: %w", err)
	case bytes.Contains(head, utf16("EncryptedPackage")):
		return errors.New("the file is encrypted; save it in Word without a password")
	}
	return errors.New("this is a Word file of the old format (.doc); save it as .docx")
}

func utf16(s string) []byte {
	var out []byte
	for _, c := range []byte(s) {
		out = append(out, c, 0)
	}
	return out
}

// relations reads a part of relations. Targets are paths in the archive.
func (p *pack) relations(name, dir string) (map[string]string, error) {
	rels := map[string]string{}
	err := p.each(name, func(n *node) error {
		if target := n.attr("Target"); n.name == "Relationship" && n.attr("TargetMode") != "External" {
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(dir, target)
			}
			rels[path.Base(n.attr("Type"))] = target
		}
		return nil
	})
	return rels, err
}

// each reads the part called name and calls visit with each element below its
// root. A part that is not there has none.
func (p *pack) each(name string, visit func(*node) error) error {
	f := p.files[name]
	if f == nil {
		return nil
	}
	if f.UncompressedSize64 > maxPart {
		return fmt.Errorf("%s: %w", name, errPart)
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	if err := eachElement(&limited{r: r, left: maxPart}, maxElements, visit); err != nil {
		return fmt.Errorf("%s: %w", name, explain(err))
	}
	return nil
}

// explain says in plain words what is wrong with the XML of a part.
func explain(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, zip.ErrChecksum) {
		return fmt.Errorf("the part is damaged: %w", err)
	}
	return err
}

// errPart is the error for a part that is too large, by what the archive says or by what
// it holds.
var errPart = fmt.Errorf("the part is larger than %d MB", maxPart>>20)

// limited fails, rather than ends, where there is more than is let through: of
// all, or without the beginning of a tag, as attributes without number would be.
type limited struct {
	r     io.Reader
	left  int
	plain int // bytes since the last "<"
}

func (l *limited) Read(b []byte) (int, error) {
	n, err := l.r.Read(b)
	if l.left -= n; l.left < 0 {
		return 0, errPart
	}
	l.plain += n
	if i := bytes.LastIndexByte(b[:n], '<'); i >= 0 {
		l.plain = n - i
	}
	if l.plain > maxPlain {
		return 0, fmt.Errorf("there are %d MB without a tag", maxPlain>>20)
	}
	return n, err
}
