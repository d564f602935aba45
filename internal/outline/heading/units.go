package heading

import "strings"

// A unit is a word that texts use for a numbered level.
type unit struct {
	word string
	kind string
	rank int // place of the level among others: 8 is above 40
}

// Ranks: what drafting manuals of several countries agree on. Equal ranks are
// settled by the text: the level with fewer sections is the higher one.
const (
	rankAnnex    = 8
	rankPart     = 10
	rankDivision = 14
	rankChapter  = 20
	rankCapitals = 25
	RankSection  = 30
	rankArticle  = 30 // above sections in a constitution, below them in a regulation
	rankMeasure  = 45
	rankItem     = 50
	rankWeak     = 100 // bare numbers; what follows is the order found in the text
)

// units of English, Russian and Spanish, one kind a line. A kind's first words
// are those of its English singular.
var units = []struct {
	kind  string
	rank  int
	words string
}{
	{"annex", rankAnnex, "annex appendix schedule exhibit приложение anexo"},
	{"book", rankPart - 2, "book volume книга libro"},
	{"part", rankPart, "part часть parte"},
	{"division", rankDivision, "title division раздел подраздел título titulo"},
	{"chapter", rankChapter, "chapter глава capítulo capitulo"},
	{"section", RankSection, "section sec sección seccion §"},
	{"article", rankArticle, "article art статья artículo articulo"},
	{"measure", rankMeasure, "measure мера medida"},
	{"rule", rankMeasure, "rule правило regla"},
	{"principle", rankMeasure, "principle принцип principio"},
	{"step", rankMeasure, "step шаг paso"},
	{"clause", rankMeasure, "clause cláusula"},
	{"paragraph", rankItem, "paragraph пункт párrafo"},
	{"item", rankItem, "item point punto"},
}

// hanUnits are the Chinese ones, the longer before the shorter.
var hanUnits = []unit{
	{"部分", "part", rankPart}, {"编", "part", rankPart}, {"分编", "division", rankDivision},
	{"章", "chapter", rankChapter}, {"节", "section", rankChapter + 5}, {"条", "article", rankArticle},
	{"款", "paragraph", rankItem}, {"项", "item", rankItem + 1},
}

var wordUnits = func() map[string]unit {
	m := make(map[string]unit)
	for _, u := range units {
		for w := range strings.FieldsSeq(u.words) {
			m[w] = unit{w, u.kind, u.rank}
		}
	}
	return m
}()
