package botapi

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
)

// SecretHeader is the header of a pushed update that holds the secret.
const SecretHeader = "X-Telegram-Bot-Api-Secret-Token"

var secretPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)

// ValidSecret reports whether Telegram takes s for the secret of a webhook.
func ValidSecret(s string) bool { return secretPattern.MatchString(s) }

// WebhookSecret makes a webhook secret that stays the same over restarts and
// replicas and tells nothing of the token.
func (c *Client) WebhookSecret() string { return deriveSecret(c.token) }

func deriveSecret(token string) string {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("pincite webhook secret"))
	return hex.EncodeToString(mac.Sum(nil))
}
