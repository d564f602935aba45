package redact

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"
	"time"
)

const testToken = "123456789:AAtestTESTtestTESTtestTESTtestTESTx"

// leaks reports whether s holds the token or the half of it that is secret.
func leaks(s string) bool {
	_, secret, _ := strings.Cut(testToken, ":")
	return strings.Contains(s, secret)
}

func TestRedact(t *testing.T) {
	type inner struct{ Address string }
	type outer struct{ In *inner }
	var out bytes.Buffer
	for _, handler := range []slog.Handler{
		slog.NewJSONHandler(&out, nil), slog.NewTextHandler(&out, nil),
	} {
		log := slog.New(Handler(handler, testToken, "another secret"))
		secret := "https://api.telegram.org/bot" + testToken + "/getMe"
		log.Info(secret, "plain", secret, "error", errors.New(secret), "wrapped", fmt.Errorf("x: %w", &url.Error{Op: "Post", URL: secret, Err: errors.New("y")}))
		log.Info("m", "struct", inner{secret}, "pointer", outer{&inner{secret}}, "slice", []string{secret}, "map", map[string]any{secret: secret})
		log.Info("m", "bytes", []byte(secret), "escaped", url.QueryEscape(secret), "half", testToken[10:], "url", &url.URL{Scheme: "https", Host: "x", Path: "/bot" + testToken})
		log.Info("m", slog.Group("group", "x", secret, slog.Group(secret, "y", secret)), "valuer", valuer{secret}, secret, 1)
		log.With("with", secret).WithGroup("g").With(slog.Any("e", errors.New(secret))).Info("m", "k", "another secret")
	}
	if leaks(out.String()) || strings.Contains(out.String(), "another secret") {
		t.Errorf("not redacted:\n%s", out.String())
	}
	out.Reset()
	log := slog.New(Handler(slog.NewTextHandler(&out, nil), testToken, "", "a", " "))
	log.Info("nothing to hide", "n", 7, "d", time.Second, "v", inner{"a place"})
	if want := `msg="nothing to hide" n=7 d=1s v="{Address:a place}"`; !strings.Contains(out.String(), want) {
		t.Errorf("%s, want %s", out.String(), want)
	}
}

type valuer struct{ s string }

func (v valuer) LogValue() slog.Value { return slog.StringValue(v.s) }
