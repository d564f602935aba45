package speech

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"pincite/internal/model"
	"pincite/internal/text"
)

// Options say what listens, and within which limits.
type Options struct {
	Model     *model.Client
	Budget    *model.Budget // of calls; nil for no limit
	Timeout   time.Duration // for fetching and writing down one message
	AtOnce    int           // most messages at the same time; 0 for 1
	MaxLength time.Duration // of a message
	MaxBytes  int64         // of its recording
}

// A Listener understands voice messages. It is safe for concurrent use.
type Listener struct {
	o      Options
	places chan struct{} // one for each message that is listened to
}

// New returns a Listener.
func New(o Options) *Listener {
	return &Listener{o: o, places: make(chan struct{}, max(o.AtOnce, 1))}
}

// Host returns the host that recordings go to.
func (l *Listener) Host() string { return l.o.Model.Host() }

// MaxLength returns how long a message may be.
func (l *Listener) MaxLength() time.Duration { return l.o.MaxLength }

// A Message is a voice message that was not fetched yet.
type Message struct {
	Length time.Duration // as its carrier says
	Bytes  int64         // as its carrier says; 0 if it does not

	// Fetch gets the recording, of which more than limit bytes are an error.
	Fetch func(ctx context.Context, limit int64) (model.Recording, error)
}

// ErrLong, ErrSilent and ErrBusy tell why a message was not understood: it is longer or
// larger than may be, no words are in it, or too many are listened to at the same time.
var (
	ErrLong   = errors.New("the voice message is too long")
	ErrSilent = errors.New("no words are heard in the voice message")
	ErrBusy   = errors.New("as many voice messages are listened to as may be at the same time")
)

// Hear returns what is said in a message, on one line. caller is who is counted for it,
// "" for nobody. It fails with one of the errors above, with those of [model.Budget.Spend]
// and [model.Client.Transcribe], and with that of Fetch.
func (l *Listener) Hear(ctx context.Context, m Message, caller string) (string, error) {
	if m.Length > l.o.MaxLength || m.Bytes > l.o.MaxBytes {
		return "", ErrLong
	}
	select {
	case l.places <- struct{}{}:
		defer func() { <-l.places }()
	default:
		return "", ErrBusy
	}
	if err := l.o.Budget.Spend(caller); err != nil {
		return "", err
	}
	ctx, cancel := model.Within(ctx, l.o.Timeout)
	defer cancel()
	r, err := m.Fetch(ctx, l.o.MaxBytes)
	if err != nil {
		return "", fmt.Errorf("fetch a voice message: %w", err)
	}
	said, err := l.o.Model.Transcribe(ctx, r)
	if err != nil {
		return "", fmt.Errorf("write down a voice message: %w", err)
	}
	return spoken(said)
}

// remark is what a model writes where nobody speaks: "[music]", "(silence)".
var remark = regexp.MustCompile(`\[[^\]]*\]|\([^)]*\)|\*[^*]*\*`)

// spoken returns the words of a transcript, without what would make a command of them.
func spoken(said string) (string, error) {
	words := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	if !strings.ContainsFunc(remark.ReplaceAllString(said, ""), words) {
		return "", ErrSilent
	}
	return strings.TrimLeft(text.Line(said), "/ "), nil
}
