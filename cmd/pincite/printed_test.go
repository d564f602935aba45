package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// TestSecretsInTheWrongPlace: whatever key a token or a password is pasted into, what is
// said of it does not repeat it.
func TestSecretsInTheWrongPlace(t *testing.T) {
	const key = "sk-Ab3dEf6hIj9lMn2pQr5tUv8x"
	for _, secret := range []string{token, key, "postgres://me:" + key + "@db.example:5432/kept"} {
		for _, env := range []string{
			"PINCITE_WEB_ADDR", "PINCITE_ADMIN_ADDR", "PINCITE_WEB_PUBLIC_URL", "PINCITE_WEB_ASK_PER_MINUTE", "PINCITE_WEB_ORIGINS", "PINCITE_WEB_PROXIES", "PINCITE_LOG_LEVEL",
			"PINCITE_LOG_FORMAT", "PINCITE_TELEGRAM_ALLOW_USERS", "PINCITE_TELEGRAM_API_URL", "PINCITE_TELEGRAM_DRAIN_TIMEOUT", "PINCITE_CHAT_IDLE", "PINCITE_STORE_KEEP_DAYS",
		} {
			var out bytes.Buffer
			p := &program{out: &out, errs: &out, args: []string{"serve", "--document", "testdata/house"}, env: []string{env + "=" + secret}}
			ended, cancel := context.WithCancel(t.Context())
			cancel() // what is accepted stops at once
			p.run(ended)
			if strings.Contains(out.String(), secret) || strings.Contains(out.String(), key) || strings.Contains(out.String(), "AAHdq") {
				t.Errorf("%s: %s", env, &out)
			}
		}
	}
	var out bytes.Buffer
	p := &program{out: &out, errs: &out, args: []string{"ask", "--document", token, "7"}}
	if p.run(t.Context()); strings.Contains(out.String(), "AAHdq") || !strings.Contains(out.String(), "[hidden]") {
		t.Errorf("a document: %s", &out)
	}
}

// TestNobodyIsNotEverybody: a list of those who may use the bot that holds nobody is
// refused.
func TestNobodyIsNotEverybody(t *testing.T) {
	for _, env := range []string{"PINCITE_TELEGRAM_ALLOW_USERS= , ", "PINCITE_TELEGRAM_ALLOW_CHATS=,", "PINCITE_TELEGRAM_ALLOW_USERS= "} {
		var out bytes.Buffer
		p := &program{out: &out, errs: &out, args: []string{"serve"}, env: []string{env, "PINCITE_TELEGRAM_TOKEN=" + token, "PINCITE_TELEGRAM_API_URL=" + botAPI(t).URL}}
		if got := p.run(t.Context()); got != misused || !strings.Contains(out.String(), "telegram.allow_") || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("%q: status %d: %s", env, got, &out)
		}
	}
}

// TestNamesOfFilesAreHarmless: the name of a file does nothing to a terminal.
func TestNamesOfFilesAreHarmless(t *testing.T) {
	dir := t.TempDir()
	save(t, filepath.Join(dir, "pool\x1b[2J\u202e.txt"), "Article 1. Hours\n\nOpen until nine.\n")
	save(t, filepath.Join(dir, "hut.txt"), "Article 1. Keys\n\nA key is lent.\n")
	save(t, filepath.Join(dir, "empty\x1b]0;title\x07\u202e.txt"), "\x00\x01")
	for _, args := range [][]string{{"toc", "--document", dir}, {"verify", "--document", dir, "open until nine"}, {"ask", "--document", dir, "--explain", "open until when?"},
		{"find", "--document", dir, "open"}, {"check", "--document", dir}, {"import", dir}, {"import", "--text", dir}, {"toc", "--document", filepath.Join(dir, "none\x1b[2J")}} {
		if _, out, errs := exec1(t, "", args...); strings.ContainsAny(out+errs, "\x1b\x07\u202e") || out+errs == "" {
			t.Errorf("%q: %q and %q", args[0], out, errs)
		}
	}
}

// TestDirectionsAreNotPrinted: a document cannot turn the lines of a terminal around.
func TestDirectionsAreNotPrinted(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "pool.md")
	save(t, file, "# Pool \u202erules\n\n## Article 1 \u2067Hours\n\nOpen until \u202enine\u202c. Bring a towel.\n")
	for _, args := range [][]string{{"ask", "open until when?"}, {"show", "1"}, {"toc"}, {"verify", "open until nine"}, {"ask", "--explain", "article 1"}, {"ask", "--json", "article 1"}, {"chat"}, {"find", "towel"}} {
		_, out, errs := exec1(t, "article 1\n", append(args, "--document", file)...)
		if strings.ContainsAny(out+errs, "\u202e\u2067\u202c") || !strings.Contains(out, "nine") && args[0] != "toc" && args[0] != "find" {
			t.Errorf("%v: %q", args, out)
		}
	}
	_, out, errs := exec1(t, "", "import", "--show", "--text", file)
	if strings.ContainsAny(out+errs, "\u202e\u2067\u202c") || out == "" {
		t.Errorf("import: %q %q", out, errs)
	}
}
