package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/gate"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/recent"
	"pincite/internal/web/words"
)

// Options are what a Server needs. Chat and Library must be given.
type Options struct {
	Addr      string // host:port to listen on; "" means 127.0.0.1:8080
	PublicURL string // where people reach this server: "https://example.org"; "" means http://Addr, for this machine only

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
	Proxies []netip.Prefix

	// Linger is how long the server goes on serving when its context has ended,
	// while readyz says that it is stopping, so that a load balancer sends nobody
	// into the void.
	Linger time.Duration

	// Origins are the sites whose pages may call the API, such as
	// "https://example.org"; "*" for all.
	Origins []string

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
	pages   map[string]*template.Template
	assets  map[string]asset // by hashed name
	names   map[string]string
	words   map[string]words.Words // of the interface, by language
	limit   *recent.Limiter[netip.Prefix]
	single  *chat.Chat    // for questions outside any conversation
	asked   atomic.Uint64 // keys of such questions
	mux     *http.ServeMux
	handler http.Handler
	open    net.Listener // nil until Listen
	leaving atomic.Bool  // set when the server has begun to stop
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
	if err := s.loadAssets(); err != nil {
		return nil, err
	}
	if err := s.loadPages(); err != nil {
		return nil, err
	}
	s.single = chat.New(chat.Options{Library: o.Library, Log: s.opt.Log, Conversations: 1})
	s.limit = recent.NewLimiter[netip.Prefix](s.opt.AskPerMinute, maxNetworks)
	s.mux = s.routes()
	if err := s.addExtra(); err != nil {
		return nil, err
	}
	var err error
	s.handler, err = s.wrap(s.mux)
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
	s.base = "http://" + s.opt.Addr
	if s.opt.PublicURL == "" {
		return nil
	}
	base, err := origin(s.opt.PublicURL)
	if err != nil {
		return err
	}
	s.base = base
	s.opt.Proxies = append(s.opt.Proxies[:len(s.opt.Proxies):len(s.opt.Proxies)], loopback...)
	return nil
}

// origin returns the scheme and host of a public address and refuses the rest:
// a path would have to begin every link of every page.
func origin(public string) (string, error) {
	u, err := url.Parse(public)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", fmt.Errorf("the public address of the web server must be like https://example.org, without a path: got %q", public)
	}
	return u.Scheme + "://" + u.Host, nil
}

func isOrigin(s string) bool {
	base, err := origin(s)
	return err == nil && base == s
}

// Handler returns the whole site, for a server that somebody else runs.
func (s *Server) Handler() http.Handler { return s.handler }

// routes names every address of the site. Questions pass the limiter.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.start)
	mux.HandleFunc("GET /d/{document}", s.about(view.whole))
	mux.HandleFunc("GET /d/{document}/{section}", s.about(view.section))
	mux.Handle("GET /search", s.limited(s.search))
	mux.Handle("POST /chat", s.limited(s.turn))
	mux.HandleFunc("GET /source/{document}", s.about(view.source))
	mux.HandleFunc("GET /assets/{file}", s.asset)

	mux.HandleFunc("GET /verify", s.verify)
	mux.Handle("POST /verify", s.limited(s.verify))

	mux.HandleFunc("GET /api", s.about(view.apiManual))
	mux.Handle("GET /api/ask", s.limited(s.apiAsk))
	mux.Handle("POST /api/ask", s.limited(s.apiAskTurns))
	mux.Handle("POST /api/verify", s.limited(s.apiVerify))
	mux.Handle("GET /api/search", s.limited(s.apiSearch))
	mux.HandleFunc("GET /api/documents", s.apiDocuments)
	mux.HandleFunc("GET /api/sections", s.about(view.apiSections))
	mux.HandleFunc("GET /api/sections/{id}", s.about(view.apiSection))
	mux.HandleFunc("GET /api/sections/{id}/citation", s.about(view.apiCitation))
	mux.HandleFunc("GET /api/openapi.json", s.apiDescription)

	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.HandleFunc("GET /metrics", s.metrics)
	mux.HandleFunc("/", s.notFound)
	return mux
}

// addExtra adds the handlers of others. ServeMux panics on a pattern that it
// cannot read or that overlaps another; here the pattern is a setting.
func (s *Server) addExtra() (err error) {
	var pattern string
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the address %q cannot be added to the web server: choose another path", pattern)
		}
	}()
	for p, h := range s.opt.Extra {
		pattern = p
		s.mux.Handle(p, h)
	}
	return nil
}

// metrics is for this machine and its private networks: a public page need not
// tell how much it is used.
func (s *Server) metrics(w http.ResponseWriter, r *http.Request) {
	if a := s.client(r); !a.IsLoopback() && !a.IsPrivate() {
		s.problem(w, r, http.StatusForbidden, "Metrics are served to loopback and private addresses only.")
		return
	}
	s.opt.Metrics.Handler().ServeHTTP(w, r)
}
