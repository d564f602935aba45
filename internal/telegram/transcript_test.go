package telegram

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"pincite/internal/telegram/botapi"
)

var updateGolden = flag.Bool("update", false, "rewrite the transcripts")

// A transcript is a file of actions, each followed, indented, by what the bot
// sent because of it:
//
//	anna: when does it open?              anna writes in her private chat
//	oleg@group: /toc                      or in a group
//	oleg@forum/5: /toc                    or in topic 5 of a forum
//	inez@group (reply): the next one      in reply to the bot's last message there
//	inez@group (reply oleg): /ask         or to oleg's
//	inez@group (reply oleg, quote: a b): /ask
//	anna (forwarded wei): it opens at ten what wei wrote elsewhere
//	anna edits: when does it close?       her last message
//	anna presses Full text                below the bot's last message
//	anna presses data: s00000000rule-1    a button that is not there
//	anna inquires: cards                  in inline mode
//	oleg joins group                      adds the bot
//	# a comment
var action = regexp.MustCompile(`^(\w+)(?:@(\w+)(?:/(\d+))?)?(?: \((.+?)\))?(: | presses | inquires:\s?| edits: | joins )(.*)$`)

var (
	actors = map[string]user{"anna": anna, "wei": wei, "oleg": oleg, "inez": inez, "robot": {66, "robot", "en", true}}
	chats  = map[string]int64{"group": -1001, "forum": -1002}
)

// A player plays the actions of one transcript.
type player struct {
	t     *testing.T
	run   *run
	fake  *fake
	wrote map[string]map[string]any // last message by actor and chat
	names map[int]string            // of who wrote a message
	shown int                       // calls printed so far
}

func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/transcripts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) { playFile(t, name) })
	}
}

func playFile(t *testing.T, name string) {
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f := newFake(t)
	f.readsAll = strings.HasPrefix(string(want), "# Privacy mode is off")
	limit := 0
	if strings.Contains(string(want), "# Three questions a minute") {
		limit = 3
	}
	r := newRun(t, f, func(o *Options) { o.PerUserPerMinute = limit; o.Web = "https://reader.example" }).start(t)
	f.introduced(t)
	p := &player{t: t, run: r, fake: f, wrote: map[string]map[string]any{}, names: map[int]string{}}
	var got strings.Builder
	for line := range strings.Lines(string(want)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "    ") {
			continue
		}
		got.WriteString(line + "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			p.play(line)
			p.print(&got)
		}
	}
	if *updateGolden {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != string(want) {
		t.Errorf("%s: %s\nrun the test with -update and read the difference", name, firstDifference(got.String(), string(want)))
	}
}

// firstDifference tells where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d is\n%s\nwant\n%s", i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	return fmt.Sprintf("ends after line %d", len(g))
}

// play performs one action and waits until the bot is done with it.
func (p *player) play(line string) {
	m := action.FindStringSubmatch(line)
	who, known := actors[first(m, 1)]
	if m == nil || !known {
		p.t.Fatalf("not an action: %q", line)
	}
	chat := who.id
	if m[2] != "" {
		chat = chats[m[2]]
	}
	switch strings.TrimSpace(m[5]) {
	case ":":
		p.write(who, chat, m[3], m[4], m[6])
	case "presses":
		p.press(who, chat, m[6])
	case "inquires:":
		p.run.finish(p.t, p.fake.inquire(who, m[6]))
	case "edits:":
		p.edit(who, chat, m[6])
	case "joins":
		p.fake.push(botapi.KindMember, map[string]any{
			"chat": chatObject(chats[m[6]]), "from": who.object(), "date": 1,
			"old_chat_member": map[string]any{"status": "left"}, "new_chat_member": map[string]any{"status": "member"},
		})
	}
	p.fake.settle(p.t)
}

func first(m []string, i int) string {
	if m == nil {
		return ""
	}
	return m[i]
}

func (p *player) write(who user, chat int64, topic, how, text string) {
	more := map[string]any{}
	if topic != "" {
		more["message_thread_id"], _ = strconv.Atoi(topic)
		more["is_topic_message"] = true
	}
	how, quoted, hasQuote := strings.Cut(how, ", quote: ")
	if hasQuote {
		more["quote"] = map[string]any{"text": quoted, "position": 0}
	}
	if to, isReply := strings.CutPrefix(how, "reply"); isReply {
		more["reply_to_message"] = p.target(chat, strings.TrimSpace(to))
	}
	if from, isForwarded := strings.CutPrefix(how, "forwarded "); isForwarded {
		more["forward_origin"] = map[string]any{"type": "user", "date": 1, "sender_user": actors[from].object()}
	}
	before, _, mentioned := strings.Cut(text, "@"+testBotName)
	if mentioned && !strings.HasPrefix(text, "/") {
		offset := len(utf16.Encode([]rune(before)))
		more["entities"] = []map[string]any{{"type": "mention", "offset": offset, "length": len(testBotName) + 1}}
	}
	id := p.fake.say(who, chat, text, more)
	p.names[id] = who.name
	p.wrote[key(who.name, chat)] = map[string]any{
		"message_id": id, "date": 1, "from": who.object(), "chat": chatObject(chat), "text": text,
	}
}

func key(name string, chat int64) string { return fmt.Sprint(name, chat) }

// target is the message that a reply is to.
func (p *player) target(chat int64, name string) map[string]any {
	if name != "" {
		m := p.wrote[key(name, chat)]
		if m == nil {
			p.t.Fatalf("%s wrote nothing there", name)
		}
		return m
	}
	last := p.fake.last(chat)
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	return map[string]any{
		"message_id": last.id, "date": 1, "chat": chatObject(chat),
		"from": user{testBotID, testBotName, "", true}.object(), "text": p.fake.messages[last].plain,
	}
}

func (p *player) edit(who user, chat int64, text string) {
	m := p.wrote[key(who.name, chat)]
	m["text"] = text
	p.fake.push(botapi.KindEdited, m)
}

func (p *player) press(who user, chat int64, label string) {
	last := p.fake.last(chat)
	if data, ok := strings.CutPrefix(label, "data: "); ok {
		p.fake.press(who, last, p.run.signer.Sign(chat, data))
		return
	}
	for _, b := range buttonsOf(p.fake, last) {
		if b["text"] == label {
			p.fake.press(who, last, b["callback_data"])
			return
		}
	}
	p.t.Fatalf("no button %q below %q", label, p.fake.messages[last].plain)
}

func buttonsOf(f *fake, k messageKey) []map[string]string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []map[string]string
	for _, row := range rowsOf(f.messages[k].markup) {
		out = append(out, row...)
	}
	return out
}

// rowsOf returns the fields of the buttons of a message; of a page to open inside
// Telegram, its address.
func rowsOf(markup string) [][]map[string]string {
	var k struct {
		Rows [][]map[string]any `json:"inline_keyboard"`
	}
	_ = json.Unmarshal([]byte(markup), &k) // "" has no rows
	var out [][]map[string]string
	for _, row := range k.Rows {
		var buttons []map[string]string
		for _, b := range row {
			fields := map[string]string{}
			for name, v := range b {
				if app, ok := v.(map[string]any); ok {
					v = app["url"]
				}
				fields[name] = fmt.Sprint(v)
			}
			buttons = append(buttons, fields)
		}
		out = append(out, buttons)
	}
	return out
}

// print writes the calls that an action caused.
func (p *player) print(out *strings.Builder) {
	calls := p.fake.recorded("")
	for _, c := range calls[p.shown:] {
		p.printCall(out, c)
	}
	p.shown = len(calls)
}

func (p *player) printCall(out *strings.Builder, c apiRecord) {
	fmt.Fprintf(out, "    %s", c.method)
	for _, name := range []string{"chat_id", "message_thread_id"} {
		if v := c.fields[name]; v != "" {
			fmt.Fprintf(out, " %s=%s", name, v)
		}
	}
	var to struct {
		ID int `json:"message_id"`
	}
	if json.Unmarshal([]byte(c.fields["reply_parameters"]), &to) == nil {
		fmt.Fprintf(out, " in reply to %s", p.names[to.ID])
	}
	if c.refuse != "" {
		fmt.Fprintf(out, " refused: %s", c.refuse)
	}
	out.WriteString("\n")
	printText(out, c.fields["text"])
	chat, _ := strconv.ParseInt(c.fields["chat_id"], 10, 64)
	p.printRows(out, chat, c.fields["reply_markup"])
	p.printResults(out, c.fields["results"])
}

func printText(out *strings.Builder, text string) {
	for line := range strings.Lines(text) {
		fmt.Fprintf(out, "    | %s\n", strings.TrimRight(line, "\n"))
	}
}

// printRows writes the buttons of a message, their data without the signature.
func (p *player) printRows(out *strings.Builder, chat int64, markup string) {
	for _, row := range rowsOf(markup) {
		out.WriteString("    ")
		for _, b := range row {
			data, ok := p.run.signer.Check(chat, b["callback_data"])
			if !ok && b["callback_data"] != "" {
				p.t.Errorf("%q is not signed for chat %d", b["callback_data"], chat)
			}
			if b["web_app"] != "" {
				data = "inside Telegram " + b["web_app"]
			}
			fmt.Fprintf(out, "[%s: %s%s%s]", b["text"], data, b["url"], b["switch_inline_query"])
		}
		out.WriteString("\n")
	}
}

func (p *player) printResults(out *strings.Builder, results string) {
	var list []struct {
		ID, Title, Description string
		Content                struct {
			Text string `json:"message_text"`
		} `json:"input_message_content"`
		Markup json.RawMessage `json:"reply_markup"`
	}
	if json.Unmarshal([]byte(results), &list) != nil {
		return
	}
	for _, a := range list {
		fmt.Fprintf(out, "    + %s %s · %s\n", a.ID, a.Title, a.Description)
		printText(out, a.Content.Text)
		if a.Markup != nil {
			p.printRows(out, 0, string(a.Markup))
		}
	}
}
