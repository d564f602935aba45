package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"pincite/internal/admin"
	"pincite/internal/answer"
	"pincite/internal/chat"
	"pincite/internal/config"
	"pincite/internal/gaps"
	"pincite/internal/gate"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/model"
	"pincite/internal/redact"
	"pincite/internal/request"
	"pincite/internal/speech"
	"pincite/internal/store"
	"pincite/internal/telegram"
	"pincite/internal/watch"
	"pincite/internal/web"
	"pincite/internal/web/visitor"
)

// A Service is all that serves, made of the settings.
type Service struct {
	config  config.Config
	version string
	log     *slog.Logger
	sources []library.Source
	watcher *watch.Watcher // nil where no file is watched
	library *library.Library
	chat    *chat.Chat
	metrics *metrics.Metrics
	store   *store.Store
	voice   *speech.Listener // nil unless voice messages are understood
	gate    *gate.Gate       // for all questions, from wherever they come
	bot     *telegram.Bot    // nil without a token
	web     *web.Server      // nil if web.addr is off
	admin   *admin.Server    // nil if admin.addr is off, or taken where nobody set it
}

// Questions answered at the same time, on each processor, and those that may wait.
// A question takes a processor for milliseconds; a few more than there are
// processors keep all at work while one writes to the store.
const (
	atOnce  = 4
	waiting = 256
)

// idle reports settings that leave nothing to run.
func idle(c config.Config) bool { return c.Telegram.Token == "" && c.Web.Addr == config.Off }

// errIdle refuses them.
var errIdle = config.Misusef("nothing to serve: telegram.token is empty and web.addr is off")

// Options say what a service is made of.
type Options struct {
	Config  config.Config
	Sources func() ([]library.Source, error) // of its documents
	Log     *slog.Logger                     // secrets of the settings are taken out of what goes there
	Version string                           // of the program
}

// New makes the service that the settings ask for, and its documents ready to answer.
func New(ctx context.Context, o Options) (*Service, error) {
	c := o.Config
	log := slog.New(request.Log(redact.Handler(o.Log.Handler(), c.Telegram.Token.Reveal(), c.Telegram.Webhook.Secret.Reveal(), c.Store.URL.Reveal())))
	if idle(c) {
		return nil, errIdle
	}
	all, err := o.Sources()
	if err != nil {
		return nil, err
	}
	w := watchFiles(c, log) // before they are read
	l, err := library.Open(ctx, all...)
	if err != nil {
		if w != nil {
			err = errors.Join(err, w.Close())
		}
		return nil, err
	}
	s := &Service{config: c, version: o.Version, log: log, sources: all, watcher: w, library: l, metrics: metrics.New(),
		gate: gate.New(atOnce*runtime.GOMAXPROCS(0), waiting)}
	if err := errors.Join(l.Warm(), s.add(ctx, c)); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// addModel makes what the model does at run time, with one budget for all of it.
func (s *Service) addModel(c config.Model) (err error) {
	failed := func(err error) { s.log.Warn("answered without the model", "error", err) }
	budget := model.NewBudget(c.PerDay, nil)
	if s.voice, err = newListener(c, budget); err != nil {
		return err
	}
	return LetChoose(s.library, c, budget, s.store, failed)
}

// add makes the parts that the settings ask for.
func (s *Service) add(ctx context.Context, c config.Config) error {
	if err := s.addStore(ctx, c); err != nil {
		return err
	}
	if err := s.addModel(c.Model); err != nil {
		return err
	}
	s.addChat(c)
	if err := s.addBot(c); err != nil {
		return err
	}
	return s.addWeb(c)
}

// Listen opens the addresses, before anything says that it serves.
func (s *Service) Listen(ctx context.Context) error {
	c := s.config
	if s.web != nil {
		if err := s.web.Listen(ctx); err != nil {
			return fmt.Errorf("web: %w", err)
		}
	}
	if c.Admin.Addr == "" || c.Admin.Addr == config.Off {
		return nil
	}
	s.admin = admin.New(c.Admin.Addr, s.metrics.Handler(), s.log)
	err := s.admin.Listen(ctx)
	if err == nil {
		return nil
	}
	s.admin = nil
	if c.Admin.Addr != config.AdminAddr {
		return fmt.Errorf("admin: %w", err)
	}
	s.log.Warn("no metrics", "err", err)
	return nil
}

// Close closes what the service is made of. What fails is logged.
func (s *Service) Close() {
	err := s.library.Close()
	if s.watcher != nil {
		err = errors.Join(err, s.watcher.Close())
	}
	if s.store != nil {
		err = errors.Join(err, s.store.Close())
	}
	if err != nil {
		s.log.Error("close", "err", err)
	}
}

func (s *Service) addStore(ctx context.Context, c config.Config) (err error) {
	s.store, err = store.Open(ctx, store.Options{
		Path: c.Store.Path, URL: c.Store.URL.Reveal(), Secret: c.Telegram.Token.Reveal(),
		Keep: c.Store.Keep(), Idle: c.Chat.Idle, Log: s.log, Metrics: s.metrics,
	})
	return err
}

func (s *Service) addChat(c config.Config) {
	voice := ""
	if s.voice != nil {
		voice = s.voice.Host()
	}
	keep := c.Store.Keep()
	s.chat = chat.New(chat.Options{
		Library: s.library, Log: s.log, Idle: c.Chat.Idle, Conversations: c.Chat.Conversations,
		Recorder: s.store, Memory: s.store, Keep: keep, Lasting: c.Store.Path != "" || c.Store.URL != "",
		Gaps: s.gaps(keep), Operator: telegram.Among(c.Telegram.Operators), Voice: voice,
	})
}

// gaps returns what finds the gaps in what the store keeps.
func (s *Service) gaps(keep time.Duration) func(context.Context) (gaps.Report, error) {
	return func(ctx context.Context) (gaps.Report, error) {
		read := func(visit func(store.Record) error) error { return s.store.Records(ctx, visit) }
		return FindGaps(ctx, s.library, read, keep, gaps.DefaultPeople)
	}
}

func (s *Service) addBot(c config.Config) error {
	t := c.Telegram
	if t.Token == "" {
		s.log.Info("no Telegram bot: PINCITE_TELEGRAM_TOKEN is not set")
		return nil
	}
	var err error
	s.bot, err = telegram.New(telegram.Options{
		Token: t.Token.Reveal(), APIURL: t.APIURL, Chat: s.chat, Thinks: s.library.Chooser() != nil || s.voice != nil, Voice: s.voice, Web: strings.TrimRight(c.Web.PublicURL, "/"), Log: s.log, Metrics: s.metrics, Store: s.store,
		Workers: t.Workers, DrainTimeout: t.DrainTimeout,
		SendsPerSecond: t.SendsPerSecond, KeepUnsent: t.KeepUnsent,
		AllowUsers: t.AllowUsers, AllowChats: t.AllowChats, PerUserPerMinute: t.PerUserPerMinute,
		Gate: s.gate, Webhook: telegram.WebhookOptions{
			URL: t.Webhook.URL, Addr: t.Webhook.Addr, Secret: t.Webhook.Secret.Reveal(),
			TLSCert: t.Webhook.TLSCert, TLSKey: t.Webhook.TLSKey,
		},
	})
	if err != nil {
		return config.Misuse{Err: err}
	}
	return nil
}

// state tells how the store and the Bot API are.
func (s *Service) state() (lines []string) {
	if s.store != nil {
		lines = append(lines, "store: "+s.store.State())
	}
	if s.bot != nil {
		lines = append(lines, "bot api: "+s.bot.State())
	}
	return lines
}

// searchResults is how many sections the search box lists: what fits a page
// without scrolling far.
const searchResults = 10

func (s *Service) addWeb(c config.Config) error {
	if c.Web.Addr == config.Off {
		return nil
	}
	o := web.Options{
		Addr: c.Web.Addr, PublicURL: c.Web.PublicURL, Chat: s.chat, Library: s.library,
		Metrics: s.metrics, Log: s.log, AskPerMinute: c.Web.AskPerMinute, Gate: s.gate, Proxies: c.Web.Proxies, Origins: c.Web.Origins,
		Linger: c.Web.Linger, State: s.state,
		Search: func(ctx context.Context, document, q string) ([]answer.Citation, error) {
			return s.library.Rank(ctx, document, q, searchResults)
		},
	}
	if s.bot != nil {
		o.Frame = telegram.WebClient
	}
	if o.AskPerMinute == 0 {
		o.AskPerMinute = -1 // no limit
	}
	if s.bot != nil && c.Telegram.Webhook.URL != "" && c.Telegram.Webhook.Addr == "" {
		u, err := url.Parse(c.Telegram.Webhook.URL)
		if err != nil || len(u.Path) < 2 {
			return config.Misusef("telegram.webhook.url needs a path of its own, such as https://example.org/telegram, to be served on web.addr")
		}
		o.Hosts = visitor.Hosts{u.Host}
		o.Extra = map[string]http.Handler{u.EscapedPath(): s.bot.Handler()}
	}
	var err error
	if s.web, err = web.New(o); err != nil {
		return config.Misuse{Err: err}
	}
	return nil
}

// Run runs the parts until ctx ends or one of them fails, which ends the
// others, too. At each of the hangups the documents are read anew.
func (s *Service) Run(ctx context.Context, hangups <-chan os.Signal) error {
	for _, d := range s.library.Documents() {
		s.log.Info("pincite serves", "document", d.Name, "sections", len(d.Sections), "digest", d.Digest()[:12], "version", s.version)
	}
	for _, err := range s.library.Skipped() {
		s.log.Warn("not a document", "err", err)
	}
	for _, doubt := range s.library.Doubts() {
		s.log.Warn("doubtful", "outline", doubt)
	}
	s.count()
	s.follow()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var wait sync.WaitGroup
	errs := make([]error, 3)
	start := func(i int, name string, run func(context.Context) error) {
		wait.Go(func() {
			defer cancel()
			if err := run(ctx); err != nil {
				errs[i] = fmt.Errorf("%s: %w", name, err)
			}
		})
	}
	wait.Go(func() { s.reloads(ctx, hangups) })
	if s.web != nil {
		start(0, "web", s.web.Run)
	}
	if s.bot != nil {
		start(1, "telegram", s.runBot)
	}
	if s.admin != nil {
		start(2, "admin", s.admin.Run)
	}
	began := time.Now()
	wait.Wait()
	s.log.Info("pincite has stopped", "after", time.Since(began).Round(time.Second))
	return errors.Join(errs...)
}

// runBot runs the bot. That it cannot, because its token is refused, does not end the
// reader.
func (s *Service) runBot(ctx context.Context) error {
	err := s.bot.Run(ctx)
	if err == nil || s.web == nil {
		return err
	}
	s.log.Error("the Telegram bot does not run; the reader does", "err", err)
	<-ctx.Done()
	return nil
}
