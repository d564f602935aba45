package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pincite/data"
	"pincite/internal/annotation"
	"pincite/internal/config"
	"pincite/internal/folder"
	"pincite/internal/library"
	"pincite/internal/service"
	"pincite/internal/store"
	"pincite/internal/telegram"
)

func (p *program) checkVerb() *cobra.Command {
	live := false
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say whether all that the settings name will work",
		Long: "Tries what serve needs and prints a line for each: the settings, the documents and\n" +
			"their annotations, the index and its cache, the bot's token and webhook as Telegram\n" +
			"knows them, the store, and the language model. A line begins with ok, warn, fail, or\n" +
			"off for what is not set up. Fails if one of them does. Nothing is changed, nothing of a\n" +
			"document is sent, and no token, key or password is printed.\n\n" +
			"With --live it only asks the serve that runs on this machine whether it lives, on\n" +
			"web.addr or, where that is off, on admin.addr: for the health check of a container.",
		Args: needArgs(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := p.config(cmd)
			switch {
			case err != nil:
				return err
			case live:
				return p.checkLive(cmd.Context(), c)
			}
			return p.check(cmd.Context(), c)
		},
	}
	cmd.Flags().BoolVar(&live, "live", false, "only ask /healthz of the serve that runs here")
	return cmd
}

// How a checked thing is.
const (
	well   = "ok"
	doubt  = "warn"
	broken = "fail"
	unset  = "off"
)

// A checkup prints a line for each thing that is checked and counts what fails.
type checkup struct {
	*program
	c             config.Config
	sources       []library.Source // of the settings' documents, each read once
	library       *library.Library // of all of them; nil if they cannot be opened
	opening       time.Duration    // what that took
	unopened      error            // why not
	checks, fails int
}

func (k *checkup) say(state, what, format string, args ...any) {
	k.checks++
	if state == broken {
		k.fails++
	}
	said := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
	fmt.Fprintf(k.out, "%-5s %-9s %s\n", state, what, said)
}

// check checks everything.
func (p *program) check(ctx context.Context, c config.Config) error {
	k := &checkup{program: p, c: c}
	k.open(ctx)
	k.settings(ctx)
	if k.documents(ctx) {
		k.index()
	}
	k.telegram(ctx)
	k.store(ctx)
	k.model(ctx)
	k.voice(ctx)
	if k.library != nil {
		k.unopened = k.library.Close()
	}
	if k.fails > 0 {
		return fmt.Errorf("%d of %d checks failed", k.fails, k.checks)
	}
	return k.unopened
}

// open makes the documents ready to answer, together.
func (k *checkup) open(ctx context.Context) {
	start := time.Now()
	defer func() { k.opening = time.Since(start) }()
	all, err := k.program.sources(k.c)
	if err != nil {
		k.unopened = err
		return
	}
	for _, s := range all {
		k.sources = append(k.sources, s.Once())
	}
	if k.library, k.unopened = k.openSources(ctx, k.c, k.sources); k.unopened == nil {
		k.unopened = k.library.Warm()
	}
}

// number returns n with what is counted, in the plural where that is right.
func number(n int, what string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(what, "s"):
		what += "es"
	default:
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// settings makes the parts of serve that the settings ask for, without running
// them: they refuse what cannot be. Where there are no documents it does so on the one
// inside the program.
func (k *checkup) settings(ctx context.Context) {
	l := k.library
	if l == nil {
		var err error
		if l, err = library.Open(ctx, library.Source{FS: data.FS, Name: data.Default}); err != nil {
			k.say(broken, "settings", "%v", err)
			return
		}
		defer l.Close() // nothing was asked of it
	}
	switch reader, err := service.Try(ctx, k.c, l); {
	case err != nil:
		k.say(broken, "settings", "%v", err)
	case reader == "":
		k.say(well, "settings", "no reader, web.addr is off")
	default:
		k.say(well, "settings", "a reader at %s", reader)
	}
}

// documents tells of each of the documents by itself, and reports whether each can
// be read.
func (k *checkup) documents(ctx context.Context) bool {
	if k.sources == nil {
		k.say(broken, "document", "%v", k.unopened)
		return false
	}
	before := k.fails
	for _, s := range k.sources {
		bundles, skipped, err := s.Bundles(ctx)
		if err != nil {
			k.say(broken, "document", "%v", err)
			continue
		}
		where := s.Name
		if len(bundles) > 1 {
			where = "FILE"
		}
		for _, b := range bundles {
			k.bundle(b, where)
		}
		for _, err := range skipped {
			k.say(doubt, "document", "left out: %v", err)
		}
	}
	return k.fails == before
}

// bundle tells of a document and of its annotations; source names it on a command
// line.
func (k *checkup) bundle(b *folder.Bundle, source string) {
	d := b.Document
	said := fmt.Sprintf("%s: %s, digest %s", d.Name, number(len(d.Sections), "section"), d.Digest()[:12])
	if n := len(b.Warnings); n > 0 {
		k.say(doubt, "document", "%s; %s in its outline, which pincite import %s lists", said, number(n, "doubt"), source)
	} else {
		k.say(well, "document", "%s", said)
	}
	if len(b.Annotations) == 0 {
		k.say(unset, "aids", "%s: none; pincite annotate --write %s begins some", d.Name, source)
		return
	}
	findings, reach := annotation.Check(d, b.Annotations)
	lost := 0
	for _, f := range findings {
		if !f.Idle {
			lost++
		}
	}
	if lost > 0 {
		k.say(doubt, "aids", "%s: what does not fit the text is lost, %s; pincite annotate %s lists it", d.Name, number(lost, "place"), source)
		return
	}
	var languages []string
	for _, c := range reach {
		languages = append(languages, c.Language)
	}
	k.say(well, "aids", "%s: in %s", d.Name, strings.Join(languages, ", "))
}

// index tells what came of all documents together, and where what took long is kept.
func (k *checkup) index() {
	if k.unopened != nil {
		k.say(broken, "index", "%v", k.unopened)
		return
	}
	k.say(well, "index", "%s made ready in %s", number(len(k.library.Documents()), "document"), k.opening.Round(time.Millisecond))
	if k.cache == nil {
		k.say(unset, "cache", "not needed for the document inside the program")
		return
	}
	if dir, lasts := k.cache.Place(); !lasts {
		k.say(doubt, "cache", "nothing can be kept, so that every start reads the documents anew; name a folder that can be written in index.path")
	} else {
		k.say(well, "cache", "%s", dir)
	}
}

// telegram asks what Telegram knows of the bot.
func (k *checkup) telegram(ctx context.Context) {
	t := k.c.Telegram
	if t.Token == "" {
		k.say(unset, "token", "no bot: PINCITE_TELEGRAM_TOKEN is not set")
		return
	}
	s, err := telegram.Inspect(ctx, t.Token.Reveal(), t.APIURL, t.Webhook.URL)
	if err != nil {
		k.say(broken, "token", "%v", err)
		return
	}
	said := "@" + s.Username
	if !s.Inline {
		said += "; inline mode is off, /setinline at @BotFather turns it on"
	}
	k.say(well, "token", "%s", said)
	k.webhook(s, t.Webhook.URL != "")
}

// recently is how long a push that failed is of interest.
const recently = time.Hour

func (k *checkup) webhook(s telegram.Standing, wanted bool) {
	waiting := number(s.Pending, "update") + " waiting"
	switch {
	case wanted && s.Ours && time.Since(s.FailedAt) < recently:
		k.say(doubt, "webhook", "a push to %s failed at %s: %s; %s", s.Webhook, s.FailedAt.Format(time.TimeOnly), s.FailedWhy, waiting)
	case wanted && s.Ours:
		k.say(well, "webhook", "set to %s; %s", s.Webhook, waiting)
	case wanted && s.Webhook == "":
		k.say(doubt, "webhook", "not set yet: serve sets it when it starts; %s", waiting)
	case wanted:
		k.say(doubt, "webhook", "set to another address at %s: serve changes it when it starts; %s", s.Webhook, waiting)
	case s.Webhook != "":
		k.say(doubt, "webhook", "updates are pushed to %s: serve, which polls, removes that when it starts; stop what runs there, or set telegram.webhook.url", s.Webhook)
	default:
		k.say(well, "webhook", "none: the bot polls; %s", waiting)
	}
}

// store looks at the database.
func (k *checkup) store(ctx context.Context) {
	o := store.Options{Path: k.c.Store.Path, URL: k.c.Store.URL.Reveal()}
	if o.Path == "" && o.URL == "" {
		k.say(unset, "store", "in memory, lost when serve ends; store.path or store.url keeps it")
		return
	}
	s, err := store.Inspect(ctx, o)
	if err != nil {
		k.say(broken, "store", "%v", err)
		return
	}
	name := "PostgreSQL"
	if o.Path != "" {
		name = o.Path
	}
	switch kept := number(s.Ratings, "rating") + ", " + number(s.Questions, "unanswered question"); {
	case s.Lines:
		k.say(well, "store", "%s is of an earlier version: serve makes a database of it", name)
	case s.New:
		k.say(well, "store", "%s: empty, serve makes the tables", name)
	case o.URL != "":
		k.say(well, "store", "%s: %s at work; %s", name, number(s.Replicas, "process"), kept)
	case s.InUse:
		k.say(well, "store", "%s: in use by a process, and only one can; %s", name, kept)
	default:
		k.say(well, "store", "%s: %s", name, kept)
	}
}

// livePatience bounds the question whether serve lives.
const livePatience = 3 * time.Second

// checkLive asks the serve on this machine whether it lives.
func (p *program) checkLive(ctx context.Context, c config.Config) error {
	url, name := "http://"+here(c.Web.Addr)+"/healthz", "web.addr"
	if c.Web.Addr == config.Off {
		url, name = "http://"+here(c.Admin.Addr)+"/metrics", "admin.addr"
		if c.Admin.Addr == "" || c.Admin.Addr == config.Off {
			return config.Misusef("web.addr and admin.addr are off, so that there is nobody to ask; set one of them")
		}
	}
	ctx, cancel := context.WithTimeout(ctx, livePatience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return config.Misusef("%s is no address", name)
	}
	resp, err := (&http.Client{Transport: &http.Transport{}}).Do(req) // without a proxy
	if err != nil {
		return fmt.Errorf("not alive: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK || name == "web.addr" && !saysOK(resp.Body) {
		return fmt.Errorf("not alive: %s answers %s", url, resp.Status)
	}
	_, err = fmt.Fprintln(p.out, "alive")
	return err
}

// saysOK reports whether a body is what /healthz says.
func saysOK(body io.Reader) bool {
	said, err := io.ReadAll(io.LimitReader(body, 1<<10))
	return err == nil && strings.TrimSpace(string(said)) == "ok"
}

// here is the address at which this machine reaches a server that listens on addr.
func here(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
