package guard

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"pincite/internal/listen"
	"pincite/internal/metrics"
	"pincite/internal/request"
	"pincite/internal/rescue"
	"pincite/internal/web/visitor"
)

// policy lets a page use files of its own host and nothing else: no inline
// script or style, no frames, no other host. Who may frame it follows.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors "

// Options are what Around needs. Metrics may be nil.
type Options struct {
	Base    string // absolute address of the server, without a closing slash
	Prefix  string // path that it ends with; "" for none
	Hosts   visitor.Hosts
	Origins []string // the sites whose pages may call the API and frame this server; "*" for all
	Frame   string   // a site that may frame it besides; "" for none
	Proxies visitor.Proxies
	Version string // of the API
	Log     *slog.Logger
	Metrics *metrics.Metrics

	// Problem answers with an error; key names the words.
	Problem func(w http.ResponseWriter, r *http.Request, status int, key string, value ...any)
}

// Around wraps next in, from the outside in: counting and recovery,
// headers, the check that the server is meant, and the check that a write comes from
// this very page.
func Around(next http.Handler, o Options) (http.Handler, error) {
	same := http.NewCrossOriginProtection()
	if err := same.AddTrustedOrigin(strings.TrimSuffix(o.Base, o.Prefix)); err != nil {
		return nil, fmt.Errorf("public address %s: %w", o.Base, err)
	}
	same.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.Problem(w, r, http.StatusForbidden, "crossSite")
	}))
	same.AddInsecureBypassPattern("/api/") // nothing there changes anything or reads a cookie
	return o.below(o.observe(o.headers(o.named(o.shared(same.Handler(next)))))), nil
}

// named refuses requests that call the server by a name that is not its own: they
// may come from a page of another site that took this server's address.
func (o Options) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.Hosts.Has(r.Host) {
			next.ServeHTTP(w, r)
			return
		}
		o.Problem(w, r, http.StatusMisdirectedRequest, "otherName")
	})
}

// shared tells browsers which other sites may call the API, and repeats its
// version.
func (o Options) shared(next http.Handler) http.Handler {
	all := slices.Contains(o.Origins, "*")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/api/") {
			next.ServeHTTP(w, r)
			return
		}
		h, from := w.Header(), r.Header.Get("Origin")
		h.Set("Pincite-Version", o.Version)
		if len(o.Origins) > 0 {
			h.Add("Vary", "Origin")
		}
		if from != "" && (all || slices.Contains(o.Origins, from)) {
			h.Set("Access-Control-Allow-Origin", from)
			h.Set("Access-Control-Expose-Headers", "ETag, Pincite-Version, Retry-After")
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
			if r.Method == http.MethodOptions {
				h.Set("Access-Control-Allow-Methods", "GET, POST")
				h.Set("Access-Control-Allow-Headers", "Content-Type")
				h.Set("Access-Control-Max-Age", "86400")
			}
		}
		next.ServeHTTP(w, r)
	})
}

func (o Options) headers(next http.Handler) http.Handler {
	policy := policy + o.framers()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer") // an address may hold a question
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// A recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	return r.ResponseWriter.Write(b)
}

// Unwrap is for http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// answerTime is how long an answer may take: what comes later than the response may be
// written reaches nobody, and a model that is late is done without.
const answerTime = listen.WriteTime - 2*time.Second

// observe counts and times each request by its route, gives it a time to end in and turns
// a panic into an answer. Addresses are not logged: they may hold a question.
func (o Options) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		name := o.nameOf(r)
		w.Header().Set(request.Header, name)
		ctx, cancel := context.WithTimeout(request.With(o.Metrics.Into(r.Context()), name), answerTime)
		defer cancel()
		r = r.WithContext(ctx)
		rec := &recorder{ResponseWriter: w}
		defer func() {
			if v := recover(); v != nil {
				o.recovered(rec, r, v)
			}
			if rec.status == 0 {
				rec.status = http.StatusOK // nothing was written, which is a 200
			}
			took := time.Since(start)
			o.Metrics.HTTPRequest(Route(r), rec.status, took)
			o.Log.DebugContext(r.Context(), "request", "route", Route(r), "status", rec.status, "took", took)
		}()
		next.ServeHTTP(rec, r)
	})
}

// nameOf returns what a request is called in logs: a new name, or the one that a
// trusted proxy has given it.
func (o Options) nameOf(r *http.Request) string {
	given := r.Header.Get(request.Header)
	if request.Valid(given) && o.Proxies.Passed(r) {
		return given
	}
	return request.New()
}

func (o Options) recovered(rec *recorder, r *http.Request, v any) {
	if v == http.ErrAbortHandler {
		panic(v)
	}
	o.Metrics.PanicRecovered()
	err := rescue.Caught(v)
	o.Log.ErrorContext(r.Context(), "a request panicked", "route", Route(r), "err", err, "stack", err.Stack)
	if rec.status == 0 {
		o.Problem(rec, r, http.StatusInternalServerError, "failed")
	}
}

// Route returns the pattern that r matched, which bounds the values of a
// metric's label.
func Route(r *http.Request) string {
	if r.Pattern == "" {
		return "none"
	}
	return r.Pattern
}

// framers are the sites whose pages may frame this one, as a policy writes them.
func (o Options) framers() string {
	if slices.Contains(o.Origins, "*") {
		return "*"
	}
	sites := slices.Clone(o.Origins)
	if o.Frame != "" {
		sites = append(sites, o.Frame)
	}
	return cmp.Or(strings.Join(sites, " "), "'none'")
}

// below lets a server below a path answer whether the proxy before it leaves the path
// as it is or takes its beginning off.
func (o Options) below(next http.Handler) http.Handler {
	if o.Prefix == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, ok := strings.CutPrefix(r.URL.EscapedPath(), o.Prefix)
		if !ok || rest != "" && rest[0] != '/' {
			next.ServeHTTP(w, r)
			return
		}
		if rest == "" {
			rest = "/"
		}
		if clean := path.Clean(rest); clean != rest && clean != strings.TrimSuffix(rest, "/") { // ServeMux would lead out of here
			http.Redirect(w, r, (&url.URL{Path: o.Prefix + clean, RawQuery: r.URL.RawQuery}).String(), http.StatusMovedPermanently)
			return
		}
		u := *r.URL
		u.RawPath = rest
		var err error
		if u.Path, err = url.PathUnescape(rest); err != nil { // unreachable: the whole was unescaped before
			next.ServeHTTP(w, r)
			return
		}
		below := *r
		below.URL = &u
		next.ServeHTTP(w, &below)
	})
}
