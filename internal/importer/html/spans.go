package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blockStyle is a style that breaks the line around an element, and blockStyles that of a
// class in a style sheet.
var (
	blockStyle  = regexp.MustCompile(`(?i)\bdisplay\s*:\s*(?:block|flex|grid|list-item|table)(?:[^\w-]|$)`)
	blockStyles = regexp.MustCompile(`(?i)\.([\w-]+)\s*\{[^{}]*?\bdisplay\s*:\s*(?:block|flex|grid|list-item|table)(?:[^\w-]|$)`)
)

// The classes of Akoma Ntoso, the markup of statutes, as pages have it: prefix and element
// (OASIS LegalDocML 1.0). Its number is a word before what it numbers; the others named are
// those whose text is a paragraph.
const (
	statutePrefix = "akn-"
	statuteNumber = "num"
	statuteList   = "blockList"
)

var statuteBlocks = map[string]bool{"p": true, "listIntroduction": true, "listWrapUp": true, "intro": true, "wrapUp": true, "item": true,
	"point": true, "indent": true, "paragraph": true, "subparagraph": true, "subsection": true, "crossHeading": true, "heading": true,
	"subheading": true, "longTitle": true, "preamble": true, "recital": true, "block": true}

// breakSpans makes blocks of the spans that are such by their style, or by what statutes
// mark with them: a reader sees lines where the elements alone would run on.
func breakSpans(root *html.Node) {
	classes := map[string]bool{}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil {
			for _, m := range blockStyles.FindAllStringSubmatch(n.FirstChild.Data, -1) {
				classes[m[1]] = true
			}
		}
	}
	numbered := false // a number is open, whose text goes on in the same line
	var lists []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			numbered = numbered && (strings.TrimSpace(n.Data) == "" || statuteClass(n.Parent) == statuteNumber)
			continue
		}
		class := statuteClass(n)
		switch {
		case class == statuteNumber:
			numbered = true
			n.AppendChild(&html.Node{Type: html.TextNode, Data: " "})
		case class == statuteList:
			lists = append(lists, n)
		case n.DataAtom == atom.Span && (blockStyle.MatchString(attr(n, "style")) || inClasses(n, classes) || statuteBlocks[class] && !numbered):
			rename(n, atom.Div)
		}
	}
	for _, n := range lists {
		listOf(n)
	}
}

// listOf makes a list of a list of Akoma Ntoso: what leads into it stands before it, and
// what closes it behind.
func listOf(n *html.Node) {
	rename(n, atom.Ul)
	after := n.NextSibling
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch class := statuteClass(c); {
		case class == "item":
			rename(c, atom.Li)
		case class == "listIntroduction" && n.Parent != nil:
			n.RemoveChild(c)
			n.Parent.InsertBefore(c, n)
		case class == "listWrapUp" && n.Parent != nil:
			n.RemoveChild(c)
			n.Parent.InsertBefore(c, after)
		}
		c = next
	}
}

func rename(n *html.Node, to atom.Atom) { n.DataAtom, n.Data = to, to.String() }

// statuteClass returns the element of Akoma Ntoso that a class of n stands for, "" for none.
func statuteClass(n *html.Node) string {
	if n == nil || n.Type != html.ElementNode {
		return ""
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if name, ok := strings.CutPrefix(class, statutePrefix); ok {
			return name
		}
	}
	return ""
}

func inClasses(n *html.Node, classes map[string]bool) bool {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if classes[class] {
			return true
		}
	}
	return false
}
