package botapi

import (
	"strings"
	"testing"
)

func TestDerivedSecret(t *testing.T) {
	secret := deriveSecret(testToken)
	if !ValidSecret(secret) || strings.Contains(secret, testToken) || secret != deriveSecret(testToken) {
		t.Errorf("secret %q", secret)
	}
	if secret == deriveSecret(testToken+"x") {
		t.Error("two tokens, one secret")
	}
}
