#!/bin/sh
# Makes the other formats of the documents of this folder and of the sources of the Word
# documents, with pandoc and LibreOffice (Debian packages pandoc and libreoffice-writer).
set -eu
cd "$(dirname "$0")"
source=../../../importer/docx/testdata/source
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
page="-s -M document-css=false" # a page without the style sheet, which says nothing of the outline
pandoc $page "$source/handbook.md" -o handbook.html # without numbers, plain text shows no levels
for name in statute-ru reglamento-es; do
	pandoc $page "$source/$name.md" -o "$name.html"
	pandoc -s "$source/$name.md" -t plain --columns=72 -o "$name.txt"
	pandoc "$source/$name.md" -o "$name.epub"
done
pandoc $page "$source/regulation-ar.md" -o regulation-ar.html
pandoc "$source/regulation-ar.md" -o regulation-ar.epub
for name in law bylaws rules-zh specification faq rulebook; do # what has numbers has them in its words
	title=$(sed -n 's/^# //p' "$name.md")
	language=en
	[ "$name" != rules-zh ] || language=zh
	set -- -f gfm --metadata "title=$title" --metadata "lang=$language" --shift-heading-level-by=-1
	pandoc "$@" $page "$name.md" -o "$name.html"
	pandoc "$@" "$name.md" -o "$name.epub"
	[ "$name" = faq ] || pandoc "$@" -s "$name.md" -t plain --columns=72 -o "$name.txt"
	pandoc "$@" "$name.md" -o "$name.docx"
	libreoffice --headless --convert-to pdf --outdir "$work" "$name.docx" >/dev/null
	mv "$work/$name.pdf" .
done
