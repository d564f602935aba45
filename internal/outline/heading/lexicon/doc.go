// Package lexicon has what headings are made of: the words that name levels, with their
// place among others (units.txt), and the numbers behind them, as headings spell them in
// digits, letters and words of many languages (ordinals.txt, cardinals.txt). It reads
// words; package heading reads lines.
package lexicon
