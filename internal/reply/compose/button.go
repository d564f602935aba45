package compose

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"pincite/internal/reply"
)

// A Verb says what a pressed button does. It is the first byte of its data.
type Verb byte

// The verbs, each with its payload.
const (
	VerbShow     Verb = 's' // a place: its section, as a new message
	VerbTurn     Verb = 'n' // a place: its section, in place
	VerbPage     Verb = 'p' // page:place; a page of its section, in place
	VerbContext  Verb = 'c' // page:place; what is around a quote, in place; page -1 where the quote is
	VerbFold     Verb = 'k' // a place: the quote by itself, in place
	VerbMenu     Verb = '+' // a place: what else can be done with it, in place
	VerbRelated  Verb = 'q' // language, number:place; asks a question that the place answers
	VerbContents Verb = 't' // page:section; contents, in place
	VerbFind     Verb = 'f' // page:topic; a list, in place
	VerbExample  Verb = 'e' // language:number; asks an example question
	VerbLanguage Verb = 'l' // a language, or "" for none
	VerbDocument Verb = 'd' // "" chooses the document of the digest, "*" all of them
	VerbMentions Verb = 'm' // a topic; the list of one document, as a new message
	VerbGood     Verb = 'g' // a place: the answer was good
	VerbBad      Verb = 'b' // a place: it was not
)

const (
	// digestBytes is how many hexadecimal digits of the document's digest follow
	// the verb.
	digestBytes = 8
	// refBytes is what a payload can hold beside a verb, a digest and a page
	// of up to five digits with its colon.
	refBytes = reply.MaxData - 1 - digestBytes - 6
)

func (v Voice) press(do Verb, payload, label string) reply.Button {
	return reply.Button{Kind: reply.Press, Label: label, Data: string(do) + v.doc.Digest()[:digestBytes] + payload}
}

// A Pressed is the data of a button that was pressed.
type Pressed struct {
	Verb    Verb
	Digest  string // the first eight digits of the document's digest
	Payload string
}

// ParsePress reads the data of a button; false if no button ever had it.
func ParsePress(data string) (Pressed, bool) {
	if len(data) < 1+digestBytes {
		return Pressed{}, false
	}
	return Pressed{Verb(data[0]), data[1 : 1+digestBytes], data[1+digestBytes:]}, true
}

// target names section i in a payload: by its id, or by its index where the id is
// too long or could be taken for an index. The digest makes sure that it still is
// that section.
func (v Voice) target(i int, s reply.Sentences) string {
	p := reply.Place{Section: v.doc.Sections[i].ID, Sentences: s}
	if len(p.String()) > refBytes || strings.HasPrefix(p.Section, "#") {
		p.Section = "#" + number(i)
	}
	return p.String()
}

// Target returns the section that a payload names, and the sentences of it; false
// if there is no such section.
func (v Voice) Target(payload string) (section int, s reply.Sentences, ok bool) {
	if i, ok := v.section(payload); ok {
		return i, reply.Sentences{}, true
	}
	id, s := reply.CutSentences(payload)
	section, ok = v.section(id)
	return section, s, ok
}

func (v Voice) section(id string) (int, bool) {
	if index, ok := strings.CutPrefix(id, "#"); ok {
		i, err := strconv.Atoi(index)
		return i, err == nil && i >= 0 && i < len(v.doc.Sections)
	}
	return v.doc.ByID(id)
}

// TopicRef names a topic in a payload: the topic itself, or where that is too long
// a hash by which the conversation knows it.
func TopicRef(topic string) string {
	if len(topic) <= refBytes && !strings.HasPrefix(topic, "#") {
		return topic
	}
	h := fnv.New64a()
	h.Write([]byte(topic))
	return fmt.Sprintf("#%x", h.Sum64())
}

// Paged cuts "2:rest" into its page and the rest.
func Paged(payload string) (int, string) {
	digits, rest, _ := strings.Cut(payload, ":")
	page, err := strconv.Atoi(digits)
	if err != nil {
		page = 0
	}
	return page, rest
}
