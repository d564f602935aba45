package answer_test

import (
	"testing"

	"pincite/internal/answer"
)

// TestLookAlikes: a question about a bound, a validity, a dimension or who belongs to what is
// not answered with confidence by a text that says something else of the same thing, in the
// words that the question has beside: the least that there may be for the most, how long it
// is made for how long it holds, the distance for the height.
func TestLookAlikes(t *testing.T) {
	for _, c := range []struct {
		text string
		asks []string // without an answer in the text
		told string   // with one
	}{
		{`# Rowing Club

## 1. Committee

The committee has at least five members. The caretaker writes to the committee.

## 2. Passes

A pass is printed in ten minutes. The pass costs four crowns.

## 3. Jury

The jury bench is painted by Anna every year.
`, []string{
			"how long is a pass valid?", "who belongs to the committee?",
			"how much does the pass cost maximum?", "who sits on the jury bench?",
		}, "how many members at least does the committee have?"},
		{`# Ruderordnung

## 1. Vorstand

Der Vorstand hat mindestens fünf Mitglieder. Der Bootswart schreibt dem Vorstand.

## 2. Ausweise

Ein Ausweis wird in zehn Minuten gedruckt.

## 3. Lampe

Ein Feuer brennt zehn Meter von der Lampe entfernt.
`, []string{
			"Wie viele Mitglieder hat der Vorstand höchstens?", "Wie lange gilt ein Ausweis?", "Wer gehört zum Vorstand?", "Wie dick ist das Feuer?",
		}, "Wie viele Mitglieder hat der Vorstand mindestens?"},
		{`# Reglamento del club

## 1. Directiva

La directiva tiene al menos cinco miembros. El guarda escribe a la directiva.

## 2. Pases

Un pase se imprime en diez minutos.

## 3. Faro

El fuego se enciende a diez metros del faro.
`, []string{
			"¿Cuánto tiempo es válido un pase?", "¿Quiénes integran la directiva?",
			"¿A qué altura se enciende el fuego?",
		}, "¿Cuántos miembros tiene la directiva?"},
		{`# Règlement du club

## 1. Bureau

Le bureau a au moins cinq membres. Le gardien écrit au bureau.

## 2. Cartes

Une carte est imprimée en dix minutes.

## 3. Phare

Le feu est allumé à dix mètres du phare.
`, []string{
			"Combien de membres le bureau a-t-il au maximum ?", "Combien de temps une carte est-elle valable ?", "Qui fait partie du bureau ?",
			"À quelle hauteur le feu est-il allumé ?",
		}, "Combien de membres a le bureau ?"},
		{`# Regolamento del circolo

## 1. Direttivo

Il direttivo ha almeno cinque membri. Il custode scrive al direttivo.

## 2. Tessere

Una tessera si stampa in dieci minuti.

## 3. Faro

Il fuoco si accende a dieci metri dal faro.
`, []string{
			"Quanti membri ha al massimo il direttivo?", "Quanto tempo è valida una tessera?", "Chi fa parte del direttivo?", "Quanto è alto il fuoco?",
		}, "Quanti membri ha il direttivo?"},
		{`# Regulamento do clube

## 1. Direção

A direção tem pelo menos cinco membros. O guarda escreve à direção.

## 2. Cartões

Um cartão imprime-se em dez minutos.

## 3. Farol

O fogo acende-se a dez metros do farol.
`, []string{
			"Quanto tempo é válido um cartão?", "Quem faz parte da direção?", "A que altura se acende o fogo?",
		}, "Quantos membros tem a direção?"},
		{`# Правила клуба

## 1. Правление

В правлении не менее пяти членов. Сторож пишет правлению.

## 2. Пропуск

Пропуск печатают за десять минут.
`, []string{
			"Сколько длится пропуск?", "Кто входит в правление?",
		}, "Сколько членов в правлении?"},
		{`# 划船俱乐部规则

## 第一条 理事会

理事会至少有五名成员。门卫给理事会写信。

## 第二条 证件

证件在十分钟内印好。

## 第三条 灯塔

篝火离灯塔十米。
`, []string{"证件多久有效？", "哪些人组成理事会？", "篝火有多高？", "篝火多重？"}, "理事会有几名成员？"},
	} {
		a := about(t, c.text)
		for _, q := range c.asks {
			if got := ask(t, a, q); got.Kind != answer.KindClosest {
				t.Errorf("%q: %s %.2f, want closest", q, got.Kind, got.Confidence)
			}
		}
		if got := ask(t, a, c.told); got.Kind != answer.KindAnswer {
			t.Errorf("%q: %s %.2f, want an answer", c.told, got.Kind, got.Confidence)
		}
	}
}
