package web

import (
	"net/http"
	"strconv"
	"strings"
)

// apiVersion is the version of the API, which every answer below /api/ repeats.
// What is there keeps its name and meaning as long as the first number does.
const apiVersion = "1.1.0"

type apiPage struct {
	frame
	Base, Example, Section string
	Version, Major         string
	PerMinute              string
}

// apiManual tells people what programs can ask.
func (s view) apiManual(w http.ResponseWriter, r *http.Request) {
	d := s.doc
	s.samePage(w, r, "api.html", func(r *http.Request) any {
		p := apiPage{frame: s.frame(r, "API"), Base: s.base, Version: apiVersion, PerMinute: strconv.Itoa(s.opt.AskPerMinute)}
		p.Major, _, _ = strings.Cut(apiVersion, ".")
		at := len(d.Sections) / 2
		p.Section = d.Sections[at].ID
		p.Example = "what does " + d.Sections[at].Label + " say?"
		return p
	}, d.Name)
}
