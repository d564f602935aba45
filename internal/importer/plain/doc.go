// Package plain reads plain text, whose format tells nothing but its pages: one
// block of kind Text, or one a page where form feeds separate pages. The
// structure is inferred from the lines elsewhere.
package plain
