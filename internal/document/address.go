package document

import (
	"net/url"
	"strconv"
)

// PageBytes is how much text a page of the reader holds before the next one begins:
// some twenty printed pages, which load and lay out in well under a second.
const PageBytes = 40_000

// Long reports whether section i takes more than one page of the reader.
func (d *Document) Long(i int) bool { return d.Sections[i].Own.Len() > PageBytes }

// Address is [Address] of some sentences of section i.
func (d *Document) Address(i int, sentences [2]int) string {
	return Address(d.Name, d.Sections[i].ID, sentences, d.Long(i))
}

// Address returns the permanent address in the reader, without the host, of
// consecutive sentences of a section, the first and the last of them, from 1; or of
// the section as a whole, for none: "/d/opinions-2024/measure-2#s4".
//
// A browser finds one sentence of a page by that alone. What is behind the "#" never
// reaches the server, though: where the sentence may be on another page than the
// section's first, or there are several to mark, which needs a script otherwise, the
// query names them as well: "?s=3-4#s3-s4".
func Address(document, section string, sentences [2]int, long bool) string {
	to := "/d/" + url.PathEscape(document) + "/" + url.PathEscape(section)
	first, last := sentences[0], sentences[1]
	if first == 0 {
		return to
	}
	query := strconv.Itoa(first)
	fragment := "s" + query
	if last > first {
		query += "-" + strconv.Itoa(last)
		fragment += "-s" + strconv.Itoa(last)
	}
	if long || last > first {
		to += "?s=" + query
	}
	return to + "#" + fragment
}
