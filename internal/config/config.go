package config

import (
	"log/slog"
	"net/netip"
	"time"
)

// Config holds every setting of the program.
type Config struct {
	Documents []string // files and folders; none, or an empty one, is the document inside the program
	Index     Index
	Memory    Memory
	Import    Import
	Log       Log
	Telegram  Telegram
	Web       Web
	Admin     Admin
	Store     Store
	Chat      Chat
	Model     Model
}

// Index configures where pincite keeps what it made of documents.
type Index struct {
	Path string // a folder; empty for one in the user's cache directory
}

// Memory configures how much of it pincite may take.
type Memory struct {
	Limit int // MB that the process may have resident; 0 for no limit
}

// Import configures how documents are read.
type Import struct {
	Password Secret // of encrypted PDF files
}

// Log says what is logged, and how.
type Log struct {
	Level  slog.Level
	Format string // "text" or "json"
}

// Telegram configures the bot. It runs when there is a token.
type Telegram struct {
	Token            Secret
	APIURL           string
	AllowUsers       []int64 // nobody else is answered if this or AllowChats is not empty
	AllowChats       []int64
	Operators        []int64       // people who may ask for the gaps
	PerUserPerMinute int           // messages and buttons; 0 for no limit
	SendsPerSecond   int           // messages to all chats, of all processes together; 0 for no limit
	KeepUnsent       time.Duration // of a reply that cannot be sent
	Workers          int           // updates handled at once
	DrainTimeout     time.Duration
	Webhook          Webhook
}

// Webhook configures how Telegram pushes updates. Without a URL the bot polls.
type Webhook struct {
	URL     string
	Addr    string // host:port; empty to listen on the web server's address
	Secret  Secret
	TLSCert string // names of files
	TLSKey  string
}

// Off is the value of Web.Addr that leaves the web server out, and of Admin.Addr.
const Off = "off"

// Admin configures what is for whoever runs the program: metrics and profiles.
type Admin struct {
	Addr string // host:port; empty or Off for none
}

// AdminAddr is where metrics are unless it is set: one who did not ask for them does
// not miss them where it is taken.
const AdminAddr = "127.0.0.1:9090"

// Web configures the reader and the API.
type Web struct {
	Addr         string // host:port, or Off
	PublicURL    string
	AskPerMinute int            // questions from one address; 0 for no limit
	Proxies      []netip.Prefix // whose X-Forwarded-For is believed
	Origins      []string       // sites whose pages may call the API
	Linger       time.Duration  // how long to go on serving, not ready, when told to stop
}

// Store configures what outlives the process.
type Store struct {
	Path     string // of an SQLite database; empty for none
	URL      Secret // of a PostgreSQL database; empty for none. With neither, memory serves
	KeepDays int    // days after which feedback, unanswered questions and a model's choices are deleted
}

// Keep is how long feedback and unanswered questions are kept.
func (s Store) Keep() time.Duration { return time.Duration(s.KeepDays) * 24 * time.Hour }

// Chat configures the memory of conversations.
type Chat struct {
	Idle          time.Duration // after which a conversation is forgotten
	Conversations int           // remembered at once
}

// Model configures the language model that may write finding aids, and choose what
// to quote. There is none without a URL.
type Model struct {
	URL     string // base address of an OpenAI-compatible server
	Name    string
	Key     Secret
	KeyFile string        // holds the key, where Key is empty
	Timeout time.Duration // of what is asked of it while somebody waits for an answer
	Answers string        // Choose, or Off where it has no part in answers
	PerDay  int           // most calls for answers in a day; 0 for no limit
	Context int           // most bytes of a text that it is shown for an answer
	Headers []Header      // sent with every call

	Transcribe string        // name of a model of the same server that writes down voice messages; empty for none
	VoiceTime  time.Duration // longest voice message
	VoiceBytes int           // largest one
}

// Choose lets the model choose among the sentences of the documents.
const Choose = "choose"

// A Header is one line of an HTTP header.
type Header struct {
	Name  string
	Value Secret
}

// A Secret is a string that is never printed: every way of formatting, logging
// or encoding it gives "[hidden]", or nothing if it is empty. Reveal returns it.
type Secret string

const hidden = "[hidden]"

// Reveal returns the secret itself.
func (s Secret) Reveal() string { return string(s) }

// String hides the secret.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return hidden
}

// GoString hides the secret from %#v.
func (s Secret) GoString() string { return `"` + s.String() + `"` }

// LogValue hides the secret from slog.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText hides the secret from encoders.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
