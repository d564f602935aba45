package talk

import (
	"encoding/json"

	"pincite/internal/answer"
	"pincite/internal/answer/turn"
)

// stateForm is the form of what a Memory keeps, and of the questions in it. It
// changes when a state would be misread, whose conversation then begins anew:
// TestStateForm tells.
const stateForm = 9

// A state is a conversation as a Memory keeps it.
type state struct {
	Form int `json:"form"`
	Conversation
}

// An exchangeState is an Exchange in it.
type exchangeState struct {
	Turn     turn.Turn      `json:"turn"`
	Asked    string         `json:"asked"`
	Answered *answer.Answer `json:"answered,omitempty"`
	Places   []int          `json:"places,omitempty"` // sections of its citations, which these leave out
}

// MarshalJSON implements json.Marshaler.
func (e Exchange) MarshalJSON() ([]byte, error) {
	s := exchangeState{Turn: e.Turn, Asked: e.Asked}
	if len(e.Answered.Citations) > 0 {
		s.Answered = &e.Answered
		for _, c := range e.Answered.Citations {
			s.Places = append(s.Places, c.Section)
		}
	}
	return json.Marshal(s)
}

// UnmarshalJSON implements json.Unmarshaler.
func (e *Exchange) UnmarshalJSON(raw []byte) error {
	var s exchangeState
	if err := json.Unmarshal(raw, &s); err != nil {
		return err
	}
	*e = Exchange{Turn: s.Turn, Asked: s.Asked}
	if s.Answered != nil && len(s.Places) == len(s.Answered.Citations) {
		e.Answered = *s.Answered
		for i, section := range s.Places {
			e.Answered.Citations[i].Section = section
		}
	}
	return nil
}

func (t Conversation) encode() ([]byte, error) { return json.Marshal(state{stateForm, t}) }

// decode reads what encode wrote. What is of another form, which a program of another
// version wrote, is no conversation.
func decode(raw []byte) Conversation {
	var s state
	if json.Unmarshal(raw, &s) != nil || s.Form != stateForm {
		return Conversation{}
	}
	return s.Conversation
}
