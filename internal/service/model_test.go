package service

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"pincite/internal/chat"
	"pincite/internal/config"
	"pincite/internal/library"
)

// TestChoicesOutliveTheService: where there is a store, the next process gives the answer
// of the one before without asking the model, whoever asks.
func TestChoicesOutliveTheService(t *testing.T) {
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": `{"sentences":[2],"uncovered":""}`}}}})
	}))
	t.Cleanup(server.Close)
	state := filepath.Join(t.TempDir(), "state.db")
	env := []string{"PINCITE_MODEL_URL=" + server.URL, "PINCITE_MODEL_NAME=small", "PINCITE_MODEL_ANSWERS=choose",
		"PINCITE_STORE_PATH=" + state}
	var first string
	for _, who := range []string{"web:1", "web:2"} {
		c, err := config.Load(config.Options{Env: env})
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(t.Context(), Options{Config: c, Log: slog.New(slog.DiscardHandler), Sources: func() ([]library.Source, error) {
			return []library.Source{{FS: os.DirFS("../../cmd/pincite/testdata"), Name: "house"}}, nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		r := s.chat.Ask(t.Context(), chat.Message{Conversation: who, Person: who, Text: "Dürfen Großmütter nachts trommeln?", Private: true})
		s.Close()
		if len(r.Answer.Citations) == 0 || first != "" && r.Answer.Citations[0].Quote != first {
			t.Errorf("%s %v, before %q", r.Kind, r.Answer.Citations, first)
			continue
		}
		first = r.Answer.Citations[0].Quote
	}
	if n := calls.Load(); n != 1 {
		t.Errorf("%d calls, want one for both processes", n)
	}
}
