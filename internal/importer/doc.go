// Package importer turns a plain text into a document.
package importer
