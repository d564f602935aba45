package analyzer

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
)

// TestEndings holds that forms of one word become one term, and that other words do not.
func TestEndings(t *testing.T) {
	for _, c := range []struct {
		language, words string
		same            bool
	}{
		{"pl", "", true},
		{"pl", "dom dam", false},
		{"pl", "cisza ciszę ciszy", true},
		{"pl", "dywany dywanów", true},
		{"pl", "trzepać trzepanie", true},
		{"pl", "remont remonty remontów", true},
		{"pl", "granica granic", true},
		{"pl", "lokator lokatorów lokatorow", true}, // accents are left out
		{"pl", "parkować parkowac parkowanie", true},
		{"cs", "poplatek poplatky", false}, // the stem changes: out of reach
		{"cs", "nájem nájmem", false},
		{"cs", "člen členové členů členem", true},
		{"cs", "velký velkých velkych", true},
		{"cs", "ukládání ukladani ukládat", true},
		{"cs", "nájemník nájemníků najemniku", true},
		{"uk", "договір договори", false},
		{"uk", "квартира квартири квартиру квартирою", true},
		{"bg", "такса такси таксите таксата", true},
		{"el", "κανόνας κανόνες κανόνων", true},
	} {
		stems := map[string]bool{}
		for w := range strings.FieldsSeq(c.words) {
			tokens := analysis.TokenStream{{Term: []byte(w)}}
			for _, f := range languages[c.language].filters(false) {
				tokens = f.Filter(tokens)
			}
			stems[string(tokens[0].Term)] = true
		}
		if same := len(stems) <= 1; same != c.same {
			t.Errorf("%s: %s become %v", c.language, c.words, stems)
		}
	}
}
