package model

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"
)

// Prompts are the templates of a file of prompts. Whoever changes a word of the file
// raises its version, the template of that name.
type Prompts struct {
	name string
	all  *template.Template
}

// NewPrompts parses a file of prompts. It panics where the file has a mistake, which
// is one of the program: prompts are part of it. name begins the message.
func NewPrompts(name, file string) *Prompts {
	all, err := template.New("").Parse(file)
	if err != nil {
		panic(fmt.Sprintf("%s: prompts: %v", name, err))
	}
	return &Prompts{name, all}
}

// Version returns the version that the file gives itself.
func (p *Prompts) Version() int {
	n, err := strconv.Atoi(p.Fill("version", nil))
	if err != nil {
		panic(p.name + ": prompts: the version is not a number")
	}
	return n
}

// Fill returns a prompt with its blanks filled. It panics on a name or a blank that
// is not there: every prompt is tested.
func (p *Prompts) Fill(prompt string, data any) string {
	var b strings.Builder
	if err := p.all.ExecuteTemplate(&b, prompt, data); err != nil {
		panic(fmt.Sprintf("%s: prompts: %v", p.name, err))
	}
	return b.String()
}

// JSON schemas of single values.
const (
	String  = `{"type":"string"}`
	Integer = `{"type":"integer"}`
)

// List returns the JSON schema of a list of a kind of values.
func List(items string) string { return `{"type":"array","items":` + items + `}` }

// Object returns the JSON schema of an object with those fields and no others: pairs
// of a name and a schema.
func Object(fields ...string) string {
	var properties, names []string
	for i := 0; i < len(fields); i += 2 {
		properties = append(properties, strconv.Quote(fields[i])+":"+fields[i+1])
		names = append(names, strconv.Quote(fields[i]))
	}
	return `{"type":"object","properties":{` + strings.Join(properties, ",") + `},"required":[` +
		strings.Join(names, ",") + `],"additionalProperties":false}`
}
