package botapi

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"pincite/internal/redact"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

const (
	// defaultAPI is the platform's own Bot API server.
	defaultAPI = "https://api.telegram.org"

	// sendTimeout bounds one call that is not a poll.
	sendTimeout = 30 * time.Second

	// pollSlack is added to the timeout of a long poll: the time for its
	// answer to travel.
	pollSlack = 15 * time.Second

	// maxResponse bounds what is read of one response, in bytes. A hundred
	// updates of the largest size, with entities, stay far below.
	maxResponse = 32 << 20
)

// tokenPattern is what @BotFather hands out: the bot's id, a colon and 35
// characters. A little room is left, since the length is nowhere promised.
var tokenPattern = regexp.MustCompile(`^[0-9]{3,20}:[A-Za-z0-9_-]{30,64}$`)

// Options are what a Client needs. Only Token must be given.
type Options struct {
	Token       string
	Address     string            // base address of the Bot API; "" for https://api.telegram.org
	Connections int               // kept open while idle
	Timeout     time.Duration     // of one call that is not a poll; 0 means 30 s
	Transport   http.RoundTripper // nil: the network
}

// A Client calls the methods of the Bot API through the library. It holds no
// tgbotapi.BotAPI: one is made for each call, so that it can carry the call's
// context, and no value that would print the token lives longer.
type Client struct {
	token    string
	endpoint string        // format with two %s: token, method
	files    string        // address of the files, before the token
	timeout  time.Duration // of one call that is not a poll
	http     *http.Client
	clean    *strings.Replacer

	trouble atomic.Pointer[Trouble] // nil while the Bot API answers
}

// Trouble is what keeps the Bot API from answering the bot.
type Trouble struct {
	Since time.Time
	Class string // of the last call that failed, as [ClassOf] names it
}

// Trouble returns what has gone wrong with every call since the last one that was
// answered; nil if that was the last. A call that is refused for its own sake is
// answered.
func (c *Client) Trouble() *Trouble { return c.trouble.Load() }

// note notes how a call ended that its caller did not end.
func (c *Client) note(err error) {
	var api *Error
	if err == nil || errors.As(err, &api) && !api.general() {
		c.trouble.Store(nil)
		return
	}
	t := Trouble{Since: time.Now(), Class: ClassOf(err)}
	if before := c.trouble.Load(); before != nil {
		t.Since = before.Since
	}
	c.trouble.Store(&t)
}

// New checks token and address. Its errors never quote the token.
func New(o Options) (*Client, error) {
	token := strings.TrimSpace(o.Token)
	if !tokenPattern.MatchString(token) {
		return nil, errors.New("telegram: the token is not of the form 123456789:AAAA…; copy it from @BotFather as it stands")
	}
	if o.Address == "" {
		o.Address = defaultAPI
	}
	u, err := url.Parse(strings.TrimSpace(o.Address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return nil, errors.New("telegram: the API address must be a URL such as " + defaultAPI)
	}
	if o.Timeout == 0 {
		o.Timeout = sendTimeout
	}
	if o.Transport == nil {
		o.Transport = network(o.Connections)
	}
	base := strings.TrimRight(u.String(), "/")
	return &Client{
		token:    token,
		endpoint: strings.ReplaceAll(base, "%", "%%") + "/bot%s/%s",
		files:    base + "/file/bot",
		timeout:  o.Timeout,
		clean:    redact.Replacer(token),
		http: &http.Client{
			Transport: o.Transport,
			// A redirect would hand the token on to another address.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// network returns the transport of one client. All its calls go to one host:
// the default of two idle connections would open and close one for nearly
// every reply.
func network(connections int) *http.Transport {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = connections
	return transport
}

// Redact returns a handler that passes records on to next with the token and
// further secrets replaced, as [redact.Handler] does.
func (c *Client) Redact(next slog.Handler, secrets ...string) slog.Handler {
	return redact.Handler(next, append([]string{c.token}, secrets...)...)
}

// Do does a call and decodes its result into result, unless that is nil. The
// error is an *[Error] or a *[TransportError].
func (c *Client) Do(ctx context.Context, call Call, result any) error {
	return c.within(ctx, c.timeout, call, result)
}

// Updates makes one long poll for updates from a number on, at most limit of
// them; it ends after wait if there are none. Updates are left undecoded: one
// that cannot be read must not take the others with it. The error is as of
// [Client.Do].
func (c *Client) Updates(ctx context.Context, offset, limit int, wait time.Duration) ([]json.RawMessage, error) {
	var raws []json.RawMessage
	err := c.within(ctx, wait+pollSlack, getUpdates(offset, limit, wait), &raws)
	return raws, err
}

// within does a call with a timeout of its own.
func (c *Client) within(outer context.Context, timeout time.Duration, call Call, result any) (err error) {
	ctx, cancel := context.WithTimeout(outer, timeout)
	defer func() {
		if outer.Err() == nil {
			c.note(err)
		}
	}()
	defer cancel()
	api := tgbotapi.BotAPI{Token: c.token, Client: &exchange{ctx: ctx, client: c, method: call.Method}}
	api.SetAPIEndpoint(c.endpoint)
	resp, err := api.MakeRequest(call.Method, call.params)
	if err != nil {
		return c.explain(call.Method, err)
	}
	if result == nil {
		return nil
	}
	if err := json.Unmarshal(resp.Result, result); err != nil {
		return c.unreadable(call.Method, resp.Result, err.Error())
	}
	return nil
}

// Rival says who else takes the bot's updates, given the error of a poll; "" if
// it is not about that.
func (c *Client) Rival(ctx context.Context, err error) string {
	var conflict *Error
	if !errors.As(err, &conflict) || conflict.Code != http.StatusConflict {
		return ""
	}
	if !conflict.Says("webhook") {
		return "another process polls with the same token: stop it, or give one of the two a token of its own"
	}
	var info WebhookInfo
	if c.Do(ctx, GetWebhookInfo(), &info) != nil {
		info.URL = ""
	}
	host := cmp.Or(info.Host(), "an address that Telegram does not tell")
	return "somebody has set a webhook for this bot, to " + host + ": updates go there until it is removed or this process restarts"
}

// explain turns an error of the library into one of the two types of this
// package, without the token.
func (c *Client) explain(method string, err error) error {
	var transport *TransportError
	if errors.As(err, &transport) {
		return transport
	}
	var api *tgbotapi.Error
	if errors.As(err, &api) {
		return &Error{
			Method: method, Code: api.Code, Description: c.clean.Replace(api.Message),
			RetryAfter: time.Duration(min(api.RetryAfter, int(longestAsked/time.Second))) * time.Second, MigrateTo: api.MigrateToChatID,
		}
	}
	return &TransportError{Method: method, Reason: c.clean.Replace(err.Error())}
}

// exchange is the library's HTTP client for one call.
type exchange struct {
	ctx    context.Context
	client *Client
	method string
}

// Do sends the request within the call's context and reads the whole response.
// What is not an answer of the Bot API, such as the HTML page of a proxy,
// becomes a *TransportError with its status.
func (e *exchange) Do(req *http.Request) (*http.Response, error) {
	resp, err := e.client.http.Do(req.WithContext(e.ctx))
	if err != nil {
		return nil, e.fail(0, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse+1))
	if err != nil {
		return nil, e.fail(resp.StatusCode, err)
	}
	if len(body) > maxResponse {
		return nil, e.unreadable(body, fmt.Sprintf("more than %d MiB", maxResponse>>20))
	}
	var head struct {
		OK        *bool `json:"ok"`
		ErrorCode int   `json:"error_code"`
	}
	if err := json.Unmarshal(body, &head); err != nil && granted.Match(body) {
		return nil, e.unreadable(body, err.Error())
	} else if err != nil || head.OK == nil || (!*head.OK && head.ErrorCode == 0) {
		return nil, e.fail(resp.StatusCode, errors.New("the body is no answer of the Bot API"))
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

var (
	granted  = regexp.MustCompile(`^\s*\{\s*"ok"\s*:\s*true\b`)
	updateID = regexp.MustCompile(`"update_id"\s*:\s*([0-9]{1,18})\b`)
)

// unreadable is the error for an answer that the Bot API gave and nobody can read.
func (e *exchange) unreadable(body []byte, reason string) error {
	err := e.client.unreadable(e.method, body, reason)
	err.cause = context.Cause(e.ctx)
	return err
}

func (c *Client) unreadable(method string, body []byte, reason string) *TransportError {
	err := &TransportError{Method: method, Status: http.StatusOK, Unreadable: true, Reason: "unreadable result: " + c.clean.Replace(reason)}
	if m := updateID.FindSubmatch(body); m != nil {
		err.Update, _ = strconv.Atoi(string(m[1]))
	}
	return err
}

// fail drops the address from err, which holds the token, and keeps the cause.
func (e *exchange) fail(status int, err error) error {
	var addressed *url.Error
	if errors.As(err, &addressed) {
		err = addressed.Err
	}
	return &TransportError{Method: e.method, Status: status, Reason: e.client.clean.Replace(err.Error()), cause: context.Cause(e.ctx)}
}
