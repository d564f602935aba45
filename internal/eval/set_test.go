package eval

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

const goodJudged = `{"id":"1","question":"who?","lang":"en","type":"fact","answerable":true,"sections":["a"],"quotes":["b"],"note":"for people"}` + "\n"

func TestReadSetErrors(t *testing.T) {
	tests := []struct{ name, set, want string }{
		{"empty", "", "question set s: no question in it"},
		{"blank lines", "\n \n", "question set s: no question in it"},
		{"broken JSON", goodJudged + "\n{", "question set s, line 3: unexpected end of JSON input"},
		{"not an object", "[]", "question set s, line 1: json: cannot unmarshal array"},
		{"two on a line", `{"id":"1"} {"id":"2"}`, "line 1: invalid character '{' after top-level value"},
		{"wrong type", `{"id":7}`, "line 1: json: cannot unmarshal number"},
		{"no id", `{"question":"q","lang":"en","type":"fact"}`, "line 1: id and type are needed"},
		{"no type", `{"id":"1","question":"q","lang":"en"}`, "line 1: id and type are needed"},
		{"no question", `{"id":"1","lang":"en","type":"fact"}`, "line 1: 1 asks nothing"},
		{"id twice", goodJudged + goodJudged, `line 2: id "1" is used twice`},
		{"nothing right", `{"id":"1","question":"q","lang":"en","type":"fact","answerable":true}`, "line 1: 1 is answerable: sections"},
		{"repeated too often", repeated("ab", 1<<19+1), "line 1: 1 repeats 524289 times"},
		{"overflowing", repeated("ab", 1<<62), "line 1: 1 repeats 4611686018427387904 times"},
		{"repeated less than never", repeated("ab", -1), "line 1: 1 repeats -1 times"},
		{"too long a line", goodJudged + strings.Repeat("x", maxRepeat+1), "question set s, line 2: bufio.Scanner: token too long"},
	}
	for _, tt := range tests {
		if _, err := ReadSet(strings.NewReader(tt.set), "s"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
	broken := io.MultiReader(strings.NewReader(goodJudged), iotest.ErrReader(io.ErrClosedPipe))
	if _, err := ReadSet(broken, "s"); err == nil || !strings.Contains(err.Error(), "line 2: io: read/write on closed pipe") {
		t.Errorf("a reader that breaks: %v", err)
	}
}

func repeated(text string, times int) string {
	return fmt.Sprintf(`{"id":"1","lang":"en","type":"hostile","repeat":{"text":%q,"times":%d}}`, text, times)
}

func TestReadSet(t *testing.T) {
	set, err := ReadSet(strings.NewReader("\ufeff"+goodJudged+"\n\r\n"+strings.Replace(goodJudged, `"1"`, `"2"`, 1)), "s")
	if err != nil || len(set) != 2 || set[0].ID != "1" || set[1].ID != "2" || set[1].Sections[0] != "a" {
		t.Errorf("%+v, %v", set, err)
	}
}

func TestAsked(t *testing.T) {
	for _, tt := range []struct {
		j    Judged
		want string
	}{
		{Judged{Question: "q"}, "q"},
		{Judged{Question: "q", Repeat: &Repeat{"é", 3}}, "qééé"},
		{Judged{Repeat: &Repeat{"é", 0}}, ""},
	} {
		if got := tt.j.Asked(); got != tt.want {
			t.Errorf("%+v asks %q, want %q", tt.j, got, tt.want)
		}
	}
}
