package listing

import (
	"slices"

	"pincite/internal/question/grammar"
	"pincite/internal/question/phrase"
	"pincite/internal/question/prose"
	"pincite/internal/text/words"
)

// What a wish for a list says, in bits: the values of the patterns of lists.
const (
	listAll     = 1 << iota // all of it: "mentions of"
	listEvery               // that all places are wanted: "where", "every"
	listMention             // of words that they are there: "mentioned"
	listSay                 // the same, and other things as well: "says"
	listUpon                // that they are a subject: "about"
	listNot                 // that what is said is not so
	listLack                // that they are not there: "says nothing about"
	listPiece               // a piece of text: "sentence"
	listFind                // to look for them
	listWord                // that what follows is a word: "the term"
	listMeaning             // that the meaning is asked for
	listOccur               // that something happens, or that a word is there
	_                       // nothing
	listWhich               // that one place is asked for: "in which section"
)

// A Listing is a message read as a wish for all places of some words. Nothing holds the
// order of the rest: what a frame of known words leaves over is what is looked for.
type Listing struct {
	said     int            // bits
	Frame    []phrase.Token // the words around what is looked for
	levels   bool           // there is a level in the plural among them
	named    bool           // what is looked for is quoted, or called a word
	titled   bool           // so are words of a title
	From, To int            // what is looked for, in bytes
	words    int            // how many words that are
	asks     bool           // a word of the frame asks
	broken   bool           // it is in more pieces than one, or something else is asked
}

// has reports whether one of the bits is said.
func (l *Listing) has(bits int) bool { return l.said&bits != 0 }

// add takes words of the frame that say what bit is for.
func (l *Listing) add(words []phrase.Token, bit int) {
	l.said |= bit
	for i := range words {
		l.levels = l.levels || words[i].Level != 0 && words[i].Plural
		l.asks = l.asks || grammar.In(&words[i], grammar.Ask)
	}
	l.Frame = append(l.Frame, words...)
}

// look takes a word that is looked for.
func (l *Listing) look(w *phrase.Token) {
	if l.words == 0 {
		l.From = w.Start
	}
	l.To = w.End
	l.words++
}

// Sure reports whether l can hardly be anything but a wish for a list.
func (l *Listing) Sure() bool {
	every := l.levels || l.has(listEvery)
	switch {
	case l.words == 0 || l.broken || l.has(listMeaning):
		return false
	case l.named:
		return (every || l.has(listPiece)) && l.has(listWord|listMention|listSay|listOccur) || every && !l.titled && (l.levels && l.has(listEvery) || l.has(listPiece)) || l.has(listAll|listFind)
	}
	return l.has(listAll) || every && l.has(listMention|listLack) || l.levels && l.has(listOccur)
}

// The most words that are looked for where it is only likely that they are, and behind
// no more than a verb.
const (
	maxLikely = 5
	maxFound  = 2
)

// Likely reports whether l may be a wish for a list.
func (l *Listing) Likely() bool {
	if l.words == 0 || l.broken || l.words > maxLikely || l.has(listMeaning) {
		return false
	}
	every := l.levels || l.has(listEvery)
	return (every || l.has(listWhich)) && l.has(listMention|listSay) || l.has(listEvery) && l.has(listPiece) || l.levels && l.has(listUpon) ||
		l.has(listFind) && !l.has(listUpon|listPiece) && !l.levels && !l.asks && l.words <= maxFound // not "where do I find the meter?"
}

// Read reads a message as a wish for a list: the words of body, with the sections named
// as one each, in a language. titled tells that what is named is a title. Slips in the
// frame are forgiven.
func Read(body string, row []phrase.Token, language string, titled bool) Listing {
	r := reader{body: body, language: language, titled: titled}
	l := r.read(row)
	if !l.Sure() && !l.Likely() {
		if respelt := grammar.Respelt(row, grammar.SlipMentions); respelt != nil {
			l = r.read(respelt)
		}
	}
	return l
}

// Pieces reports whether every piece of text is wanted that has what is looked for.
func (l *Listing) Pieces() bool { return l.has(listEvery) && l.has(listPiece) }

// Without reports whether those are wanted that do not have it.
func (l *Listing) Without() bool { return l.has(listNot | listLack) }

// Which reports whether the one section is asked for that speaks of what is looked for.
func (l *Listing) Which() bool { return l.has(listWhich) }

// OfLevel reports whether sections are wanted that are called by their level and speak of
// what is looked for, which nothing but a list answers.
func (l *Listing) OfLevel() bool { return l.levels && l.has(listSay|listUpon) }

// A reader reads one message.
type reader struct {
	body, language string
	titled         bool
}

func (r *reader) read(row []phrase.Token) (l Listing) {
	var start, end int // bytes of what is named
	_, start, end, l.named = prose.Quotation(r.body)
	l.titled = r.titled
	parted, asks := false, false // whether words of the frame stand behind what is looked for; whether it is asked who, or why
	behind := -1                 // the word behind the verb that says that something is mentioned
	for i := 0; i < len(row); i++ {
		w := &row[i]
		m, pat := grammar.All().Set("list").Longest(row, i)
		switch {
		case l.named && w.End > start && w.Start < end:
			l.look(w)
		case pat != nil:
			if pat.Value == allValue {
				l.words, l.broken, parted = 0, asks, false // what was told before is not looked for
			}
			l.add(row[i:m.End], 1<<(pat.Value-1))
			if 1<<(pat.Value-1)&(listMention|listLack) != 0 {
				behind = m.End
			}
			i, parted = m.End-1, parted || l.words > 0 && pat.Value != frameValue
			if pat.Value == wordValue && !l.named {
				start, end, l.named = r.wordBehind(row, i)
			}
		case grammar.In(w, grammar.Ask) && w.Level == 0 && !l.named:
			l.broken, asks = true, true
		case behind >= 0 && !parted && partOf(row, i, i == behind, &l):
			l.look(w)
		case r.frames(w) && !(!l.named && grammar.Lists(grammar.GenreName, w.Fold) && l.words > 0 && l.To == row[i-1].End): // "the party constitution"
			l.add(row[i:i+1], 0)
		case !l.named:
			l.broken = l.broken || parted
			l.look(w)
		}
		parted = parted || l.words > 0 && w.Stop
	}
	if l.words == 0 && behind >= 0 {
		lookAtAll(row[behind:], &l)
	}
	return l
}

// partOf reports whether character i, which says nothing by itself, is one of a Chinese word
// that is mentioned: 河会, 会议. It ends what is looked for, or is first behind the verb.
func partOf(row []phrase.Token, i int, first bool, l *Listing) bool {
	w := &row[i]
	empty := func(w *phrase.Token) bool { return words.Function("zh").Has(w.Fold) }
	if !w.Han() || w.Level != 0 || !empty(w) || words.Particles("zh").Has(w.Fold) {
		return false
	}
	last := i+1 == len(row) || w.Stop
	if first {
		return !last && row[i+1].Han() && row[i+1].Level == 0 && !empty(&row[i+1])
	}
	return l.words > 0 && l.To == w.Start && (last || words.Particles("zh").Has(row[i+1].Fold))
}

// lookAtAll takes a verb that is mentioned though it only helps to ask elsewhere: "which
// rules mention may?".
func lookAtAll(row []phrase.Token, l *Listing) {
	if slices.ContainsFunc(row, func(w phrase.Token) bool {
		return w.Ref || w.Han() || !grammar.In(&w, grammar.Auxiliary) || grammar.In(&w, grammar.Polite)
	}) {
		return
	}
	for i := range row {
		l.look(&row[i])
	}
}

// The values of the patterns for the whole of a wish, for what is called a word, and for
// what says nothing.
const (
	allValue   = 1
	wordValue  = 10
	frameValue = 13
)

// Says reports how many words from word i on say that something stands somewhere: "is it
// written", "does it mention"; 0 if they do not.
func Says(words []phrase.Token, i int) int {
	m, pat := grammar.All().Set("list").Longest(words, i)
	if pat == nil || 1<<(pat.Value-1)&(listMention|listSay) == 0 {
		return 0
	}
	return m.Len()
}

// wordBehind returns where the words stand that word i says are such.
func (r *reader) wordBehind(row []phrase.Token, i int) (start, end int, ok bool) {
	for j := i + 1; j < len(row) && !row[j-1].Stop && !row[j].Glued; j++ {
		if _, pat := grammar.All().Set("list").Longest(row, j); pat != nil || !ok && r.frames(&row[j]) || ok && grammar.Only(row[j:], grammar.Polite|grammar.Thanks, nil) {
			break
		}
		if !ok {
			start = row[j].Start
		}
		end, ok = row[j].End, true
	}
	return start, end, ok
}

// frames reports whether w says nothing in a wish for a list.
func (r *reader) frames(w *phrase.Token) bool {
	if w.Han() {
		return w.Level != 0 || grammar.In(w, grammar.Within|grammar.Polite|grammar.Thanks) || words.Function("zh").Has(w.Fold)
	}
	return w.Level != 0 || w.Ref || w.Hiragana() || grammar.Lists(grammar.GenreName, w.Fold) ||
		grammar.In(w, grammar.Frame|grammar.Article|grammar.Within|grammar.Polite|grammar.Connective|grammar.Auxiliary|grammar.ThirdPerson|
			grammar.Document|grammar.Thanks|grammar.Greeting) || words.Function(r.language).Has(w.Fold)
}
