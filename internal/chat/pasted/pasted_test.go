package pasted

import (
	"strings"
	"testing"

	"pincite/internal/document"
	"pincite/internal/library/librarytest"
	"pincite/internal/question"
	"pincite/internal/verify"
)

const rules = `# House rules of the archive

## Reading room

Readers may order three boxes a day with the written consent of the archivist. Whoever keeps a box for longer than thirty days must return it before the end of the month. When a reader leaves the building, the boxes are locked in the cabinet by the clerk on duty.

## 阅览

读者可以凭有效证件借阅馆藏档案，每人每次最多借阅三册，期限为三十天。档案管理员有权要求读者出示证件，读者必须予以配合。读者不得在阅览室内拍照，但经馆长书面批准的除外。逾期未还的，每天罚款一元，罚款用于修复档案。馆长应当每年向理事会报告档案的数量和保存情况。捐赠人可以随时查阅本人捐赠的档案，费用由档案馆承担。

## Читальный зал

Читатель может заказать не более трёх дел в день с письменного согласия хранителя фонда. Хранитель обязан проверить сохранность каждого дела после его возвращения читателем в хранилище.

## Sala de lectura

El lector puede pedir hasta tres cajas al día con el permiso escrito del archivero de turno. El archivero debe revisar cada caja cuando el lector la devuelve al depósito del archivo.
`

func archive(t *testing.T) *document.Document {
	t.Helper()
	d := librarytest.Document(t, "archive.md", rules)
	return d
}

// TestAsks: a message that has most words of a sentence asks if a word that asks is
// among the others, at its place.
func TestAsks(t *testing.T) {
	c := verify.New(archive(t))
	for _, x := range []struct {
		said string
		want bool
	}{
		// Questions without a question mark.
		{"How many boxes may readers order a day with the written consent of the archivist", true},
		{"May readers order three boxes a day with the written consent of the archivist", true},
		{"Must whoever keeps a box before the end of the month return it for longer than thirty days", true},
		{"Please tell me which readers may order three boxes a day with the written consent of the archivist", true},
		{"When must whoever keeps a box for longer than thirty days return it before the end of the month", true},
		{"读者每人每次最多借阅几册馆藏档案，期限为多少天", true},
		{"读者可以凭有效证件借阅馆藏档案吗，每人每次最多借阅三册", true},
		{"档案管理员是否有权要求读者出示证件，读者必须予以配合", true},
		{"谁应当每年向理事会报告档案的数量和保存情况", true},
		{"Может ли читатель заказать более трёх дел в день с письменного согласия хранителя фонда", true},
		{"Сколько дел в день может заказать читатель с письменного согласия хранителя фонда", true},
		{"Cuantas cajas puede pedir el lector al día con el permiso escrito del archivero de turno", true},
		{"Cuándo debe revisar cada caja el archivero, cuando el lector la devuelve al depósito del archivo", true},

		// Statements that were altered, modal verbs and measures among what was.
		{"Readers may not order three boxes a day without the written consent of the archivist", false},
		{"Readers can order four boxes a day with the written consent of the archivist", false},
		{"When a visitor leaves the building, the boxes are locked in the cabinet by the clerk on duty", false},
		{"When a box leaves the building, it must be locked in the cabinet by the clerk on duty", false},
		{"读者必须凭有效证件借阅馆藏档案，每人每次最多借阅五册，期限为三十天。", false},
		{"读者有权凭有效证件借阅馆藏档案，每人每次最多借阅三册，罚款三十元。", false},
		{"档案管理员可以要求读者出示证件，读者应当予以配合。", false},
		{"档案管理员必须要求读者出示证件，读者有权予以拒绝配合。", false},
		{"读者可以在阅览室内拍照，但经馆长书面批准的除外。", false},
		{"读者禁止在任何阅览室内拍照，但经馆长书面批准的除外。", false},
		{"逾期未还的，每天罚款金额三元，罚款用于修复档案。", false},
		{"馆长必须每月向理事会报告档案的价格和保存情况。", false},
		{"捐赠人有权随时查阅本人捐赠的档案，租金由捐赠人承担。", false},
		{"Читатель вправе заказать не более пяти дел в день с письменного согласия хранителя фонда", false},
		{"Хранитель может проверить сохранность каждого дела после его возвращения читателем в хранилище", false},
		{"El lector debe pedir hasta cuatro cajas al día con el permiso escrito del archivero de turno", false},
		{"El archivero puede revisar cada caja cuando el lector la devuelve al depósito del archivo", false},
	} {
		checked, err := c.Check(t.Context(), x.said)
		if err != nil || checked.Status == verify.Absent {
			t.Errorf("%s: %s, %v", x.said, checked.Status, err)
		}
		if got := Asks(x.said, checked); got != x.want {
			t.Errorf("%s: asks %v, %s %+v", x.said, got, checked.Status, checked.Differences)
		}
	}
}

// TestNoModalVerbAsks exchanges the modal verbs of every sentence.
func TestNoModalVerbAsks(t *testing.T) {
	d := archive(t)
	c := verify.New(d)
	verbs := [][]string{{"可以", "必须", "有权", "应当", "不得", "禁止", "允许"}, {"may", "must", "can", "should", "shall"},
		{"может", "обязан", "вправе", "должен"}, {"puede", "debe", "podrá", "deberá"}}
	n := 0
	for i := range d.Sections {
		for _, s := range d.Sentences(i) {
			for _, class := range verbs {
				for _, from := range class {
					for _, to := range class {
						said := strings.Replace(d.Slice(s), from, to, 1)
						if said == d.Slice(s) || !IsPassage(said) {
							continue
						}
						n++
						checked, err := c.Check(t.Context(), said)
						if err != nil || !Found(checked, said, question.Question{Kind: question.Search}) {
							t.Errorf("%s: no passage, %s %v", said, checked.Status, err)
						}
					}
				}
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d sentences", n)
	}
}

func TestAsksWhether(t *testing.T) {
	d := archive(t)
	for _, x := range []struct {
		asked, language string
		want            bool
	}{
		{"Who pays?", "en", false},
		{"Are dogs allowed?", "en", false},
		{"May dogs come too?", "en", false},
		{"How long?", "en", false},
		{"谁付钱？", "zh", false},
		{"可以带狗吗？", "zh", false},
		{"Кто платит?", "ru", false},
		{"А собаки?", "ru", false},
		{"¿Quién paga?", "es", false},
		{"Wer zahlt das?", "und", false},
		{"What does it say?", "en", false},
		{"What else?", "en", false},
		{"Was that really said?", "en", true},
		{"Does it say that?", "en", true},
		{"Is that so?", "en", true},
		{"Is this really true?", "en", true},
		{"Does it really say that?", "en", true},
		{"Is that in the house rules of the archive?", "en", true},
		{"Is this in the document?", "en", true},
		{"真的吗？", "und", true},
		{"这是真的吗？", "zh", true},
		{"文件里真有这句话吗？", "zh", true},
		{"Это правда?", "ru", true},
		{"Так ли это?", "ru", true},
		{"Так сказано в документе?", "ru", true},
		{"¿Es verdad?", "und", true},
		{"¿Es cierto esto?", "es", true},
		{"Stimmt das?", "und", true},
		{"Steht das wirklich so im Text?", "de", true},
	} {
		if got := AsksWhether(x.asked, x.language, d); got != x.want {
			t.Errorf("%s: %v", x.asked, got)
		}
	}
}

func TestBeside(t *testing.T) {
	const long = "Readers may order three boxes a day with the written consent of the archivist."
	const low = "readers may order three boxes a day with the written consent of the archivist"
	for _, x := range []struct{ said, passage, asked string }{
		{"", "", ""},
		{"Is that so?", "", ""},
		{long, "", ""},
		{"Short. Is that so?", "", ""},
		{long + " Or not? Who signs that?", "", ""},
		{"Whoever “" + long + "” must pay. Is that so?", "Whoever “" + long + "” must pay.", "Is that so?"},
		{long + " Or not? Is that so?", long, "Or not? Is that so?"},
		// Without a full stop.
		{low + " Is that so?", low, "Is that so?"},
		{low + ", is that right?", low, "is that right?"},
		{low + " — is that so?", low, "is that so?"},
		{low + "\n\nWho signs it?", low, "Who signs it?"},
		{low + "\nWho signs it?", low, "Who signs it?"},
		{low + "\nof the house who signs it?", "", ""},
		{"who says so?\n" + low, low, "who says so?"},
		{low + "，是这样吗？", low, "是这样吗？"},
		// In quotation marks.
		{"My colleague says: “" + long + "” Is that so?", long, "Is that so?"},
		{"Is it true that “" + long + "”?", long, "Is it true that?"},
		{"Who says this? «" + long + "»", long, "Who says this?"},
		{"Mein Kollege sagt: „" + long + "“ — Stimmt das?", long, "Stimmt das?"},
		{"我同事说：“读者可以凭有效证件借阅馆藏档案，每人每次最多借阅三册。”是这样吗？", "读者可以凭有效证件借阅馆藏档案，每人每次最多借阅三册。", "是这样吗？"},
		{long + " Is that so?", long, "Is that so?"},
		{"Is that so?\n\n" + long, long, "Is that so?"},
		{"读者可以凭有效证件借阅馆藏档案，每人每次最多借阅三册。是这样吗？", "读者可以凭有效证件借阅馆藏档案，每人每次最多借阅三册。", "是这样吗？"},
	} {
		passage, asked, ok := Beside(x.said)
		if ok != (x.asked != "") || ok && (passage != x.passage || asked != x.asked) {
			t.Errorf("%q: %q, %q, %v", x.said, passage, asked, ok)
		}
	}
}
