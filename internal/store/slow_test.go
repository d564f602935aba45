package store

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"pincite/internal/request"
	"pincite/internal/store/database"
)

// farAway returns the address of a database all of whose replies come that much later.
func farAway(t *testing.T, address string, late time.Duration) string {
	t.Helper()
	u, err := url.Parse(address)
	must(t, err)
	q := u.Query()
	c, err := pgx.ParseConfig(address)
	must(t, err)
	network, target := pgconn.NetworkAddress(c.Host, c.Port)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			go carry(c, network, target, late)
		}
	}()
	q.Del("host")
	q.Del("port")
	q.Set("sslmode", "disable")
	u.Host, u.RawQuery = listener.Addr().String(), q.Encode()
	return u.String()
}

// carry carries a connection to a database.
func carry(c net.Conn, network, target string, late time.Duration) {
	defer c.Close()
	server, err := net.Dial(network, target)
	if err != nil {
		return
	}
	defer server.Close()
	go func() {
		io.Copy(server, c)
		server.Close()
	}()
	reply := make([]byte, 1<<16)
	for {
		n, err := server.Read(reply)
		time.Sleep(late)
		if _, werr := c.Write(reply[:n]); err != nil || werr != nil {
			return
		}
	}
}

// TestADatabaseFarAway: with a tenth of a second to each reply, sixty updates that as many
// workers as a bot has handle in a process that has no connections yet are all handled,
// each within its budget.
func TestADatabaseFarAway(t *testing.T) {
	t.Parallel()
	s := placeIn("", farAway(t, postgresURL(t), 90*time.Millisecond)).open(t)
	var next, longest atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for n := next.Add(1); n <= 60; n = next.Add(1) {
				ctx := request.With(t.Context(), "r")
				if err := handleOne(ctx, s, n, fmt.Sprint("tg:", n)); err != nil {
					t.Errorf("update %d: %v", n, err)
				}
				longest.Store(max(longest.Load(), int64(request.Waited(ctx, 0))))
			}
		})
	}
	all.Wait()
	took := time.Duration(longest.Load())
	t.Logf("the longest waited %s", took)
	if took > database.Budget {
		t.Errorf("an update waited %s for the database", took)
	}
}

// handleOne does what an answered message asks of the database.
func handleOne(ctx context.Context, s *Store, update int64, chat string) error {
	if _, err := s.TakeAll(ctx, []Arrival{{Update: update, Chat: chat}}); err != nil {
		return err
	}
	c, err := s.Take(ctx, update, chat)
	if err != nil {
		return err
	}
	if _, err := s.Ahead(ctx, c, 0); err != nil {
		return err
	}
	if _, err := s.Recall(ctx, chat); err != nil {
		return err
	}
	if err := s.Remember(ctx, chat, []byte("turns")); err != nil {
		return err
	}
	_, err = s.Finish(ctx, c, [][]byte{[]byte("call")})
	return err
}

// TestAStartHasTime: what a process cannot begin without may take longer than anything at
// run time, since it ends where that fails.
func TestAStartHasTime(t *testing.T) {
	p := placeIn("", postgresURL(t))
	var begun sync.Map // what was asked once
	p.Via = func(ctx context.Context, what string, do func(context.Context) error) error {
		end, _ := ctx.Deadline()
		left := time.Until(end)
		if _, again := begun.LoadOrStore(what, true); !again && left <= database.Budget {
			t.Errorf("%s has %s", what, left)
		}
		return do(ctx)
	}
	p.open(t)
}
