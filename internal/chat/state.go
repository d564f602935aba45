package chat

import (
	"encoding/json"

	"pincite/internal/answer"
)

// stateForm is the form of what a Memory keeps, and of the questions in it. It
// changes when a state would be misread, whose conversation then begins anew:
// TestStateForm tells.
const stateForm = 5

// A state is a conversation as a Memory keeps it.
type state struct {
	Form     int         `json:"form"`
	Turns    []turnState `json:"turns"`
	Topics   []string    `json:"topics,omitempty"`
	Language string      `json:"language,omitempty"`
}

type turnState struct {
	Turn     answer.Turn    `json:"turn"`
	Asked    string         `json:"asked"`
	Answered *answer.Answer `json:"answered,omitempty"`
	Places   []int          `json:"places,omitempty"` // sections of its citations, which these leave out
}

func (e exchange) state() turnState {
	s := turnState{Turn: e.Turn, Asked: e.asked}
	if len(e.answered.Citations) > 0 {
		s.Answered = &e.answered
		for _, c := range e.answered.Citations {
			s.Places = append(s.Places, c.Section)
		}
	}
	return s
}

func (s turnState) exchange() exchange {
	e := exchange{Turn: s.Turn, asked: s.Asked}
	if s.Answered != nil && len(s.Places) == len(s.Answered.Citations) {
		e.answered = *s.Answered
		for i, section := range s.Places {
			e.answered.Citations[i].Section = section
		}
	}
	return e
}

func (t conversation) encode() ([]byte, error) {
	s := state{Form: stateForm, Topics: t.topics, Language: t.language}
	for _, e := range t.turns {
		s.Turns = append(s.Turns, e.state())
	}
	return json.Marshal(s)
}

// decodeConversation reads what encode wrote. What is of another form, which a
// program of another version wrote, is no conversation.
func decodeConversation(raw []byte) conversation {
	var s state
	if json.Unmarshal(raw, &s) != nil || s.Form != stateForm {
		return conversation{}
	}
	t := conversation{topics: s.Topics, language: s.Language}
	for _, e := range s.Turns {
		t.turns = append(t.turns, e.exchange())
	}
	return t
}
