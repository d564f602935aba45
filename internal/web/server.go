package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/document"
	"pincite/internal/gate"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/reply"
	"pincite/internal/web/assets"
	"pincite/internal/web/guard"
	"pincite/internal/web/kept"
	"pincite/internal/web/ready"
	"pincite/internal/web/visitor"
	"pincite/internal/web/words"
)

// Options are what a Server needs. Chat and Library must be given.
type Options struct {
	Addr string // host:port to listen on; "" means 127.0.0.1:8080
	// PublicURL is where people reach this server: "https://example.org", or below a
	// path, "https://example.org/rules". "" means http://Addr, for this machine only.
	PublicURL string

	Chat    *chat.Chat
	Library *library.Library
	Metrics *metrics.Metrics // nil counts nothing
	Log     *slog.Logger     // nil logs nothing

	// Search ranks passages of a document, or, for "", of all for a query, best
	// first; nil means by what the chat would offer to share, a few passages.
	Search func(ctx context.Context, document, query string) ([]answer.Citation, error)

	// AskPerMinute is how many questions one address may ask a minute, all
	// of them at once if it likes; 0 means 120, a negative number sets no limit.
	AskPerMinute int

	// Gate bounds how many questions are answered at the same time; nil sets no
	// limit. Who would wait for long gets a 503.
	Gate *gate.Gate

	// Proxies are the networks of reverse proxies, whose X-Forwarded-For is
	// believed. With a PublicURL this machine is one of them.
	Proxies visitor.Proxies

	// Hosts are names that this server is called by beside that of PublicURL, such
	// as a webhook's. Another name is refused, but for those of this machine and
	// addresses.
	Hosts visitor.Hosts

	// Linger is how long the server goes on serving when its context has ended,
	// while readyz says that it is stopping, so that a load balancer sends nobody
	// into the void.
	Linger time.Duration

	// Origins are the sites whose pages may call the API and have the chat in a frame,
	// such as "https://example.org"; "*" for all.
	Origins []string

	// Frame is a site that may show pages in a frame of its own, beside Origins, such as
	// Telegram's; "" for none.
	Frame string

	// State says how what the server does not depend on is, one line each, for
	// readyz to tell; nil for nothing.
	State func() []string

	// Extra are handlers of other packages by pattern, such as a webhook's.
	Extra map[string]http.Handler
}

// Server serves documents and the chat about them. It is safe for concurrent use.
type Server struct {
	opt     Options
	base    string // absolute address of the server, without a closing slash
	prefix  string // path that it ends with; "" for none
	assets  *assets.Assets
	words   map[string]words.Words // of the interface, by language
	limit   *visitor.Limiter       // of questions
	reads   *visitor.Limiter       // of everything else
	kept    *kept.Cache[*document.Document]
	making  *gate.Gate // for what is kept
	ready   *ready.Check
	single  *chat.Chat    // for questions outside any conversation
	asked   atomic.Uint64 // keys of such questions
	mux     *http.ServeMux
	handler http.Handler
	open    net.Listener // nil until Listen
}

const (
	defaultAddr         = "127.0.0.1:8080"
	defaultAskPerMinute = 120 // two a second is more than a person types
)

// New checks the options and returns a Server that does not listen yet.
func New(o Options) (*Server, error) {
	if o.Chat == nil || o.Library == nil {
		return nil, errors.New("web: a chat and a library are needed")
	}
	s := &Server{opt: o}
	if err := s.setDefaults(); err != nil {
		return nil, err
	}
	var err error
	if s.words, err = words.Load(); err != nil {
		return nil, err
	}
	if s.assets, err = assets.Load(s.to, s.words); err != nil {
		return nil, err
	}
	s.single = chat.New(chat.Options{Library: o.Library, Log: s.opt.Log, Conversations: 1})
	s.ready = ready.New(ready.Options{Library: o.Library, Log: s.opt.Log, Search: s.rank, State: o.State,
		Ask: func(ctx context.Context, document, words string) reply.Reply {
			return s.single.Ask(ctx, chat.Message{Conversation: s.newKey(), Document: document, Text: words, Private: true})
		}})
	s.limit = visitor.NewLimiter(s.opt.AskPerMinute)
	s.reads = visitor.NewLimiter(readsAQuestion * s.opt.AskPerMinute)
	s.addKept()
	s.mux = s.routes()
	if err := s.addExtra(); err != nil {
		return nil, err
	}
	s.handler, err = guard.Around(s.mux, guard.Options{
		Base: s.base, Prefix: s.prefix, Hosts: s.opt.Hosts, Origins: s.opt.Origins, Frame: s.opt.Frame, Proxies: s.opt.Proxies,
		Version: apiVersion, Log: s.opt.Log, Metrics: s.opt.Metrics, Problem: s.problem,
	})
	return s, err
}

func (s *Server) setDefaults() error {
	if s.opt.Addr == "" {
		s.opt.Addr = defaultAddr
	}
	if s.opt.Log == nil {
		s.opt.Log = slog.New(slog.DiscardHandler)
	}
	if s.opt.AskPerMinute == 0 {
		s.opt.AskPerMinute = defaultAskPerMinute
	}
	for _, o := range s.opt.Origins {
		if o != "*" && !isOrigin(o) {
			return fmt.Errorf("web.origins must be addresses like https://example.org, without a path, or *: got %q", o)
		}
	}
	if err := checkAddr(s.opt.Addr, s.opt.PublicURL); err != nil {
		return err
	}
	s.opt.Hosts = append(slices.Clip(s.opt.Hosts), s.opt.Addr)
	s.base = "http://" + s.opt.Addr
	if s.opt.PublicURL == "" {
		return nil
	}
	public, err := publicURL(s.opt.PublicURL)
	if err != nil {
		return err
	}
	s.base, s.prefix = public.String(), public.EscapedPath()
	s.opt.Proxies = append(slices.Clip(s.opt.Proxies), visitor.Loopback...)
	s.opt.Hosts = append(slices.Clip(s.opt.Hosts), public.Host)
	return nil
}

// reading has the routes that show what there is, of which one address may have so many a
// minute, and asking those where something is looked for.
func (s *Server) reading() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
		"GET /{$}":                        s.start,
		"GET /d/{document}":               s.about(view.whole),
		"GET /d/{document}/{section}":     s.about(view.section),
		"GET /source/{document}":          s.about(view.source),
		"GET /assets/{file}":              s.asset,
		"GET /widget.js":                  s.sendWidget,
		"GET /verify":                     s.verify,
		"GET /api":                        s.about(view.apiManual),
		"GET /api/documents":              s.apiDocuments,
		"GET /api/sections":               s.about(view.apiSections),
		"GET /api/sections/{id}":          s.about(view.apiSection),
		"GET /api/sections/{id}/citation": s.about(view.apiCitation),
		"GET /api/openapi.json":           s.apiDescription,
		"/":                               s.notFound,
	}
}

func (s *Server) asking() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
		"GET /search":      s.search,
		"POST /chat":       s.turn,
		"POST /verify":     s.verify,
		"GET /api/ask":     s.apiAsk,
		"POST /api/ask":    s.apiAskTurns,
		"POST /api/verify": s.apiVerify,
		"GET /api/search":  s.apiSearch,
	}
}

// routes names every address of the site. All but the probes of whoever runs it
// pass a limiter.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for pattern, h := range s.reading() {
		mux.Handle(pattern, s.limited(s.reads, "tooManyPages", h))
	}
	for pattern, h := range s.asking() {
		mux.Handle(pattern, s.limited(s.limit, "tooManyQuestions", h))
	}
	mux.HandleFunc("GET /healthz", ready.Alive)
	mux.Handle("GET /readyz", s.ready)
	return mux
}

// serves reports whether the server has a page or a function at the path of a pattern.
func (s *Server) serves(pattern string) bool {
	_, path, _ := strings.Cut(pattern, "/")
	path = "/" + path
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		if _, pattern := s.mux.Handler(&http.Request{Method: method, URL: &url.URL{Path: path}}); pattern != "/" {
			return true
		}
	}
	return false
}

// addExtra adds the handlers of others. ServeMux panics on a pattern that it
// cannot read or that overlaps another; here the pattern is a setting.
func (s *Server) addExtra() (err error) {
	for p := range s.opt.Extra {
		if s.serves(s.ownPattern(p)) {
			return fmt.Errorf("the address %q is one of the web server's own: choose another path", p)
		}
	}
	var pattern string
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the address %q cannot be added to the web server: choose another path", pattern)
		}
	}()
	for p, h := range s.opt.Extra {
		pattern = p
		s.mux.Handle(s.ownPattern(p), h)
	}
	return nil
}
