package prose

import (
	"slices"
	"strings"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
)

// Topic returns words, which are some or all of those of body, without references and
// without the frame around them, as they were typed.
func Topic(body string, words []phrase.Token, all bool) string {
	hasRef := slices.ContainsFunc(words, func(w phrase.Token) bool { return w.Ref })
	from := skipFrames(words)
	to := dropFrames(words, from)
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
func skipFrames(words []phrase.Token) (from int) {
	for range 4 {
		m, pat := grammar.All().Set("lead").Longest(words, from)
		if pat == nil || m.End >= len(words) {
			break
		}
		from = m.End
	}
	return from
}

// dropFrames returns the end of words without the frames that end them.
func dropFrames(words []phrase.Token, from int) int {
	to := len(words)
	for range 3 {
		end := to
		for k := from + 1; k < to && end == to; k++ {
			if m, _ := grammar.All().Set("tail").Longest(words[:to], k); m.End == to {
				end = k
			}
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

// cut returns the body that words cover, but for the references among them.
func cut(body string, words []phrase.Token) string {
	var out []string
	for run := range Runs(words, func(w *phrase.Token) bool { return w.Ref }) {
		if last := len(run) - 1; run[last].Ref {
			run = run[:last]
		}
		if len(run) > 0 {
			out = append(out, strings.Fields(body[run[0].Start:run[len(run)-1].End])...)
		}
	}
	return strings.Join(out, " ")
}
