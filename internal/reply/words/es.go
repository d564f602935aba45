package words

import (
	"fmt"
	"strings"

	"pincite/internal/sought"
	"pincite/internal/verify/between"
	"pincite/internal/verify/collate"
	"pincite/internal/verify/word"
)

var spanish = Words{
	Start:          "Pregunte sobre «{title}». Cito el texto palabra por palabra e indico dónde está cada cita. Si el documento no lo aclara, se lo indico.",
	StartHow:       "Escriba una pregunta con sus propias palabras, o un número. Por ejemplo:",
	HelpAsk:        "Pregunte con sus propias palabras, o envíe el número de un apartado. Respondo con las palabras del documento e indico dónde están.",
	HelpFollow:     "Puede seguir preguntando: «¿cada cuánto?», «¿y la 9?», «la siguiente», «el texto completo».",
	HelpCommands:   "En un grupo respondo a los comandos y a las respuestas a mis mensajes; los demás mensajes no me llegan. Responda a un mensaje con /ask para convertirlo en pregunta.",
	HelpMentions:   "En un grupo respondo a los comandos, a las respuestas a mis mensajes y a los mensajes que me mencionan. Responda a un mensaje con /ask para convertirlo en pregunta.",
	HelpInline:     "Para compartir un pasaje en cualquier chat, escriba mi nombre con @ y una pregunta o un número.",
	Greeting:       "Hola. ¿Qué desea saber sobre «{title}»?",
	Thanks:         "Con gusto.",
	Identity:       "Soy un programa que responde a partir de «{title}»: encuentro el pasaje, lo cito palabra por palabra e indico dónde está. No añado nada.",
	Description:    "Pregunte sobre «{title}» con sus propias palabras, o envíe un número. Respondo con citas exactas e indico dónde está cada una. Si el documento no lo aclara, se lo indico.",
	Short:          "Responde a preguntas sobre un documento con citas exactas y su ubicación.",
	ExampleOutline: "¿Cómo está organizado el documento?",
	ExampleNumber:  "¿Qué dice {noun} {n}?",
	CmdAsk:         "Hacer una pregunta",
	CmdFind:        "Buscar todas las secciones que mencionan algo",
	CmdToc:         "Índice",
	CmdAbout:       "El documento, y qué se guarda",
	CmdLanguage:    "Idioma",
	CmdVerify:      "Comprobar si un texto está en el documento",
	CmdHelp:        "Cómo preguntar",
	CmdLevel:       "Mostrar {noun} por su número",
	CmdPrivacy:     "Qué se guarda sobre usted",
	CmdForget:      "Borrar lo que se guarda sobre usted",
	Empty:          "Escriba, por favor, una pregunta o el número de un apartado.",
	TooShort:       "Es demasiado corto para buscarlo. Pregunte, por favor, con unas palabras más.",
	TooLong:        "Es demasiado largo para una sola pregunta. Escriba, por favor, menos de {n} caracteres.",
	Stray:          "No está en «{in}». Está aquí:",
	NoPiece:        "La sección no tiene ese párrafo o punto. Esta es entera:",
	Elsewhere:      "Es posible que la sección nombrada no responda a eso. Es esta:",
	TaskSection:    "Solo cito: no resumo, traduzco, redacto ni opino. Esta es la sección misma:",
	TaskSections:   "Solo cito: no resumo, traduzco, redacto ni opino. Estas son las secciones mismas:",
	TaskAlone:      "Solo cito el documento: no resumo, traduzco, redacto ni opino. Haga una pregunta, nombre una sección o vea el índice: /toc",
	Foreign:        "El documento está en otro idioma y no encuentro en él ninguna palabra de su pregunta. Pregunte en el idioma del documento; los números y títulos de las secciones valen en cualquiera.",
	Unread:         "Leo preguntas en español, inglés, chino y ruso[, y en el idioma del documento]. Los números y títulos de las secciones valen en cualquier idioma.",
	UnknownCommand: "No conozco esa orden. Existen /ask, /find, /verify, /toc, /about, /language y /help.",
	DidYouMean:     "¿Quiso decir {command}?",
	UnfoldName:     "El pasaje",
	ButtonsName:    "Qué puede hacer ahora",
	TooMany:        "Son muchas preguntas para un minuto. Espere {n} segundos, por favor: lo que llegue antes no lo responderé.",
	CannotHear:     "No puedo escuchar mensajes de voz; escriba su pregunta, por favor.",
	Heard:          "He entendido: «{question}»",
	HeardNothing:   "No oigo palabras en este mensaje de voz; escriba su pregunta, por favor.",
	NotHeard:       "Ahora no puedo escuchar este mensaje de voz; escriba su pregunta, por favor.",
	TooLongToHear:  "Escucho como máximo {n} segundos. Envíe un mensaje de voz más corto, por favor, o escriba su pregunta.",
	CannotSee:      "No puedo ver imágenes; escriba su pregunta, por favor.",
	CannotOpen:     "Aquí no puedo abrir archivos; pegue el pasaje como texto, por favor.",
	Busy:           "Han llegado muchas preguntas a la vez. Vuelva a preguntar dentro de un momento.",
	AskUsage:       "Escriba la pregunta después del comando: /ask {example}",
	FindUsage:      "Escriba una palabra o una frase después del comando: /find {example}",
	NotThere:       "Esa sección no está en este documento.",

	SeeAlso:   "Véase también",
	OnPage:    " (p. {n})",
	Weak:      "Esto es lo más cercano, pero es posible que no responda a su pregunta.",
	Unmet:     "Esto es lo más cercano, pero es posible que no responda a su pregunta: aquí no hay nada sobre {words}.",
	Undefined: "El documento lo menciona en {place}, pero no lo define.",
	Lacks: map[sought.Kind]string{
		sought.Date:      "Esto es lo más cercano, pero no veo en ello ninguna fecha.",
		sought.Frequency: "Esto es lo más cercano, pero no veo en ello con qué frecuencia.",
		sought.Count:     "Esto es lo más cercano, pero no veo en ello ningún número.",
		sought.Sum:       "Esto es lo más cercano, pero no veo en ello ningún importe.",
		sought.Age:       "Esto es lo más cercano, pero no veo en ello ninguna edad.",
		sought.Agent:     "Esto es lo más cercano, pero no veo en ello ninguna persona.",
		sought.Duration:  "Esto es lo más cercano, pero no veo en ello cuánto tiempo.",
		sought.Contact:   "Esto es lo más cercano, pero no veo en ello ningún teléfono, dirección o enlace.",
	},
	Missing:      "No está en el documento: {words}.",
	None:         "No encuentro nada sobre esto en el documento.",
	NoneHow:      "Pruebe con otras palabras, o con una de estas preguntas:",
	Mentions:     "«{topic}» aparece en {k} de {of}; se ha revisado todo: ",
	Without:      "«{topic}» no aparece en {k} de {of}; se ha revisado todo: ",
	Except:       "sin {labels}",
	Length:       "Extensión",
	InWords:      "{n} palabras",
	InCharacters: "{n} caracteres",
	CiteAs:       "Puede citar el documento así: {what}",
	Aided:        "«{topic}» no aparece en el texto con estas palabras. Según su índice temático, tratan de ello {k} de {of}: ",
	Failed:       "La búsqueda ha fallado. Vuelva a preguntar dentro de un momento.",
	CannotAnswer: "No se ha podido responder a este mensaje. Quizá ayude decirlo con otras palabras.",
	NoMention:    "«{topic}» no aparece; se ha buscado en {n} {nouns}.",
	Shown:        "Se muestran del {from} al {to} de {k}.",

	Range:      "No existe {noun} {n}: {all} van {range}.",
	RangeWhole: "No existe {noun} {n}: {all} van {range}.",
	RangeLarge: "Ese número no existe: {all} van {range}.",
	NoNumber:   "Añada, por favor, un número del {first} al {last}; por ejemplo: «{example}»",
	NoNext:     "No hay nada después: aquí termina el documento.",
	NoMore:     "No encuentro nada más sobre esto.",
	NoPrevious: "No hay nada antes: aquí empieza el documento.",
	NoContext:  "No sé a qué sección se refiere. Nómbrela, por favor, o haga la pregunta completa.",
	AlsoThere:  "También existe ",
	First:      "Son más de {n} secciones. Estas son las primeras {n}:",
	Several:    "Son {n} secciones. Elija una:",
	Has:        "El documento tiene {counts}.",
	HasIn:      "{label} tiene {counts}.",
	And:        " y ",
	Contents:   "Índice",

	StartAll:       "Pregunte sobre «{title}». Cito los documentos palabra por palabra e indico dónde está cada cita. Si no lo aclaran, se lo indico.",
	CmdDocuments:   "Elegir un documento",
	ChooseDocument: "¿A partir de qué documento respondo? Si una pregunta nombra uno, respondo a partir de ese.",
	OneDocument:    "Respondo a partir de «{title}». Aquí no hay ningún otro documento.",
	AllDocuments:   "Todos los documentos",
	DocumentSet:    "A partir de ahora respondo con «{title}».",
	DocumentAll:    "A partir de ahora respondo con todos los documentos.",
	NoDocument:     "Aquí no hay ningún documento con ese nombre. Elija uno:",
	TitleBreak:     "», «",
	NotMentionedIn: "No se menciona en {titles}.",
	NoMentionAny:   "«{topic}» no se menciona en ninguno de los {n} documentos; se han revisado todas las secciones.",
	Moved:          "El texto ha cambiado desde entonces y esta sección se ha movido. Ahora está aquí:",
	Altered:        "El texto ha cambiado desde entonces. Esta sección dice ahora:",
	Gone:           "El texto ha cambiado y esa sección ya no está en él.",
	DocumentGone:   "Ese documento ya no está aquí.",

	FullText:  "Texto completo",
	Share:     "Compartir",
	Automatic: "Automático",
	InContext: "En su contexto", Read: "Abrir el documento", Back: "Volver", More: "Más",
	Changed:        "Este botón ha caducado, porque el documento ha cambiado. Pregunte de nuevo, por favor.",
	Stale:          "Este botón ha caducado. Pregunte de nuevo, por favor.",
	Noted:          "Gracias, anotado.",
	Helpful:        "Me sirve",
	Unhelpful:      "No me sirve",
	NotKept:        "No se ha podido guardar su valoración.",
	NoQuestion:     "Ya no conservo esta lista. Pregunte de nuevo, por favor.",
	ChooseLanguage: "¿En qué idioma respondo? Las citas quedan como están en el documento.",
	LanguageSet:    "A partir de ahora respondo en español.",
	LanguageAuto:   "A partir de ahora respondo en el idioma de su pregunta.",

	Issuer:       "Emitido por",
	Source:       "Fuente",
	InLanguage:   "El texto está en {language}.",
	Digest:       "El SHA-256 del texto empieza por",
	Kept:         "Las preguntas sin respuesta, y las valoraciones con su pregunta, se guardan {days} días. Las demás preguntas no se guardan.",
	KeptNone:     "Las preguntas y las valoraciones no se guardan.",
	KeptMemory:   "Para que pueda seguir preguntando, los últimos {n} intercambios se conservan en memoria {minutes} minutos.",
	KeptTurns:    "Para que pueda seguir preguntando, los últimos {n} intercambios se guardan {minutes} minutos después del último.",
	KeptChoice:   "Lo que ha elegido con /language o /documents se guarda hasta que lo retire.",
	KeptCode:     "En lugar de su nombre o número se guarda un código calculado con una clave secreta. Sirve para encontrar lo suyo cuando quiera borrarlo.",
	KeptSending:  "Los números de los mensajes atendidos se guardan un día. Una respuesta que no se pudo enviar espera un día como máximo, con el número de su chat. Un mensaje que debe esperar su turno se guarda hasta que se responde, un día como máximo. Cuántos mensajes envía se cuenta durante un minuto, y durante una hora se sabe cuál de los míos responde a cuál de los suyos, para poder responder de nuevo a uno corregido.",
	KeptLasting:  "Todo esto está en una base de datos de quien mantiene este programa.",
	KeptUntilEnd: "Todo esto está en memoria y desaparece cuando el programa se detiene.",
	KeptModel:    "Las preguntas hechas con palabras se envían también a {host}, donde un modelo de lenguaje elige entre las frases del texto. No escribe nada de lo que usted lee. Cuántas veces se ha hecho por usted se cuenta durante un día.",
	KeptChosen:   "Lo que ha elegido se guarda {days} días, bajo un código calculado a partir de la pregunta con una clave secreta, para que la misma pregunta reciba la misma respuesta: sin la pregunta ni quién la hizo.",
	KeptVoice:    "Los mensajes de voz se envían a {host}, donde un modelo de lenguaje los pasa a texto; después se tratan como las preguntas escritas. Cuántas veces se ha hecho por usted se cuenta durante un día. La grabación no se guarda.",
	ForgetHow:    "/forgetme borra en el acto lo que se guarda sobre usted, y esta conversación.",
	Forgotten:    "Se han borrado sus valoraciones, sus preguntas sin respuesta, lo que eligió y esta conversación.",
	NotForgotten: "No se ha podido borrar ahora. Inténtelo de nuevo en un minuto.",
	Dates:        map[string]string{"adopted": "Aprobado", "released": "Publicado"},
	Languages:    map[string]string{"en": "inglés", "zh": "chino", "ru": "ruso", "es": "español"},

	GapsAsked:   "Preguntas sin respuesta en {days} días: {n}.",
	GapsKnown:   "Ahora tienen respuesta: {n}.",
	GapsHidden:  "Hechas por menos de {people} personas, y por eso no mostradas: {n}.",
	GapsNone:    "No hay ninguna laguna por la que hayan preguntado {people} personas o más.",
	GapsTimes:   "preguntas: {n}, personas: {people}, últimos 7 días: {last}, los 7 anteriores: {before}",
	GapsNearest: "Lo más cercano: {section}",

	VerifyUsage:     "Escriba el texto que quiere comprobar después del comando, o responda a un mensaje con /verify.",
	Verbatim:        "Palabra por palabra: el documento contiene este texto.",
	VerbatimCut:     "Palabra por palabra, pero omite parte de una frase, y el sentido puede cambiar.",
	Reworded:        "No es literal: el documento lo dice de otro modo.",
	Spliced:         "No es un solo pasaje: el documento tiene estas partes en lugares distintos.",
	Absent:          "No encuentro este texto en el documento.",
	AbsentNear:      "No encuentro este texto en el documento. Este pasaje comparte la mayoría de sus palabras:",
	Allowed:         "Diferencias pasadas por alto: {what}.",
	MorePlaces:      "Otros lugares con las mismas palabras: {n}.",
	MoreDifferences: "Diferencias no mostradas: {n}.",
	MorePieces:      "Partes no mostradas: {n}.",
	Omits:           "omitido de la frase",
	AlsoIn:          "También está en ",
	AndMore:         " y {n} más",
	QuestionBeside:  "Su pregunta «{question}»:",
	AnsweredBeside:  "A su pregunta «{question}» responde el pasaje de arriba, tal como está en el documento.",
	NothingToCheck:  "No hay palabras que comprobar.",
	VerifyHow:       "Para comprobar si un pasaje está en el documento, envíelo después de /verify, con {n} caracteres como máximo.",
	TooLongToCheck:  "El texto es demasiado largo: se comprueban {n} caracteres como máximo de una vez.",
	Changes:         map[collate.Kind]string{collate.Inserted: "añadido", collate.LeftOut: "omitido", collate.Replaced: "cambiado", collate.Reordered: "otro orden", collate.Punctuation: "puntuación"},
	Concerns:        map[word.Concern]string{word.Condition: "condición", word.Negation: "negación", word.Limit: "límite de un número", word.Number: "número", word.Name: "nombre"},
	Allowances: map[between.Allowance]string{
		between.Quotes:      "comillas",
		between.Dashes:      "guiones",
		between.Ellipses:    "puntos suspensivos",
		between.LineBreaks:  "saltos de línea",
		between.WhiteSpace:  "espacios",
		between.Case:        "mayúsculas",
		between.Hyphenation: "palabras partidas a fin de línea",
		between.Ligatures:   "ligaduras",
		between.FullWidth:   "caracteres de ancho completo",
		between.Forms:       "formas de caracteres",
		between.Ends:        "el signo final",
		between.Numbering:   "números de sección",
		between.Groups:      "cifras en grupos",
		between.Emphasis:    "asteriscos y otras marcas de énfasis",
		between.Notes:       "números de notas",
		between.Markup:      "marcas del texto fuente que los lectores no ven",
	},

	Numbered: func(name, designation string) string { return name + " " + designation },
	Interval: spanishInterval,
	NoLevel: func(none, has Noun) string {
		return fmt.Sprintf("El documento no tiene %s; tiene %s.", none.Many, has.Many)
	},
	Kinds: map[string]Noun{"title": {Name: "el título", One: "título"}, "preamble": {Name: "la apertura", One: "apertura"}, "conclusion": {Name: "la conclusión", One: "conclusión"}},
	Open:  "«", Close: "»",
	Stop: ".", Comma: ", ", Colon: ": ",
	Day: "{d} de {month} de {y}",
	Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
		"septiembre", "octubre", "noviembre", "diciembre"},
	Nouns:       map[string]Noun{"parte": {"la parte", "parte", "partes", "partes", "las partes"}},
	SectionNoun: spanishNoun("sección"),
	Count:       oneOrMany,
	Of:          spanishOf,
	Unknown:     spanishNoun,
}

// spanishNoun forms plural and gender by the usual endings: medida, medidas,
// las medidas; sección, secciones, las secciones; artículo, artículos. Of several words each
// has its plural, and the first the gender: disposición final, disposiciones finales.
func spanishNoun(one string) Noun {
	words := strings.Split(one, " ")
	the, all := "el ", "los "
	if strings.HasSuffix(words[0], "ión") || strings.HasSuffix(words[0], "a") {
		the, all = "la ", "las "
	}
	for i, w := range words {
		words[i] = spanishPlural(w)
	}
	many := strings.Join(words, " ")
	return Noun{Name: the + one, One: one, Few: many, Many: many, All: all + many}
}

func spanishPlural(one string) string {
	switch {
	case strings.HasSuffix(one, "ión"):
		return strings.TrimSuffix(one, "ón") + "ones"
	case !strings.ContainsAny(one[max(0, len(one)-1):], "aeo"):
		return one + "es"
	}
	return one + "s"
}

// feminine reports the gender of a noun by its article: las medidas.
func feminine(n Noun) bool { return strings.HasPrefix(n.All, "las ") }

// spanishInterval agrees with the noun: de la 1 a la 15, del 1 al 15.
func spanishInterval(n Noun, first, last string) string {
	if feminine(n) {
		return fmt.Sprintf("de la %s a la %s", first, last)
	}
	return fmt.Sprintf("del %s al %s", first, last)
}

// spanishOf is a number with the noun and its article: 3 de las 15 medidas.
func spanishOf(n Noun, count int) string {
	article, _, _ := strings.Cut(n.All, " ")
	return fmt.Sprint(article, " ", count, " ", n.Many)
}
