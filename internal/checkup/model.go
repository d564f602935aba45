package checkup

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pincite/internal/model"
	"pincite/internal/service"
	"pincite/internal/text"
)

// model calls the language model, where there is one.
func (k *checkup) model(ctx context.Context) {
	if k.Config.Model.URL == "" {
		k.say(unset, "model", "none: model.url is not set")
		return
	}
	client, err := service.NewModel(k.Config.Model, checkPatience, 1)
	said := ""
	if err == nil {
		said, err = tryModel(ctx, client)
	}
	switch {
	case errors.Is(err, errTooSmall):
		k.say(doubt, "model", "%s; %v", said, err)
	case err != nil:
		k.say(broken, "model", "%v", err)
	default:
		k.say(well, "model", "%s", said)
	}
}

// voice tries the model that writes down voice messages, where there is one.
func (k *checkup) voice(ctx context.Context) {
	m := k.Config.Model
	if m.Transcribe == "" {
		k.say(unset, "voice", "voice messages are not understood: model.transcribe is not set")
		return
	}
	m.Name = m.Transcribe
	client, err := service.NewModel(m, checkPatience, 1)
	said := ""
	if err == nil {
		said, err = tryVoice(ctx, client)
	}
	if err != nil {
		k.say(broken, "voice", "%v", err)
		return
	}
	k.say(well, "voice", "%s", said)
}

// checkPatience is how long check waits for the model: one that is not in memory yet
// takes its time.
const checkPatience = 2 * time.Minute

// tryModel calls the model and says in a line what came of it. Nothing of a
// document is sent.
func tryModel(ctx context.Context, client *model.Client) (said string, err error) {
	names, err := client.Models(ctx)
	switch {
	case err == nil && slices.Contains(names, client.Name()):
		said = fmt.Sprintf("%s has the model %s", client.Host(), client.Name())
	case err == nil && len(names) > 0:
		return "", fmt.Errorf("%s has no model %s; it has %s", client.Host(), client.Name(), someOf(names))
	case err == nil, errors.Is(err, model.ErrAbsent):
		said = client.Host() + " lists no models"
	default:
		return "", err
	}
	var reply struct {
		Number json.Number `json:"number"`
	}
	start := time.Now()
	usage, err := model.Ask(ctx, client, model.Request{
		System: `Reply with one JSON object and nothing else: {"number": the number of the sentence that answers the question}`,
		User:   "Sentences:\n1. The door is painted red.\n2. Guests ring the bell twice.\n3. The garden closes at dusk.\n\nQuestion: When does the garden close?",
		Schema: json.RawMessage(`{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"],"additionalProperties":false}`),
	}, &reply)
	if err != nil {
		return "", err
	}
	said += fmt.Sprintf(", which returns JSON (asked for %s); a short call took %s, %s read, %d written",
		client.Manner(), time.Since(start).Round(time.Millisecond), text.Count(usage.Read, "token"), usage.Written)
	if reply.Number != "3" {
		return said, errTooSmall
	}
	return said, nil
}

// tryVoice has a second of silence written down and says in a line what came of it.
func tryVoice(ctx context.Context, client *model.Client) (said string, err error) {
	names, err := client.Models(ctx)
	if err == nil && len(names) > 0 && !slices.Contains(names, client.Name()) {
		said = fmt.Sprintf(", though %s does not list it", client.Host())
	}
	start := time.Now()
	if _, err := client.Transcribe(ctx, model.Recording{Name: "voice.wav", Data: silence()}); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s writes down voice messages with %s%s; a second of silence took %s",
		client.Host(), client.Name(), said, time.Since(start).Round(time.Millisecond)), nil
}

// silence returns a second of it as a WAV file: one channel of 16 bits at 16 kHz.
func silence() []byte {
	const rate, size = 16_000, 2 * 16_000
	le := binary.LittleEndian
	b := le.AppendUint32([]byte("RIFF"), 36+size)
	b = le.AppendUint32(append(b, "WAVEfmt "...), 16)
	b = le.AppendUint16(le.AppendUint16(b, 1), 1) // PCM, one channel
	b = le.AppendUint32(le.AppendUint32(b, rate), 2*rate)
	b = le.AppendUint16(le.AppendUint16(b, 2), 16)
	b = le.AppendUint32(append(b, "data"...), size)
	return append(b, make([]byte, size)...)
}

// errTooSmall is no failure, but worth a warning.
var errTooSmall = errors.New("it answered a very easy question wrongly: it may be too small")

// someOf names the first few of many.
func someOf(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
