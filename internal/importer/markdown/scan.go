package markdown

import (
	"slices"
	"strings"
)

// cutLine returns the first line of s, with its end, and what follows.
func cutLine(s string) (string, string) {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return s[:n+1], s[n+1:]
	}
	return s, ""
}

// depth returns how many lists and quotations a line opens within each other. A
// rule across the page opens none, whatever its length.
func depth(line string) int {
	n := 0
	if strings.Trim(line, "-* \t\r\n") == "" {
		return n
	}
	for {
		line = strings.TrimLeft(line, " \t")
		size := marker(line)
		if strings.HasPrefix(line, ">") {
			size = 1
		}
		if size == 0 {
			return n
		}
		line = line[size:]
		n++
	}
}

// A nesting is the columns of the lines that have opened lists within each other, each as
// often as it has opened one.
type nesting []int

// add takes a line and returns how many lists are open behind it, at most: one that stands
// further in than another is within it.
func (n *nesting) add(line string) int {
	column, rest := 0, line
	for ; rest != ""; rest = rest[1:] {
		if rest[0] == '\t' {
			column += 4 - column%4
		} else if rest[0] == ' ' || rest[0] == '>' {
			column++
		} else {
			break
		}
	}
	opens := depth(rest)
	if opens == 0 {
		return len(*n)
	}
	for len(*n) > 0 && (*n)[len(*n)-1] >= column {
		*n = (*n)[:len(*n)-1]
	}
	*n = append(*n, slices.Repeat([]int{column}, opens)...)
	return len(*n)
}

// marker returns the length of the mark that begins a point of a list, such as
// "-" or "12.", 0 if there is none.
func marker(line string) int {
	i := 0
	for i < len(line) && i < 10 && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	switch {
	case i == len(line), i == 10:
		return 0
	case i > 0 && line[i] != '.' && line[i] != ')':
		return 0
	case i == 0 && strings.IndexByte("-+*", line[0]) < 0:
		return 0
	}
	if i++; i < len(line) && strings.IndexByte(" \t\r\n", line[i]) < 0 {
		return 0
	}
	return i
}

// marks counts the characters that the parser may try against each other.
func marks(s string) int {
	n := 0
	for i := range len(s) {
		switch s[i] {
		case '[', ']', '*', '_', '~':
			n++
		}
	}
	return n
}

// oneBlock reports whether a line by itself is, or holds, what the parser reads
// in one go: a heading, or the cells of a row.
func oneBlock(line string) bool {
	line = strings.TrimLeft(line, " \t>-+*")
	return strings.HasPrefix(line, "#") || strings.Contains(line, "|")
}

// defines reports a line that says where a link of a name leads to.
func defines(line string) bool {
	line = strings.TrimLeft(line, " ")
	return strings.HasPrefix(line, "[") && !strings.HasPrefix(line, "[^") && strings.Contains(line, "]:")
}
