package folder

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"time"

	"pincite/internal/cache"
	"pincite/internal/document"
)

// worthKeeping is how long a document must take to be made for the cache to have
// it: others are made as quickly as they are read back.
var worthKeeping = 100 * time.Millisecond

// layout is the number of the form in which documents are kept.
const layout = "document 2"

// A made is what becomes of a file: a document without what its settings add.
type made struct {
	Text     string
	IsFile   bool // kept without the text, which is the file itself
	Meta     document.Meta
	Sections []document.Section
	Markup   []document.Markup
	Pages    []int
	Warnings []string
}

// bundle makes the document.
func (m *made) bundle(name string, settings *Settings) (*Bundle, error) {
	meta := m.Meta
	settings.complete(&meta)
	d, err := document.New(document.Document{Name: name, Text: m.Text, Meta: meta, Sections: m.Sections,
		Markup: m.Markup, Pages: m.Pages})
	if err != nil {
		return nil, err
	}
	return &Bundle{Document: d, Warnings: m.Warnings}, nil
}

// key is made of all that a document depends on: the file, the blocks beside it, its
// settings, and the program that reads it; "" if it is not to be kept.
func (o opening) key(file string, data, blocks []byte, settings *Settings) (string, error) {
	build := cache.Build()
	if o.Cache == nil || build == "" || o.Password != "" && guardable(data) {
		return "", nil // what a password guards is not written down
	}
	said, err := json.Marshal(settings)
	if err != nil {
		return "", fmt.Errorf("cache: %w", err) // unreachable: settings are made of texts
	}
	ending := strings.ToLower(path.Ext(strings.TrimSuffix(file, ".gz")))
	return cache.Key([]byte(layout), []byte(build), []byte(ending), said, blocks, data), nil
}

// guardable reports whether a password may guard a file: a PDF, or what is packed and
// may be one. Its own words do not tell, since a PDF can spell them otherwise.
func guardable(data []byte) bool {
	const header = 1 << 10 // where a PDF says what it is
	return bytes.HasPrefix(data, []byte("\x1f\x8b")) || bytes.Contains(data[:min(len(data), header)], []byte("%PDF-"))
}

// kept returns what the cache has under a key, which was made of a file with these
// bytes.
func (o opening) kept(key string, file []byte) (*made, bool) {
	if key == "" {
		return nil, false
	}
	data, ok := o.Cache.Get(key)
	if !ok {
		return nil, false
	}
	m := &made{}
	err := gob.NewDecoder(bytes.NewReader(data)).Decode(m)
	if m.IsFile {
		m.Text = string(file)
	}
	return m, err == nil && int64(len(m.Text)) <= o.limit()
}

// keep puts a document into the cache that was made of a file with these bytes.
func (o opening) keep(key string, file []byte, m *made) error {
	if key == "" {
		return nil
	}
	kept := *m
	if string(file) == kept.Text {
		kept.Text, kept.IsFile = "", true
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(kept); err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	return o.Cache.Put(key, b.Bytes())
}
