package admin

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"pincite/internal/listen"
	"pincite/internal/web/visitor"
)

// Server serves metrics and profiles.
type Server struct {
	addr    string
	handler http.Handler
	log     *slog.Logger
	open    net.Listener // nil until Listen
}

// New returns a server for addr, host:port, that does not listen yet.
func New(addr string, metrics http.Handler, log *slog.Logger) *Server {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", http.NotFound) // a flag may hold a secret
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	names := visitor.Hosts{addr}
	return &Server{addr: addr, log: log, handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !names.Has(r.Host) {
			http.Error(w, "This server is not called that.", http.StatusMisdirectedRequest)
			return
		}
		mux.ServeHTTP(w, r)
	})}
}

// Listen opens the address.
func (s *Server) Listen(ctx context.Context) (err error) {
	s.open, err = listen.Open(ctx, s.addr, "PINCITE_ADMIN_ADDR")
	return err
}

// profileTime is for a profile of 30 seconds, which is what is asked for as a rule.
const profileTime = time.Minute

// Run serves until ctx ends. Listen must have been called.
func (s *Server) Run(ctx context.Context) error {
	srv := listen.Server(s.handler, s.log)
	srv.WriteTimeout = profileTime
	s.log.Info("metrics are served", "address", "http://"+s.open.Addr().String()+"/metrics")
	return listen.Run(ctx, srv, s.open, 0, func() {})
}
