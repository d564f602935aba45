package botapi

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/url"
	"regexp"
)

// SecretHeader is the header of a pushed update that holds the secret.
const SecretHeader = "X-Telegram-Bot-Api-Secret-Token"

var secretPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)

// ValidSecret reports whether Telegram takes s for the secret of a webhook.
func ValidSecret(s string) bool { return secretPattern.MatchString(s) }

// CheckWebhook reports what Telegram would refuse of a webhook, whose secret
// may be "", and returns the path of its URL, at least "/".
func CheckWebhook(address, secret string) (path string, err error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" {
		return "", errors.New("telegram: the webhook's URL must be an https address that Telegram can reach")
	}
	if secret != "" && !ValidSecret(secret) {
		return "", errors.New("telegram: the webhook's secret may hold 1 to 256 letters, digits, _ and -")
	}
	return cmp.Or(u.EscapedPath(), "/"), nil
}

// WebhookSecret makes a webhook secret that stays the same over restarts and
// replicas and tells nothing of the token.
func (c *Client) WebhookSecret() string { return deriveSecret(c.token) }

func deriveSecret(token string) string { return hex.EncodeToString(derive(token, "webhook secret")) }

// derive makes a key of a token, another one for each purpose.
func derive(token, purpose string) []byte {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("pincite " + purpose))
	return mac.Sum(nil)
}

// Pushed returns the handler of a webhook. It hands on to take what comes with
// the secret, undecoded, of at most maxBody bytes. It answers 200 if take
// returns true; if not, 503, so that Telegram repeats the update.
func Pushed(secret string, maxBody int64, take func(ctx context.Context, raw []byte) bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !authentic(r, secret) {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		raw, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			status := http.StatusBadRequest
			if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
				status = http.StatusRequestEntityTooLarge
			}
			http.Error(w, http.StatusText(status), status)
			return
		}
		if !take(r.Context(), raw) {
			http.Error(w, "try again", http.StatusServiceUnavailable)
		}
	})
}

// authentic compares the secret in constant time, whatever the lengths.
func authentic(r *http.Request, secret string) bool {
	got, want := sha256.Sum256([]byte(r.Header.Get(SecretHeader))), sha256.Sum256([]byte(secret))
	return subtle.ConstantTimeCompare(got[:], want[:]) == 1
}
