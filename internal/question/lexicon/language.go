package lexicon

// A language is what one language contributes to every table. Fields ending in
// Words are bags, and the level names are lists; the others are patterns.
type language struct {
	greetingWords, thanksWords string
	chatWords                  string // may stand around small talk without giving it substance
	identity, help             string // questions to the bot about itself
	thanks, greeting           string // for a script without spaces, where bags cannot do it

	lookupWords  string // carry no content in a wish to see a section
	outlineWords string // carry none in a question about the structure
	metaWords    string // carry none in a question about the document itself

	next, previous, fullText, more, summary, up string // steps from the section shown last

	count, list, children, structure string // of the outline
	parent                           string // the section that holds the one named
	title, issuer, adopted, released string // of the document
	dates, language, source, nature  string
	author                           string // the person, not the body that issued it
	length                           string // in words or pages

	mentions       string // with the topic as +
	without        string // the same for the sections that do not mention it
	prefix, suffix string // frames around the topic of a search

	connectiveWords string // begin a message that goes on from the last one
	connectives     string // the same as patterns
	pronouns        string // lean on what was said before
	askWords        string // question words
	politeWords     string // stand before a request: please, could you
	shortAsk        string // questions that are whole only after another

	preamble, conclusion       string    // names of unnumbered sections
	preambleToo, conclusionToo string    // doubtful ones, words like any other in a longer question
	beside                     string    // "before", "after": joins a section to an unnumbered one that only says where it is
	after, before              string    // a section by its neighbour: "what comes after @ref"
	fromEnd                    [4]string // 1: the last; 2, 3: before it; 0: the pattern holds the number
	genericLow, genericHigh    string    // level names of documents at large

	wants, not wants // words that ask for a kind of answer; those that only look like it
}

// wants are the words that tell what kind of answer is asked for.
type wants struct {
	date, howOften, howMany, amount, person, role, definition, enumeration, sanction,
	deadline, duration, place, yesNo, why, how, consequence, contact, creation, age string
}

// tables returns the tables in the order of the fields.
func (w *wants) tables() []string {
	return []string{w.date, w.howOften, w.howMany, w.amount, w.person, w.role, w.definition, w.enumeration, w.sanction,
		w.deadline, w.duration, w.place, w.yesNo, w.why, w.how, w.consequence, w.contact, w.creation, w.age}
}

// languages are the tables that All compiles, in the order in which they match.
var languages = []*language{&english, &chinese, &russian, &spanish}

// macros are alternatives that several patterns share.
var macros = map[string]string{
	"$钱":         "经费|预算|工资|补贴|津贴|奖金|罚款|费用|资金|党费|报酬|会费|学费|补助|待遇|薪水|工资标准|党费标准",
	"$物":         "工程|计划|行动|制度|机制|活动|项目|文件|意见|方案|办法|经验|运动|专项|清单|体系|平台|精神|模式|做法|班|会|课|系统|标题|条|措施|部分|章|理论|思想|原则|方法|制",
	"$деньги":    "бюджет|зарплата|зарплату|премия|премию|взнос|сумма|сумму|процент|доля|долю|надбавка|надбавку|доплата|доплату|пособие|субсидия|субсидию|финансирование|размер_штрафа|размер_премии|размер_взноса|размер_взносов|стоимость|цена|компенсация|компенсацию|выплата|выплаты|оклад|пенсия|квота",
	"$сочинение": "стих|стихи|стихотворение|стишок|поэму|песню|письмо|жалобу|заявление|заявку|сочинение|эссе|речь|рассказ|сказку|историю|шутку|анекдот|хокку|доклад|отчет|пост|твит|статью|лозунг|резюме|сценарий|код|программу|скрипт|тест|викторину|презентацию|плакат|картинку|рисунок|план|конспект|реферат|приглашение|поздравление|тост|рэп|частушку|частушки|оду|роман|пьесу|объяснительную|характеристику|обращение|петицию|шаблон|приказ|докладную",
	"$crea":      "escribe|escribeme|escriba|escribame|escribir|escribirme|redacta|redactame|redacte|redactar|compon|componer|crea|creame|crear|genera|generame|generar|elabora|elaborame|elaborar|haz|hazme|haga|hagame|hacer|hacerme|prepara|preparame|preparar|inventa|inventame|inventar|disena|disename|disenar|produce",
	"$obra":      "poema|poemas|cancion|carta|cartas|solicitud|instancia|ensayo|discurso|cuento|historia|chiste|rima|haiku|soneto|correo|email|informe|articulo|eslogan|curriculum|presentacion|codigo|programa|script|examen|cuestionario|cartel|dibujo|imagen|logo|plan|guion|novela|obra|rap|copla|verso|versos|queja|reclamacion|peticion|plantilla|invitacion|felicitacion|brindis|autocritica|tesis|redaccion|publicacion|tuit|post",
	"$dinero":    "presupuesto|presupuestos|salario|salarios|sueldo|sueldos|multa|multas|cuota|cuotas|porcentaje|fondos|subsidio|subsidios|importe|coste|costo|precio|tarifa|tasa|bono|bonificacion|prima|ayuda_economica|monto|cuantia|compensacion|indemnizacion|pension|partida_presupuestaria|asignacion",
	"$persona":   "autor|autora|autores|funcionario|funcionaria|funcionarios|responsable|responsables|dirigente|dirigentes|jefe|jefa|jefes|lider|lideres|persona|personas|director|directora|firmante|firmantes|ministro|ministra|secretario|secretaria|redactor|redactores|presidente|presidenta|camarada|cuadro|cuadros",
	"$money":     "money|cash|pay|funding|funds|budget|budgets|salary|salaries|wage|wages|bonus|bonuses|allowance|allowances|subsidy|subsidies|compensation|fine|fines|fee|fees|dues|tax|taxes|price|cost|costs|investment|reward|pension|rent|stipend|payment|raise|rise",
	"$sum":       "budget|salary|wage|fee|price|cost|percentage|percent|per_cent|share|proportion|amount|sum|rate|quota|bonus|allowance|subsidy|fraction|stipend|pension|pay_rise|pay_raise|compensation|fine|penalty_fee",
	"$person":    "person|persons|people|author|authors|official|officials|leader|leaders|head|heads|drafter|drafters|director|directors|secretary|secretaries|minister|ministers|chairman|signatory|signatories|individual|individuals|comrade|comrades|cadre|cadres|member|members|man|men|woman|women|boss|bosses|general_secretary",
	"$make":      "write|compose|draft|create|make|generate|invent|produce|prepare|design|draw|paint|build|code|script|craft|type_up|think_up|come_up_with",
	"$piece":     "poem|poems|song|songs|letter|letters|essay|essays|speech|application|story|stories|rhyme|rhymes|haiku|limerick|joke|jokes|email|e-mail|article_about|blog|post|tweet|slogan|cover_letter|resume|cv|memo|press_release|presentation|slides|powerpoint|quiz|quizzes|exam|test_paper|script|code|program|function|poster|picture|image|drawing|logo|report|toast|rap|sonnet|ballad|verse|verses|novel|play|dialogue|complaint|petition|self-criticism|plan|agenda|template|advert|advertisement|translation|invitation|statement|thesis|homework|assignment|lesson_plan|sketch|fairy_tale",
	"$doc":       "it|this|that|the_document|this_document|the_text|this_text|the_paper|this_paper|the_opinions|these_opinions|the_opinion|this_opinion|document|the_file|this_file|this_thing|the_doc|this_doc|the_whole_document|the_regulation|this_regulation|the_law|this_law|they",
	"$talk":      "say|says|said|talk|talks|talking|mention|mentions|speak|speaks|discuss|discusses|cover|covers|address|addresses|bring_up|brings_up|deal_with|deals_with|contain|contains|have|has|state|states|tell|tells|write|include|includes|treat|treats|touch_on|touches_on|refer_to|refers_to|go_into|raise|raises",
	"$neg":       "not|do_not|does_not|don't|dont|doesn't|doesnt|did_not|didn't|never|do_never|cannot",
	"$text":      "the_document|this_document|document|the_text|this_text|the_paper|this_paper|the_opinions|these_opinions|the_file|this_file|the_whole_document|the_whole_text|the_doc|this_doc",
	"$unit":      "words|pages|characters|letters|sentences|lines|tokens",
	"$on":        "about|on|regarding|concerning|of|re|with_regard_to|as_to|to",
	"$ment":      "mention|mentions|mentioning|mentioned|talk|talks|speak|speaks|refer|refers|reference|references|discuss|discusses|deal_with|deals_with|dealing_with|address|addresses|cover|covers|concern|concerns|contain|contains|include|includes|touch|touches|touch_on|touch_upon|touches_on|touches_upon|relate|relates|have_to_do_with|has_to_do_with|say_something|say_anything|name|names|bring_up|use_the_word|use_the_phrase|use_the_term|contain_the_word|contain_the_phrase|use_the_expression|write_about|are_about",
	"$文":         "文件|意见|文档|文本|这份文件|这个文件|该文件|本文件|这份意见|这个意见|本意见|全文|文中|文章|材料|这里|里面|它",
	"$提":         "提到|题到|提及|提过|提了|涉及|讲到|说到|谈到|写到|讲了|说了|写了|提出|有提|包含|包括|有关|关于|涉|讲|谈|提",
	"$док":       "документ|документе|текст|тексте|текста|документа|мнение|мнения|мнениях|этот_документ|этот_текст|этого_документа|этого_текста|этом_документе|этом_тексте",
	"$лицо":      "автору|кандидату|кандидатам|человеку|кадру|кадрам|руководителю|руководителям|председателю|генеральному_секретарю|генсеку|секретарю|президенту|премьеру|сотруднику|сотрудникам|работнику|члену|членам|лидеру|директору|министру|чиновнику|чиновникам|си|си_цзиньпину",
	"$дел":       "документ|текст|он|там|тут|здесь|этот_документ|этот_текст",
	"$txt":       "el_documento|este_documento|documento|el_texto|este_texto|texto|las_opiniones|estas_opiniones|esto|la_norma|este",
}
