package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"pincite/internal/web/kept"
	"pincite/internal/web/words"
)

// widgetWords are what the script says on the page of another site.
type widgetWords struct {
	Ask   string `json:"ask"`
	Close string `json:"close"`
}

// widgetMark stands in the script for its words.
const widgetMark = "{/* words */}"

// loadWidget makes the script that other sites load.
func (s *Server) loadWidget() error {
	body, err := files.ReadFile("assets/widget.js")
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	said := map[string]widgetWords{}
	for _, tag := range words.Tags {
		said[tag] = widgetWords{s.words[tag].Page["askHeading"], s.words[tag].Page["close"]}
	}
	all, err := json.Marshal(said)
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	s.widget = kept.Pack(mediaTypes[".js"], bytes.Replace(body, []byte(widgetMark), all, 1))
	return nil
}

// sendWidget sends the script, where there is a site that may have it.
func (s *Server) sendWidget(w http.ResponseWriter, r *http.Request) {
	if len(s.opt.Origins) == 0 {
		s.problem(w, r, http.StatusNotFound, "noWidget")
		return
	}
	w.Header().Set("Cache-Control", cacheShared)
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin") // it holds nothing of this site
	s.widget.ServeHTTP(w, r)
}

// framers are the sites whose pages may frame this one, as a policy writes them.
func (s *Server) framers() string {
	if slices.Contains(s.opt.Origins, "*") {
		return "*"
	}
	sites := slices.Clone(s.opt.Origins)
	if s.opt.Frame != "" {
		sites = append(sites, s.opt.Frame)
	}
	return cmp.Or(strings.Join(sites, " "), "'none'")
}
