package config

import (
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// A key is one setting.
type key struct {
	name  string // in the file: "telegram.workers"
	value string // the default, as a variable would have it
	set   setter
}

// keys are all settings, in the order of config/pincite.yaml.
var keys = []key{
	{"documents", "", paths(func(c *Config) *[]string { return &c.Documents })},
	{"document", "", onePath(func(c *Config) *[]string { return &c.Documents })},

	{"index.path", "", words(func(c *Config) *string { return &c.Index.Path })},
	{"memory.limit", "0", number(func(c *Config) *int { return &c.Memory.Limit }, 0, 1_000_000)},
	{"import.password", "", secret(func(c *Config) *Secret { return &c.Import.Password })},

	{"log.level", "info", level},
	{"log.format", "text", words(func(c *Config) *string { return &c.Log.Format }, "text", "json")},

	{"telegram.token", "", secret(func(c *Config) *Secret { return &c.Telegram.Token })},
	{"telegram.api_url", "https://api.telegram.org", words(func(c *Config) *string { return &c.Telegram.APIURL })},
	{"telegram.allow_users", "", list(func(c *Config) *[]int64 { return &c.Telegram.AllowUsers }, whole, wholes)},
	{"telegram.allow_chats", "", list(func(c *Config) *[]int64 { return &c.Telegram.AllowChats }, whole, wholes)},
	{"telegram.operators", "", list(func(c *Config) *[]int64 { return &c.Telegram.Operators }, whole, wholes)},
	{"telegram.per_user_per_minute", "20", number(func(c *Config) *int { return &c.Telegram.PerUserPerMinute }, 0, 10_000)},
	{"telegram.sends_per_second", "30", number(func(c *Config) *int { return &c.Telegram.SendsPerSecond }, 0, 1000)},
	{"telegram.keep_unsent", "1h",
		lasting(func(c *Config) *time.Duration { return &c.Telegram.KeepUnsent }, time.Minute, 24*time.Hour)},
	{"telegram.workers", "16", number(func(c *Config) *int { return &c.Telegram.Workers }, 1, 1000)},
	{"telegram.drain_timeout", "10s",
		lasting(func(c *Config) *time.Duration { return &c.Telegram.DrainTimeout }, time.Second, 10*time.Minute)},
	{"telegram.webhook.url", "", words(func(c *Config) *string { return &c.Telegram.Webhook.URL })},
	{"telegram.webhook.addr", "", words(func(c *Config) *string { return &c.Telegram.Webhook.Addr })},
	{"telegram.webhook.secret", "", secret(func(c *Config) *Secret { return &c.Telegram.Webhook.Secret })},
	{"telegram.webhook.tls_cert", "", words(func(c *Config) *string { return &c.Telegram.Webhook.TLSCert })},
	{"telegram.webhook.tls_key", "", words(func(c *Config) *string { return &c.Telegram.Webhook.TLSKey })},

	{"web.addr", "127.0.0.1:8080", words(func(c *Config) *string { return &c.Web.Addr })},
	{"web.public_url", "", words(func(c *Config) *string { return &c.Web.PublicURL })},
	{"web.ask_per_minute", "120", number(func(c *Config) *int { return &c.Web.AskPerMinute }, 0, 1_000_000)},
	{"web.linger", "0s", lasting(func(c *Config) *time.Duration { return &c.Web.Linger }, 0, 5*time.Minute)},
	{"web.origins", "", list(func(c *Config) *[]string { return &c.Web.Origins }, asIs, "addresses such as https://example.org")},
	{"web.proxies", "", list(func(c *Config) *[]netip.Prefix { return &c.Web.Proxies }, netip.ParsePrefix, networks)},

	{"admin.addr", AdminAddr, words(func(c *Config) *string { return &c.Admin.Addr })},

	{"store.path", "", words(func(c *Config) *string { return &c.Store.Path })},
	{"store.url", "", secret(func(c *Config) *Secret { return &c.Store.URL })},
	{"store.keep_days", "30", number(func(c *Config) *int { return &c.Store.KeepDays }, 1, 3650)},

	{"chat.idle", "30m", lasting(func(c *Config) *time.Duration { return &c.Chat.Idle }, time.Second, 30*24*time.Hour)},
	{"chat.conversations", "10000", number(func(c *Config) *int { return &c.Chat.Conversations }, 1, 10_000_000)},

	{"model.url", "", words(func(c *Config) *string { return &c.Model.URL })},
	{"model.name", "", words(func(c *Config) *string { return &c.Model.Name })},
	{"model.key", "", secret(func(c *Config) *Secret { return &c.Model.Key })},
	{"model.key_file", "", words(func(c *Config) *string { return &c.Model.KeyFile })},
	{"model.timeout", "8s", lasting(func(c *Config) *time.Duration { return &c.Model.Timeout }, 100*time.Millisecond, time.Hour)},
	{"model.answers", Off, words(func(c *Config) *string { return &c.Model.Answers }, Off, Choose)},
	{"model.per_day", "1000", number(func(c *Config) *int { return &c.Model.PerDay }, 0, 10_000_000)},
	{"model.context", "60000", number(func(c *Config) *int { return &c.Model.Context }, 4000, 4_000_000)},
	{"model.transcribe", "", words(func(c *Config) *string { return &c.Model.Transcribe })},
	{"model.voice_time", "2m", lasting(func(c *Config) *time.Duration { return &c.Model.VoiceTime }, time.Second, time.Hour)},
	{"model.voice_bytes", "2000000", number(func(c *Config) *int { return &c.Model.VoiceBytes }, 1000, 20_000_000)},
	{"model.headers", "", headers(func(c *Config) *[]Header { return &c.Model.Headers })},
}

// aliases are other names for keys, such as were used when there was one document.
// A source of settings has one or the other.
var aliases = map[string]string{"document": "documents"}

// What the lists hold, for errors.
const (
	wholes   = "whole numbers"
	networks = "networks such as 10.0.0.0/8"
)

func asIs(s string) (string, error) { return s, nil }

func whole(s string) (int64, error) { return strconv.ParseInt(s, 10, 64) }

// envPrefix begins the name of every environment variable of the program.
const envPrefix = "PINCITE_"

// env returns the name of the variable that sets k.
func (k key) env() string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(k.name, ".", "_"))
}
