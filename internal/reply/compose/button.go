package compose

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"pincite/internal/reply"
)

// A Verb says what a pressed button does. It is the first byte of its data;
// eight digits of the document's digest and a payload follow.
type Verb byte

// What a button can do, and its payload.
const (
	VerbShow     Verb = 's' // a section, as a new message
	VerbTurn     Verb = 'n' // a section, in place
	VerbContents Verb = 't' // page:section; contents, in place
	VerbFind     Verb = 'f' // page:topic; a list, in place
	VerbExample  Verb = 'e' // language:number; asks an example question
	VerbLanguage Verb = 'l' // a language, or "" for none
	VerbGood     Verb = 'g' // a section: the answer was good
	VerbBad      Verb = 'b' // a section: it was not
)

const (
	digestBytes = 8
	pressBytes  = 64 // of callback data in Telegram
	// refBytes is what a payload can hold beside a verb, a digest and a page
	// of up to five digits with its colon.
	refBytes = pressBytes - 1 - digestBytes - 6
)

func (v Voice) press(do Verb, payload, label string) reply.Button {
	return reply.Button{Kind: reply.Press, Label: label, Data: string(do) + v.doc.Digest()[:digestBytes] + payload}
}

// Read is the inverse of what the buttons of a reply carry: the verb and its
// payload, and whether the button belongs to v's document as it is. The verb is 0
// where data is too short for one.
func (v Voice) Read(data string) (do Verb, payload string, current bool) {
	if len(data) < 1+digestBytes {
		return 0, "", false
	}
	digest := data[1 : 1+digestBytes]
	return Verb(data[0]), data[1+digestBytes:], digest == v.doc.Digest()[:digestBytes]
}

// ref names section i in a payload: by its id, or by its place where the id is
// too long or could be taken for one. The digest makes sure that it still
// is that section.
func (v Voice) ref(i int) string {
	if id := v.doc.Sections[i].ID; len(id) <= refBytes && !strings.HasPrefix(id, "#") {
		return id
	}
	return "#" + number(i)
}

// Deref is the inverse of ref; false if there is no such section.
func (v Voice) Deref(s string) (int, bool) {
	if place, ok := strings.CutPrefix(s, "#"); ok {
		i, err := strconv.Atoi(place)
		return i, err == nil && i >= 0 && i < len(v.doc.Sections)
	}
	return v.doc.ByID(s)
}

// TopicRef names a topic in a payload: itself, or a hash by which the
// conversation remembers it.
func (v Voice) TopicRef(topic string) string {
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
