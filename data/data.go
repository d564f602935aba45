// Package data holds the documents that come with the program, and the judged
// question sets that it is measured by.
package data

import "embed"

// Default is the folder in FS of the document that is asked about unless
// another one is named.
const Default = "opinions-2024"

// Questions is the folder in FS of the question sets.
const Questions = "questions"

// FS holds one folder for each document, and the question sets.
//
//go:embed opinions-2024/source.txt opinions-2024/*.yaml questions/*.jsonl
var FS embed.FS
