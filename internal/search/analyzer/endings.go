package analyzer

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// An ending leaves at least three letters of a word, a long one four: of fewer, words that
// have nothing in common become one.
const (
	leastStem  = 3
	longEnding = 3
)

// endings takes the longest of some endings off a word, those of its declension and its
// conjugation, for languages that bleve has no stemmer of. What is left of two forms of a
// word is mostly the same, which is all that is wanted of it. In Polish, bleve's own
// stemmer (a table of 2.2 MB) leaves "ciszyć" of "ciszę" beside "cisza".
func endings(list string) termFilter {
	all := strings.Fields(list)
	slices.SortStableFunc(all, func(x, y string) int { return cmp.Compare(len(y), len(x)) })
	return func(term []byte) []byte {
		word := string(term)
		for _, e := range all {
			if stem, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(stem) >= leastStem+min(1, utf8.RuneCountInString(e)/longEnding) {
				return []byte(stem)
			}
		}
		return term
	}
}

// The endings of languages, of nouns and adjectives, then of verbs and of the nouns made
// of them. People leave accents out: Czech and Greek are cut when they are without any, and
// Polish has the endings in both spellings where that is no part of another word, as "ic" of
// "ić" is of "granic".
const (
	polishEndings = `
		owie owi ami iami ach iach om iom ów ow em iem ie ią ię ii ą ę a e i y o u ego iego emu iemu ej iej ych ich ym im ymi imi
		iwać iwac iwanie iwania ować owac owanie owania owaniu owaniem owana owany owane uje ują ać ać iać ieć eć ić yć anie iania iane iany iana ania aniu aniem
		enie ienie enia ienia eniu ieniu eniem ieniem ony ona one iony iona ione any ana ane ano ono iono ał ała ało ali ały ił iła iło ili iły ają amy
		acie asz am ia iają`
	czechEndings = `
		atech atum ami emi imi ech ach ich eho emu ata aty ych ama ove ovi ymi em im um am ym mi ou a e i o u y
		ovat ovani uje uji oval ovala ovali ovan ovana ovano ovany it at et eni ani en il al ila ala ilo alo ili ali ily aly`
	ukrainianEndings = `
		ами ями ові еві єві ого ього ому ьому ими іми ів їв ах ях ам ям ом ем єм ій ою ею єю их іх им ім ої а я у ю о е є и і ї ь й
		ти ть тися ться ати яти ити іти ає яє ують юють ють уть ять ать ує ює увати ювати ання яння ення іння анням енням ав яв ив
		ала яла ила али яли или ано ено ується юється`
	bulgarianEndings = `
		ите ове овете ият ията ието иите ята ето ата ът ят та то те ия ии а я о е и
		ва ват вам ваме ване ването ение ението ания ане ането ени ен ена ено ат ят ем им ил ила или ал ала али`
	greekEndings = `
		ους ων ες ας ος ου οι ης ις εις εως εων ια ιας ιου ιων ιο ατα ατος ατων α η ο ι ε ω υ
		ει εις ουν ουμε ετε εται ονται ω ησε ησει ησουν ηση ησης ωση ωσης`
)
