package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeModel is an OpenAI-compatible server that has the model "small" and wants the
// key "sk-test".
func fakeModel(t *testing.T, reply string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("Authorization") != "Bearer sk-test" || r.Header.Get("X-Team") != "blue":
			http.Error(w, "wrong key "+r.Header.Get("Authorization"), http.StatusUnauthorized)
		case r.URL.Path == "/v1/models":
			io.WriteString(w, `{"data":[{"id":"small"},{"id":"ear"},{"id":"deaf"}]}`)
		case r.URL.Path == "/v1/audio/transcriptions":
			writeDown(w, r)
		default:
			json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": reply}}},
				"usage": map[string]int{"prompt_tokens": 50, "completion_tokens": 5}})
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// writeDown takes a sound file for silence, if the model is one that hears.
func writeDown(w http.ResponseWriter, r *http.Request) {
	file, head, err := r.FormFile("file")
	if err != nil || r.FormValue("model") == "deaf" {
		http.Error(w, "no sound for this model", http.StatusNotFound)
		return
	}
	start := make([]byte, 12)
	if _, err := file.Read(start); err != nil || string(start[:4])+string(start[8:]) != "RIFFWAVE" || head.Size != 44+32_000 {
		http.Error(w, "not a second of sound", http.StatusBadRequest)
		return
	}
	io.WriteString(w, `{"text":""}`)
}

// TestCheckVoice: check has a second of silence written down.
func TestCheckVoice(t *testing.T) {
	url := fakeModel(t, `{"number":3}`)
	for _, tt := range []struct {
		name   string
		status int
		want   string
	}{
		{"", success, "off   voice     voice messages are not understood: model.transcribe is not set"},
		{"ear", success, "writes down voice messages with ear; a second of silence took "},
		{"other", success, "with other, though "},
		{"deaf", failure, "fail  voice     model: 127.0.0.1:"},
	} {
		t.Setenv("PINCITE_MODEL_TRANSCRIBE", tt.name)
		status, out, errs := withModel(t, url, "small", "sk-test", "check", "--document", "testdata/house")
		if status != tt.status || !strings.Contains(out, tt.want) || strings.Contains(out+errs, "sk-test") {
			t.Errorf("%q: status %d, want %d with %q:\n%s%s", tt.name, status, tt.status, tt.want, out, errs)
		}
	}
}

// withModel runs a command line with the settings of a model.
func withModel(t *testing.T, url, name, key string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte(key+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, errs: &errs, args: args,
		env: []string{"PINCITE_MODEL_URL=" + url, "PINCITE_MODEL_NAME=" + name, "PINCITE_MODEL_KEY_FILE=" + file, "PINCITE_MODEL_HEADERS=X-Team=blue", "PINCITE_MODEL_ANSWERS=" + cmp.Or(os.Getenv("PINCITE_MODEL_ANSWERS"), "off"),
			"PINCITE_MODEL_TRANSCRIBE=" + os.Getenv("PINCITE_MODEL_TRANSCRIBE")}}
	status = p.run(context.Background())
	return status, out.String(), errs.String()
}

func TestCheckModel(t *testing.T) {
	good, odd, wrong := fakeModel(t, `{"number":3}`), fakeModel(t, "I don't do JSON"), fakeModel(t, `{"number":1}`)
	tests := []struct {
		name, url, model, key string
		status                int
		want                  string
	}{
		{"well", good, "small", "sk-test", success, "50 tokens read, 5 written"},
		{"wrong answer", wrong, "small", "sk-test", success, "warn  model "},
		{"no JSON", odd, "small", "sk-test", failure, "there is no JSON object in it"},
		{"no such model", good, "large", "sk-test", failure, "has no model large; it has small, ear, deaf"},
		{"wrong key", good, "small", "sk-secret", failure, "the key is missing or wrong"},
		{"empty key file", good, "small", "", failure, "is empty"},
		{"nobody there", "http://127.0.0.1:1", "small", "sk-test", failure, "127.0.0.1:1"},
		{"no address", "here", "small", "sk-test", failure, "must begin with http"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, out, errs := withModel(t, tt.url, tt.model, tt.key, "check", "--document", "testdata/house")
			if status != tt.status || !strings.Contains(out+errs, tt.want) {
				t.Errorf("status %d, want %d with %q:\n%s%s", status, tt.status, tt.want, out, errs)
			}
			if tt.key != "" && strings.Contains(out+errs, tt.key) {
				t.Errorf("the key is printed: %s%s", out, errs)
			}
		})
	}
}

// TestAskModel: a question in words goes to the model where the settings say so, what
// names a section does not, and a server that is away changes nothing.
func TestAskModel(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "rules.txt")
	if err := os.WriteFile(file, []byte("House rules\n\n1. Quiet hours\n\nQuiet hours begin at ten. Music is played softly then.\n\n2. Bins\n\nThe bins are emptied on Mondays.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	good, bad := fakeModel(t, `{"sentences":[2],"uncovered":""}`), fakeModel(t, "I would say ten.")
	tests := []struct {
		name, url string
		args      []string
		want      string
	}{
		{"its choice", good, []string{"Wann muss ich leise sein?"}, "Quiet hours begin at ten."},
		{"explained", good, []string{"--explain", "Wann muss ich leise sein?"}, "model reply          {\"sentences\":[2]"},
		{"JSON", good, []string{"--json", "Wann muss ich leise sein?"}, `"quote":"Quiet hours begin at ten."`},
		{"a section", good, []string{"section 2"}, "The bins are emptied on Mondays."},
		{"no use", bad, []string{"when are the bins emptied?"}, "The bins are emptied on Mondays."},
		{"nobody there", "http://127.0.0.1:1", []string{"when are the bins emptied?"}, "The bins are emptied on Mondays."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("PINCITE_MODEL_ANSWERS", "choose")
			status, out, errs := withModel(t, tt.url, "small", "sk-test", append([]string{"ask", "--document", file}, tt.args...)...)
			if status != success || !strings.Contains(out, tt.want) {
				t.Errorf("status %d, no %q in:\n%s%s", status, tt.want, out, errs)
			}
		})
	}
	if status, out, _ := withModel(t, good, "small", "sk-test", "ask", "--document", file, "Wann muss ich leise sein?"); status != success || strings.Contains(out, "ten.") {
		t.Errorf("status %d; the model is asked without model.answers:\n%s", status, out)
	}
}

// TestAnnotateFile: a file gets a folder with its text and what the model wrote; the
// same command then has nothing to do.
func TestAnnotateFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rules.txt")
	if err := os.WriteFile(file, []byte("Article 1. Doors\n\nDoors are shut at ten.\n\nArticle 2. Dogs\n\nDogs stay outside.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	url := fakeModel(t, `{"sentences":[{"n":1,"gloss":"This is the rule that is meant.","same":[],"related":["curfew"],"questions":["What is the rule?"]}]}`)
	status, out, errs := withModel(t, url, "small", "sk-test", "annotate", "--model", "--dry-run", file)
	if status != success || !strings.Contains(out, "1. Dogs stay outside.") || !strings.Contains(out, "2 sections to ask about, 0 up to date: 4 calls") {
		t.Errorf("dry run: status %d: %s%s", status, out, errs)
	}
	dir := strings.TrimSuffix(file, ".txt")
	if _, err := os.Stat(dir); err == nil {
		t.Error("a dry run has made a folder")
	}
	status, out, errs = withModel(t, url, "small", "sk-test", "annotate", "--model", file)
	if status != success || !strings.Contains(out, "2 sections asked about, 0 up to date") || !strings.Contains(errs, "2 of 2 sections, ") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
	status, out, errs = withModel(t, url, "small", "sk-test", "annotate", "--model", file)
	if status != success || !strings.Contains(out, "0 sections asked about, 2 up to date") {
		t.Errorf("again: status %d: %s%s", status, out, errs)
	}
	if status, out, errs := exec1(t, "", "annotate", dir); status != success || !strings.Contains(out, "2 of 2 sentences") || !strings.Contains(out, "a model's, unchanged: ") {
		t.Errorf("check: status %d: %s%s", status, out, errs)
	}
	if err := os.WriteFile(file, []byte("Article 1. Doors\n\nDoors are shut at nine.\n\nArticle 3. Cats\n\nCats may come in.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, errs = withModel(t, url, "small", "sk-test", "annotate", "--model", file)
	if status != success || !strings.Contains(out, "has changed") || !strings.Contains(out, "2 sections asked about") {
		t.Errorf("another text: status %d: %s%s", status, out, errs)
	}
	if old, err := os.ReadFile(filepath.Join(dir, "source.txt.old")); err != nil || !strings.Contains(string(old), "Dogs") {
		t.Errorf("the text before: %q, %v", old, err)
	}
	if status, out, _ := exec1(t, "", "annotate", dir); status != failure || !strings.Contains(out, "en article-2: the document has no section of this id") {
		t.Errorf("check of the changed text: status %d: %s", status, out) // what was written of it is for a person to take out
	}
}

// TestAnnotateAnEditedImport: of a document whose format tells more than its lines, an edit
// of one article costs one call.
func TestAnnotateAnEditedImport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rules.html")
	page := func(hour string) {
		t.Helper()
		body := "<html><body><h1>Rules</h1><h2>Article 1. Doors</h2><p>Doors are shut at " + hour + ".</p><h2>Article 2. Dogs</h2><p>Dogs stay outside.</p></body></html>"
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	url := fakeModel(t, `{"sentences":[{"n":1,"gloss":"This is the rule that is meant.","same":[],"related":["curfew"],"questions":["What is the rule?"]}]}`)
	for _, c := range []struct{ hour, want string }{{"ten", "3 sections asked about, 0 up to date"}, {"nine", "1 section asked about, 2 up to date"}} {
		page(c.hour)
		if status, out, errs := withModel(t, url, "small", "sk-test", "annotate", "--model", file); status != success || !strings.Contains(out, c.want) {
			t.Errorf("%s: status %d: %s%s", c.hour, status, out, errs)
		}
	}
}

// Of a file, annotations are begun in a folder that is the document from then on.
func TestAnnotateWriteOnAFile(t *testing.T) {
	dir := t.TempDir()
	file, folder := filepath.Join(dir, "rules.txt"), filepath.Join(dir, "rules")
	if err := os.WriteFile(file, []byte("Article 1\nDoors\n\nThe door is locked at ten.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, errs := exec1(t, "", "annotate", "--write", file)
	if status != success || !strings.Contains(out, "--document "+folder) {
		t.Fatalf("status %d: %s%s", status, out, errs)
	}
	if status, out, errs := exec1(t, "", "annotate", folder); status != success || !strings.Contains(out, "en: 0 of 1 section") {
		t.Errorf("what was begun is not read: status %d: %s%s", status, out, errs)
	}
	if status, _, errs := exec1(t, "", "annotate", "--write", file); status != failure || !strings.Contains(errs, "is there already") {
		t.Errorf("again: status %d: %s", status, errs)
	}
}

func TestAnnotateModelMisuse(t *testing.T) {
	tests := []struct{ args, want string }{
		{"--passes 2", "--passes goes with --model"},
		{"--dry-run", "--dry-run goes with --model"},
		{"--model --write", "--write and --model do not go together"},
		{"--model --passes 9", "--passes must be from 1 to"},
		{"--model --parallel 0", "--parallel must be from 1 to 64"},
		{"--model --languages ../x", "no language tag"},
		{"--model", "there is no model"},
	}
	for _, tt := range tests {
		status, _, errs := exec1(t, "", append(append([]string{"annotate"}, strings.Fields(tt.args)...), "testdata/house")...)
		if status != misused || !strings.Contains(errs, tt.want) {
			t.Errorf("%s: status %d: %s", tt.args, status, errs)
		}
	}
}
