package outline

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
