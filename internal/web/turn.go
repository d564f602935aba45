package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"time"

	"pincite/internal/chat"
	"pincite/internal/render"
	"pincite/internal/reply"
)

// A turnRequest is what the chat page sends: a message, or a button.
type turnRequest struct {
	Document     string `json:"document"`     // name of the one that the page shows; may be empty
	Conversation string `json:"conversation"` // 32 hexadecimal digits, chosen at random by the page
	Text         string `json:"text"`         // what was typed; with Press, the question before the button
	Press        string `json:"press"`        // data of the button
}

// A turnReply is a reply.Reply as HTML.
type turnReply struct {
	HTML     string `json:"html"`     // may be empty when there is a notice
	Notice   string `json:"notice"`   // a line for the status, not for the conversation
	Edit     bool   `json:"edit"`     // take the place of the reply whose button was pressed
	Kind     string `json:"kind"`     // see answer.Kind
	Language string `json:"language"` // of the words around the quotes
}

// conversationKey is long enough that nobody guesses another page's.
var conversationKey = regexp.MustCompile(`^[0-9a-f]{32}$`)

// turn answers one message or button of the chat page.
func (s *Server) turn(w http.ResponseWriter, r *http.Request) {
	in, status, detail := readTurn(w, r)
	if status != 0 {
		s.problem(w, r, status, detail)
		return
	}
	key := "web:" + in.Conversation
	m := chat.Message{Conversation: key, Person: key, Reading: in.Document, Language: s.tagFor(r), Text: in.Text, Private: true}
	start := time.Now()
	var reply reply.Reply
	if !s.admitted(w, r, func() {
		if in.Press != "" {
			reply = s.opt.Chat.Press(r.Context(), m, in.Press)
		} else {
			reply = s.opt.Chat.Ask(r.Context(), m)
		}
	}) {
		return
	}
	if in.Press == "" {
		s.opt.Metrics.Answered(reply.Source(), string(reply.Kind), time.Since(start))
	}
	out := turnReply{Notice: reply.Notice, Edit: reply.Edit, Kind: string(reply.Kind), Language: reply.Language}
	if len(reply.Blocks) > 0 {
		out.HTML = string(render.Web(reply, ""))
	}
	s.sendJSON(w, r, cacheNever, out)
}

// readTurn reads the body; a status other than 0 refuses it.
func readTurn(w http.ResponseWriter, r *http.Request) (in turnRequest, status int, detail string) {
	if !isJSON(r) {
		return in, http.StatusUnsupportedMediaType, "Send application/json."
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyBytes))
	d.DisallowUnknownFields()
	err := d.Decode(&in)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return in, http.StatusRequestEntityTooLarge, "A message has at most 16 KiB."
	case err != nil:
		return in, http.StatusBadRequest, "The body must be an object with conversation, document, text and press."
	case !conversationKey.MatchString(in.Conversation):
		return in, http.StatusBadRequest, "conversation must be 32 hexadecimal digits."
	}
	return in, 0, ""
}
