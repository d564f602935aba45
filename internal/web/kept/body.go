package kept

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Body is what an answer holds, compressed where that is worth it. It is never
// changed, and safe for concurrent use.
type Body struct {
	Kind string // media type
	Tag  string // ETag: names the content, in quotes

	plain  []byte // nil where packed is there
	packed []byte
	size   int // of the content, in bytes
}

// packFrom is the size from which a body is compressed: a smaller one fits the
// first packet as it is.
const packFrom = 1400

// fastFrom is the size from which time counts for more than size.
const fastFrom = 1 << 20

var packers, fastPackers = pool(gzip.DefaultCompression), pool(gzip.BestSpeed)

func pool(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		z, err := gzip.NewWriterLevel(io.Discard, level)
		if err != nil {
			panic(err) // unreachable: there is that level
		}
		return z
	}}
}

// Pack returns the body of an answer. It keeps content.
func Pack(kind string, content []byte) *Body {
	sum := sha256.Sum256(content)
	b := &Body{Kind: kind, Tag: `"` + hex.EncodeToString(sum[:12]) + `"`, plain: content, size: len(content)}
	if len(content) < packFrom {
		return b
	}
	var out bytes.Buffer
	pool := packers
	if len(content) >= fastFrom {
		pool = fastPackers
	}
	z := pool.Get().(*gzip.Writer)
	defer pool.Put(z)
	z.Reset(&out)
	z.Write(content) // writing to memory does not fail
	z.Close()
	if out.Len() < len(content) {
		b.plain, b.packed = nil, bytes.Clone(out.Bytes())
	}
	return b
}

// overhead is what a kept body takes beside its bytes.
const overhead = 500

// held is how much memory b takes, in bytes.
func (b *Body) held() int { return len(b.plain) + len(b.packed) + overhead }

// ServeHTTP sends b, or says that what the peer has is current. A peer that does not take
// gzip gets the content unpacked as it reads it.
func (b *Body) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", b.Kind)
	h.Set("ETag", b.Tag)
	if b.packed == nil {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b.plain))
		return
	}
	h.Add("Vary", "Accept-Encoding")
	switch {
	case Current(w, r, b.Tag):
	case takesGzip(r):
		h.Set("ETag", packedTag(b.Tag))
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(b.packed)))
		if r.Method != http.MethodHead {
			w.Write(b.packed) // an error means that the peer has gone
		}
	default:
		h.Set("Content-Length", strconv.Itoa(b.size))
		if r.Method != http.MethodHead {
			b.unpack(w)
		}
	}
}

func (b *Body) unpack(w io.Writer) {
	z, err := gzip.NewReader(bytes.NewReader(b.packed))
	if err != nil {
		panic(err) // unreachable: Pack made it
	}
	io.Copy(w, z) // an error means that the peer has gone
}

// packedTag is the tag of the same content compressed: other bytes, other tag.
func packedTag(tag string) string { return strings.TrimSuffix(tag, `"`) + `-gz"` }

// Current answers 304 if the peer has what tag names, compressed or not, and
// reports whether it did.
func Current(w http.ResponseWriter, r *http.Request, tag string) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	for _, have := range strings.Split(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		have = strings.TrimPrefix(strings.TrimSpace(have), "W/")
		if have != tag && have != packedTag(tag) && have != "*" {
			continue
		}
		h := w.Header()
		h.Del("Content-Type")
		h.Set("ETag", tag)
		if have == packedTag(tag) {
			h.Set("ETag", have)
		}
		w.WriteHeader(http.StatusNotModified)
		return true
	}
	return false
}

// takesGzip reports whether the peer takes gzip: it says so, and not that it gives
// it no weight.
func takesGzip(r *http.Request) bool {
	for _, coding := range strings.Split(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		name, weight, _ := strings.Cut(coding, ";")
		if name = strings.TrimSpace(name); !strings.EqualFold(name, "gzip") && name != "*" {
			continue
		}
		q, found := strings.CutPrefix(strings.ReplaceAll(weight, " ", ""), "q=")
		v, err := strconv.ParseFloat(q, 64)
		return !found || err == nil && v > 0
	}
	return false
}
