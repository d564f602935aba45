#!/bin/sh
# Makes the pages, books and texts of this folder from the sources of the Word
# documents, with pandoc (Debian package of that name).
set -eu
cd "$(dirname "$0")"
source=../../../importer/docx/testdata/source
pandoc -s "$source/handbook.md" -o handbook.html # without numbers, plain text shows no levels
for name in statute-ru reglamento-es; do
	pandoc -s "$source/$name.md" -o "$name.html"
	pandoc -s "$source/$name.md" -t plain --columns=72 -o "$name.txt"
	pandoc "$source/$name.md" -o "$name.epub"
done
