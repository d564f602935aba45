package grammar

import (
	"slices"
	"strings"

	"pincite/internal/question/phrase"
)

// A beside is the word that a typed form is read as beside others alone, where it means
// something else in another language or place: Turkish "on", Vietnamese "năm".
type beside struct {
	word   string
	behind bool // the others stand before it
	others []string
}

// neighbours reads the words of a section of spellings that stands "behind" or "before" them.
func (s section) neighbours() (beside, bool) {
	if words, ok := strings.CutPrefix(s.intent, "behind "); ok {
		return beside{behind: true, others: strings.Split(words, "|")}, true
	}
	words, ok := strings.CutPrefix(s.intent, "before ")
	if !ok || words == "a word" || words == "a number" {
		return beside{}, false
	}
	return beside{others: strings.Split(words, "|")}, true
}

// addBeside reads lines like "bir = 1" of a section of spellings with neighbours.
func (g *Grammar) addBeside(typed, word string, b beside) {
	b.word = word
	for t := range strings.SplitSeq(typed, "|") {
		g.besides[t] = append(g.besides[t], b)
	}
}

// besideOthers returns what token i is read as where it stands.
func (g *Grammar) besideOthers(tokens []phrase.Token, i int) (string, bool) {
	t := &tokens[i]
	forms := g.besides[t.Fold]
	if typed := strings.ToLower(t.Raw); typed != t.Fold { // what only the accents tell from others
		forms = append(slices.Clip(forms), g.besides[typed]...)
	}
	for _, b := range forms {
		at := i + 1
		if b.behind {
			at = i - 1
		}
		if at >= 0 && at < len(tokens) && slices.Contains(b.others, tokens[at].Fold) {
			return b.word, true
		}
	}
	return "", false
}
