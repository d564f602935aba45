package words

import (
	"fmt"
	"unicode/utf8"

	"pincite/internal/sought"
)

var chinese = Words{
	Start:          "您可以就《{title}》提问。我逐字引用原文，并注明出处；文件里没有写的，我会如实告知。",
	StartHow:       "请直接用自己的话提问，或发送编号。例如：",
	HelpAsk:        "请用自己的话提问，或发送条目编号。我用文件的原话回答，并注明出处。",
	HelpFollow:     "可以接着问：“多久一次？”“第九条呢？”“下一条”“看全文”。",
	HelpCommands:   "在群里，我只回应命令和对我消息的回复，收不到其他消息。用 /ask 回复某条消息，即可就它提问。",
	HelpMentions:   "在群里，我回应命令、对我消息的回复，以及提到我的消息。用 /ask 回复某条消息，即可就它提问。",
	HelpInline:     "想在任意聊天中分享原文，请输入 @ 加我的用户名，再写问题或编号。",
	Greeting:       "您好。关于《{title}》，您想了解什么？",
	Thanks:         "不客气。",
	Identity:       "我是一个程序，只依据《{title}》回答：找到相关段落，逐字引用，注明出处，不添加任何内容。",
	Description:    "就《{title}》用自己的话提问，或发送编号。我逐字引用原文并注明出处；文件里没有写的，会如实告知。",
	Short:          "回答关于一份文件的问题：逐字引用原文，注明出处。",
	ExampleOutline: "这份文件的结构是怎样的？",
	ExampleNumber:  "第{n}{noun}讲什么？",
	CmdAsk:         "提问",
	CmdFind:        "查找提到某个词的所有条目",
	CmdToc:         "目录",
	CmdAbout:       "关于文件，以及保存哪些数据",
	CmdLanguage:    "语言",
	CmdHelp:        "怎样提问",
	CmdLevel:       "按编号查看“{noun}”",
	Empty:          "请输入问题，或条目编号。",
	TooShort:       "太短了，无法查找。请多写几个字。",
	NoPiece:        "该条没有这一段或这一项。以下是全文：",
	Elsewhere:      "所指的条目似乎没有回答这个问题。原文如下：",
	TaskSection:    "我只引用原文，不作概括、翻译、写作或评价。以下是该条原文：",
	TaskAlone:      "我只引用文件原文，不作概括、翻译、写作或评价。请提问、说出条目，或查看目录：/toc",
	Unread:         "我能读中文、英文、俄文和西班牙文的问题。条目的编号和标题用任何语言都可以。",
	UnknownCommand: "没有这个命令。可用的有 /ask、/find、/toc、/about、/language 和 /help。",
	DidYouMean:     "您是指 {command} 吗？",
	TooLong:        "内容太长，请控制在 {n} 个字以内。",
	TooMany:        "一分钟内的问题有点多，请稍后再问。",
	AskUsage:       "请把问题写在命令后面：/ask {example}",
	FindUsage:      "请在命令后面写上要找的词：/find {example}",
	NotThere:       "这份文件里没有这一条。",

	SeeAlso:   "另见",
	Weak:      "文件里可能没有这个问题的答案。",
	Undefined: "文件提到了它（{place}），但没有加以解释。",
	Lacks: map[sought.Kind]string{
		sought.Date:      "文件里没有找到相关日期。",
		sought.Frequency: "文件里似乎没有写多久一次。",
		sought.Count:     "文件里没有找到相关数量。",
		sought.Sum:       "文件里没有找到相关金额或比例。",
		sought.Agent:     "文件里似乎没有写明具体是哪个人。",
		sought.Duration:  "文件里似乎没有写要多长时间。",
		sought.Contact:   "文件里没有找到电话、地址或链接。",
		sought.Age:       "文件里似乎没有写明年龄。",
	},
	Closest:     "最接近的段落：",
	Differently: "如果您问的不是这个，请换个说法，或用 /find 查一个词。",
	Missing:     "文件里没有：{words}。",
	None:        "文件里没有找到相关内容。",
	NoneHow:     "请换个说法，或试试这些：",
	Mentions:    "“{topic}”：已查全部 {of}，其中 {k} {nouns}提到：",
	Without:     "“{topic}”：已查全部 {of}，其中 {k} {nouns}没有提到：",
	Length:      "篇幅",
	InWords:     "{n} 个{language}词",
	Aided:       "原文中没有“{topic}”的字样。根据索引，{of}中有 {k} {nouns}提到：",
	Failed:      "查找出错了，请稍后再问。",
	NoMention:   "没有提到“{topic}”，已查过 {n} {nouns}。",
	Shown:       "显示第 {from} 至 {to} 处，共 {k} 处。",

	Range:      "没有第{n}{noun}，{all}的编号{range}。",
	RangeWhole: "没有第{n}{noun}，全文共{last}{many}。",
	RangeLarge: "没有这个编号，{all}的编号{range}。",
	NoNumber:   "请加上编号（{first} 到 {last}），例如“{example}”",
	NoNext:     "后面没有了，文件到此结束。",
	NoMore:     "没有找到更多相关内容。",
	NoPrevious: "前面没有了，文件由此开始。",
	NoContext:  "不清楚您指的是哪一条。请写明编号，或把问题说完整。",
	AlsoThere:  "另外还有",
	Several:    "共有 {n} 处，请选择：",
	Has:        "文件共有 {counts}。",
	HasIn:      "{label}共有 {counts}。",
	And:        "、",
	Contents:   "目录",

	FullText:       "全文",
	Share:          "分享",
	Automatic:      "自动",
	Changed:        "文件已经更新，这个按钮已失效，请重新提问。",
	Stale:          "这个按钮已失效，请重新提问。",
	Noted:          "谢谢，已记录。",
	NoQuestion:     "这份列表已失效，请重新查找。",
	ChooseLanguage: "请选择语言。引文保持文件原样。",
	LanguageSet:    "以后我用中文回答。",
	LanguageAuto:   "以后我随您提问的语言回答。",

	Issuer:     "发文机关",
	Source:     "来源",
	InLanguage: "这份文本的语言是{language}。",
	Digest:     "文本的 SHA-256 开头为",
	Kept:       "没能回答的问题，以及评价和所评的问题，保存 {days} 天。其他问题不保存。",
	KeptNone:   "问题和评价都不保存。",
	KeptMemory: "为了能接着问，最近 {n} 轮对话在内存中保留 {minutes} 分钟。",
	Dates:      map[string]string{"adopted": "成文日期", "released": "发布日期"},
	Languages:  map[string]string{"en": "英文", "zh": "中文", "ru": "俄文", "es": "西班牙文"},

	Numbered: func(name, designation string) string { return "第" + designation + name },
	Interval: func(_ Noun, first, last string) string { return fmt.Sprintf("从 %s 到 %s", first, last) },
	Kinds:    map[string]Noun{"title": {Name: "标题", One: "标题"}, "preamble": {Name: "开头", One: "开头"}, "conclusion": {Name: "结尾", One: "结尾"}},
	Open:     "“", Close: "”",
	Stop: "。", Comma: "、", Colon: "：",
	Day:         "{y}年{month}{d}日",
	Months:      [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
	Nouns:       map[string]Noun{},
	SectionNoun: Noun{Name: "节", One: "节", Few: "节", Many: "节", All: "各节"},
	Count:       func(n Noun, _ int) string { return n.Many },
	Of:          func(n Noun, count int) string { return fmt.Sprint(count, " ", n.Many) },
	Unknown:     chineseNoun,
}

// chineseNoun counts a name of one character by itself (15 条) and a longer
// one with the general measure word (4 个部分).
func chineseNoun(name string) Noun {
	many := name
	if utf8.RuneCountInString(name) > 1 {
		many = "个" + name
	}
	return Noun{Name: name, One: name, Few: many, Many: many, All: "各" + name}
}
