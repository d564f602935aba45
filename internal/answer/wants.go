package answer

import (
	"regexp"

	"pincite/internal/question"
)

// A signal recognises text that can hold one kind of answer. A question for a
// penalty is not answered by a passage that has none, however many of its other
// words the passage has.
type signal struct {
	want    question.Want
	pattern *regexp.Regexp // in text of the document's language
}

const (
	numberWord = `\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand`
	timeUnit   = `seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?`
)

// signals are those of English text, the only language in which the text of
// documents is examined so far; a question about another text is not held to them.
var signals = []signal{
	{question.WantDate, regexp.MustCompile(`(?i)\b(1[89]|20)\d\d\b|\b(january|february|march|april|june|july|august|september|october|november|december|(mon|tues|wednes|thurs|fri|satur|sun)day|morning|noon|evening|night|midnight|o'clock|century|spring|summer|autumn|winter)\b|\b\d{1,2}:\d\d\b`)},
	{question.WantDeadline, regexp.MustCompile(`(?i)\b(deadline|no later than|(by|before) the end of|by [A-Z]\w+ \d|by \d)|\bwithin (` + numberWord + `) (` + timeUnit + `)\b`)},
	{question.WantDuration, regexp.MustCompile(`(?i)\b(` + numberWord + `)[ -](` + timeUnit + `)\b`)},
	{question.WantHowOften, regexp.MustCompile(`(?i)\b(every|each|per) (` + timeUnit + `)\b|\b(daily|weekly|monthly|quarterly|yearly|annual(ly)?|once|twice|times a)\b`)},
	{question.WantHowMany, regexp.MustCompile(`(?i)\b(` + numberWord + `|first|second|third|both|several)\b`)},
	{question.WantAmount, regexp.MustCompile(`(?i)\d|%|\b(percent|per cent|yuan|dollars?|euros?|budgets?|funds?|funding|fees?|salary|salaries|subsid(y|ies))\b`)},
	{question.WantConsequence, regexp.MustCompile(`(?i)\b(accountab\w*|consequence\w*|punish\w*|penal\w*|sanction\w*|demot\w*|dismiss\w*|eliminated)\b`)},
	{question.WantAge, regexp.MustCompile(`(?i)\b(aged|years? old|age of \d|\d+ years of age|over the age)\b`)},
	{question.WantContact, regexp.MustCompile(`(?i)\b(phone|telephone|hotline|e-?mail|www|https?)\b`)},
	{question.WantCreation, regexp.MustCompile(`^$`)}, // a document makes nothing
	{question.WantPerson, regexp.MustCompile(`\b(General Secretary|Comrade|President|Chairman|Premier|Mr\.?|Ms\.?|Dr\.?) [A-Z]\w+`)},
}

// strict are the wants that a whole section must meet to be an answer:
// those that name a definite thing. A count, which nearly every section has, must
// be in what is quoted.
const (
	strict = question.WantDate | question.WantDeadline | question.WantDuration |
		question.WantAmount | question.WantPerson | question.WantHowOften |
		question.WantConsequence | question.WantContact | question.WantCreation | question.WantAge
	strictQuote = question.WantHowMany
)

// lacking returns the wants, of those asked, for which text has no signal.
func (a *Answerer) lacking(asked question.Want, text string) question.Want {
	if a.coll.Languages()[0] != "en" {
		return 0
	}
	var out question.Want
	for _, s := range signals {
		if asked.Has(s.want) && !s.pattern.MatchString(text) {
			out |= s.want
		}
	}
	return out
}

// A particular is a definite thing that questions name in so many words: a text
// that never speaks of it does not answer, even if it speaks of its kind.
type particular struct {
	want  question.Want
	asked *regexp.Regexp // in the question, any language
	told  *regexp.Regexp // in English text
}

var particulars = []particular{
	{question.WantSanction, regexp.MustCompile(`(?i)\b(fined|fines|(a|the|what|which|any|much|pay|heavy) fine)\b|罚款|штраф|\bmultas?\b`), regexp.MustCompile(`(?i)\bfine[ds]?\b`)},
	{question.WantSanction, regexp.MustCompile(`(?i)\b(penalt\w+|punish\w*|sanctions?|sanctioned)\b|处分|处罚|惩罚|наказан\w*|взыскани\w*|санкци\w*|\b(sanci[oó]n\w*|castig\w*|pena)\b`), regexp.MustCompile(`(?i)\b(penal\w*|punish\w*|sanction\w*)\b`)},
	{question.WantSanction, regexp.MustCompile(`(?i)\b(sacked|fired|dismissed|dismissal|expelled|expulsion|jail\w*|prison)\b|撤职|免职|开除|坐牢|уволен\w*|увольнен\w*|исключ\w* из|тюрьм\w*|\b(despid\w*|despedid\w*|expuls\w*|c[aá]rcel)\b`), regexp.MustCompile(`(?i)\b(dismiss\w*|expel\w*|expulsion|remov\w*|eliminated|prison|jail)\b`)},
	{question.WantAmount, regexp.MustCompile(`(?i)\b(quotas?|percentage|per ?cent|salar\w+|wages?|budgets?|pay rise|bonus\w*)\b|百分之|预算|经费|工资|奖金|процент\w*|бюджет\w*|зарплат\w*|\b(porcentaje|presupuesto|salario|sueldo)\b`), regexp.MustCompile(`(?i)\b(quota|percent|per cent|salar\w+|wages?|budget|bonus)\b|%`)},
}

// unnamed returns the kind of the first particular that is asked for and not told.
func (a *Answerer) unnamed(asked, text string) question.Want {
	if a.coll.Languages()[0] != "en" {
		return 0
	}
	for _, p := range particulars {
		if p.asked.MatchString(asked) && !p.told.MatchString(text) {
			return p.want
		}
	}
	return 0
}
