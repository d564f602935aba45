package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// write puts content into a file of its own and returns its name.
func write(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "pincite.yaml")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLoadErrors(t *testing.T) {
	const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	tests := []struct {
		name, file, env, want string // want: words of the error, separated by "|"
	}{
		{"misspelt key", "telegram:\n  tokn: x\n", "", "pincite.yaml|no key telegram.tokn|did you mean telegram.token?"},
		{"misspelt section", "telegrm:\n  token: x\n", "", "no key telegrm.token|did you mean telegram.token?"},
		{"misspelt empty section", "telegrm:\n", "", "no key telegrm"},
		{"key in the wrong section", "telegram:\n  public_url: https://x\n", "", "did you mean web.public_url?"},
		{"unlike any key", "colour: blue\n", "", "no key colour|config/pincite.yaml"},
		{"value for a section", "telegram: 5\n", "", "no key telegram of its own|section"},
		{"section for a value", "document:\n  name: x\n", "", "no key document.name"},
		{"word for a number", "telegram:\n  workers: many\n", "", `telegram.workers must be a whole number from 1 to 1000, got "many"`},
		{"truth for a number", "telegram:\n  workers: true\n", "", "telegram.workers must be a whole number|got true"},
		{"fraction", "telegram:\n  workers: 1.5\n", "", "telegram.workers must be a whole number|got 1.5"},
		{"out of bounds", "telegram:\n  workers: 0\n", "", "from 1 to 1000, got 0"},
		{"number for a text", "document: 7\n", "", "document must be a text, got 7: write it in quotes"},
		{"number for a time", "chat:\n  idle: 30\n", "", "chat.idle must be a time such as|got 30"},
		{"negative time", "chat:\n  idle: -5m\n", "", "chat.idle must be a time"},
		{"unknown level", "log:\n  level: loud\n", "", `log.level must be debug, info, warn or error, got "loud"`},
		{"unknown format", "log:\n  format: xml\n", "", `log.format must be text or json, got "xml"`},
		{"list of nobody", "telegram:\n  allow_users: \" , \"\n", "", `allow_users must be a list of whole numbers, got " , ", which has none`},
		{"name in a list of ids", "telegram:\n  allow_users: [12, bob]\n", "", `allow_users must be a list of whole numbers, got "bob"`},
		{"not a network", "web:\n  proxies: 10.0.0.0\n", "", "web.proxies must be a list of networks"},
		{"list for a secret", "telegram:\n  token: [" + token + "]\n", "", "telegram.token must be a text"},
		{"broken YAML", "telegram: [\n", "", "pincite.yaml|yaml"},
		{"number in a list of paths", "documents: [law.pdf, 7]\n", "", "documents must be a list of paths, got 7 in it"},
		{"number for a list of paths", "documents: 7\n", "", "documents must be a list of paths, got 7"},
		{"both names of a key", "document: a\ndocuments: [b]\n", "", "pincite.yaml: document and documents are the same setting: keep documents"},
		{"key twice", "document: a\ndocument: b\n", "", "pincite.yaml|line 2"},
		{"not a mapping", "- a\n", "", "pincite.yaml|yaml"},
		{"misspelt variable", "", "PINCITE_TELEGRM_TOKEN=x", "PINCITE_TELEGRM_TOKEN sets nothing|did you mean PINCITE_TELEGRAM_TOKEN?"},
		{"variable of the wrong type", "", "PINCITE_TELEGRAM_WORKERS=many", "PINCITE_TELEGRAM_WORKERS: telegram.workers must be"},
		{"half a certificate", "", "PINCITE_TELEGRAM_WEBHOOK_TLS_KEY=x", "telegram.webhook.url is needed"},
		{"certificate without an address", "telegram: {webhook: {url: https://x/h, tls_cert: a, tls_key: b}}", "", "telegram.webhook.addr is needed"},
		{"model without a name", "model: {url: 'http://localhost:1/v1'}", "", "model.name is needed"},
		{"answers of no model", "model: {answers: choose}", "", "model.url is needed"},
		{"transcripts of no model", "model: {transcribe: whisper}", "", "model.url is needed where model.transcribe"},
		{"voice without an end", "model: {voice_time: 2h}", "", "model.voice_time must be a time such as"},
		{"memory of less than nothing", "memory: {limit: -1}", "", "memory.limit must be a whole number from 0"},
		{"voice of no size", "", "PINCITE_MODEL_VOICE_BYTES=0", "model.voice_bytes must be a whole number from 1000"},
		{"model that writes", "model: {answers: write}", "", "must be off or choose"},
		{"header without a value", "model: {headers: [" + token + "]}", "", "model.headers must be a list of headers, each written Name=value"},
		{"header of two lines", "model: {headers: [\"X-A=" + token + "\\nB: c\"]}", "", "model.headers must be a list of headers"},
		{"header with a bad name", "", "PINCITE_MODEL_HEADERS=X:A=" + token, "model.headers must be a list of headers"},
		{"webhook with nowhere to listen", "{telegram: {webhook: {url: https://x/h}}, web: {addr: off}}", "", "nowhere to listen"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(Options{File: write(t, tt.file), Env: []string{"HOME=/", tt.env}})
			if err == nil {
				t.Fatal("no error")
			}
			for _, words := range strings.Split(tt.want, "|") {
				if !strings.Contains(err.Error(), words) {
					t.Errorf("error %q does not say %q", err, words)
				}
			}
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), token) {
				t.Errorf("error %q has several lines or a secret", err)
			}
		})
	}
}

func TestLoadUnreadableFile(t *testing.T) {
	for _, name := range []string{filepath.Join(t.TempDir(), "absent.yaml"), t.TempDir(), write(t, strings.Repeat("# much too long\n", maxFile/8))} {
		_, err := Load(Options{File: name})
		if !errors.As(err, new(*fs.PathError)) || !strings.Contains(err.Error(), name) {
			t.Errorf("Load(%s): error %v, want one of the file system that names it", name, err)
		}
	}
}

func TestPrecedence(t *testing.T) {
	file := write(t, "document: file\nstore: {path: file}\ntelegram: {workers: 3}\nlog: {level: debug}\n")
	c, err := Load(Options{
		Env:   []string{"PINCITE_CONFIG=" + file, "PINCITE_DOCUMENT=env", "PINCITE_STORE_PATH=env", "PINCITE_TELEGRAM_WORKERS=", "PINCITE_WEB_PROXIES=10.0.0.0/8, ::1/128"},
		Flags: map[string]any{"documents": []string{"flag", "other"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := []any{c.Documents, c.Store.Path, c.Telegram.Workers, c.Log.Level, c.Chat.Idle, len(c.Web.Proxies)}
	want := []any{[]string{"flag", "other"}, "env", 3, slog.LevelDebug, 30 * time.Minute, 2}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestDocuments holds that the key and its older name are one setting, and that a
// path is never cut but where the system separates paths.
func TestDocuments(t *testing.T) {
	both := strings.Join([]string{"my law.pdf", "rules, old"}, string(filepath.ListSeparator))
	for _, tt := range []struct {
		file, env string
		want      []string
	}{
		{"documents: []\n", "", nil},
		{"documents:\n", "", nil},
		{"document: \"\"\n", "", nil},
		{"documents: [a b, \"\"]\n", "", []string{"a b", ""}},
		{"documents: a\n", "", []string{"a"}},
		{"document: a:b\n", "", []string{"a:b"}},
		{"document: a\n", "PINCITE_DOCUMENTS=" + both, []string{"my law.pdf", "rules, old"}},
		{"documents: [a, b]\n", "PINCITE_DOCUMENT=c", []string{"c"}},
	} {
		c, err := Load(Options{File: write(t, tt.file), Env: []string{tt.env}})
		if err != nil || !reflect.DeepEqual(c.Documents, tt.want) {
			t.Errorf("%q and %q: %q, %v; want %q", tt.file, tt.env, c.Documents, err, tt.want)
		}
	}
	if _, err := Load(Options{Env: []string{"PINCITE_DOCUMENT=a", "PINCITE_DOCUMENTS=b"}}); err == nil || !strings.Contains(err.Error(), "the same setting") {
		t.Errorf("a variable for each name: %v", err)
	}
}

func TestFlagWithoutKey(t *testing.T) {
	_, err := Load(Options{Flags: map[string]any{"web.adr": "x"}})
	if err == nil || !strings.Contains(err.Error(), "no key web.adr") {
		t.Errorf("error %v", err)
	}
}

func TestForeignVariables(t *testing.T) {
	_, err := Load(Options{Env: []string{
		"PINCITE_E2E_NODE_MODULES=/x", "PINCITE_REQUIRE_BROWSER=1", "PINCITE_LOAD=1000", "PINCITE_SERVICE_HOST=10.0.0.1", "PINCITE_SERVICE_PORT_HTTP=80",
		"PINCITE_PORT=tcp://10.0.0.1:80", "PINCITE_PORT_8080_TCP_ADDR=10.0.0.1", "PINCITE=1", "",
	}})
	if err != nil {
		t.Error(err)
	}
}

// TestFileIsComplete holds config/pincite.yaml to the table: every key, with its
// default.
func TestFileIsComplete(t *testing.T) {
	const file = "../../config/pincite.yaml"
	c, err := Load(Options{File: file})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(c, defaults()) {
		t.Errorf("the file says %+v, the defaults are %+v", c, defaults())
	}
	l := newLayers()
	if err := l.file(file); err != nil {
		t.Fatal(err)
	}
	for _, k := range keys {
		if l.from[k.name] == "" && aliases[k.name] == "" {
			t.Errorf("%s lacks %s", file, k.name)
		}
	}
}

func TestSecretsAreNeverPrinted(t *testing.T) {
	const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	c, err := Load(Options{Env: []string{"PINCITE_TELEGRAM_TOKEN= " + token + "\n",
		"PINCITE_MODEL_KEY=" + token, "PINCITE_MODEL_HEADERS=X-Key=" + token}})
	if err != nil {
		t.Fatal(err)
	}
	if c.Telegram.Token.Reveal() != token || c.Model.Headers[0].Value.Reveal() != token {
		t.Fatal("the token is not the one that was set")
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%v %+v %#v %s %q", c, c, c, c.Telegram.Token, c.Telegram.Token)
	fmt.Fprintf(&out, "%v %x", &c, c.Telegram.Token)
	slog.New(slog.NewTextHandler(&out, nil)).Info("settings", "config", c, "token", c.Telegram.Token)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("settings", "config", c, "token", c.Telegram.Token)
	if err := json.NewEncoder(&out).Encode(c); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); strings.Contains(s, "AAHdq") || strings.Contains(s, fmt.Sprintf("%x", token)) {
		t.Errorf("the token is in %s", s)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("telegram:\n  workers: 3\n", "PINCITE_LOG_LEVEL=debug")
	f.Add("a: &a [*a]", "PINCITE_X=1")
	f.Add("? {a: b}\n: c", "PINCITE_WEB_PROXIES=,")
	f.Add("telegram.webhook.url: x\n1: 2\n", "=")
	f.Fuzz(func(t *testing.T, file, env string) {
		name := filepath.Join(t.TempDir(), "f.yaml")
		if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(env, "CONFIG") {
			t.Skip() // would read any file
		}
		if _, err := Load(Options{File: name, Env: []string{env}}); err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("error of several lines: %q", err)
		}
	})
}
