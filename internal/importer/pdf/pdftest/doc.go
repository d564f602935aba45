// Package pdftest lets the tests of other packages read PDF files. Only tests import it.
package pdftest
