// Package locate finds what is named in a document: sections by designation, by
// place, by number within another, and pieces of their text: the second paragraph,
// point (b). It is asked with a [Ref], which is what somebody wrote, and answers in
// it: the sections, or what there is instead. It knows no language.
package locate
