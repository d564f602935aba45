package confidence

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"sync"
)

// Features are what the probability is made of: how far the quoted sentence and its section
// meet the question. Shares weigh each word of the question by how telling it is, and are
// 0 to 1.
type Features struct {
	Text    float64 // share of the question that the sentence meets in the document's own words
	Any     float64 // share that it meets in any way, loosely related words included
	Section float64 // share that the section meets in its own words or by an aid that says the same

	SectionSquared float64 // Section squared: the last of the question's words say most

	Absent        float64 // weight of the heaviest word that the section does not meet, 0 to 1
	AbsentSection float64 // Absent times Section: it says less where little else is met
	Unknown       float64 // share of the question that the document and its aids do not have at all
	Name          float64 // 1 if a name or number of the question is not met by the section

	Few        float64 // 1 / the number of words that narrow the question, 1/2 for one
	UnknownFew float64 // Unknown times Few: in a long question an unknown word is one of many
	Start      float64 // where in the sentence the first of them stands, 0 at its beginning to 1
	Title      float64 // how much of the section's heading they are, 0 to 1

	Lead     float64 // by how much the section leads the second, 0 to 1
	Leads    float64 // Lead squared: a small lead says little
	Expected float64 // how like the question is to the closest expected one
	Open     float64 // by how much more alike is a question that is known to stay unanswered

	// What the question asks for, by groups of kinds (package sought) that are recognised about
	// as well: 1 if it is, and 1 if the quoted sentence has it.
	Number, HasNumber   float64 // a count, a sum, or a contact
	NearNumber          float64 // 1 / how many words a number stands from one that narrows the question, where one is asked for
	Timed, HasTimed     float64 // a date, a duration, a frequency, or an age
	Agent, HasAgent     float64 // who, in other words than the question's
	Named, HasNamed     float64 // which person it is, or what it is called, likewise
	Reason, HasReason   float64 // why
	Account, HasAccount float64 // how, what follows
	Other, HasOther     float64 // what is, which ones, may I
	Lacks               float64 // 1 if something is asked for and the sentence has none of it
	Unasked             float64 // Section, if no kind is asked for
	News                float64 // how much the sentence says beyond the question, unless yes or no is asked for
	Thing, HasThing     float64 // 1 if the question has a word for the thing asked for; how well the sentence meets it
	Counted, HasCounted float64 // 1 if it is asked how many there are of a thing; 1 if the sentence has a number right before its word
	Undefined           float64 // 1 if something is to be explained that aids say is only named
	Nearby              float64 // 1 if another sentence of the section has it then; not weighed, but told

	// With finding aids nearly every question is met by something, and what the
	// text itself says is a sign of another kind: questions that the document does not
	// answer repeat its words more than people's own words do.
	Aided, AidedText, AidedSection float64 // where there are aids: 1, Text, and Section

	Foreign float64 // 1 if the question is not in the document's language

	// What was said and shown before. What a follow-up leaves unsaid is taken on trust.
	Follow        float64 // 1 if it is read with the words and the section of the turn before
	Bare          float64 // how much of it is left unsaid then, 0 to 1
	Stays         float64 // 1 if it is answered by the section that was shown first then
	FollowText    float64 // how far the sentence meets the follow-up's own words in the document's
	FollowSection float64 // Section, of a follow-up
	Turn          float64 // 1 if there was a turn before that showed a section
	Apart         float64 // Few, if the section is neither that one nor right above or below it
}

// Names are the names of the features, in the order of [Features.Vector].
var Names = []string{
	"text", "any", "section", "section squared", "absent", "absent section", "unknown", "name",
	"few", "unknown few", "start", "title", "lead", "leads", "expected", "open", "number",
	"has number", "near number", "timed", "has timed", "agent", "has agent", "named", "has named",
	"reason", "has reason", "account", "has account", "other", "has other", "lacks", "unasked",
	"news", "thing", "has thing", "counted", "has counted", "undefined", "aided", "aided text",
	"aided section", "foreign", "follow", "bare", "stays", "follow text", "follow section", "turn", "apart",
}

// Vector returns the features in the order of [Names].
func (f Features) Vector() []float64 {
	return []float64{
		f.Text, f.Any, f.Section, f.SectionSquared, f.Absent, f.AbsentSection, f.Unknown, f.Name,
		f.Few, f.UnknownFew, f.Start, f.Title, f.Lead, f.Leads, f.Expected, f.Open, f.Number,
		f.HasNumber, f.NearNumber, f.Timed, f.HasTimed, f.Agent, f.HasAgent, f.Named, f.HasNamed,
		f.Reason, f.HasReason, f.Account, f.HasAccount, f.Other, f.HasOther, f.Lacks, f.Unasked,
		f.News, f.Thing, f.HasThing, f.Counted, f.HasCounted, f.Undefined, f.Aided, f.AidedText,
		f.AidedSection, f.Foreign, f.Follow, f.Bare, f.Stays, f.FollowText, f.FollowSection, f.Turn, f.Apart,
	}
}

// A Model is a logistic model over features.
type Model struct {
	Bias    float64            `json:"bias"`
	Weights map[string]float64 `json:"weights"` // by name of the feature
}

//go:embed fit.json
var fitted []byte

// Default returns the model that the program is shipped with.
var Default = sync.OnceValue(func() Model {
	var m Model
	if err := json.Unmarshal(fitted, &m); err != nil {
		panic(fmt.Sprintf("confidence: fit.json: %v", err)) // it is part of the program: a test reads it
	}
	return m
})

// Probability returns the probability that the quote answers, 0 to 1.
func (m Model) Probability(f Features) float64 {
	z := m.Bias
	for i, x := range f.Vector() {
		z += m.Weights[Names[i]] * x
	}
	return 1 / (1 + math.Exp(-z))
}
