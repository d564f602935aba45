package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

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

// params are the fields of one call, as the library sends them: text, or JSON
// for whatever is not text.
type params = tgbotapi.Params

// client calls the methods of the Bot API through the library. It holds no
// tgbotapi.BotAPI: one is made for each call, so that it can carry the call's
// context, and no value that would print the token lives longer.
type client struct {
	token    string
	endpoint string        // format with two %s: token, method
	timeout  time.Duration // of one call that is not a poll
	http     *http.Client
	clean    *strings.Replacer
}

// newClient checks token and address. Its errors never quote the token.
func newClient(token, address string, connections int) (*client, error) {
	token = strings.TrimSpace(token)
	if !tokenPattern.MatchString(token) {
		return nil, errors.New("telegram: the token is not of the form 123456789:AAAA…; copy it from @BotFather as it stands")
	}
	if address == "" {
		address = defaultAPI
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return nil, errors.New("telegram: the API address must be a URL such as " + defaultAPI)
	}
	base := strings.ReplaceAll(strings.TrimRight(u.String(), "/"), "%", "%%")
	transport := http.DefaultTransport.(*http.Transport).Clone()
	// All calls go to one host: the default of two idle connections would
	// open and close one for nearly every reply.
	transport.MaxIdleConnsPerHost = connections
	return &client{
		token:    token,
		endpoint: base + "/bot%s/%s",
		timeout:  sendTimeout,
		clean:    newReplacer([]string{token}),
		http: &http.Client{
			Transport: transport,
			// A redirect would hand the token on to another address.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// call calls a method and decodes its result into result, unless that is nil.
// The error is an *apiError or a *transportError.
func (c *client) call(ctx context.Context, method string, p params, result any) error {
	return c.callWithin(ctx, c.timeout, method, p, result)
}

// callWithin is call with a timeout of its own.
func (c *client) callWithin(ctx context.Context, timeout time.Duration, method string, p params, result any) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	api := tgbotapi.BotAPI{Token: c.token, Client: &exchange{ctx: ctx, client: c, method: method}}
	api.SetAPIEndpoint(c.endpoint)
	resp, err := api.MakeRequest(method, p)
	if err != nil {
		return c.explain(method, err)
	}
	if result == nil {
		return nil
	}
	if err := json.Unmarshal(resp.Result, result); err != nil {
		return &transportError{method: method, status: http.StatusOK, reason: "unexpected result: " + c.clean.Replace(err.Error())}
	}
	return nil
}

// explain turns an error of the library into one of the two types of this
// package, without the token.
func (c *client) explain(method string, err error) error {
	var transport *transportError
	if errors.As(err, &transport) {
		return transport
	}
	var api *tgbotapi.Error
	if errors.As(err, &api) {
		return &apiError{
			method: method, code: api.Code, description: c.clean.Replace(api.Message),
			retryAfter: time.Duration(api.RetryAfter) * time.Second, migrateTo: api.MigrateToChatID,
		}
	}
	return &transportError{method: method, reason: c.clean.Replace(err.Error())}
}

// exchange is the library's HTTP client for one call.
type exchange struct {
	ctx    context.Context
	client *client
	method string
}

// Do sends the request within the call's context and reads the whole response.
// What is not an answer of the Bot API, such as the HTML page of a proxy,
// becomes a *transportError with its status.
func (e *exchange) Do(req *http.Request) (*http.Response, error) {
	resp, err := e.client.http.Do(req.WithContext(e.ctx))
	if err != nil {
		return nil, e.fail(0, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse))
	if err != nil {
		return nil, e.fail(resp.StatusCode, err)
	}
	var head struct {
		OK        *bool `json:"ok"`
		ErrorCode int   `json:"error_code"`
	}
	if err := json.Unmarshal(body, &head); err != nil || head.OK == nil || (!*head.OK && head.ErrorCode == 0) {
		return nil, e.fail(resp.StatusCode, errors.New("the body is no answer of the Bot API"))
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// fail drops the address from err, which holds the token, and keeps the cause.
func (e *exchange) fail(status int, err error) error {
	var addressed *url.Error
	if errors.As(err, &addressed) {
		err = addressed.Err
	}
	return &transportError{method: e.method, status: status, reason: e.client.clean.Replace(err.Error()), cause: context.Cause(e.ctx)}
}

// An apiError is a refusal by the Bot API.
type apiError struct {
	method      string
	code        int
	description string
	retryAfter  time.Duration
	migrateTo   int64
}

func (e *apiError) Error() string {
	return fmt.Sprintf("%s: %d %s", e.method, e.code, e.description)
}

// says reports whether the description holds a phrase, whatever its case.
func (e *apiError) says(phrase string) bool {
	return strings.Contains(strings.ToLower(e.description), phrase)
}

// A transportError is a call to which the Bot API gave no answer: no
// connection, no time, or a body that is not its own.
type transportError struct {
	method string
	status int // HTTP status, 0 without a response
	reason string
	cause  error // why the call's context ended; nil if it did not
}

func (e *transportError) Error() string {
	if e.status != 0 {
		return fmt.Sprintf("%s: HTTP %d: %s", e.method, e.status, e.reason)
	}
	return fmt.Sprintf("%s: %s", e.method, e.reason)
}

func (e *transportError) Unwrap() error { return e.cause }

// classOf names the class of a failed call, for metrics: the code of the Bot
// API or of HTTP, "timeout", "network" or "other".
func classOf(err error) string {
	var api *apiError
	var transport *transportError
	switch {
	case errors.As(err, &api):
		return fmt.Sprint(api.code)
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &transport) && transport.status != 0:
		return fmt.Sprintf("http %d", transport.status)
	case errors.As(err, &transport):
		return "network"
	default:
		return "other"
	}
}
