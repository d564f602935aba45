// Package evidencetest makes documents for the tests of the packages beside it. Only tests
// import it.
package evidencetest
