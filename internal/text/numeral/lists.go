package numeral

// notNumbers are common words one letter away from a number word.
var notNumbers = set(`there their these tree trees three's threw right light night fight might sight tight bright
		weight freight even ever event events sever fist thirst forth fort tent tents teeth tend tends month months once doc quite
		quiet quine парты партии сорт право часть честь место места пятна седой entre parte partes cuanto cuanta cuantos cuantas
		tercio nuevo nueva nuevos nuevas siente tener octavas visto quien`)

// Languages returns the languages whose number words are read, but for Chinese.
func Languages() []string { return []string{"en", "es", "ru"} }

// numberLists is every number word: cardinals and ordinals of English, Spanish
// and Russian, and slips that are two letters off but common.
var numberLists = []wordList{
	{from: 0, step: 1, words: `zero/nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen
		fifteen sixteen seventeen eighteen nineteen`},
	{from: 20, step: 10, words: `twenty thirty forty/fourty fifty sixty seventy eighty ninety hundred`},
	{from: 1000, step: 1, words: `thousand`},
	{from: 1, step: 1, ordinal: true, words: `first second third fourth fifth/fith sixth seventh eighth ninth tenth eleventh twelfth/twelveth
		thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`},
	{from: 20, step: 10, ordinal: true, words: `twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth`},

	{from: 0, step: 1, words: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
		dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco
		veintiséis veintisiete veintiocho veintinueve`},
	{from: 30, step: 10, words: `treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento`},
	{from: 200, step: 100, words: `doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas
		seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas mil`},
	{from: 1, step: 1, ordinal: true, endings: "o a os as", words: `primer segund tercer cuart quint sext séptim/sétim octav noven décim
		undécim/decimoprimer/decimaprimer duodécim/decimosegund/decimasegund decimotercer/decimatercer decimocuart/decimacuart
		decimoquint/decimaquint decimosext/decimasext decimoséptim/decimaséptim decimoctav/decimaoctav/decimooctav
		decimonoven/decimanoven/decimonon vigésim vigesimoprimer`},
	{from: 1, step: 2, ordinal: true, words: `primer tercer`},
	{from: 13, step: 1, ordinal: true, words: `decimotercer`},
	{from: 30, step: 10, ordinal: true, endings: "o a os as", words: `trigésim cuadragésim quincuagésim`},

	{from: 0, step: 1, words: `ноль/нуль один/одна/одно/одну/одной/одного два/две/двух/двум/двумя три/трех/трем/тремя
		четыре/четырех/четырем пять/пяти/пятью шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти
		одиннадцать/одиннадцати/одинадцать двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати
		пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати`},
	{from: 20, step: 10, words: `двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти
		семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста сто/ста`},
	{from: 200, step: 100, words: `двести/двухсот триста/трехсот четыреста/четырехсот пятьсот/пятисот шестьсот/шестисот
		семьсот/семисот восемьсот/восьмисот девятьсот/девятисот тысяча/тысячу/тысячи/тысяч`},
	{from: 1, step: 1, ordinal: true, endings: russianAdjective, words: `перв втор трет четверт пят шест седьм восьм девят десят одиннадцат/одинадцат двенадцат
		тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат`},
	{from: 30, step: 10, ordinal: true, endings: russianAdjective, words: `тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот`},
	{from: 3, step: 1, ordinal: true, endings: "ий ья ье ью ьи ьего ьей ьем ьему ьим ьих ьими", words: `трет`},
}

// russianAdjective are the endings of a Russian ordinal but третий.
const russianAdjective = "ый ой ая ое ую ые ого ому ым ом ых ыми"
