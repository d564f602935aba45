package web

import (
	"encoding/json"
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
	var in turnRequest
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyBytes))
	d.DisallowUnknownFields()
	if !s.decoded(w, r, d, &in, "conversation, document, text, press") {
		return
	}
	if !conversationKey.MatchString(in.Conversation) {
		s.problem(w, r, http.StatusBadRequest, "badConversation")
		return
	}
	key := "web:" + in.Conversation
	m := chat.Message{Conversation: key, Person: key, Caller: s.caller(r), Reading: in.Document, Language: s.tagFor(r), Text: in.Text, Private: true}
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
		s.opt.Metrics.Answered(reply.Source(), string(reply.Kind), reply.Answer.Confidence, time.Since(start))
	}
	out := turnReply{Notice: reply.Notice, Edit: reply.Edit, Kind: string(reply.Kind), Language: reply.Language}
	if len(reply.Blocks) > 0 {
		out.HTML = string(render.Web(reply, s.prefix))
	}
	s.sendJSON(w, r, cacheNever, out)
}
