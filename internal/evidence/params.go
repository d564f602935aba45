package evidence

import "pincite/internal/evidence/passages"

// Params are the tuned numbers of finding and answering, in one place so that
// evaluation can vary them. Weights without a unit multiply a score. They were
// chosen by coordinate search on the documents of the evaluation, keeping round
// values wherever the result did not change; doc.go has the ablation. Params are
// comparable.
type Params struct {
	// Boosts of the fields of a sentence, relative to its own words.
	Title float64 // the heading that it comes under
	Path  float64 // the headings above that one
	Lead  float64 // what it cannot be read without: the lead-in of a list, the heading row of a table
	Gloss float64 // what it says, in plain words
	Terms float64 // other words for it
	Index float64 // index headings of its section

	// K1 and B are those of BM25. Sentences differ little in length, so that B is
	// lower than for whole texts.
	K1, B float64

	// Tie is what the weaker fields of a word add: a word that occurs in the
	// text and in its gloss is a little surer than one in the text alone.
	Tie float64

	Everyday  float64 // how much one of the most common words of a language says about the topic, 0 to 1
	Asking    float64 // how much a word that only asks counts in the ranking, 0 to 1
	Supposed  float64 // how much a number that the document does not have says about the topic
	Told      float64 // the same for a word of a sentence that tells, beside one that asks
	Naming    float64 // the same for a word that names the document
	Pair      float64 // weight of an unknown pair of Han characters, some of which belong to two words
	Character float64 // how far a Han character of a text meets a pair with it that the text has not, for the confidence
	Ending    float64 // how much a Han character with a Japanese ending tells, 0 to 1

	Expected        float64 // the closest expected question, for its section
	ExpectedInPlace float64 // the closest expected question, for its sentence
	Uncovered       float64 // share of its score that a sentence keeps that meets nothing of the question
	Kind            float64 // what a sentence gains that has the kind of thing asked for, as a share of its score
	Beginning       float64 // the same, where a kind is asked for or a thing only named, for one that begins with a word of the question that tells all
	Defining        float64 // the same, where a definition is asked for or a thing only named, for one that begins with that
	HeadingOnly     float64 // share of its score that a heading without text of its own keeps, and the title of the document
	Note            float64 // the same for a sentence of a note (when a section was amended, a footnote) or the heading row of a long table

	See      float64 // a word that a see-reference leads to
	Kin      float64 // a word of the text that begins alike
	KinShare float64 // share of both words that must begin alike, 0 to 1
	Near     float64 // a word that means nearly the same, for one that the text has not
	NearStep float64 // how much of that is left at each step up or down in meaning, 0 to 1
	Guess    float64 // what each edit takes from a misspelt word
	Borrowed float64 // a word of the turn before, in a follow-up
	Unsaid   float64 // weight of what a follow-up leaves unsaid: 0.5 is half a telling word

	// SamePlace is what the section cited first in the turn before gains in a
	// follow-up, as a share of the best score.
	SamePlace float64

	// BriefBelow is the weight of a question's own words, each 0 to 1, below which
	// one is also read as a follow-up though it does not look like one ("who has to
	// take one?").
	BriefBelow float64

	// AsksFrom is the weight of the words of the sentences that ask, each 0 to 1, from
	// which they are also searched for without those that only tell.
	AsksFrom float64

	Together  float64 // share of the best sentence's score from which a neighbour is quoted with it
	MinShare  float64 // share of the first section's score that a further citation needs
	HalfScore float64 // section score that a citation shows as 0.5

	AnswerAt float64 // confidence that makes an answer
	ShowAt   float64 // confidence below which nothing is shown, where the text does not have a word of the question
}

// DefaultParams returns the numbers that the program is shipped with.
func DefaultParams() Params {
	return Params{
		Title: 1.3, Path: 0.4, Lead: 0.3, Gloss: 0.8, Terms: 0.7, Index: 0.8,
		K1: 0.8, B: 0.3, Tie: 0.4,
		Everyday: 0.8, Asking: 0.6, Told: 0.2, Supposed: 0.1, Naming: 0.1, Pair: 0.5, Character: 0.3, Ending: 0.1,
		Expected: 0.5, ExpectedInPlace: 0.75, Uncovered: 0.1, Kind: 0.4, Beginning: 0.4, Defining: 0.5, HeadingOnly: 0.5, Note: 0.8,
		See: 0.3, Kin: 0.5, KinShare: 0.6, Near: 0.5, NearStep: 0.6, Guess: 0.25, Borrowed: 0.4, Unsaid: 0.5,
		SamePlace: 0.35, BriefBelow: 2, AsksFrom: 1,
		Together: 0.75, MinShare: 0.3, HalfScore: 5,
		AnswerAt: 0.6, ShowAt: 0.015,
	}
}

// mostForKind is the most that the score of a sentence is multiplied by for the kind of
// thing that it has.
func (p *Params) mostForKind() float64 { return 1 + p.Kind + p.Beginning + p.Defining }

// boost weighs a field.
func (p *Params) boost(f passages.Field) float64 {
	switch f {
	case passages.SentenceTitle:
		return p.Title
	case passages.SentencePath:
		return p.Path
	case passages.SentenceLead:
		return p.Lead
	case passages.SentenceGloss:
		return p.Gloss
	case passages.SentenceTerms:
		return p.Terms
	case passages.SentenceIndex:
		return p.Index
	}
	return 1
}
