package floors

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "pincite/"

// floors lists every package from the ground up. A package may import only
// packages on lower floors. A new package fails the test until it is placed.
var floors = [][]string{
	{"internal/text/words", "internal/thesaurus", "internal/recent", "internal/redact", "internal/gate", "internal/atomicfile", "internal/metrics", "internal/request", "internal/rescue", "internal/watch", "internal/yamlfile",
		"internal/importer/html/looks", "internal/jsonline", "internal/listen", "internal/store/lines", "internal/web/visitor"},
	{"internal/text", "internal/cache", "internal/importer/encoding", "internal/model", "internal/store/database", "internal/telegram/botapi", "internal/web/guard"},
	{"internal/text/numeral", "internal/gaps", "internal/search/analyzer", "internal/sought", "internal/spell", "internal/verify/between"},
	{"internal/document", "internal/question/phrase", "internal/importer/html/counter", "internal/outline/heading/lexicon", "internal/importer/pdf/typeset"},
	{"internal/confidence", "internal/speech", "internal/importer/block", "internal/locate", "internal/outline/heading", "internal/outline/outlinetest", "internal/search/postings",
		"internal/verify/word"},
	{"internal/annotation", "internal/search", "internal/outline/levels", "internal/outline/lines", "internal/question/grammar",
		"internal/importer/docx/numeral", "internal/importer/pdf/pages",
		"internal/importer/sourcetest", "internal/importer/plain", "internal/importer/markdown", "internal/importer/html"},
	{"internal/question/levels", "internal/question/titles", "internal/question/prose", "internal/outline/doubt", "internal/importer/docx", "internal/importer/pdf/layout", "internal/importer/epub", "internal/verify/corpus"},
	{"internal/evidence/passages", "internal/outline", "internal/question/about", "internal/question/designation", "internal/question/listing", "internal/question/followup", "internal/question/rest", "internal/annotation/draft", "internal/importer/pdf", "internal/verify/cover"},
	{"internal/evidence/evidencetest", "internal/evidence/mentions", "internal/evidence/sentence", "internal/importer", "internal/importer/pdf/pdftest", "internal/question/reference", "internal/verify/collate"},
	{"internal/verify", "internal/question/message"},
	{"internal/question/structure", "internal/question/talk"},
	{"internal/question/step"},
	{"internal/question"},
	{"internal/answer/contents", "internal/evidence", "internal/folder", "internal/reply/words"},
	{"internal/answer/turn", "internal/library/librarytest"},
	{"internal/answer"},
	{"internal/choose", "internal/reply", "internal/chat/talk"},
	{"internal/library", "internal/chat/pasted"},
	{"internal/reply/compose", "internal/chat/cited", "internal/report"},
	{"internal/chat"},
	{"internal/render", "internal/store", "internal/eval", "internal/telegram/message"},
	{"internal/eval/beir", "internal/web/cite", "internal/web/kept", "internal/web/page", "internal/web/ready", "internal/web/words", "internal/telegram/limit", "internal/telegram/outbox", "internal/telegram/queue"},
	{"internal/telegram/post", "internal/web/assets", "internal/web/object"},
	{"internal/telegram/respond"},
	{"internal/terminal", "internal/admin", "internal/telegram", "internal/web", "internal/config", "data"},
	{"internal/service", "internal/sources"},
	{"internal/checkup"},
	{"cmd/pincite", "internal/floors"},
}

// owners names the one package that may import each outside module.
var owners = map[string]string{
	"github.com/blevesearch/bleve/v2":                    "internal/search/analyzer",
	"github.com/blevesearch/bleve_index_api":             "internal/search/postings",
	"github.com/blevesearch/scorch_segment_api/v2":       "internal/search/postings",
	"github.com/blevesearch/zapx/v17":                    "internal/search/postings",
	"github.com/RoaringBitmap/roaring/v2":                "internal/search/postings",
	"github.com/fsnotify/fsnotify":                       "internal/watch",
	"github.com/go-telegram-bot-api/telegram-bot-api/v5": "internal/telegram/botapi",
	"github.com/jackc/pgx/v5":                            "internal/store/database",
	"github.com/klippa-app/go-pdfium":                    "internal/importer/pdf",
	"github.com/tetratelabs/wazero":                      "internal/importer/pdf",
	"github.com/hashicorp/golang-lru/v2":                 "internal/recent",
	"github.com/prometheus/client_golang":                "internal/metrics",
	"github.com/schollz/progressbar/v3":                  "internal/terminal",
	"github.com/rivo/uniseg":                             "internal/render",
	"github.com/spf13/cobra":                             "cmd/pincite",
	"github.com/spf13/viper":                             "internal/config",
	"github.com/yuin/goldmark":                           "internal/importer/markdown",
	"go.yaml.in/yaml/v3":                                 "internal/yamlfile",
	"golang.org/x/net/html":                              "internal/importer/html",
	"golang.org/x/term":                                  "internal/terminal",
	"golang.org/x/text/encoding":                         "internal/importer/encoding",
	"golang.org/x/text/unicode/norm":                     "internal/text",
	"golang.org/x/time":                                  "internal/recent",
	"modernc.org/sqlite":                                 "internal/store/database",
}

// Limits in lines.
const (
	longestFunction = 80
	longestFile     = 400
)

// A source is one parsed file.
type source struct {
	path string // "internal/text/clean.go"
	file *ast.File
	set  *token.FileSet
}

func (s source) pkg() string { return path.Dir(s.path) }

// at tells the line of a position.
func (s source) at(p token.Pos) int { return s.set.Position(p).Line }

// sources parses every Go file of the repository that is not a test.
func sources(t *testing.T) []source {
	t.Helper()
	root := os.DirFS("../..")
	var out []source
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "testdata") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		code, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, code, parser.ParseComments)
		out = append(out, source{name, file, set})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d files: is this still the repository?", len(out))
	}
	return out
}

func TestImportsGoDown(t *testing.T) {
	floor := map[string]int{}
	for n, names := range floors {
		for _, name := range names {
			floor[name] = n
		}
	}
	for _, s := range sources(t) {
		from, ok := floor[s.pkg()]
		if !ok {
			t.Errorf("%s: package %s stands on no floor; add it to the table", s.path, s.pkg())
		}
		for _, imported := range imports(t, s) {
			name, ours := strings.CutPrefix(imported, module)
			if in, known := floor[name]; ours && (!known || in >= from) {
				t.Errorf("%s (floor %d) imports %s (floor %d)", s.path, from, name, in)
			}
		}
	}
}

func TestLibrariesHaveOwners(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sources(t) {
		for _, imported := range imports(t, s) {
			if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
				continue // ours, or the standard library
			}
			owned := false
			for library, owner := range owners {
				if imported != library && !strings.HasPrefix(imported, library+"/") {
					continue
				}
				owned, used[library] = true, true
				if s.pkg() != owner {
					t.Errorf("%s imports %s, which belongs to %s", s.path, imported, owner)
				}
			}
			if !owned {
				t.Errorf("%s imports %s, which has no owner; add it to the table", s.path, imported)
			}
		}
	}
	for library, owner := range owners {
		if !used[library] {
			t.Errorf("nothing imports %s any more: take it out of the table (owner %s)", library, owner)
		}
	}
}

func imports(t *testing.T, s source) []string {
	t.Helper()
	var paths []string
	for _, spec := range s.file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

func TestSizes(t *testing.T) {
	for _, s := range sources(t) {
		if n := s.at(s.file.FileEnd) - 1; n > longestFile {
			t.Errorf("%s has %d lines, more than %d", s.path, n, longestFile)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.at(f.End()) - s.at(f.Pos()) + 1; n > longestFunction {
				t.Errorf("%s: %s has %d lines, more than %d", s.path, f.Name.Name, n, longestFunction)
			}
		}
	}
}

// TestEveryPackageHasItsCharter wants a package comment, in doc.go.
func TestEveryPackageHasItsCharter(t *testing.T) {
	said, names := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		names[s.pkg()] = true
		if s.file.Doc != nil {
			if path.Base(s.path) != "doc.go" && s.pkg() != "data" {
				t.Errorf("%s: the package comment belongs in doc.go", s.path)
			}
			said[s.pkg()] = true
		}
	}
	for name := range names {
		if !said[name] {
			t.Errorf("%s has no package comment", name)
		}
	}
}

func TestExportedNamesHaveComments(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			for _, name := range uncommented(s, d) {
				t.Errorf("%s: %s has no comment", s.path, name)
			}
		}
	}
}

// uncommented returns the exported names that a declaration leaves without a
// comment.
func uncommented(s source, d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && !ownedByHidden(d) {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		if d.Doc == nil && d.Tok != token.IMPORT {
			return uncommentedSpecs(s, d.Specs)
		}
	}
	return nil
}

// uncommentedSpecs goes through a block. A comment holds for the lines right
// below it, up to a blank one.
func uncommentedSpecs(s source, specs []ast.Spec) []string {
	var out []string
	last := -1 // line where the last spec ended that a comment holds for
	for _, spec := range specs {
		names, said := declared(spec)
		if said || s.at(spec.Pos()) == last+1 {
			last = s.at(spec.End())
			continue
		}
		for _, name := range names {
			if name.IsExported() {
				out = append(out, name.Name)
			}
		}
	}
	return out
}

// declared returns the names of a spec, and whether it has a comment.
func declared(spec ast.Spec) ([]*ast.Ident, bool) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		return []*ast.Ident{spec.Name}, spec.Doc != nil
	case *ast.ValueSpec:
		return spec.Names, spec.Doc != nil || spec.Comment != nil
	}
	return nil, true
}

// ownedByHidden reports a method of a type that is not exported: it is there to
// fit an interface that says what it does.
func ownedByHidden(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return false
	}
	hidden := false
	ast.Inspect(f.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !id.IsExported() {
			hidden = true
		}
		return !hidden
	})
	return hidden
}

// TestTablesNameWhatIsThere keeps the table from rotting: a rule about a package
// that has gone holds nothing.
func TestTablesNameWhatIsThere(t *testing.T) {
	var placed []string
	for _, names := range floors {
		placed = append(placed, names...)
	}
	for _, name := range placed {
		if info, err := os.Stat("../../" + name); err != nil || !info.IsDir() {
			t.Errorf("%s stands on a floor and is not there", name)
		}
	}
	for library, owner := range owners {
		if !slices.Contains(placed, owner) {
			t.Errorf("%s belongs to %s, which stands on no floor", library, owner)
		}
	}
}
