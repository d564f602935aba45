// Package about reads questions about the document as a whole: its title, its dates, who
// issued it.
package about
