package prose

import (
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
)

// Topic returns words, which are some or all of those of body, without references and
// without the frame around them, as they were typed.
func Topic(body string, words []phrase.Token, all bool) string {
	from, to := 0, len(words)
	hasRef := false
	for k := range words {
		hasRef = hasRef || words[k].Ref
	}
	from = skipFrames(words, from)
	to = dropFrames(words, from, to)
	if hasRef {
		from, to = trimRef(words, from, to)
	}
	if from >= to {
		from, to = 0, len(words)
	}
	if !hasRef && all && to-from == len(words) {
		return strings.Join(strings.Fields(strings.TrimRight(body, " ?？!！.。")), " ")
	}
	return cut(body, words[from:to])
}

// skipFrames returns the first word behind the frames that begin words. A
// frame that would leave nothing is not one.
func skipFrames(words []phrase.Token, from int) int {
	for n := 0; n < 4; n++ {
		m, pat := grammar.All().Set("lead").Longest(words, from)
		if pat == nil || m.End >= len(words) {
			break
		}
		if from = m.End; from >= len(words) {
			break
		}
	}
	return from
}

// dropFrames returns the end of words without the frames that end them.
func dropFrames(words []phrase.Token, from, to int) int {
	for n := 0; n < 3; n++ {
		end := to
		for k := from + 1; k < to && end == to; k++ {
			grammar.All().Set("tail").Each(words[:to], k, func(_ *phrase.Pattern, m phrase.Match) bool {
				if m.End == to {
					end = k
				}
				return end == to
			})
		}
		if end == to {
			break
		}
		to = end
	}
	return to
}

// trimRef drops words without content at both ends, where a reference stood in
// the question: "what does [measure 5] say about training", "in [part 2], who …".
func trimRef(words []phrase.Token, from, to int) (int, int) {
	bare := func(t *phrase.Token) bool {
		return t.Ref || grammar.In(t, grammar.Frame) && !grammar.In(t, grammar.Ask)
	}
	for from < to && (bare(&words[from]) || grammar.In(&words[from], grammar.Ask) && refWithin(words, from, to)) {
		from++
	}
	for to > from && bare(&words[to-1]) {
		to--
	}
	return from, to
}

// refWithin reports whether the frame that a question word opens reaches a
// reference: "what does [measure 5] say", not "who must attend [measure 5]".
func refWithin(words []phrase.Token, from, to int) bool {
	for k := from; k < to; k++ {
		if words[k].Ref {
			return true
		}
		if !grammar.In(&words[k], grammar.Frame|grammar.Ask) {
			return false
		}
	}
	return false
}

// cut returns the body that words cover, in pieces where a reference stands
// between them.
func cut(body string, words []phrase.Token) string {
	var b strings.Builder
	for k := 0; k < len(words); {
		if words[k].Ref {
			k++
			continue
		}
		end := k
		for end+1 < len(words) && !words[end+1].Ref {
			end++
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.Join(strings.Fields(body[words[k].Start:words[end].End]), " "))
		k = end + 1
	}
	return b.String()
}
