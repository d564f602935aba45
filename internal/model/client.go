package model

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// A Request is one question to a model.
type Request struct {
	System string          // what the model is to do
	User   string          // what it is to do it with
	Schema json.RawMessage // JSON schema of the reply; nil for none
	Tokens int             // most tokens of a reply; 0 for the server's own limit
}

// A Reply is what a model said.
type Reply struct {
	Text  string // as it came, thinking and fences included
	Usage Usage
}

// Usage counts tokens as the server does; zero where it doesn't.
type Usage struct {
	Read    int `json:"prompt_tokens"`
	Written int `json:"completion_tokens"`
}

// Add returns the sum of both.
func (u Usage) Add(v Usage) Usage { return Usage{u.Read + v.Read, u.Written + v.Written} }

// A Completer answers one request. It is safe for concurrent use.
type Completer interface {
	Complete(ctx context.Context, r Request) (Reply, error)
}

// Options say which model to call, and how.
type Options struct {
	URL     string        // base address; /v1 is added where it has no path: "http://localhost:11434"
	Name    string        // of the model
	Key     string        // bearer token; empty to send none
	Headers http.Header   // sent in addition; their values are treated as secret
	Timeout time.Duration // of one try; 0 for DefaultTimeout
	Tries   int           // of one request, the first included; 0 for defaultTries

	// Wait waits between two tries, or until the context ends; nil for the clock's
	// own time.
	Wait func(context.Context, time.Duration) error
}

// Defaults and limits of a client.
const (
	DefaultTimeout = 5 * time.Minute // a small machine writes a few tokens a second
	defaultTries   = 6
	maxWait        = time.Minute // longest wait between two tries, whatever the server asks for
	maxReplyBytes  = 8 << 20     // of a response; the rest is an error
)

// A Client calls one model. It is safe for concurrent use.
type Client struct {
	o      Options
	base   *url.URL
	http   *http.Client
	manner atomic.Int32 // index into manners: how this server wants to be asked
	now    func() time.Time
}

// New returns a client. It fails on an address or a name that cannot be used; no
// call is made.
func New(o Options) (*Client, error) {
	base, err := url.Parse(o.URL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, errors.New("model: the address must begin with http:// or https:// and name a host, as in http://localhost:11434/v1")
	}
	if o.Name == "" {
		return nil, errors.New("model: the model has no name")
	}
	if strings.ContainsFunc(o.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, errors.New("model: the key holds a space or a character that no key has")
	}
	o.Timeout, o.Tries = cmp.Or(o.Timeout, DefaultTimeout), cmp.Or(o.Tries, defaultTries)
	if o.Wait == nil {
		o.Wait = sleep
	}
	refuse := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse } // headers go to one host only
	own := &http.Client{Transport: http.DefaultTransport, CheckRedirect: refuse}            // with the proxies of the environment
	return &Client{o: o, base: base, http: own, now: time.Now}, nil
}

// Name returns the model's name.
func (c *Client) Name() string { return c.o.Name }

// Host returns the server's host and port, for messages.
func (c *Client) Host() string { return c.base.Host }

// endpoint returns the address of a call: "chat/completions".
func (c *Client) endpoint(call string) string {
	u := *c.base
	u.Path = strings.TrimRight(u.Path, "/")
	if u.Path == "" { // a path of its own is taken as it is: not every service has /v1
		u.Path = "/v1"
	}
	u.Path += "/" + call
	return u.String()
}

// A manner is a way to ask: what a server may not know is left out.
type manner struct {
	name        string
	format      string // of response_format; empty for none
	temperature bool
	limit       bool
}

// manners go from the best to the plainest.
var manners = []manner{
	{"a JSON schema", "json_schema", true, true},
	{"JSON without a schema", "json_object", true, true},
	{"plain text", "", true, true},
	{"plain text, its own settings", "", false, false},
}

// Manner tells in which way the server is asked at present, for people.
func (c *Client) Manner() string { return manners[c.manner.Load()].name }

// Complete asks the model and returns its reply. Servers that are busy or broken are
// asked again, as often as Options.Tries says. When a server rejects a request, a
// plainer one is tried, and kept to if it is taken.
func (c *Client) Complete(ctx context.Context, r Request) (Reply, error) {
	first := int(c.manner.Load())
	var rejected error
	for i := first; i < len(manners); i++ {
		if manners[i].format == "json_schema" && r.Schema == nil {
			continue
		}
		reply, err := c.completeIn(ctx, r, manners[i])
		if s := new(statusError); errors.As(err, &s) && slices.Contains(rejections, s.code) {
			rejected = cmp.Or(rejected, err)
			continue
		}
		if err == nil && rejected != nil {
			c.manner.Store(int32(i))
		}
		return reply, err
	}
	return Reply{}, rejected
}

// rejections are what servers answer to a field that they do not know.
var rejections = []int{http.StatusBadRequest, http.StatusUnprocessableEntity, http.StatusNotImplemented}

// completeIn asks in one manner.
func (c *Client) completeIn(ctx context.Context, r Request, m manner) (Reply, error) {
	body, err := json.Marshal(c.question(r, m))
	if err != nil {
		return Reply{}, fmt.Errorf("model: %w", err)
	}
	data, err := c.call(ctx, http.MethodPost, "chat/completions", payload{"application/json", body})
	if err != nil {
		return Reply{}, err
	}
	return readCompletion(data)
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// question is the body of a call.
func (c *Client) question(r Request, m manner) map[string]any {
	body := map[string]any{
		"model":    c.o.Name,
		"messages": []message{{"system", r.System}, {"user", r.User}},
		"stream":   false,
	}
	if m.temperature {
		body["temperature"] = 0
	}
	if m.limit && r.Tokens > 0 {
		body["max_tokens"] = r.Tokens
	}
	switch m.format {
	case "json_schema":
		body["response_format"] = map[string]any{"type": m.format,
			"json_schema": map[string]any{"name": "reply", "strict": true, "schema": r.Schema}}
	case "json_object":
		body["response_format"] = map[string]any{"type": m.format}
	}
	return body
}

// readCompletion reads the body of a reply.
func readCompletion(data []byte) (Reply, error) {
	var body struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"` // null is nothing
				Refusal string `json:"refusal"`
			} `json:"message"`
			Finish string `json:"finish_reason"`
		} `json:"choices"`
		Usage Usage `json:"usage"`
	}
	if err := json.Unmarshal(data, &body); err != nil {
		return Reply{}, fmt.Errorf("model: what the server sent is not a chat completion; is the address right? (%w)", plainJSON(err))
	}
	if len(body.Choices) == 0 {
		return Reply{Usage: body.Usage}, fmt.Errorf("%w: the response holds none", ErrReply)
	}
	first, reply := body.Choices[0], Reply{Text: body.Choices[0].Message.Content, Usage: body.Usage}
	switch {
	case first.Finish == "length":
		return reply, fmt.Errorf("%w: it was cut off at the limit of tokens", ErrReply)
	case first.Finish == "content_filter", first.Message.Refusal != "":
		return reply, fmt.Errorf("%w: the model refused", ErrReply)
	case strings.TrimSpace(reply.Text) == "":
		return reply, fmt.Errorf("%w: it is empty", ErrReply)
	}
	return reply, nil
}

// Models returns the names of the server's models, in its order.
func (c *Client) Models(ctx context.Context) ([]string, error) {
	data, err := c.call(ctx, http.MethodGet, "models", payload{})
	if err != nil {
		return nil, err
	}
	var body struct {
		Data []struct {
			ID string `json:"id"`
		} `json:"data"`
	}
	if err := json.Unmarshal(data, &body); err != nil {
		return nil, fmt.Errorf("model: what the server sent is not a list of models (%w)", plainJSON(err))
	}
	var names []string
	for _, m := range body.Data {
		names = append(names, m.ID)
	}
	return names, nil
}
