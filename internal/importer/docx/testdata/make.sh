#!/bin/sh
# Makes the Word documents of this folder from the sources in source/, with
# pandoc and LibreOffice (packages pandoc and libreoffice-writer).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for f in source/*.md; do
	pandoc "$f" -o "$(basename "$f" .md).docx"
done
(cd "$work" && python3 "$OLDPWD/source/make_flat.py")
libreoffice --headless --convert-to docx --outdir . "$work"/law.fodt "$work"/bylaws.fodt "$work"/rules-zh.fodt >/dev/null
