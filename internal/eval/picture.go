package eval

import (
	"cmp"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Measures of the picture, in pixels.
const (
	pictureWidth, pictureHeight = 640, 360
	pictureMargin               = 48
)

// picture is the risk–coverage curve as SVG: plain enough for any page, with its colours
// for a light and a dark one.
var picture = template.Must(template.New("risk").Parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{.Width}} {{.Height}}" role="img" aria-label="{{.Title}}">
<style>text{font:13px sans-serif;fill:#333}.axis{stroke:#999;fill:none}.curve{stroke:#1f5fa8;stroke-width:2;fill:none}.point{fill:#b3261e}@media(prefers-color-scheme:dark){text{fill:#ddd}.curve{stroke:#8ab4f8}.point{fill:#f2b8b5}}</style>
<path class="axis" d="M{{.Left}} {{.Top}}V{{.Bottom}}H{{.Right}}"/>
{{range .Ticks}}<text x="{{.X}}" y="{{.Y}}" text-anchor="{{.Anchor}}">{{.Text}}</text>
{{end}}<path class="curve" d="{{.Curve}}"/>
<circle class="point" cx="{{.At.X}}" cy="{{.At.Y}}" r="5"/>
<text x="{{.At.X}}" y="{{.At.Y}}" dx="12" dy="22">{{.At.Text}}</text>
<text x="{{.Left}}" y="20">{{.Title}}</text>
</svg>
`))

// A mark is a text of the picture and where it is.
type mark struct{ X, Y, Anchor, Text string }

// DrawRisk draws the risk–coverage curve of the searches among outcomes as SVG: the share
// of replies that are wrong among the most confident ones, over their share of all.
// Replies of confidence at or more are answers; the point on the curve shows that.
func DrawRisk(w io.Writer, outcomes []Outcome, at float64) error {
	searched := slices.DeleteFunc(slices.Clone(outcomes), func(o Outcome) bool { return !o.searched() })
	slices.SortStableFunc(searched, func(x, y Outcome) int { return cmp.Compare(y.Confidence, x.Confidence) })
	if len(searched) == 0 {
		return nil
	}
	var curve strings.Builder
	wrong := 0.0
	coverage, risk := 0.0, 0.0 // of what is answered
	for i, o := range searched {
		if !o.Right() {
			wrong++
		}
		share, r := float64(i+1)/float64(len(searched)), wrong/float64(i+1)
		if o.Confidence >= at {
			coverage, risk = share, r
		}
		if share < firstShare {
			continue // of a few replies the share that is wrong means nothing
		}
		step := "L"
		if curve.Len() == 0 {
			step = "M"
		}
		curve.WriteString(step + across(share) + " " + up(r))
	}
	return picture.Execute(w, map[string]any{
		"Width": pictureWidth, "Height": pictureHeight, "Left": pictureMargin, "Right": pictureWidth - pictureMargin,
		"Top": pictureMargin, "Bottom": pictureHeight - pictureMargin, "Ticks": ticks(), "Curve": curve.String(),
		"At":    mark{X: across(coverage), Y: up(risk), Text: percent(coverage) + " answered, " + percent(risk) + " of them wrong"},
		"Title": "Wrong among the most confident replies (up), over their share of all (across)",
	})
}

// firstShare is where the curve begins.
const firstShare = 0.02

// ticks are the numbers along the axes.
func ticks() (out []mark) {
	for _, x := range []float64{0, 0.2, 0.4, 0.6, 0.8, 1} {
		out = append(out, mark{across(x), strconv.Itoa(pictureHeight - pictureMargin + 18), "middle", percent(x)},
			mark{strconv.Itoa(pictureMargin - 6), up(x), "end", percent(x)})
	}
	return out
}

func across(x float64) string {
	return strconv.FormatFloat(pictureMargin+x*(pictureWidth-2*pictureMargin), 'f', 1, 64)
}

func up(y float64) string {
	return strconv.FormatFloat(pictureHeight-pictureMargin-y*(pictureHeight-2*pictureMargin), 'f', 1, 64)
}

func percent(x float64) string { return strconv.Itoa(int(100*x+0.5)) + " %" }
