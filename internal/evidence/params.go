package evidence

// Params are the tuned numbers of finding and answering, in one place so that
// evaluation can vary them. Weights without a unit multiply a score. They were
// chosen by coordinate search on the question sets, keeping round values wherever
// the result did not change; doc.go has the ablation. Params are comparable.
type Params struct {
	// Sentence, Section and Expected weigh the fields of each class of passage
	// against each other. The words of the document count in full, and a finding
	// aid is as good as they are, except that titles, which repeat in every
	// sentence, count less.
	Sentence, Section Boosts
	Expected          float64 // an expected question

	// Tie is what the weaker fields of a word add: a word that occurs in the
	// text and in its gloss is a little surer than one in the text alone.
	Tie float64

	// Scale makes the weight of a word that occurs in one section only that of
	// a rare term under BM25, whose idf it replaces: a field's own idf calls a
	// word rare that the field happens to use once and the others often.
	Scale float64

	// How much a word says about the topic, 0 to 1.
	Everyday   float64 // one of the most common words of a language
	Self       float64 // a word that names the document or its sections, or a short number
	Everywhere float64 // a word that occurs in every section: enough to be found by, where nothing else was asked

	// The weight in coverage, 0 to 1, of a word that the document has nowhere.
	// An everyday verb says little about what is asked; a rare noun says that the
	// document does not speak of it.
	UnknownEveryday float64
	UnknownCommon   float64
	UnknownOther    float64 // of a language whose common words are not listed by rarity
	UnknownShort    float64 // an English one of up to three letters, most of them chat spelling
	UnknownPair     float64 // two Han characters, some of which belong to two words

	// What makes up the score of a section, beside its best sentence.
	Whole         float64 // the section as a whole
	Likest        float64 // the likest expected question, for its section
	LikestInPlace float64 // the likest expected question, for its sentence
	Second        float64 // the second-best sentence: two that fit are surer than one

	See      float64 // a word that a see-reference leads to
	Guess    float64 // what each edit takes from a misspelt word
	Foreign  float64 // finding aids in a language that shares the question's script
	Borrowed float64 // a word of the turn before, in a follow-up
	Unsaid   float64 // weight of what a follow-up leaves unsaid: 0.5 is half a telling word

	// SamePlace is what the section cited first in the turn before gains in a
	// follow-up, as a share of the best score.
	SamePlace float64

	// BriefBelow is the weight of a question's own words, each 0 to 1, below which
	// one that finds nothing is read as a follow-up though it does not look like
	// one ("who has to take one?").
	BriefBelow float64

	WantBonus float64 // what a sentence gains that can hold the kind of answer asked for, as a share of the best one's score
	Together  float64 // share of the best sentence's score from which a neighbour is quoted with it
	MinShare  float64 // share of the first section's score that a further citation needs
	HalfScore float64 // section score that a citation shows as 0.5

	// Strength of the evidence is sqrt(score) * (Base + coverage), where coverage,
	// 0 to 1, is the mean of that in the section and in its best sentence. Score
	// alone favours long questions, which gather evidence by accident, and
	// coverage alone short ones. Of a dozen forms this one told the questions that
	// have an answer from those that have none best; a logistic regression over
	// twelve features did no better.
	Base float64

	// AnswerAt is the strength that makes an answer: about one question in fifty
	// that has an answer falls below it. In a language other than the document's,
	// AnswerAtAbroad: less evidence can be had, since only finding aids are in it.
	AnswerAt, AnswerAtAbroad float64

	// ShowAt is the coverage below which weak evidence is not shown.
	ShowAt float64
}

// Boosts weigh the fields of a passage.
type Boosts struct {
	Body     float64 // the document's words
	Title    float64 // the heading of the section
	Gloss    float64 // what a sentence says, in plain words
	Terms    float64 // other words for it
	Headings float64 // index headings of a section
}

// DefaultParams returns the numbers that the program is shipped with.
func DefaultParams() Params {
	return Params{
		Sentence: Boosts{Body: 1, Title: 0.4, Gloss: 0.8, Terms: 1},
		Section:  Boosts{Body: 0.7, Title: 1, Gloss: 0.6, Terms: 0.7, Headings: 1},
		Expected: 1,
		Tie:      0.4, Scale: 4,
		Everyday: 0.7, Self: 0.2, Everywhere: 0.05,
		UnknownEveryday: 0.5, UnknownCommon: 0.8, UnknownOther: 0.6, UnknownShort: 0.2, UnknownPair: 0.45,
		Whole: 0.5, Likest: 1, LikestInPlace: 0.5, Second: 0.15,
		See: 0.6, Guess: 0.25, Foreign: 0.5, Borrowed: 0.4, Unsaid: 0.5,
		SamePlace: 0.35, BriefBelow: 1,
		WantBonus: 0.1, Together: 0.75, MinShare: 0.3, HalfScore: 8,
		Base: 0.2, AnswerAt: 2.2, AnswerAtAbroad: 1.8, ShowAt: 0.35,
	}
}

// boost weighs a field.
func (p *Params) boost(f field) float64 {
	b := &p.Sentence
	switch f.class {
	case classQuestion:
		return p.Expected
	case classSection:
		b = &p.Section
	}
	switch f.role {
	case roleTitle:
		return b.Title
	case roleGloss:
		return b.Gloss
	case roleTerms:
		return b.Terms
	case roleHeads:
		return b.Headings
	}
	return b.Body
}
