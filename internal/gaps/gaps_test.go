package gaps

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 3, 30, 12, 0, 0, 0, time.UTC)

// said makes questions of a table: one a line, "person days-ago language text".
func said(t *testing.T, lines string) []Question {
	t.Helper()
	var out []Question
	for line := range strings.Lines(lines) {
		var person, days int
		var language string
		if strings.TrimSpace(line) == "" {
			continue
		}
		if _, err := fmt.Sscanf(line, "%d %d %s", &person, &days, &language); err != nil {
			t.Fatal(err)
		}
		text := strings.SplitN(strings.TrimSpace(line), " ", 4)[3]
		out = append(out, Question{Text: text, Language: language, Person: person, At: now.Add(-time.Duration(days) * 24 * time.Hour)})
	}
	return out
}

// nearest is a document with sections about what their key says.
func nearest(sections map[string]string) func(context.Context, Question) (Near, error) {
	return func(_ context.Context, q Question) (Near, error) {
		for word, section := range sections {
			if strings.Contains(strings.ToLower(q.Text), word) {
				return Near{Document: "rules", Section: section, Label: section, Answered: section == "known"}, nil
			}
		}
		return Near{Document: "rules"}, nil
	}
}

func find1(t *testing.T, lines string, sections map[string]string, people int) Report {
	t.Helper()
	r, err := Find(t.Context(), said(t, lines), Options{Near: nearest(sections), People: people, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	total := r.Answered + r.Hidden
	for _, g := range r.Gaps {
		total += g.Times
	}
	if total != r.Asked {
		t.Errorf("%d questions are accounted for, of %d", total, r.Asked)
	}
	return r
}

const parking = `
1 1 en Is there parking for visitors?
2 2 en parking for visitors
2 9 en Where may visitors park a car?
3 3 en visitor parking
4 1 en who repairs the boiler?
4 2 en boiler repair
5 1 en may I bring my dog
`

func TestFind(t *testing.T) {
	r := find1(t, parking, map[string]string{"park": "article-3", "dog": "known"}, 0)
	if len(r.Gaps) != 1 || r.Asked != 7 || r.Hidden != 2 || r.Answered != 1 {
		t.Fatalf("%+v", r)
	}
	g := r.Gaps[0]
	if g.Times != 4 || g.People != 3 || g.Last != 3 || g.Before != 1 || g.Section != "article-3" {
		t.Errorf("%+v", g)
	}
	if strings.Join(g.Words, " ") != "visitors parking" && strings.Join(g.Words, " ") != "parking visitors" {
		t.Errorf("words %q", g.Words)
	}
	if r = find1(t, parking, nil, 1); len(r.Gaps) < 3 || r.Hidden != 0 {
		t.Errorf("of one person: %+v", r)
	}
}

// TestFindIsStable: the order in which questions of one time come changes nothing that
// is told.
func TestFindIsStable(t *testing.T) {
	want := fmt.Sprint(counts(find1(t, parking, nil, 1)))
	lines := strings.Split(strings.TrimSpace(parking), "\n")
	for i := range lines {
		turned := strings.Join(append(append([]string{}, lines[i:]...), lines[:i]...), "\n")
		if got := fmt.Sprint(counts(find1(t, turned, nil, 1))); got != want {
			t.Errorf("turned by %d: %s, want %s", i, got, want)
		}
	}
}

func counts(r Report) (out []int) {
	for _, g := range r.Gaps {
		out = append(out, g.Times, g.People)
	}
	return out
}

func TestKindsOfQuestions(t *testing.T) {
	for _, tt := range []struct {
		name, lines string
		want        int // gaps of two people
	}{
		{"nothing", "", 0},
		{"function words alone", "1 1 en what is it\n2 1 en what is it", 1},
		{"one person, often", "1 1 en boiler repair\n1 2 en boiler repair\n1 3 en boiler repair", 0},
		{"other subjects that share a common word", "1 1 en rent of the hall\n2 1 en colour of the hall\n3 1 en floor of the hall\n4 1 en keys of the hall", 0},
		{"Chinese", "1 1 zh 停车费是多少\n2 1 zh 停车费多少钱", 1},
		{"Russian, inflected", "1 1 ru где парковка\n2 1 ru сколько парковок", 1},
		{"two languages", "1 1 en boiler repair\n2 1 ru ремонт котла", 0},
	} {
		if r := find1(t, tt.lines, nil, 2); len(r.Gaps) != tt.want {
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
}

// TestNoPersons: what only one person wrote is not among the words, and what may tell
// who asked is masked.
func TestNoPersons(t *testing.T) {
	r := find1(t, `
1 1 en parking fine for Zebulon
2 1 en parking fine, call +44 20 7946 0000 or me@example.org or @zebulon
`, map[string]string{"park": "article-3"}, 2)
	if len(r.Gaps) != 1 {
		t.Fatalf("%+v", r)
	}
	var set strings.Builder
	if err := r.WriteSet(&set); err != nil {
		t.Fatal(err)
	}
	said := strings.Join(r.Gaps[0].Words, " ")
	if strings.Contains(said, "zebulon") || !strings.Contains(said, "parking") {
		t.Errorf("words %q", said)
	}
	for _, shown := range append(r.Gaps[0].Examples, set.String()) {
		if strings.Contains(shown, "7946") || strings.Contains(shown, "example.org") || strings.Contains(shown, "@zeb") {
			t.Errorf("not masked: %s", shown)
		}
	}
}

func TestFindFails(t *testing.T) {
	broken := errors.New("the index is closed")
	_, err := Find(t.Context(), said(t, parking), Options{Now: now, Near: func(context.Context, Question) (Near, error) { return Near{}, broken }})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func BenchmarkFind(b *testing.B) {
	var all []Question
	for i := range 5000 {
		all = append(all, Question{Text: fmt.Sprintf("subject%d of the thing%d in room%d", i%700, i%90, i%2500), Language: "en", Person: i % 50, At: now})
	}
	near := func(context.Context, Question) (Near, error) { return Near{}, nil }
	for b.Loop() {
		if _, err := Find(b.Context(), all, Options{Near: near, Now: now}); err != nil {
			b.Fatal(err)
		}
	}
}
