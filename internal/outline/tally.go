package outline

import "pincite/internal/outline/levels"

// A tally counts the forms of headings that are decided together.
type tally [formTitle + 1]int

// runIn reports that nearly all are headings with text behind them.
func (t *tally) runIn() bool {
	all := -t[formBare]
	for _, n := range t {
		all += n
	}
	return (t[formRunIn]+t[formGlued])*5 >= all*4
}

// titled reports that hardly any has text right behind its number: several headings stand
// on lines of their own, and the others have their text behind them.
func (t *tally) titled() bool {
	const several = 2
	return t[formAlone] >= several && t[formBody]*5 <= t[formBody]+t[formAlone]+t[formTitle]+t[formRunIn]+t[formGlued]
}

// A place is where headings of a level stand together.
type place struct {
	parent int
	level  *levels.Level
}

func add[K comparable](count map[K]*tally, k K, f form) {
	if count[k] == nil {
		count[k] = new(tally)
	}
	count[k][f]++
}

// runInPlaces returns the levels whose headings have text behind them in most of the
// sections above, and in several: there they are headings, though elsewhere in the text
// the same numbers stand before other lists.
func runInPlaces(below map[place]*tally) map[*levels.Level]bool {
	const several = 3
	run, all := map[*levels.Level]int{}, map[*levels.Level]int{}
	for at, t := range below {
		if all[at.level]++; t.runIn() && t[formRunIn] > 1 {
			run[at.level]++
		}
	}
	out := map[*levels.Level]bool{}
	for l, n := range run {
		out[l] = n >= several && n*2 > all[l]
	}
	return out
}
