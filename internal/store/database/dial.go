package database

import (
	"context"
	"database/sql/driver"
	"sync"
	"time"
)

const (
	// dialPatience is how long a connection may take to be made.
	dialPatience = 10 * time.Second

	// spareFor is how long one that nobody waited for is good.
	spareFor = time.Minute
)

// A dialler makes connections that outlive the patience of who asked for them: to make
// one takes several ways there and back, and where the database is far that is longer
// than an operation may take. One that comes too late is there for the next.
type dialler struct {
	driver.Connector
	ctx  context.Context // until Close
	stop context.CancelFunc

	mu     sync.Mutex
	making int // connections, by goroutines of their own
	spares []spare
}

// A spare is a connection that nobody waited for.
type spare struct {
	driver.Conn
	made time.Time
}

func newDialler(c driver.Connector) *dialler {
	d := &dialler{Connector: c}
	d.ctx, d.stop = context.WithCancel(context.Background())
	return d
}

// Connect implements driver.Connector.
func (d *dialler) Connect(ctx context.Context) (driver.Conn, error) {
	if c := d.spare(); c != nil {
		return c, nil
	}
	if !d.more(+1) { // enough are on their way
		return d.Connector.Connect(ctx)
	}
	type result struct {
		conn driver.Conn
		err  error
	}
	made := make(chan result)
	go func() {
		defer d.more(-1)
		dialling, cancel := context.WithTimeout(d.ctx, dialPatience)
		defer cancel()
		c, err := d.Connector.Connect(dialling)
		select {
		case made <- result{c, err}:
		case <-ctx.Done():
			if err == nil {
				d.keep(c)
			}
		}
	}()
	select {
	case r := <-made:
		return r.conn, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// more counts the connections on their way, and reports whether there may be so many.
func (d *dialler) more(n int) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if n > 0 && d.making >= connections {
		return false
	}
	d.making += n
	return true
}

// spare returns a connection that is there, nil if there is none.
func (d *dialler) spare() driver.Conn {
	d.mu.Lock()
	defer d.mu.Unlock()
	for len(d.spares) > 0 {
		c := d.spares[len(d.spares)-1]
		d.spares = d.spares[:len(d.spares)-1]
		if time.Since(c.made) < spareFor {
			return c.Conn
		}
		c.Close() // the database may have closed it long ago
	}
	return nil
}

// keep keeps a connection for the next.
func (d *dialler) keep(c driver.Conn) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ctx.Err() != nil || len(d.spares) >= connections {
		c.Close() // nothing was asked over it
		return
	}
	d.spares = append(d.spares, spare{c, time.Now()})
}

// Close ends what is kept and what is on its way.
func (d *dialler) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.stop()
	for _, c := range d.spares {
		c.Close() // as in keep
	}
	d.spares = nil
	return nil
}
