package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

// empty is an element of XHTML that is closed where it opens.
var empty = regexp.MustCompile(`<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/>`)

// void are the elements of HTML that have no end.
var void = set(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param,
	atom.Source, atom.Track, atom.Wbr)

// expand gives the empty elements of XHTML an end tag. Read as HTML, "<title/>"
// would have the whole page for its title. A page is XHTML if it says that it is XML.
func expand(data string) string {
	if !strings.HasPrefix(strings.TrimLeft(data[:min(len(data), head)], " \t\r\n\ufeff"), "<?xml") {
		return data
	}
	return empty.ReplaceAllStringFunc(data, func(tag string) string {
		m := empty.FindStringSubmatch(tag)
		if name := strings.ToLower(m[1]); void[atom.Lookup([]byte(name))] {
			return tag
		}
		return "<" + m[1] + m[2] + "></" + m[1] + ">"
	})
}
