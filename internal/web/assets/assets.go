package assets

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"

	"pincite/internal/web/kept"
	"pincite/internal/web/words"
)

//go:embed *.html *.css *.js *.svg *.json
var files embed.FS

// OpenAPI describes the API, as JSON.
//
//go:embed openapi.json
var OpenAPI []byte

// loaded are the files that pages load; a module comes after those that it
// imports. The address of each holds a hash of its content, so that a browser may
// keep it for good.
var loaded = []string{"style.css", "icon.svg", "look.js", "words.js", "place.js", "copy.js", "rail.js", "keys.js", "reader.js", "chat.js"}

// Assets are the files, ready to be sent.
type Assets struct {
	Pages  map[string]*template.Template // by file; "layout" is the whole page
	Widget *kept.Body                    // the script that other sites load

	to     func(place string) string
	bodies map[string]*kept.Body // by hashed name
	names  map[string]string     // hashed, by plain name
}

// Load hashes the files and parses the templates. to returns the address of a path on the
// site, and said has the words of the interface by language.
func Load(to func(place string) string, said map[string]words.Words) (*Assets, error) {
	a := &Assets{to: to}
	for _, load := range []func() error{a.hash, a.parse, func() error { return a.makeWidget(said) }} {
		if err := load(); err != nil {
			return nil, fmt.Errorf("web: %w", err)
		}
	}
	return a, nil
}

// hash hashes the files that are not templates. Where a module imports
// another, the hashed name takes the place of the plain one.
func (a *Assets) hash() error {
	a.bodies, a.names = make(map[string]*kept.Body), make(map[string]string)
	for _, name := range loaded {
		body, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		for plain, hashed := range a.names {
			body = bytes.ReplaceAll(body, []byte("'./"+plain+"'"), []byte("'./"+hashed+"'"))
		}
		sum := sha256.Sum256(body)
		ext := path.Ext(name)
		hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
		a.names[name] = hashed
		a.bodies[hashed] = kept.Pack(mediaTypes[ext], body)
	}
	return nil
}

// mediaTypes are written out, since package mime asks the machine.
var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

// Path returns the address of a file, for the templates.
func (a *Assets) Path(name string) (string, error) {
	hashed, ok := a.names[name]
	if !ok {
		return "", fmt.Errorf("no asset %s", name)
	}
	return a.to("/assets/" + hashed), nil
}

// Body returns the file of a hashed name.
func (a *Assets) Body(hashed string) (*kept.Body, bool) {
	b, ok := a.bodies[hashed]
	return b, ok
}

// parse parses each page together with the layout around it.
func (a *Assets) parse() error {
	a.Pages = make(map[string]*template.Template)
	for _, name := range []string{"documents.html", "document.html", "section.html", "search.html", "problem.html", "verify.html", "api.html"} {
		t := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"asset": a.Path, "say": words.Say, "to": a.to})
		if _, err := t.ParseFS(files, "layout.html", "frame.html", name); err != nil {
			return err
		}
		a.Pages[name] = t
	}
	return nil
}

// widgetWords are what the script says on the page of another site.
type widgetWords struct {
	Ask   string `json:"ask"`
	Close string `json:"close"`
}

// widgetMark is where the script has its words.
const widgetMark = "{/* words */}"

// makeWidget makes the script that other sites load.
func (a *Assets) makeWidget(in map[string]words.Words) error {
	body, err := files.ReadFile("widget.js")
	if err != nil {
		return err
	}
	said := map[string]widgetWords{}
	for _, tag := range words.Tags {
		said[tag] = widgetWords{in[tag].Page["askHeading"], in[tag].Page["close"]}
	}
	all, err := json.Marshal(said)
	if err != nil {
		return err
	}
	a.Widget = kept.Pack(mediaTypes[".js"], bytes.Replace(body, []byte(widgetMark), all, 1))
	return nil
}
