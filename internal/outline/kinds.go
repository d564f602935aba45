package outline

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
	rankSection  = 30
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
	{"section", rankSection, "section sec sección seccion §"},
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

// kindNames are the words that people ask with for a level that the text names
// itself; document.yaml may give others.
var kindNames = map[string]map[string]string{
	"annex":      {"en": "annex annexes appendix appendices schedule", "zh": "附件 附录", "ru": "приложение приложения", "es": "anexo anexos"},
	"book":       {"en": "book books", "zh": "卷", "ru": "книга книги", "es": "libro libros"},
	"part":       {"en": "part parts", "zh": "部分 编", "ru": "часть части", "es": "parte partes"},
	"division":   {"en": "title titles division", "zh": "分编", "ru": "раздел раздела разделы", "es": "título títulos"},
	"chapter":    {"en": "chapter chapters ch", "zh": "章", "ru": "глава главы главу главе", "es": "capítulo capítulos cap"},
	"section":    {"en": "section sections sec §", "zh": "节 部分", "ru": "раздел раздела параграф параграфа", "es": "sección secciones apartado"},
	"subsection": {"en": "subsection subsections", "zh": "小节", "ru": "подраздел подраздела", "es": "subsección subsecciones"},
	"article":    {"en": "article articles art", "zh": "条", "ru": "статья статьи статью статье ст", "es": "artículo artículos art"},
	"measure":    {"en": "measure measures", "zh": "措施 条", "ru": "мера меры меру", "es": "medida medidas"},
	"rule":       {"en": "rule rules", "zh": "规则 条", "ru": "правило правила", "es": "regla reglas"},
	"principle":  {"en": "principle principles", "zh": "原则", "ru": "принцип принципы", "es": "principio principios"},
	"step":       {"en": "step steps", "zh": "步骤 步", "ru": "шаг шаги", "es": "paso pasos"},
	"clause":     {"en": "clause clauses", "zh": "条款 条", "ru": "пункт пункта", "es": "cláusula cláusulas"},
	"paragraph":  {"en": "paragraph paragraphs para", "zh": "款 段", "ru": "пункт пункта абзац", "es": "párrafo párrafos apartado"},
	"item":       {"en": "item items point points", "zh": "项 点", "ru": "пункт пункта подпункт", "es": "punto puntos"},
	"point":      {"en": "point points", "zh": "项 点", "ru": "подпункт подпункта", "es": "letra punto"},
	"subpoint":   {"en": "subpoint subpoints", "zh": "目", "ru": "подпункт", "es": "inciso"},
}
