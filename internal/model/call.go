package model

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A payload is what a call sends: data of a media type, or nothing.
type payload struct {
	media string
	data  []byte
}

// call makes a call, again where that may help, and returns the response's body.
func (c *Client) call(ctx context.Context, method, name string, body payload) ([]byte, error) {
	for try := 1; ; try++ {
		data, pause, err := c.once(ctx, method, name, body)
		if err == nil || pause < 0 || try >= c.o.Tries || ctx.Err() != nil {
			return data, err
		}
		if pause == 0 {
			pause = time.Second << (try - 1)
		}
		if c.o.Wait(ctx, min(pause, maxWait)) != nil {
			return nil, err
		}
	}
}

// never is the pause after an error that no further try would mend.
const never = -1

// once makes one try. The pause is how long the server wants to be left alone; 0 if
// it does not say.
func (c *Client) once(ctx context.Context, method, name string, body payload) (_ []byte, pause time.Duration, _ error) {
	ctx, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	req, err := c.request(ctx, method, name, body)
	if err != nil {
		return nil, never, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return c.failed(ctx, err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxReplyBytes+1))
	switch {
	case err != nil:
		return c.failed(ctx, err)
	case len(data) > maxReplyBytes:
		return nil, never, fmt.Errorf("model: the response of %s is longer than %d MB", c.Host(), maxReplyBytes>>20)
	case resp.StatusCode != http.StatusOK:
		err := &statusError{resp.StatusCode, c.said(data), c.Host()}
		if slices.Contains(passing, resp.StatusCode) {
			return nil, c.retryAfter(resp.Header.Get("Retry-After")), err
		}
		return nil, never, err
	}
	return data, 0, nil
}

// passing are the states of a server that may be better in a while.
var passing = []int{http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError,
	http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout}

func (c *Client) request(ctx context.Context, method, name string, body payload) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.endpoint(name), bytes.NewReader(body.data))
	if err != nil {
		return nil, errors.New("model: the address cannot be used")
	}
	for name, values := range c.o.Headers {
		req.Header[http.CanonicalHeaderKey(name)] = values
	}
	if body.media != "" {
		req.Header.Set("Content-Type", body.media)
	}
	req.Header.Set("Accept", "application/json")
	if c.o.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.o.Key)
	}
	return req, nil
}

// failed is the outcome where the server did not answer. The error leaves the address
// out, which may hold a key. What took too long once would do so again: that is an
// ErrReply, since a model may be lost in one question and well with the next.
func (c *Client) failed(ctx context.Context, err error) ([]byte, time.Duration, error) {
	if u := new(url.Error); errors.As(err, &u) {
		err = u.Err
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return nil, never, fmt.Errorf("%w: %s did not send it in time (%s): %w", ErrReply, c.Host(), c.o.Timeout, context.DeadlineExceeded)
	}
	return nil, 0, fmt.Errorf("model: call %s: %w", c.Host(), err)
}

// A statusError is a response that is not 200.
type statusError struct {
	code int
	said string
	host string
}

func (e *statusError) Error() string {
	s := fmt.Sprintf("model: %s answered %d %s", e.host, e.code, http.StatusText(e.code))
	switch e.code {
	case http.StatusUnauthorized, http.StatusForbidden:
		s += " (the key is missing or wrong)"
	case http.StatusNotFound:
		s += " (there is no such address or no such model)"
	}
	if e.said != "" {
		s += ": " + e.said
	}
	return s
}

// Is makes a rejected request an ErrReply: it may be too long for the model, which
// says nothing about the next one. What is not found is an ErrAbsent.
func (e *statusError) Is(target error) bool {
	switch target {
	case ErrReply:
		return e.code == http.StatusRequestEntityTooLarge || slices.Contains(rejections, e.code)
	case ErrAbsent:
		return e.code == http.StatusNotFound || e.code == http.StatusMethodNotAllowed || e.code == http.StatusNotImplemented
	}
	return false
}

// ErrAbsent marks an error of a server that does not have what was called.
var ErrAbsent = errors.New("there is no such call")

// saidBytes is how much of a server's own words stands in an error.
const saidBytes = 200

// said returns a server's own words about an error, on one line and without
// secrets; nothing for a page.
func (c *Client) said(data []byte) string {
	s := strings.ToValidUTF8(strings.Join(strings.Fields(string(data)), " "), "")
	if strings.HasPrefix(s, "<") {
		return "an HTML page"
	}
	s = c.withoutSecrets(s)
	if len(s) > saidBytes {
		s = strings.ToValidUTF8(s[:saidBytes], "") + "…"
	}
	return s
}

func (c *Client) withoutSecrets(s string) string {
	secrets := []string{c.o.Key}
	for _, values := range c.o.Headers {
		secrets = append(secrets, values...)
	}
	if p, ok := c.base.User.Password(); ok {
		secrets = append(secrets, p)
	}
	for _, secret := range secrets {
		if secret != "" {
			s = strings.ReplaceAll(s, secret, "[hidden]")
		}
	}
	return s
}

// retryAfter reads a Retry-After header: seconds or a date. It returns 0 for none.
func (c *Client) retryAfter(s string) time.Duration {
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return time.Duration(min(n, int(maxWait/time.Second))) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(t.Sub(c.now()), 0)
	}
	return 0
}

// sleep waits for d, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
