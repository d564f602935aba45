// Package outlinetest is what the tests of outlines share: a printed form for
// golden files, and the rules that every outline keeps. Only tests import it.
package outlinetest
