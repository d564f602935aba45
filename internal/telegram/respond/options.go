package respond

import (
	"log/slog"
	"time"

	"pincite/internal/chat"
	"pincite/internal/gate"
	"pincite/internal/metrics"
	"pincite/internal/recent"
	"pincite/internal/speech"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/limit"
	"pincite/internal/telegram/post"
)

// Options are what a Responder needs. Metrics, Voice and Gate may be nil.
type Options struct {
	Chat    *chat.Chat // who answers
	Web     string     // base address of the reader, without a closing slash; "" for none
	Store   *store.Store
	Metrics *metrics.Metrics
	Log     *slog.Logger

	Self   func() *botapi.User   // the bot itself
	Client func() *botapi.Client // for what is not sent by Post
	Signer botapi.Signer         // of buttons
	Post   *post.Post
	Limits *limit.Limits
	Gate   *gate.Gate       // bounds how many questions are answered at the same time
	Voice  *speech.Listener // understands voice messages; nil: people are asked to type

	AllowUsers []int64 // if this or AllowChats is not empty, nobody else is answered
	AllowChats []int64
	Thinks     bool // some answers take seconds: people are shown that one is on its way

	Now   func() time.Time
	After func(time.Duration, func()) // calls a function after a time
}

// A Responder answers updates. It is safe for concurrent use.
type Responder struct {
	opt     Options
	changed chan struct{} // asks to tell Telegram anew what the bot answers from
	replies *recent.Map[asked, sentReply]
	albums  *recent.Map[album, int] // and the message of each that was answered
}

// New returns a Responder.
func New(o Options) *Responder {
	return &Responder{opt: o, changed: make(chan struct{}, 1), replies: recent.NewMap[asked, sentReply](maxReplies), albums: recent.NewMap[album, int](maxAlbums)}
}
