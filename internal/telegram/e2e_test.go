package telegram

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// modulesEnv names the node_modules folder that holds telegram-test-api, a
// Bot API emulator that is none of ours: npm install telegram-test-api@4.2.1.
const modulesEnv = "PINCITE_E2E_NODE_MODULES"

// emulatorScript starts the emulator. It crashes on failures that nobody
// handles, and ends when its standard input does.
const emulatorScript = `
const T = require('telegram-test-api');
process.on('unhandledRejection', e => console.error(e));
process.stdin.on('end', () => process.exit(0)).resume();
new T({port: Number(process.argv[1]), host: '127.0.0.1'}).start().then(() => console.log('ready'));
`

// An emulator is telegram-test-api at work.
type emulator struct {
	url    string
	output bytes.Buffer
}

func startEmulator(t *testing.T) *emulator {
	t.Helper()
	modules := os.Getenv(modulesEnv)
	node, err := exec.LookPath("node")
	if err != nil || modules == "" {
		t.Skipf("the emulator is not here: it needs node, and %s naming the node_modules that holds telegram-test-api", modulesEnv)
	}
	if _, err := os.Stat(filepath.Join(modules, "telegram-test-api")); err != nil {
		t.Fatalf("%s: %v", modulesEnv, err)
	}
	port := freePort(t)
	e := &emulator{url: "http://127.0.0.1:" + strconv.Itoa(port)}
	cmd := exec.Command(node, "-e", emulatorScript, strconv.Itoa(port))
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	cmd.Stderr = &e.output
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may be gone
		_ = cmd.Wait()
	})
	if n, err := stdout.Read(make([]byte, 16)); n == 0 {
		t.Fatalf("the emulator did not start: %v\n%s", err, e.output.String())
	}
	return e
}

// freePort returns a port that was free a moment ago: the emulator cannot
// choose one itself.
func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// startBinary builds cmd/pincite and serves the emulator with it. The address
// of the web server is off: this is about the bot.
func startBinary(t *testing.T, e *emulator) *process {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "pincite")
	build := exec.Command("go", "build", "-o", binary, "./cmd/pincite")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build cmd/pincite: %v\n%s", err, out)
	}
	p := &process{cmd: exec.Command(binary, "serve"), output: new(buffer)}
	p.cmd.Env = append(os.Environ(),
		"PINCITE_TELEGRAM_TOKEN="+testToken, "PINCITE_TELEGRAM_API_URL="+e.url, "PINCITE_WEB_ADDR=off")
	p.cmd.Stdout, p.cmd.Stderr = p.output, p.output
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	return p
}

// post calls one of the emulator's methods for clients.
func (e *emulator) post(t *testing.T, method string, body, result any) {
	t.Helper()
	data, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(e.url+"/"+method, "application/json", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var answer struct {
		OK     bool            `json:"ok"`
		Result json.RawMessage `json:"result"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil || !answer.OK {
		t.Fatalf("%s: %v, %v", method, resp.Status, err)
	}
	if result != nil {
		if err := json.Unmarshal(answer.Result, result); err != nil {
			t.Fatal(err)
		}
	}
}

// said is a message of the bot as the emulator keeps it.
type said struct {
	MessageID int `json:"messageId"`
	Message   struct {
		ChatID string `json:"chat_id"`
		Text   string `json:"text"`
		Markup struct {
			Rows [][]map[string]string `json:"inline_keyboard"`
		} `json:"reply_markup"`
	} `json:"message"`
}

// history returns what the bot has said so far, edits applied.
func (e *emulator) history(t *testing.T) []said {
	t.Helper()
	var all []json.RawMessage
	e.post(t, "getUpdatesHistory", map[string]any{"token": testToken}, &all)
	var out []said
	for _, raw := range all {
		var s said
		// The same list holds what persons said, whose chat is an object.
		if json.Unmarshal(raw, &s) == nil && s.Message.ChatID != "" {
			out = append(out, s)
		}
	}
	return out
}

// await waits until the bot has said n messages, the last of which holds want.
func (e *emulator) await(t *testing.T, p *process, n int, want string) said {
	t.Helper()
	var got []said
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		got = e.history(t)
		if len(got) == n && strings.Contains(got[n-1].Message.Text, want) {
			return got[n-1]
		}
	}
	t.Fatalf("want %d messages, the last with %q; got %+v\nthe bot: %s", n, want, got, p.output)
	return said{}
}

// TestEndToEnd runs the real program against an emulator that somebody else
// wrote.
func TestEndToEnd(t *testing.T) {
	e := startEmulator(t)
	p := startBinary(t, e)
	from := map[string]any{"id": 7, "is_bot": false, "first_name": "Anna", "language_code": "en"}
	chat := map[string]any{"id": 7, "type": "private", "first_name": "Anna"}
	say := func(text string) {
		e.post(t, "sendMessage", map[string]any{"botToken": testToken, "from": from, "chat": chat, "date": 1, "text": text}, nil)
	}

	say("how often must leaders give a party class?")
	answer := e.await(t, p, 1, "at least one special party class every year")
	if !strings.Contains(answer.Message.Text, "Measure 2") {
		t.Errorf("no citation: %s", answer.Message.Text)
	}

	e.post(t, "sendCommand", map[string]any{"botToken": testToken, "from": from, "chat": chat, "date": 1, "text": "/measure 7",
		"entities": []map[string]any{{"type": "bot_command", "offset": 0, "length": 8}}}, nil)
	section := e.await(t, p, 2, "Measure 7")

	say("the next one")
	e.await(t, p, 3, "Measure 8")

	data := ""
	for _, row := range section.Message.Markup.Rows {
		for _, b := range row {
			if strings.Contains(b["text"], "Measure 6") {
				data = b["callback_data"]
			}
		}
	}
	if data == "" {
		t.Fatalf("no button to measure 6: %+v", section.Message.Markup)
	}
	e.post(t, "sendCallback", map[string]any{"botToken": testToken, "from": from, "data": data, "message": map[string]any{
		"message_id": section.MessageID, "chat": chat, "date": 1, "text": section.Message.Text,
	}}, nil)
	for end := time.Now().Add(30 * time.Second); !strings.Contains(e.history(t)[1].Message.Text, "Measure 6"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the message was not edited: %+v\nthe bot: %s", e.history(t), p.output)
		}
	}

	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("stopped with %v\n%s", err, p.output)
	}
	if leaks(p.output.String()) {
		t.Errorf("the token is in the output:\n%s", p.output)
	}
	if testing.Verbose() {
		fmt.Print(p.output)
	}
}
