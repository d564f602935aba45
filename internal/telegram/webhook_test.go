package telegram

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"pincite/internal/listen"
	"pincite/internal/reply/words"
	"pincite/internal/telegram/botapi"
	"pincite/internal/telegram/queue"
)

const webhookSecret = "a-secret_of-the-tests"

// pushed starts a bot whose updates come to a server that somebody else runs.
func pushed(t *testing.T, f *fake, change func(*Options)) (*run, *httptest.Server) {
	t.Helper()
	r := newRun(t, f, func(o *Options) {
		o.Webhook = WebhookOptions{URL: "https://bot.example/hook", Secret: webhookSecret}
		if change != nil {
			change(o)
		}
	})
	server := httptest.NewServer(r.Handler())
	t.Cleanup(server.Close)
	return r, server
}

// listen starts a bot behind a webhook and waits until the platform knows of it.
func (r *run) listen(t *testing.T) {
	t.Helper()
	r.start(t)
	r.fake.wait(t, "the registration", func() bool { return r.fake.webhook["url"] != "" })
}

// carry sends a body as the platform does and returns the status.
func carry(t *testing.T, url, secret string, body io.Reader) int {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, url, body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set(botapi.SecretHeader, secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

// question returns the body of an update.
func questionBody(id int, chat int64, text string) string {
	return fmt.Sprintf(`{"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},"from":{"id":%d,"first_name":"a"},"text":%q}}`,
		id, id, chat, chat, text)
}

func TestWebhook(t *testing.T) {
	f := newFake(t)
	r, server := pushed(t, f, nil)
	if got := carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(1, 11, "1"))); got != http.StatusServiceUnavailable {
		t.Errorf("before Run: status %d, want 503", got)
	}
	r.listen(t)
	if f.webhook["secret_token"] != webhookSecret || f.webhook["allowed_updates"] == "" {
		t.Errorf("registered as %v", f.webhook)
	}
	for _, c := range []struct {
		name, secret, body string
		want               int
	}{
		{"no secret", "", questionBody(2, 11, "1"), http.StatusUnauthorized},
		{"a wrong secret", webhookSecret + "x", questionBody(2, 11, "1"), http.StatusUnauthorized},
		{"too large", webhookSecret, strings.Repeat(" ", maxBody+1), http.StatusRequestEntityTooLarge},
		{"garbage", webhookSecret, "<xml/>", http.StatusOK}, // it would come for ever
		{"an update that cannot be read", webhookSecret, `{"update_id":3,"message":7}`, http.StatusOK},
		{"a question", webhookSecret, questionBody(4, 11, "1"), http.StatusOK},
		{"the same again", webhookSecret, questionBody(4, 11, "1"), http.StatusOK},
		{"one that panics", webhookSecret, questionBody(5, 11, "boom"), http.StatusOK},
	} {
		if got := carry(t, server.URL, c.secret, strings.NewReader(c.body)); got != c.want {
			t.Errorf("%s: status %d, want %d", c.name, got, c.want)
		}
	}
	req, _ := http.NewRequest(http.MethodGet, server.URL, nil)
	req.Header.Set(botapi.SecretHeader, webhookSecret)
	if resp, err := http.DefaultClient.Do(req); err != nil || resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET: %v, %v; want 405", resp, err)
	}
	if got := f.texts(); len(got) != 2 || got[1] != words.In("en").CannotAnswer {
		t.Errorf("texts %q, want an answer, and that there is none", got)
	}
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	if got := carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(9, 11, "1"))); got != http.StatusServiceUnavailable {
		t.Errorf("after Run: status %d, want 503", got)
	}
	if f.webhook["url"] == "" {
		t.Error("the webhook was removed at the end; updates would be lost to polling")
	}
}

func TestWebhookConfirmsAfterHandling(t *testing.T) {
	f := newFake(t)
	r, server := pushed(t, f, func(o *Options) { o.DrainTimeout = time.Millisecond })
	r.listen(t)
	f.fail(fault{method: "sendMessage", times: -1, hang: true})
	status := make(chan int)
	go func() { status <- carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(1, 11, "1"))) }()
	f.wait(t, "the send", func() bool {
		for _, c := range f.calls {
			if c.method == "sendMessage" {
				return true
			}
		}
		return false
	})
	r.stop()
	if got := <-status; got != http.StatusServiceUnavailable {
		t.Errorf("status %d for an update that was cut off, want 503", got)
	}
}

func TestWebhookOrderWithinAChat(t *testing.T) {
	f := newFake(t)
	r, server := pushed(t, f, nil)
	r.listen(t)
	for n := range 50 {
		if got := carry(t, server.URL, webhookSecret, strings.NewReader(questionBody(n+1, 11, fmt.Sprintf("echo %d.", n)))); got != http.StatusOK {
			t.Fatalf("status %d", got)
		}
	}
	if got := len(f.texts()); got != 50 {
		t.Errorf("%d answers, want 50", got)
	}
}

func TestWebhookServesTLSItself(t *testing.T) {
	cert, key, pool := certificate(t)
	f := newFake(t)
	r, _ := pushed(t, f, func(o *Options) {
		o.Webhook.Addr, o.Webhook.TLSCert, o.Webhook.TLSKey = "127.0.0.1:0", cert, key
	})
	addresses := make(chan string, 1)
	r.listened = func(a string) { addresses <- a }
	r.start(t)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
	defer client.CloseIdleConnections()
	address := <-addresses
	for path, want := range map[string]int{"/hook": http.StatusOK, "/other": http.StatusNotFound} {
		req, _ := http.NewRequest(http.MethodPost, "https://"+address+path, bytes.NewBufferString(questionBody(1, 11, "1")))
		req.Header.Set(botapi.SecretHeader, webhookSecret)
		resp, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%s: status %d, want %d", path, resp.StatusCode, want)
		}
	}
}

// TestWebhookAddressIsTaken: what is wrong is one line, which says what to set.
func TestWebhookAddressIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	r, _ := pushed(t, newFake(t), func(o *Options) { o.Webhook.Addr = taken.Addr().String() })
	err = r.Run(t.Context())
	if err == nil || !strings.Contains(err.Error(), "PINCITE_TELEGRAM_WEBHOOK_ADDR") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
}

// certificate writes a certificate for 127.0.0.1 and its key.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	certPEM := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(certPEM)
	for name, data := range map[string][]byte{cert: certPEM, key: pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: keyDER})} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key, pool
}

func TestWebhookThatCannotListen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	f := newFake(t)
	r, _ := pushed(t, f, func(o *Options) { o.Webhook.Addr = taken.Addr().String() })
	if err := r.Run(context.Background()); err == nil || !strings.Contains(err.Error(), taken.Addr().String()) {
		t.Errorf("error %v, want one that names the address", err)
	}
}

func TestWebhookThatTelegramRefuses(t *testing.T) {
	f := newFake(t)
	f.fail(apiFault("setWebhook", refusals, 400, "Bad Request: bad webhook: IP address 127.0.0.1 is reserved", ""))
	r, _ := pushed(t, f, nil)
	if err := r.Run(context.Background()); err == nil || !strings.Contains(err.Error(), "is reserved") {
		t.Errorf("error %v, want the platform's reason", err)
	}
}

// TestAPushEndsBeforeItsServerDoes: a push whose handling takes long is answered, so that it
// comes again, while the server that it came to may still write.
func TestAPushEndsBeforeItsServerDoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, err := New(testOptions(t, newFakeWithin(t), io.Discard))
		must(t, err)
		q := queue.New(1, func(ctx context.Context, _ *botapi.Update) bool { <-ctx.Done(); return false }, func(string) {})
		b.queue.Store(q)
		began := time.Now()
		if b.push(t.Context(), []byte(questionBody(1, 11, "when does it close?"))) {
			t.Error("it counts as handled")
		}
		if took := time.Since(began); took >= listen.WriteTime {
			t.Errorf("answered after %s, when the server has %s", took, listen.WriteTime)
		}
		q.Drain(0)
	})
}
