package web

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"pincite/internal/web/visitor"
)

// client returns the address that a request comes from.
func (s *Server) client(r *http.Request) netip.Addr { return s.opt.Proxies.Client(r) }

// readsAQuestion is how many pages, files and sections somebody may read for each
// question that they may ask: a page brings a dozen files along.
const readsAQuestion = 10

// limited lets h answer as many requests as the limit allows to one address.
func (s *Server) limited(limit *visitor.Limiter, refusal string, h http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := limit.Take(s.client(r), time.Now()); wait > 0 {
			s.problem(w, r, http.StatusTooManyRequests, refusal, retryAfter(w, wait))
			return
		}
		h(w, r)
	})
}

// retryAfter tells the peer how long to wait, in whole seconds, and returns them.
func retryAfter(w http.ResponseWriter, wait time.Duration) string {
	seconds := strconv.Itoa(int(math.Ceil(wait.Seconds())))
	w.Header().Set("Retry-After", seconds)
	return seconds
}

// queueTime is how long a question may wait for those before it.
const queueTime = 2 * time.Second

// caller names who is counted for a question: what one holder of addresses may have.
func (s *Server) caller(r *http.Request) string { return visitor.Holding(s.client(r)).String() }

// admitted runs what answers a question when it is its turn; if that takes too long
// it says so and returns false. Neither reading a request nor sending the answer
// belongs into it: a slow peer would keep others out.
func (s *Server) admitted(w http.ResponseWriter, r *http.Request, answer func()) bool {
	leave, err := s.opt.Gate.Enter(r.Context(), s.caller(r), queueTime)
	if err != nil {
		s.busy(w, r)
		return false
	}
	defer leave()
	answer()
	return true
}
