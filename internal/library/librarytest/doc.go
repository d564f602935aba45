// Package librarytest makes documents for the tests of other packages. Only tests import
// it.
package librarytest
