package telegram

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
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
	"pincite/internal/telegram/queue"
	"pincite/internal/telegram/respond"
)

// Defaults of Options.
const (
	defaultWorkers      = 16
	defaultKeepUnsent   = time.Hour
	defaultDrainTimeout = 10 * time.Second // what docker stop grants
)

// Limits that nobody sets.
const (
	updateTimeout = 20 * time.Second // for handling one update: what pushes updates gives up after 30 s
	pollTimeout   = 50 * time.Second // of one long poll: the platform's own maximum
	maxBody       = 1 << 20          // of an update that is pushed, in bytes: a few KiB as a rule; entities make it tens
)

// WebClient is the platform's own client in a browser. It shows in a frame the pages
// of the reader that buttons open inside Telegram.
const WebClient = "https://web.telegram.org"

// Options are what a Bot needs. Token, Chat and Store must be given; a zero of the
// rest means the default named with it.
type Options struct {
	Token   string
	APIURL  string           // base address of the Bot API; "" for https://api.telegram.org
	Chat    *chat.Chat       // who answers
	Web     string           // base address of the reader, without a closing slash; "" for none
	Log     *slog.Logger     // nil: nothing is logged
	Metrics *metrics.Metrics // nil: nothing is counted
	Store   *store.Store     // of updates and replies; what shares it shares the work

	Workers      int           // updates handled at once; 0 means 16
	KeepUnsent   time.Duration // for a reply that cannot be sent; 0 means 1 hour
	DrainTimeout time.Duration // for finishing what was accepted when Run ends; 0 means 10 s

	AllowUsers       []int64 // if this or AllowChats is not empty, nobody else is answered
	AllowChats       []int64
	PerUserPerMinute int // messages, and ten times as many buttons; 0 means no limit
	SendsPerSecond   int // to all chats, of all processes that share Store; 0 means no limit, nor one for each chat

	// Thinks says that some answers take seconds: people are shown that one is on its
	// way.
	Thinks bool

	// Voice understands voice messages; nil: people are asked to type.
	Voice *speech.Listener

	// Gate bounds how many questions are answered at the same time; nil sets no
	// limit. Who would wait for long is told so.
	Gate *gate.Gate

	Webhook WebhookOptions
}

// WebhookOptions say how updates are pushed to the bot. With an empty URL it
// polls.
type WebhookOptions struct {
	URL     string // public https address that Telegram calls
	Addr    string // to listen on, "host:port"; "" if another server mounts Handler
	Secret  string // 1 to 256 of A-Z a-z 0-9 _ -; "" means one derived from the token
	TLSCert string // file names; both empty behind a proxy that ends TLS
	TLSKey  string

	path string // of URL, set by check
}

// A Bot is one bot of the platform. Make it with [New], run it with [Bot.Run].
type Bot struct {
	opt    Options
	log    *slog.Logger
	client *botapi.Client
	signer botapi.Signer // of buttons
	secret string        // of the webhook

	self  atomic.Pointer[botapi.User] // nil until getMe has answered
	queue atomic.Pointer[queue.Queue] // nil until Run

	post      *post.Post
	responder *respond.Responder
	handled   *recent.Map[int, struct{}] // updates that need not be handled again, whatever the store says
	pushing   atomic.Int64               // updates that the platform pushes and waits for

	// Replaced by tests.
	now      func() time.Time
	sleep    func(context.Context, time.Duration) error
	after    func(time.Duration, func())
	listened func(address string)
}

// New checks the options. It calls nobody; no error holds the token.
func New(o Options) (*Bot, error) {
	if o.Chat == nil || o.Store == nil {
		return nil, errors.New("telegram: no chat to answer with, or no store to keep replies in")
	}
	setDefaults(&o)
	c, err := botapi.New(botapi.Options{Token: o.Token, Address: o.APIURL, Connections: o.Workers + 2})
	if err != nil {
		return nil, err
	}
	if err := o.Webhook.check(); err != nil {
		return nil, err
	}
	secret := o.Webhook.Secret
	if secret == "" {
		secret = c.WebhookSecret()
	}
	o.Token = "" // the client has it; nobody else needs it
	b := &Bot{
		opt: o, client: c, signer: c.Signer(), secret: secret,
		log:      slog.New(c.Redact(o.Log.Handler(), secret)),
		handled:  recent.NewMap[int, struct{}](queue.Remembered),
		now:      time.Now,
		sleep:    botapi.Sleep,
		after:    func(d time.Duration, f func()) { time.AfterFunc(d, f) },
		listened: func(string) {},
	}
	now, after := func() time.Time { return b.now() }, func(d time.Duration, f func()) { b.after(d, f) }
	b.post = post.New(post.Options{
		Signer: b.signer, Store: o.Store, Metrics: o.Metrics, Log: b.log,
		SendsPerSecond: o.SendsPerSecond, KeepUnsent: o.KeepUnsent, Timeout: updateTimeout,
		Do:     func(ctx context.Context, call botapi.Call, result any) error { return b.client.Do(ctx, call, result) },
		InTurn: func(chat int64, work func(context.Context)) bool { return b.queue.Load().InTurn(chat, work) },
		Now:    now, After: after,
	})
	b.responder = respond.New(respond.Options{
		Chat: o.Chat, Web: o.Web, Store: o.Store, Metrics: o.Metrics, Log: b.log,
		Self: b.self.Load, Client: func() *botapi.Client { return b.client }, Signer: b.signer, Post: b.post,
		Limits: limit.New(o.Store, o.PerUserPerMinute, now), Gate: o.Gate, Voice: o.Voice,
		AllowUsers: o.AllowUsers, AllowChats: o.AllowChats, Thinks: o.Thinks, Now: now, After: after,
	})
	return b, nil
}

// DocumentsChanged tells Telegram the menu and the descriptions anew: they name the
// documents and their levels. It does not wait.
func (b *Bot) DocumentsChanged() { b.responder.DocumentsChanged() }

func setDefaults(o *Options) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Workers = cmp.Or(o.Workers, defaultWorkers)
	o.DrainTimeout = cmp.Or(o.DrainTimeout, defaultDrainTimeout)
	o.KeepUnsent = cmp.Or(o.KeepUnsent, defaultKeepUnsent)
}

// Run runs the bot until ctx ends, or Telegram refuses the token at the start. It then
// accepts no more updates, finishes those it has within the drain timeout,
// and tells Telegram which are done. Its error is nil when ctx ended. It must
// be called once.
func (b *Bot) Run(ctx context.Context) error {
	if err := b.identify(ctx); err != nil {
		return unlessDone(ctx, err)
	}
	q := queue.New(b.opt.Workers, b.handleInTurn, b.opt.Metrics.ReplyDropped)
	b.queue.Store(q)

	background, stop := context.WithCancel(ctx)
	var introduction sync.WaitGroup
	introduction.Go(func() { b.responder.Introduce(background) })
	introduction.Go(func() { b.sweep(background) })
	defer introduction.Wait()
	defer stop()

	if b.opt.Webhook.URL != "" {
		return unlessDone(ctx, b.serveWebhook(ctx, q))
	}
	b.pollUpdates(ctx, q)
	return nil
}

// unlessDone drops an error that only says that ctx has ended.
func unlessDone(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// identify asks who the bot is, for as long as it takes. Only a refused token
// is an error.
func (b *Bot) identify(ctx context.Context) error {
	self := new(botapi.User)
	if err := b.persist(ctx, botapi.GetMe(), self); err != nil {
		return err
	}
	b.self.Store(self)
	b.log.Info("bot is known to Telegram", "username", self.UserName,
		"inline", self.SupportsInlineQueries, "reads_all_group_messages", self.CanReadAllGroupMessages)
	return nil
}

// refusals is how often in a row a call must be refused at the start to be believed.
const refusals = 3

// persist does a call again and again until it is answered, ctx ends, or
// the Bot API refuses it, more than once, for a reason that waiting does not change.
func (b *Bot) persist(ctx context.Context, call botapi.Call, result any) error {
	refused := 0
	for attempt := 0; ; attempt++ {
		err := b.client.Do(ctx, call, result)
		if err == nil || ctx.Err() != nil {
			return err
		}
		b.opt.Metrics.APIError(botapi.ClassOf(err))
		if err := botapi.Refusal(err); err == nil {
			refused = 0
		} else if refused++; refused == refusals {
			return err
		}
		wait := botapi.Pause(err, attempt)
		b.log.Warn("Telegram does not answer; trying again", "method", call.Method, "wait", wait, "err", err)
		if err := b.sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// Among returns a function that reports whether the key of a person, as chats know
// them, is that of one of these numbers.
func Among(people []int64) func(person string) bool {
	keys := map[string]bool{}
	for _, id := range people {
		keys[post.Person(id)] = id != 0
	}
	return func(person string) bool { return keys[person] }
}
