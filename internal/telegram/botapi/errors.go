package botapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// An Error is a refusal by the Bot API.
type Error struct {
	Method      string
	Code        int    // as HTTP statuses are numbered
	Description string // in English, without the token
	RetryAfter  time.Duration
	MigrateTo   int64 // the number a group has now; 0 if it has not moved
}

// Error names the method, the code and the description.
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %d %s", e.Method, e.Code, e.Description)
}

// Says reports whether the description holds a phrase, which is given in lower
// case, whatever the case there.
func (e *Error) Says(phrase string) bool {
	return strings.Contains(strings.ToLower(e.Description), phrase)
}

// general reports a refusal that is about the bot or the platform, not about one call.
func (e *Error) general() bool {
	return e.Code == http.StatusUnauthorized || e.Code == http.StatusNotFound || e.Code == http.StatusConflict || e.Code >= http.StatusInternalServerError
}

// A TransportError is a call to which the Bot API gave no answer: no
// connection, no time, or a body that is not its own.
type TransportError struct {
	Method string
	Status int    // HTTP status, 0 without a response
	Reason string // without the token

	Unreadable bool // the Bot API has granted the call, and its result cannot be read
	Update     int  // number of the first update in it; 0 if there is none

	cause error // why the call's context ended; nil if it did not
}

// Error names the method, the HTTP status if there is one, and the reason.
func (e *TransportError) Error() string {
	if e.Status != 0 {
		return fmt.Sprintf("%s: HTTP %d: %s", e.Method, e.Status, e.Reason)
	}
	return fmt.Sprintf("%s: %s", e.Method, e.Reason)
}

// Unwrap returns why the call's context ended, nil if it did not.
func (e *TransportError) Unwrap() error { return e.cause }

// ClassOf names the class of a failed call, for metrics: the code of the Bot
// API or of HTTP, "timeout", "network" or "other".
func ClassOf(err error) string {
	var api *Error
	var transport *TransportError
	switch {
	case errors.As(err, &api):
		return fmt.Sprint(api.Code)
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &transport) && transport.Status != 0:
		return fmt.Sprintf("http %d", transport.Status)
	case errors.As(err, &transport):
		return "network"
	default:
		return "other"
	}
}

// Refusal returns an error fit for the operator if err says that no repetition
// will help: the token is not valid, or the webhook is not.
func Refusal(err error) error {
	var api *Error
	if !errors.As(err, &api) {
		return nil
	}
	switch {
	case api.Code == http.StatusUnauthorized, api.Code == http.StatusNotFound:
		return errors.New("telegram: the token was refused; check PINCITE_TELEGRAM_TOKEN, or get a new one from @BotFather")
	case api.Code == http.StatusBadRequest && api.Method == "setWebhook":
		return fmt.Errorf("telegram: %w", api)
	}
	return nil
}

// IsRefused reports that a call will never be taken as it is.
func IsRefused(err error) bool {
	var api *Error
	return errors.As(err, &api) && (api.Code == http.StatusBadRequest || api.Code == http.StatusForbidden)
}

// IsUnanswered reports that the Bot API gave no answer to a call.
func IsUnanswered(err error) bool {
	var transport *TransportError
	return errors.As(err, &transport)
}

// IsUnreadable reports that a call was granted and its result cannot be read: if it
// comes again it is the same. update is the number of the first update in it, 0 if
// none can be told.
func IsUnreadable(err error) (update int, ok bool) {
	var transport *TransportError
	ok = errors.As(err, &transport) && transport.Unreadable
	if ok {
		update = transport.Update
	}
	return update, ok
}

// IsForbidden reports that a chat does not let the bot write.
func IsForbidden(err error) bool {
	var api *Error
	return errors.As(err, &api) && api.Code == http.StatusForbidden
}

// IsStale reports a refusal that hurts nobody: the message already shows what
// it should, or the person has long stopped waiting.
func IsStale(err error) bool {
	var api *Error
	return errors.As(err, &api) && api.Code == http.StatusBadRequest &&
		(api.Says("message is not modified") || api.Says("query is too old") || api.Says("query id is invalid"))
}

// IsLost reports that the message to edit cannot be edited any more.
func IsLost(err error) bool {
	var api *Error
	return errors.As(err, &api) && api.Code == http.StatusBadRequest &&
		(api.Says("message to edit not found") || api.Says("message can't be edited") || api.Says("message_id_invalid") || api.MigrateTo != 0)
}
