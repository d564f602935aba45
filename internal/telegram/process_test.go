package telegram

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"pincite/internal/chat"
	"pincite/internal/library"
	"pincite/internal/metrics"
	"pincite/internal/store"
	"pincite/internal/telegram/botapi"
)

// processEnv makes the test binary run as a bot instead of running tests: a
// real process, to be killed.
const processEnv = "PINCITE_TEST_BOT_API"

func TestMain(m *testing.M) {
	if address := os.Getenv(processEnv); address != "" {
		if err := botProcess(address); err != nil {
			fmt.Fprintln(os.Stderr, "error:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// botProcess runs a bot until SIGTERM, then prints its metrics.
func botProcess(address string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	edition := reading
	if os.Getenv("PINCITE_TEST_REISSUED") != "" {
		edition = reissued
	}
	answerer, err := buildLibrary(edition)
	if err != nil {
		return err
	}
	books, err := library.New(answerer)
	if err != nil {
		return err
	}
	m, token := metrics.New(), os.Getenv("PINCITE_TEST_BOT_TOKEN")
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelInfo}))
	state, err := store.Open(ctx, store.Options{
		Path: os.Getenv("PINCITE_TEST_STORE_PATH"), URL: os.Getenv("PINCITE_TEST_STORE_URL"), Secret: token, Metrics: m, Log: log,
		Via: badWeather(os.Getenv("PINCITE_TEST_STORE_WEATHER")),
	})
	if err != nil {
		return err
	}
	defer state.Close()
	o := Options{
		Token: token, APIURL: address, Metrics: m, Workers: processWorkers, Store: state,
		Chat: chat.New(chat.Options{Library: books, Recorder: state, Memory: state, Log: log}),
		Log:  log,

		// The clock runs ahead with each wait: where a machine is so busy that thousands of
		// sends fail before the first kill, by more than an hour.
		KeepUnsent: 1000 * time.Hour,
	}
	if os.Getenv("PINCITE_TEST_WEBHOOK") != "" {
		o.Webhook = WebhookOptions{URL: "https://bot.example/hook", Addr: "127.0.0.1:0", Secret: webhookSecret}
	}
	b, err := New(o)
	if err != nil {
		return err
	}
	if b.client, err = botapi.New(botapi.Options{Token: os.Getenv("PINCITE_TEST_BOT_TOKEN"), Address: address, Timeout: 10 * time.Second}); err != nil {
		return err
	}
	hasten(b)
	b.sleep = func(ctx context.Context, d time.Duration) error { return botapi.Sleep(ctx, min(d, 5*time.Millisecond)) }
	b.listened = func(address string) { fmt.Println(listensOn + address) }
	if err := b.Run(ctx); err != nil {
		return err
	}
	return scrape(os.Stdout, m)
}

func scrape(w io.Writer, m *metrics.Metrics) error {
	_, err := io.WriteString(w, scrapeText(m))
	return err
}

const (
	// processWorkers is how many sends a process may have in flight.
	processWorkers = 8

	// listensOn begins the line in which a process tells its webhook's address.
	listensOn = "listens on "
)

// A process is a bot in a process of its own.
type process struct {
	cmd    *exec.Cmd
	output *buffer
}

// startProcess starts a bot, with further variables of the environment.
func startProcess(t testing.TB, address, token string, env ...string) *process {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: exec.Command(exe), output: new(buffer)}
	p.cmd.Env = append(os.Environ(), processEnv+"="+address, "PINCITE_TEST_BOT_TOKEN="+token)
	p.cmd.Env = append(p.cmd.Env, env...)
	p.cmd.Stdout, p.cmd.Stderr = p.output, p.output
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.kill() })
	return p
}

// kill ends the process at once, wherever it is.
func (p *process) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill() // it may have ended by itself
		_ = p.cmd.Wait()
	}
}

// terminate asks the process to end and waits for it.
func (p *process) terminate() error {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return p.cmd.Wait()
}
