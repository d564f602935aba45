// Package question reads what a person typed: a reference to sections, a
// question about the outline or about the document itself, a wish for every
// mention of something, a step to the next section, small talk, or a search.
package question
