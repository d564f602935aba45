package library_test

import (
	"bytes"
	"fmt"
	"html/template"
	"math"
	"os"
	"testing"
)

// A curve is what an engine needs for texts of growing size.
type curve struct {
	Engine, Class string
	sizes         []int
	p99           []float64 // ms, of one client
	below         int       // where its name stands: pixels below the end of the curve
}

// Measures of the plot, in pixels.
const plotWidth, plotHeight, plotMargin = 640, 360, 56

// plot is drawn with logarithms on both axes, in colours for a light and a dark page.
var plot = template.Must(template.New("growth").Parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{.Width}} {{.Height}}" role="img" aria-label="{{.Title}}">
<style>text{font:13px sans-serif;fill:#333}path{stroke-width:2;fill:none}.axis{stroke:#999;stroke-width:1}.a{stroke:#1f5fa8}.b{stroke:#2e7d32}.c{stroke:#b3261e}@media(prefers-color-scheme:dark){text{fill:#ddd}.a{stroke:#8ab4f8}.b{stroke:#81c995}.c{stroke:#f2b8b5}}</style>
<path class="axis" d="M{{.Left}} {{.Top}}V{{.Bottom}}H{{.Right}}"/>
{{range .Ticks}}<text x="{{.X}}" y="{{.Y}}" text-anchor="{{.Anchor}}">{{.Text}}</text>
{{end}}{{range .Curves}}<path class="{{.Class}}" d="{{.Path}}"/>
<text x="{{.X}}" y="{{.Y}}" dx="-6" dy="{{.Below}}" text-anchor="end">{{.Engine}}</text>
{{end}}<text x="{{.Left}}" y="24">{{.Title}}</text>
</svg>
`))

// drawGrowth writes the curves to a file as SVG.
func drawGrowth(t *testing.T, file string, curves []curve) {
	t.Helper()
	const title = "99th percentile of an answer in ms (up), over passages (across)"
	low, high := math.Inf(1), math.Inf(-1)
	first, last := math.Inf(1), math.Inf(-1)
	for _, c := range curves {
		for i, ms := range c.p99 {
			low, high = min(low, math.Floor(math.Log10(ms))), max(high, math.Ceil(math.Log10(ms)))
			first, last = min(first, math.Log10(float64(c.sizes[i]))), max(last, math.Log10(float64(c.sizes[i])))
		}
	}
	across := func(passages float64) string {
		return fmt.Sprintf("%.1f", plotMargin+(math.Log10(passages)-first)/max(last-first, 1)*(plotWidth-2*plotMargin))
	}
	up := func(ms float64) string {
		return fmt.Sprintf("%.1f", plotHeight-plotMargin-(math.Log10(ms)-low)/max(high-low, 1)*(plotHeight-2*plotMargin))
	}
	type tick struct{ X, Y, Anchor, Text string }
	type drawn struct {
		Engine, Class, Path, X, Y string
		Below                     int // of the name, in pixels
	}
	var ticks []tick
	for n := math.Ceil(first); n <= last; n++ {
		ticks = append(ticks, tick{across(math.Pow(10, n)), fmt.Sprint(plotHeight - plotMargin + 20), "middle", fmt.Sprintf("%.0f", math.Pow(10, n))})
	}
	for n := low; n <= high; n++ {
		ticks = append(ticks, tick{fmt.Sprint(plotMargin - 8), up(math.Pow(10, n)), "end", fmt.Sprintf("%g", math.Pow(10, n))})
	}
	var all []drawn
	for _, c := range curves {
		d := drawn{Engine: c.Engine, Class: c.Class, Below: c.below}
		for i, ms := range c.p99 {
			d.X, d.Y = across(float64(c.sizes[i])), up(ms)
			d.Path += string("ML"[min(i, 1)]) + d.X + " " + d.Y
		}
		all = append(all, d)
	}
	var b bytes.Buffer
	err := plot.Execute(&b, map[string]any{"Width": plotWidth, "Height": plotHeight, "Left": plotMargin, "Right": plotWidth - plotMargin,
		"Top": plotMargin, "Bottom": plotHeight - plotMargin, "Ticks": ticks, "Curves": all, "Title": title})
	if err == nil {
		err = os.WriteFile(file, b.Bytes(), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
