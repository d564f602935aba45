package layout

import "testing"

// TestBoldLines tells headings in bold type from lines of a form and from words that
// introduce others.
func TestBoldLines(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"Signature of the member: ________", "paragraph"},
		{"Bring with you:", "paragraph"},
		{"PENALTIES:", "heading 1"},
		{"Penalties", "heading 1"},
	} {
		sheet := new(sheetOf).text(70, 60, words(1), full, "ends by one.").put(200, 160, 11, true, c.line).text(70, 190, words(2), full, "ends by two.")
		expect(t, dump(t, nil, sheet), "paragraph p1: "+words(1)+" "+full+" ends by one.", c.want+" p1: "+c.line, "paragraph p1: "+words(2)+" "+full+" ends by two.")
	}
}
