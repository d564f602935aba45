package evidence

import "testing"

// Pairs of Han characters that overlap are one word: each of them is half of what tells,
// and a word that nothing meets is held against an answer as a whole.
func TestPairsAreWords(t *testing.T) {
	c := open(t)
	for _, q := range []struct {
		question string
		words    float64 // that narrow it
		absent   float64 // weight of the heaviest that is not met, at least
	}{
		{"民营企业减税", 3, 1},  // 民营, 营企 企业, 业减 减税
		{"减税是谁的事？", 1, 1}, // a single pair is a word
		{"形式主义", 2, 0},
	} {
		p, err := c.Plan(q.question, "zh")
		if err != nil {
			t.Fatal(err)
		}
		p.Read(q.question, "zh")
		found, err := c.Find(t.Context(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		met := make([]Met, len(p.words))
		if len(found) > 0 {
			met = found[0].Met
		}
		if got := p.narrowing(); got != q.words {
			t.Errorf("%s: %v words narrow it, want %v", q.question, got, q.words)
		}
		if got := p.heaviest(met); got < q.absent || q.absent == 0 && got > 0.1 {
			t.Errorf("%s: the heaviest word that is not met weighs %.2f, want %.0f", q.question, got, q.absent)
		}
	}
}

// A pair of Han characters that is the end of the words that ask and the beginning of what
// follows is no word.
func TestSeamOfAsking(t *testing.T) {
	for _, c := range []struct {
		frame, message, pair string
		want                 bool
	}{
		{"多少", "离右边多少米以内", "", false},
		{"多少", "离右边多少米以内", "米以", false},
		{"多少", "离右边多少米以内", "少米", true},
		{"多少", "离右边多少米以内", "边多", true},
		{"多少", "缺少米", "少米", false},
		{"how many", "how many men", "ym", false},
	} {
		if got := seamOf(c.frame, c.message, c.pair); got != c.want {
			t.Errorf("%q in %q is a seam of %q: %v", c.pair, c.message, c.frame, got)
		}
	}
}

// A follow-up is no more like an expected question than the words that it says itself
// are: those of the turn before do not make up for them.
func TestBorrowedWordsAreNoLikeness(t *testing.T) {
	c := open(t)
	before := plan(t, c, "How often do leaders give a special party class?")
	for question, most := range map[string]float64{
		"Who supervises it?":       0.9,
		"Which province audits it": 0.7,
	} {
		p := plan(t, c, question)
		p.Read(question, "en")
		p.Borrow(before)
		found, err := c.Find(t.Context(), p, nil)
		if err != nil || len(found) == 0 {
			t.Fatal(err, len(found))
		}
		best := 0.0
		for _, s := range found {
			best = max(best, s.Expected)
			for _, s := range s.Sentences {
				best = max(best, s.Expected)
			}
		}
		if best > most {
			t.Errorf("%s: it is like an expected question by %.2f, want %.2f at most", question, best, most)
		}
	}
}

// Beside borrowed words those that only ask do no more, though the question has no other.
func TestBorrowedWordsAreAskedAbout(t *testing.T) {
	c := open(t)
	before := plan(t, c, "How often do leaders give a special party class?")
	p := plan(t, c, "and how long may it be?")
	p.Read("and how long may it be?", "en")
	if p.Weight() == 0 {
		t.Error("a question that only asks weighs nothing by itself")
	}
	if p.Borrow(before); p.Weight() != 0 {
		t.Errorf("beside borrowed words it weighs %.2f", p.Weight())
	}
}
