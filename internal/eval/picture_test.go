package eval

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"pincite/internal/confidence"
)

func TestDrawRisk(t *testing.T) {
	some := confidence.Features{Section: 1}
	outcomes := []Outcome{{Confidence: 0.1}} // not searched for
	for i := range 10 {
		o := Outcome{Confidence: 1 - float64(i)/10, Features: some}
		o.Answerable, o.Hit1 = true, i < 6
		outcomes = append(outcomes, o)
	}
	var b strings.Builder
	if err := DrawRisk(&b, outcomes, 0.25); err != nil {
		t.Fatal(err)
	}
	if want := "80 % answered, 25 % of them wrong"; !strings.Contains(b.String(), want) {
		t.Errorf("the picture does not say %q:\n%s", want, b.String())
	}
	d := xml.NewDecoder(strings.NewReader(b.String()))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("no XML: %v", err)
		}
	}
	b.Reset()
	if err := DrawRisk(&b, outcomes[:1], 0.5); err != nil || b.Len() > 0 {
		t.Errorf("drew %q of nothing, %v", b.String(), err)
	}
}
