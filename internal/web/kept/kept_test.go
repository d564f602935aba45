package kept

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func send(b *Body, method string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	return w
}

// content is about a page's, and can be compressed.
func content(n int) string { return strings.Repeat("It applies to matters of the kind. ", n/35+1)[:n] }

// Whatever a peer takes, it gets the content.
func TestBodyIsTheContent(t *testing.T) {
	for _, size := range []int{0, 1, packFrom - 1, packFrom, 100_000, fastFrom + 1} {
		want := content(size)
		b := Pack("text/plain", []byte(want))
		if size >= 100_000 && b.held() > size/5 {
			t.Errorf("%d bytes take %d", size, b.held())
		}
		for _, accept := range []string{"", "identity", "gzip", "br, GZIP;q=0.5", "gzip;q=0", "gzip; q=x", "*"} {
			w := send(b, "GET", "Accept-Encoding", accept)
			if n := w.Header().Get("Content-Length"); n != strconv.Itoa(w.Body.Len()) {
				t.Errorf("%d bytes for %q: Content-Length %s", size, accept, n)
			}
			var got io.Reader = w.Body
			if packed := w.Header().Get("Content-Encoding") == "gzip"; packed {
				z, err := gzip.NewReader(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				got = z
			} else if size >= packFrom && (accept == "gzip" || accept == "*" || strings.HasPrefix(accept, "br")) {
				t.Errorf("%d bytes for %q are not compressed", size, accept)
			}
			if out, err := io.ReadAll(got); err != nil || string(out) != want {
				t.Errorf("%d bytes for %q: %d bytes, %v", size, accept, len(out), err)
			}
			if w := send(b, "HEAD", "Accept-Encoding", accept); w.Body.Len() != 0 || w.Code != 200 {
				t.Errorf("HEAD for %q: %d with %d bytes", accept, w.Code, w.Body.Len())
			}
		}
	}
}

// Who has the content, in whatever form, does not get it again.
func TestCurrent(t *testing.T) {
	b := Pack("text/plain", []byte(content(10_000)))
	plain, packed := send(b, "GET").Header().Get("ETag"), send(b, "GET", "Accept-Encoding", "gzip").Header().Get("ETag")
	if plain == packed {
		t.Error("other bytes have the same tag")
	}
	for _, tc := range []struct {
		method, have string
		status       int
	}{
		{"GET", "", 200}, {"GET", `"other"`, 200}, {"GET", strings.Trim(plain, `"`), 200}, {"POST", plain, 200},
		{"GET", plain, 304}, {"GET", packed, 304}, {"GET", "W/" + packed, 304}, {"GET", `"other", ` + plain, 304}, {"GET", "*", 304}, {"HEAD", packed, 304},
	} {
		w := send(b, tc.method, "If-None-Match", tc.have, "Accept-Encoding", "gzip")
		if w.Code != tc.status || (w.Code == http.StatusNotModified) != (w.Body.Len() == 0) {
			t.Errorf("%s with %s: %d with %d bytes, want %d", tc.method, tc.have, w.Code, w.Body.Len(), tc.status)
		}
	}
}

// A body is made once for all who ask at the same time, and not again.
func TestMadeOnce(t *testing.T) {
	s := NewCache[int](1 << 20)
	release := make(chan struct{})
	var made atomic.Int32
	slow := func() (*Body, error) { <-release; made.Add(1); return Pack("", []byte("x")), nil }
	var wait, here sync.WaitGroup
	bodies := make([]*Body, 50)
	for i := range bodies {
		here.Add(1)
		wait.Go(func() {
			here.Done()
			bodies[i], _ = s.Body([]int{1}, "a", slow)
		})
	}
	here.Wait()
	for range 1000 { // so that those who would make another one begin to
		runtime.Gosched()
	}
	close(release)
	wait.Wait()
	for _, b := range bodies {
		if b == nil || b != bodies[0] {
			t.Fatal("not all got the same body")
		}
	}
	if n := made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}

// What was made of other things is gone, an error is not kept, and a panic stands in
// nobody's way.
func TestCacheForgets(t *testing.T) {
	s := NewCache[int](1 << 20)
	body := func(text string) string {
		b, err := s.Body([]int{len(text)}, "a", func() (*Body, error) { return Pack("", []byte(text)), nil })
		if err != nil {
			t.Fatal(err)
		}
		return send(b, "GET").Body.String()
	}
	if body("one") != "one" || body("four") != "four" || body("one") != "one" {
		t.Error("a body of what was there before")
	}
	if _, ok := s.Tag([]int{3}, "a"); !ok {
		t.Error("no tag of what was just made")
	}
	if _, ok := s.Tag([]int{4}, "a"); ok {
		t.Error("a tag of what is no longer there")
	}
	failed := errors.New("failed")
	if _, err := s.Body(nil, "b", func() (*Body, error) { return nil, failed }); !errors.Is(err, failed) {
		t.Errorf("error %v", err)
	}
	func() {
		defer func() { recover() }()
		s.Body(nil, "b", func() (*Body, error) { panic("boom") })
	}()
	if b, err := s.Body(nil, "b", func() (*Body, error) { return Pack("", nil), nil }); err != nil || b == nil {
		t.Errorf("afterwards: %v", err)
	}
}

// A cache holds what there is room for, the newest; tags outlast bodies.
func TestCacheIsBounded(t *testing.T) {
	const room, size = 100_000, packFrom - 1
	s := NewCache[int](room)
	made := 0
	ask := func(i, size int) {
		s.Body(nil, fmt.Sprint(i), func() (*Body, error) { made++; return Pack("", []byte(content(size))), nil })
	}
	for i := range 1000 {
		ask(i, size)
		if s.taken > room || s.bodies.Len()*(size+overhead) != s.taken {
			t.Fatalf("%d bodies take %d of %d bytes", s.bodies.Len(), s.taken, room)
		}
	}
	if ask(999, size); made != 1000 {
		t.Error("the newest is made again")
	}
	if ask(0, size); made != 1001 {
		t.Error("the oldest is still there")
	}
	if _, ok := s.Tag(nil, "1"); !ok {
		t.Error("the tag of a body that was taken out of the cache is forgotten")
	}
	before := s.bodies.Len()
	incompressible := make([]byte, 2*room)
	for i := range incompressible {
		incompressible[i] = byte(i * i >> 7 * i)
	}
	big := func() (*Body, error) { return &Body{plain: incompressible}, nil }
	if b, err := s.Body(nil, "big", big); err != nil || b == nil || s.bodies.Len() != before {
		t.Error("a body without room takes that of others")
	}
}
