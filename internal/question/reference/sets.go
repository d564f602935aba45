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
	// measureWords stand between a Chinese count and what is counted.
	measureWords = lexicon.Of("个 大 种 类 项 条 件 名 位 次 点 款 章 块")
	// namesOn go on after a Chinese number that names, saysOn if more follows:
	// 七条讲什么, 七是什么, but not 八项规定, 三讲.
	namesOn = lexicon.Of(`内容 是 的 都 全文 全部 原文 呢 吗 啊 呀 吧 哦 啦 具体 分别 怎么 怎样 如何 主要 到底 究竟 有什 有啥 有哪 里面 里讲
		里说 叫什 叫啥 标题 和 与 跟 及 或 给我 给看 发我 发给 发一 请 再 谢谢 对 关于 完整 详细 什么 啥 干什 提到 念 读`)
	saysOn = lexicon.Of("讲 说 写 谈 看")
	// zeroPlurals are Russian genitives without an ending.
	zeroPlurals = lexicon.Of("мер глав норм задач букв")
	// within joins a section to the one that holds it: "measure 2 of part 3".
	within = lexicon.Of("of in under from within the в из de del la el en 的 里 中 里面 下 面")
	// notLevels are words one letter away from common names of levels.
	notLevels = lexicon.Of("measured measuring sections' particle particles medias medida's")
)
