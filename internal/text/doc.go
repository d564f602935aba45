// Package text knows about written language and nothing about documents:
// cleaning what people type, folding words for comparison, telling English,
// Chinese, Russian and Spanish apart, and finding sentences.
//
// Everything is a pure function over strings. [Clean] comes first: the other
// functions take text that it has passed. [Fold] and [Simplified] make forms
// for matching, never for display.
//
// Outside dependency: golang.org/x/text/unicode/norm, for Unicode normalisation,
// which the standard library lacks.
package text
