// Package numeral reads written numbers: digits of any script, Chinese and Roman numerals,
// and number words of English, Russian and Spanish, ordinals and slips among them.
//
// [Read] takes words as they were typed, which package text has cleaned.
package numeral
