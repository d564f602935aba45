package docx

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Limits on one element below the root of a part, and on all of them.
const (
	maxDepth    = 256
	maxNodes    = 3_000_000
	maxElements = 5_000_000 // a second for each million
)

// A node is an element, by its local name: strict and transitional files differ
// in their name spaces alone.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []*node
	text  string // of the element itself
}

// kept lists what is read of elements that hold properties. Most of them are
// about looks, and they are most of a file.
var kept = map[string]string{
	"rPr":  " b vanish rStyle del ins moveFrom ",
	"pPr":  " pStyle numPr outlineLvl rPr sectPr ",
	"tcPr": " gridSpan vMerge hMerge cellDel ",
	"trPr": " tblHeader del hidden gridBefore ",
}

// attr returns the attribute with that local name; "" where there is none.
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// child returns the first child with that name; nil where there is none.
func (n *node) child(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// val returns the value of the child with that name.
func (n *node) val(name string) string { return n.child(name).attr("val") }

// on reports whether a property is there and not switched off, and whether it is
// there at all.
func (n *node) on(name string) (on, said bool) {
	k := n.child(name)
	if k == nil {
		return false, false
	}
	switch strings.ToLower(k.attr("val")) {
	case "0", "false", "off":
		return false, true
	}
	return true, true
}

// eachElement calls visit with each element below the root of an XML text, and
// below its body if it has one; only one of them is held at a time. It is an error if
// there are more than most of them, all counted.
func eachElement(r io.Reader, most int, visit func(*node) error) error {
	d := xml.NewDecoder(r)
	depth, all := 0, 0
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth == 0 || depth == 1 && t.Name.Local == "body" {
				depth++
				continue
			}
			nodes := 0
			n, err := subtree(d, t, 1, &nodes)
			if err != nil {
				return err
			}
			if all += nodes; all > most {
				return fmt.Errorf("there are more than %d elements, as paragraphs are", most)
			}
			if err := visit(n); err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
	}
}

// subtree reads the element that begins with start.
func subtree(d *xml.Decoder, start xml.StartElement, depth int, nodes *int) (*node, error) {
	if *nodes++; *nodes > maxNodes {
		return nil, fmt.Errorf("one element holds more than %d others", maxNodes)
	}
	if depth > maxDepth {
		return nil, fmt.Errorf("elements are nested more than %d deep", maxDepth)
	}
	n := &node{name: start.Name.Local}
	var text []byte
	for _, a := range start.Attr {
		if !strings.HasPrefix(a.Name.Local, "rsid") && a.Name.Space != "xmlns" {
			n.attrs = append(n.attrs, a)
		}
	}
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if only, some := kept[n.name]; some && !strings.Contains(only, " "+t.Name.Local+" ") {
				if err := skip(d); err != nil {
					return nil, err
				}
				continue
			}
			k, err := subtree(d, t, depth+1, nodes)
			if err != nil {
				return nil, err
			}
			n.kids = append(n.kids, k)
		case xml.CharData:
			if len(n.kids) == 0 {
				text = append(text, t...)
			}
		case xml.EndElement:
			n.text = string(text)
			return n, nil
		}
	}
}

// skip reads to the end of the element that has begun. Unlike the decoder's own
// Skip it does not go down for ever.
func skip(d *xml.Decoder) error {
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return fmt.Errorf("elements are nested more than %d deep", maxDepth)
		}
	}
	return nil
}
