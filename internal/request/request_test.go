package request

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
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
