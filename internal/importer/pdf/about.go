package pdf

import (
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"pincite/internal/document"
	"pincite/internal/importer/pdf/pages"
)

// Limits on the file's own outline, which may run in circles.
const (
	maxBookmarks = 20_000
	maxLevel     = 16
)

// bookmarks returns the file's own outline, in order.
func (f *file) bookmarks() []pages.Bookmark {
	var out []pages.Bookmark
	f.below(nil, 1, &out)
	return out
}

// below collects the bookmarks below parent; nil stands for the top.
func (f *file) below(parent *references.FPDF_BOOKMARK, level int, out *[]pages.Bookmark) {
	if level > maxLevel {
		return
	}
	first, err := f.lib.FPDFBookmark_GetFirstChild(&requests.FPDFBookmark_GetFirstChild{Document: f.doc, Bookmark: parent})
	if err != nil {
		return
	}
	for b := first.Bookmark; b != nil && len(*out) < maxBookmarks; {
		title, err := f.lib.FPDFBookmark_GetTitle(&requests.FPDFBookmark_GetTitle{Bookmark: *b})
		if err != nil {
			return
		}
		*out = append(*out, pages.Bookmark{Title: title.Title, Level: level, Page: f.target(*b)})
		f.below(b, level+1, out)
		next, err := f.lib.FPDFBookmark_GetNextSibling(&requests.FPDFBookmark_GetNextSibling{Document: f.doc, Bookmark: *b})
		if err != nil {
			return
		}
		b = next.Bookmark
	}
}

// target returns the page that a bookmark leads to, from 1; 0 for none.
func (f *file) target(b references.FPDF_BOOKMARK) int {
	var dest *references.FPDF_DEST
	if d, err := f.lib.FPDFBookmark_GetDest(&requests.FPDFBookmark_GetDest{Document: f.doc, Bookmark: b}); err == nil {
		dest = d.Dest
	}
	if dest == nil {
		a, err := f.lib.FPDFBookmark_GetAction(&requests.FPDFBookmark_GetAction{Bookmark: b})
		if err != nil || a.Action == nil {
			return 0
		}
		if d, err := f.lib.FPDFAction_GetDest(&requests.FPDFAction_GetDest{Document: f.doc, Action: *a.Action}); err == nil {
			dest = d.Dest
		}
	}
	if dest == nil {
		return 0
	}
	page, err := f.lib.FPDFDest_GetDestPageIndex(&requests.FPDFDest_GetDestPageIndex{Document: f.doc, Dest: *dest})
	if err != nil {
		return 0
	}
	return page.Index + 1
}

// meta returns what the file says of itself. The days are those of the file,
// which are not always those of the text.
func (f *file) meta() document.Meta {
	tag := func(name string) string {
		v, err := f.lib.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: f.doc, Tag: name})
		if err != nil {
			return ""
		}
		return document.OneLine(strings.ToValidUTF8(v.Value, ""))
	}
	m := document.Meta{Title: tag("Title")}
	if l, err := f.lib.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: f.doc}); err == nil {
		m.Language = strings.TrimSpace(l.Language)
	}
	for _, d := range []struct{ name, tag string }{{"created", "CreationDate"}, {"modified", "ModDate"}} {
		if day, ok := dayOf(tag(d.tag)); ok {
			m.Dates = append(m.Dates, document.Date{Name: d.name, Day: day})
		}
	}
	return m
}

// dayOf reads the day of a date as PDF writes it: D:20240223110000+01'00'.
func dayOf(s string) (string, bool) {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return "", false
	}
	t, err := time.Parse("20060102", s[:8])
	return t.Format(time.DateOnly), err == nil
}
