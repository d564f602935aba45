package reference

import "pincite/internal/question/lexicon"

// Small words of all four languages that the reading of numbers needs.
var (
	listWords   = lexicon.Of(", 、 & + / ; and or plus y e u o и или 和 与 跟 及 或 以 versus vs")
	rangeWords  = lexicon.Of("- – — ~ to through thru till until 到 至 до hasta")
	classifiers = lexicon.Of("个 大 小") // between a Chinese ordinal and a level: 第三个部分
	determiners = lexicon.Of("the la las los el от 第")
	between     = lexicon.Of("between между entre")
	// NumberMarks say that a number follows: "no. 7".
	NumberMarks = lexicon.Of("no nos nr num nums number numbers numero numeros номер номера № # n")
	// fromWords begin a range of digits: "measures from 7 to 9".
	fromWords = lexicon.Of("from de с со del desde между between entre")
	// Placeholders stand for a section after an ordinal: "the tenth one".
	Placeholders = lexicon.Of("one ones uno una один одна одну 个")
	// countWords before a number make it a count: "the 15 measures", 共七条.
	countWords = lexicon.Of("the these those all of only about every each last how 几 共 有 这 那 哪 前 分 等 和 все всего из los las estas esas otras")
	// within joins a section to the one that holds it: "measure 2 of part 3".
	within = lexicon.Of("of in under from within the в из de del la el en 的 里 中 里面 下 面")
	// notLevels are words one letter away from common names of levels.
	notLevels = lexicon.Of("measured measuring sections' particle particles medias medida's")
)
