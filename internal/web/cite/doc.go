// Package cite writes a citation down in the notations that people paste: plain
// text, Markdown, HTML and BibTeX.
package cite
