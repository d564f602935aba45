package telegram

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pincite/internal/telegram/botapi"
)

const (
	testToken   = "123456789:AAtestTESTtestTESTtestTESTtestTESTx"
	testBotID   = 123456789
	testBotName = "pincite_bot"
)

// params are the fields of one call, as they come over the wire.
type params = map[string]string

// A fake is a Bot API server that is stricter than the platform's own: what
// the platform drops or mends in silence, it notes as a violation, which fails
// the test.
type fake struct {
	server *httptest.Server
	token  string

	mu         sync.Mutex
	changed    chan struct{} // closed and replaced with every change
	updates    []rawUpdate   // not yet confirmed, in the order of delivery
	nextUpdate int
	nextID     int // of messages and of callbacks
	offset     int // last one asked for
	polls      int // being served
	waiting    bool
	calls      []apiRecord
	silent     bool // keep neither calls nor messages: for load
	messages   map[messageKey]stored
	settings   map[string]json.RawMessage // by what it is, scope and language
	open       map[string]bool            // callback and inline queries that may be answered
	faults     []*fault
	violations []string
	fetched    map[int]bool // delivered at least once, and not confirmed
	readsAll   bool         // can_read_all_group_messages
	noInline   bool         // inline mode is off
	webhook    params
	hold       bool                          // deliver nothing for now
	onSend     func(chat int64, text string) // called for every message accepted
	caller     string                        // what stands before /bot in the address of the call at hand
	files      map[string]string             // content of what people sent, by file_id
	shut       map[int64]apiAnswer           // what chats that take nothing answer
}

type rawUpdate struct {
	id   int
	kind string
	body string
}

type apiRecord struct {
	method string
	fields params
	refuse string // description, if it was refused
}

type messageKey struct {
	chat int64
	id   int
}

type stored struct {
	plain  string // text without markup
	html   string
	markup string
	from   int64 // who wrote it
}

// A fault makes calls go wrong.
type fault struct {
	method string // "" for every method
	times  int    // how often; below 0 for ever
	status int    // with body
	body   string // %s stands for the token
	reset  bool   // cut the connection
	hang   bool   // send half a body, then nothing
}

func newFake(t testing.TB) *fake {
	f := newFakeWithin(t)
	f.server = httptest.NewServer(http.HandlerFunc(f.serve))
	t.Cleanup(func() {
		f.server.CloseClientConnections()
		f.server.Close()
	})
	return f
}

// newFakeWithin returns a fake that listens nowhere: see [sky].
func newFakeWithin(t testing.TB) *fake {
	f := &fake{
		token: testToken, changed: make(chan struct{}), nextUpdate: 1000, nextID: 500,
		messages: map[messageKey]stored{}, settings: map[string]json.RawMessage{}, open: map[string]bool{}, fetched: map[int]bool{},
	}
	t.Cleanup(func() {
		for _, v := range f.violations {
			t.Errorf("the Bot API was misused: %s", v)
		}
	})
	return f
}

// address is where the fake listens; one that does not has a name that leads
// nowhere.
func (f *fake) address() string {
	if f.server == nil {
		return "http://api.invalid"
	}
	return f.server.URL
}

// notify wakes whoever waits for a change. f.mu is held.
func (f *fake) notify() {
	close(f.changed)
	f.changed = make(chan struct{})
}

// patienceOfTests is how long a test waits for what must come, on a machine however busy.
const patienceOfTests = 2 * time.Minute

// wait waits until holds, called with f.mu held, is true.
func (f *fake) wait(t testing.TB, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(patienceOfTests)
	f.mu.Lock()
	defer f.mu.Unlock()
	for !holds() {
		changed := f.changed
		f.mu.Unlock()
		select {
		case <-changed:
			f.mu.Lock()
		case <-deadline:
			f.mu.Lock()
			t.Fatalf("waited in vain for %s; calls: %s", what, f.describe())
		}
	}
}

func (f *fake) describe() string {
	var out []string
	for _, c := range f.calls[max(0, len(f.calls)-10):] {
		out = append(out, c.method+" "+c.refuse)
	}
	return strings.Join(out, ", ")
}

// settle waits until every update is handled and confirmed.
func (f *fake) settle(t testing.TB) {
	t.Helper()
	f.wait(t, "all updates to be confirmed", func() bool { return len(f.updates) == 0 && f.waiting })
}

// fail injects a fault.
func (f *fake) fail(x fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faults = append(f.faults, &x)
}

// recorded returns the calls of a method so far, refused ones included; of all
// methods but getUpdates for "".
func (f *fake) recorded(method string) []apiRecord {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []apiRecord
	for _, c := range f.calls {
		if c.method == method || (method == "" && c.method != "getUpdates") {
			out = append(out, c)
		}
	}
	return out
}

// push queues an update and returns its number.
func (f *fake) push(kind string, object map[string]any) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextUpdate++
	body, err := json.Marshal(map[string]any{"update_id": f.nextUpdate, kind: object})
	if err != nil {
		panic(err)
	}
	f.updates = append(f.updates, rawUpdate{f.nextUpdate, kind, string(body)})
	f.notify()
	return f.nextUpdate
}

// pushRaw queues an update as it stands; id is what a confirmation counts.
func (f *fake) pushRaw(id int, body string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextUpdate = max(f.nextUpdate, id)
	f.updates = append(f.updates, rawUpdate{id, botapi.KindMessage, body})
	f.notify()
}

// id returns a fresh number for a message or a query.
func (f *fake) id() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.nextID++
	return f.nextID
}

// serve answers one call of a method.
func (f *fake) serve(w http.ResponseWriter, r *http.Request) {
	prefix, path, _ := strings.Cut(r.URL.Path, "/bot")
	token, method, ok := strings.Cut(path, "/")
	if !ok || token != f.token {
		answerWith(w, refused(401, "Unauthorized"))
		return
	}
	if err := r.ParseForm(); err != nil {
		f.violate("%s: body: %v", method, err)
	}
	fields := params{}
	for name, values := range r.PostForm {
		fields[name] = values[0]
	}
	if prefix == "/file" {
		f.serveFile(w, r, method)
		return
	}
	if x := f.takeFault(method); x != nil {
		f.record(method, fields, fmt.Sprintf("fault %d", x.status))
		x.serve(w, r, token)
		return
	}
	f.check(method, fields)
	var a apiAnswer
	if method == "getUpdates" {
		a = f.getUpdates(r, fields)
	} else {
		f.mu.Lock()
		f.caller = prefix
		a = f.perform(method, fields)
		f.note(method, fields, a.Description) // at once, for who waits for what it brings about
		f.mu.Unlock()
	}
	answerWith(w, a)
}

func (f *fake) record(method string, fields params, refuse string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.note(method, fields, refuse)
}

// note is record where f.mu is held.
func (f *fake) note(method string, fields params, refuse string) {
	if !f.silent {
		f.calls = append(f.calls, apiRecord{method, fields, refuse})
	}
	f.notify()
}

func (f *fake) violate(format string, args ...any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.violations = append(f.violations, fmt.Sprintf(format, args...))
}

func (f *fake) takeFault(method string) *fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, x := range f.faults {
		if x.times != 0 && (x.method == method || x.method == "") {
			x.times--
			return x
		}
	}
	return nil
}

func (x *fault) serve(w http.ResponseWriter, r *http.Request, token string) {
	switch {
	case x.reset:
		if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
			conn.Close()
		}
	case x.hang:
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"ok":true,"res`)
		http.NewResponseController(w).Flush()
		<-r.Context().Done()
	default:
		if x.status/100 == 3 {
			w.Header().Set("Location", "/elsewhere/"+token)
		}
		w.WriteHeader(x.status)
		fmt.Fprint(w, strings.ReplaceAll(x.body, "%s", token))
	}
}

// apiAnswer is the envelope of every answer.
type apiAnswer struct {
	OK          bool           `json:"ok"`
	Result      any            `json:"result,omitempty"`
	Code        int            `json:"error_code,omitempty"`
	Description string         `json:"description,omitempty"`
	Parameters  map[string]any `json:"parameters,omitempty"`
}

func granted(result any) apiAnswer { return apiAnswer{OK: true, Result: result} }

func refused(code int, description string) apiAnswer {
	return apiAnswer{Code: code, Description: description}
}

func answerWith(w http.ResponseWriter, a apiAnswer) {
	w.Header().Set("Content-Type", "application/json")
	if !a.OK {
		w.WriteHeader(a.Code)
	}
	json.NewEncoder(w).Encode(a)
}

// getUpdates serves a long poll. A second one ends the first, as on the
// platform.
func (f *fake) getUpdates(r *http.Request, fields params) apiAnswer {
	number := func(name string) int { n, _ := strconv.Atoi(fields[name]); return n }
	deadline := time.After(time.Duration(number("timeout")) * time.Second)
	var allowed []string
	if err := json.Unmarshal([]byte(fields["allowed_updates"]), &allowed); err != nil {
		f.violate("getUpdates: allowed_updates: %v", err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.polls++
	mine := f.polls
	defer func() { f.waiting = false }()
	f.confirm(number("offset"))
	for {
		if f.webhook["url"] != "" {
			return refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
		}
		if mine != f.polls {
			return refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
		}
		if batch := f.batch(number("limit"), allowed); len(batch) > 0 || number("timeout") == 0 {
			return granted(batch)
		}
		f.waiting = true
		f.notify()
		changed := f.changed
		f.mu.Unlock()
		select {
		case <-changed:
		case <-deadline:
			f.mu.Lock()
			return granted([]json.RawMessage{})
		case <-r.Context().Done():
			f.mu.Lock()
			return granted([]json.RawMessage{})
		}
		f.mu.Lock()
		f.waiting = false
	}
}

// confirm drops updates before offset.
func (f *fake) confirm(offset int) {
	f.offset = max(f.offset, offset)
	f.updates = slices.DeleteFunc(f.updates, func(u rawUpdate) bool {
		if u.id < offset {
			delete(f.fetched, u.id)
		}
		return u.id < offset
	})
	f.notify()
}

func (f *fake) batch(limit int, allowed []string) []json.RawMessage {
	out := []json.RawMessage{}
	for _, u := range f.updates {
		if len(out) == limit || f.hold {
			break
		}
		if slices.Contains(allowed, u.kind) {
			out = append(out, json.RawMessage(u.body))
			f.fetched[u.id] = true
		}
	}
	return out
}

// inFlight returns the updates delivered and not confirmed.
func (f *fake) inFlight() map[int]bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := map[int]bool{}
	for _, u := range f.updates {
		if f.fetched[u.id] {
			out[u.id] = true
		}
	}
	return out
}
