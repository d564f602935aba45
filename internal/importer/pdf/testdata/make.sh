#!/bin/sh
# Makes the PDF files of this folder with LibreOffice (libreoffice-writer), from
# the Word documents and sources of package docx, and qpdf for the encrypted one.
set -eu
cd "$(dirname "$0")"
docx=$PWD/../../docx/testdata
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && python3 "$docx/source/make_flat.py")
bookmarks='pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
libreoffice --headless --convert-to "$bookmarks" --outdir . "$docx"/handbook.docx "$docx"/statute-ru.docx "$docx"/regulation-ar.docx "$work"/law.fodt >/dev/null
plain='pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"false"},"UseTaggedPDF":{"type":"boolean","value":"false"}}'
libreoffice --headless --convert-to "$plain" --outdir . "$docx"/reglamento-es.docx "$work"/bylaws.fodt "$work"/rules-zh.fodt "$work"/paper.fodt >/dev/null
qpdf --encrypt secret secret 256 -- bylaws.pdf encrypted.pdf
