package metrics_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"pincite/internal/metrics"
)

// exposed returns the names of all that is exposed, with the labels of each.
func exposed(t *testing.T) map[string]map[string]bool {
	t.Helper()
	m := metrics.New()
	record(m)
	follow(m, 1)
	out := map[string]map[string]bool{}
	sample := regexp.MustCompile(`^([a-z_]+)(?:\{(.*)\})? `)
	label := regexp.MustCompile(`([a-z_]+)="`)
	for line := range strings.Lines(scrape(t, m)) {
		found := sample.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		if out[found[1]] == nil {
			out[found[1]] = map[string]bool{"instance": true, "job": true} // of the collector
		}
		for _, l := range label.FindAllStringSubmatch(found[2], -1) {
			out[found[1]][l[1]] = true
		}
	}
	return out
}

var (
	metric = regexp.MustCompile(`\b((?:pincite|process|go)_[a-z_]+)(?:\{([^}]*)\})?`)
	match  = regexp.MustCompile(`([a-z_]+)\s*(?:=|!=|=~|!~)\s*"`)
	by     = regexp.MustCompile(`by \(([a-z_, ]+)\)`)
)

// checkQuery wants every metric of a query to be exposed, with the labels that it is
// asked for.
func checkQuery(t *testing.T, where, query string, known map[string]map[string]bool) {
	t.Helper()
	found := metric.FindAllStringSubmatch(query, -1)
	if len(found) == 0 {
		t.Errorf("%s asks for no metric: %s", where, query)
	}
	for _, m := range found {
		labels, ok := known[m[1]]
		if !ok {
			t.Errorf("%s: there is no metric %s", where, m[1])
			continue
		}
		for _, l := range match.FindAllStringSubmatch(m[2], -1) {
			if !labels[l[1]] {
				t.Errorf("%s: %s has no label %s", where, m[1], l[1])
			}
		}
		for _, list := range by.FindAllStringSubmatch(query, -1) {
			for l := range strings.SplitSeq(list[1], ", ") {
				if !labels[l] {
					t.Errorf("%s: %s has no label %s", where, m[1], l)
				}
			}
		}
	}
	if strings.Count(query, "(") != strings.Count(query, ")") {
		t.Errorf("%s: brackets do not match: %s", where, query)
	}
}

func TestAlerts(t *testing.T) {
	data, err := os.ReadFile("../../config/alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rules struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr, For    string
				Labels, Annotations map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(data, &rules); err != nil {
		t.Fatal(err)
	}
	known, n := exposed(t), 0
	for _, g := range rules.Groups {
		for _, r := range g.Rules {
			n++
			checkQuery(t, r.Alert, r.Expr, known)
			if r.Alert == "" || r.Labels["severity"] == "" || r.Annotations["summary"] == "" || r.Annotations["action"] == "" {
				t.Errorf("%q lacks a name, a severity, a summary, or what to do", r.Alert)
			}
		}
	}
	if n < 8 {
		t.Errorf("only %d rules: is this still the file?", n)
	}
}

func TestDashboard(t *testing.T) {
	data, err := os.ReadFile("../../config/dashboard.json")
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		Panels []struct {
			ID      int
			Title   string
			GridPos struct{ X, Y, W, H int }
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(data, &board); err != nil {
		t.Fatal(err)
	}
	known, shown, ids := exposed(t), map[string]bool{}, map[int]bool{}
	for _, p := range board.Panels {
		if ids[p.ID] || p.GridPos.X+p.GridPos.W > 24 || p.GridPos.W == 0 || len(p.Targets) == 0 {
			t.Errorf("panel %q has the number of another, no place, or nothing to show", p.Title)
		}
		ids[p.ID] = true
		for _, target := range p.Targets {
			checkQuery(t, p.Title, target.Expr, known)
			for _, m := range metric.FindAllStringSubmatch(target.Expr, -1) {
				shown[m[1]] = true
			}
		}
	}
	for name := range known { // what is counted is of use to somebody
		base := regexp.MustCompile(`_(bucket|sum|count)$`).ReplaceAllString(name, "")
		if strings.HasPrefix(name, "pincite_") && !shown[name] && !shown[base+"_bucket"] && !shown[base+"_sum"] && !shown[base+"_count"] {
			t.Errorf("%s is on no panel", name)
		}
	}
}
