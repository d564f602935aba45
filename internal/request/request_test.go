package request

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestValid(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "a b": false, "a\nb": false, "é": false, strings.Repeat("a", 65): false, `"`: false,
		New(): true, "3f2-4.A_9": true, strings.Repeat("a", 64): true,
	} {
		if Valid(name) != want {
			t.Errorf("Valid(%q) = %t", name, !want)
		}
	}
	if first, second := New(), New(); first == second {
		t.Error("two requests have one name")
	}
}

func TestWaited(t *testing.T) {
	if got := Waited(t.Context(), time.Second); got != 0 {
		t.Errorf("without a request %s", got)
	}
	ctx := With(t.Context(), "r1")
	Waited(ctx, time.Second)
	if got := Waited(context.WithoutCancel(ctx), time.Second); got != 2*time.Second || Name(ctx) != "r1" {
		t.Errorf("%s waited for %s", Name(ctx), got)
	}
	if got := Waited(With(ctx, "r2"), 0); got != 0 {
		t.Errorf("another has waited for %s", got)
	}
}

func TestLog(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(Log(slog.NewTextHandler(&out, nil))).With("a", 1)
	log.InfoContext(t.Context(), "first")
	log.InfoContext(With(t.Context(), "r1"), "second", "b", 2)
	log.WithGroup("g").InfoContext(With(t.Context(), "r2"), "third")
	lines := strings.Split(out.String(), "\n")
	if strings.Contains(lines[0], "request") || !strings.HasSuffix(lines[1], "msg=second a=1 b=2 request=r1") || !strings.Contains(lines[2], "request=r2") {
		t.Error(out.String())
	}
}
