package draft

import (
	"iter"

	"pincite/internal/model"
)

// An Estimate says what a job may cost.
type Estimate struct {
	Sections  int // to be asked about, once for each language
	Unchanged int
	Calls     int
	Tokens    model.Usage // about
}

// What a reply is about, in tokens, as measured on replies of a large language model.
const (
	tokensOfReply    = 120 // beside the sentences
	tokensOfSentence = 65
	tokensOfCheck    = 40
)

// Estimate returns what Run would ask, and what that may cost.
func (j *Job) Estimate() (Estimate, error) {
	tasks, _, unchanged, err := j.plan()
	if err != nil {
		return Estimate{}, err
	}
	e := Estimate{Sections: len(tasks), Unchanged: unchanged}
	for _, t := range tasks {
		passes := j.Passes - t.done
		for _, u := range units(j.Document, t.section) {
			r := j.draftRequest(u, t.file.language, t.done+1, texts(t.existing))
			written := tokensOfReply + tokensOfSentence*len(u.lines)
			e.Calls += passes
			e.Tokens.Read += passes*(tokens(r.System)+tokens(r.User)) + written*passes*(passes-1)/2
			e.Tokens.Written += passes * written
		}
		e.Calls += passes
		e.Tokens.Read += passes * min(len(j.Document.Text), maxFoundBytes) / 4
		e.Tokens.Written += passes * tokensOfCheck
	}
	return e, nil
}

// A Prompt is what the model would be asked about a section, or a part of a long one.
type Prompt struct {
	Section, Language string
	model.Request
}

// Prompts returns the next prompt for each section that Run would ask about. Later
// ones depend on the replies.
func (j *Job) Prompts() (iter.Seq[Prompt], error) {
	tasks, _, _, err := j.plan()
	if err != nil {
		return nil, err
	}
	return func(yield func(Prompt) bool) {
		for _, t := range tasks {
			for _, u := range units(j.Document, t.section) {
				r := j.draftRequest(u, t.file.language, t.done+1, texts(t.existing))
				if !yield(Prompt{j.Document.Sections[t.section].ID, t.file.language, r}) {
					return
				}
			}
		}
	}, nil
}
