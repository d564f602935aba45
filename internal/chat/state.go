package chat

import (
	"encoding/json"
	"slices"

	"pincite/internal/answer"
)

// stateForm is the form of what a Memory keeps, and of the questions in it. It
// changes when a state would be misread, whose conversation then begins anew:
// TestStateForm tells.
const stateForm = 1

// A state is a conversation as a Memory keeps it.
type state struct {
	Form     int         `json:"form"`
	Turns    []turnState `json:"turns"`
	Topics   []string    `json:"topics,omitempty"`
	Language string      `json:"language,omitempty"`
}

type turnState struct {
	Turn  answer.Turn `json:"turn"`
	Asked string      `json:"asked"`
}

func (t conversation) encode() ([]byte, error) {
	s := state{Form: stateForm, Topics: t.topics, Language: t.language}
	for _, e := range t.turns {
		s.Turns = append(s.Turns, turnState{e.Turn, e.asked})
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
		t.turns = append(t.turns, exchange{Turn: e.Turn, asked: e.Asked})
	}
	return t
}

// withAnswers puts the answers that this process remembers to the exchanges of t,
// whose state has none: they serve to word a reply again, and a place alone does
// where they are gone.
func (t conversation) withAnswers(known conversation) conversation {
	for i := range t.turns {
		e := &t.turns[i]
		for _, k := range known.turns {
			if k.asked == e.asked && slices.Equal(k.Sections, e.Sections) {
				e.answered = k.answered
			}
		}
	}
	return t
}
