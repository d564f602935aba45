package lexicon

// spanish holds the Spanish word lists, folded: accents are left out.
var spanish = language{
	greetingWords: `hola buenos buenas dias tardes noches saludos buen dia ola`,
	thanksWords:   `gracias muchas adios chao chau vale perfecto genial entendido bueno bien hasta luego okey agradecido agradezco`,
	chatWords: `por la el tu su ayuda todo eso es muy amable te lo de nada hoy pronto y a si no mil muchisimas se jaja jajaja bot que tal
		respuesta ya listo entonces o usted eres un una humano pues me ha sido util`,
	greeting: `que tal estas|esta|estais|te_va|todo|va|andas usted? ; como estas|esta_usted|estais|estan_ustedes|te_va|le_va|andas|va_todo|van_las_cosas|te_encuentras|te_sientes hoy? ; que hay de nuevo
		mucho gusto ; encantado|encantada|un_placer de? conocerte|conocerle|conocerlo?`,
	identity: `quien|que eres|es|sois tu|usted|vos?
		eres|es|sos tu|usted|realmente|de_verdad|acaso? un|una? humano|humana|bot|robot|maquina|persona|ia|real|programa|inteligencia
		como te llamas|se_llama_usted ; quien te hizo|creo|programo ; humano o ; cual es tu nombre
		hablo con un|una humano|bot|robot|persona|maquina`,
	help: `ayuda ; ayudame|ayudeme ; que puedes|puede|sabes hacer|responder|contestar
		como funciona|funcionas|se_usa|te_uso|lo_uso|uso_esto esto|el_bot? ; que te? puedo preguntar|preguntarte
		instrucciones ; comandos`,
	lookupWords: `escribe escribeme justo mismo misma muestra muestrame mostrar muestreme mostrarme ensename ensena dame deme dar quiero quisiera queria necesito puedes puede podrias
		podria me nos ver leer lee leeme abre abrir saca pon ponme pasa pasame envia enviame manda mandame busca buscar buscame encuentra
		ve ir a al de del la el los las lo que cual cuales es son dice dicen decir establece sobre en trata tratan habla cubre contiene
		texto completo completa integro integra entero entera todo toda contenido por favor porfavor porfa pf y e o un una este esta ese
		esa documento con para hay otra vez ahora solo tambien cita citar citame explica explicame explicar resume resumen descripcion
		describe detalle detalles numero num se titulo llama titula hola gracias entonces pues dime digame decirme cuenta cuentame si tu
		desde hasta entre su sus literal textual palabra punto como refiere significa plantea exactamente hablame hablar compara comparar
		diferencia diferencias saber conocer gustaria consultar revisar existe existen`,
	outlineWords: `reparten reparte repartidas repartidos agrupan agrupa agrupadas agrupados distribuyen distribuye distribuidas divididas divididos organizadas ordenadas ordenan es cuantas cuantos cuanto medidas medida partes parte articulos capitulos secciones puntos hay son en total tiene contiene incluye
		comprende consta el la los las de del este esta documento texto que cuales cual lista listado listar enumera enumerame enumerar
		dame muestra muestrame todas todos titulos titulo nombres nombre indice contenido contenidos tabla estructura esquema organizacion
		organizado organizada estructurado estructurada dividido dividida divide compone como esta se y a al por favor pertenecen
		pertenece corresponden bajo dentro numero cantidad existen estan figuran aparecen forman incluidas cada hay un una quiero ver dime
		puedes opiniones quisiera me lo su sus con para cuenta necesito saber existe resumen general composicion entran`,
	metaWords: `nombres personalmente persona redactor redactores firmaron el la los las este esta esto estas documento texto opiniones opinion de
		del en que cual quien quienes cuando como fue fueron es son era se ha sido titulo nombre oficial completo completa exacto llama
		titula denomina titulado emitio publico publicaron publicado publicada emitido emitida emitieron firmo firmado aprobo aprobado
		aprobaron adopto adoptado redacto redactado escribio escrito expidio dicto promulgo promulgado lanzo salio hizo fecha fechas
		publicacion emision adopcion aprobacion firma idioma lengua original originalmente fuente donde viene proviene organo organismo
		autoridad institucion oficina entidad autor autores por y o a ano dia mes por favor dime puedes decirme exactamente exacta sitio
		web pagina enlace url tipo clase trata su lo con luz me saber quiero quisiera responsable detras norma datado fechado datan dado
		autoria cual documento's un una al dio conocer volvio divulgaron hicieron disponible`,
	next: `siguiente ; el|la|lo siguiente medida|parte|punto|articulo|seccion|@level?
		siguiente medida|parte|punto|articulo|seccion|@level ; proxima|proximo @level? ; la|el proxima|proximo @level?
		y? despues ; y? luego ; adelante ; continua|continuar|sigue|seguir ; la|el que sigue ; y la|el siguiente
		que sigue|viene despues?`,
	previous: `anterior ; el|la|lo anterior medida|parte|punto|articulo|seccion|@level? ; @level anterior
		la|el @level anterior ; y la|el|lo anterior ; previa|previo ; atras ; vuelve|volver|regresa|regresar atras?
		y? antes ; la|el de antes ; el|la que va antes`,
	fullText: `texto completo|integro|entero ; el texto completo|integro|entero ; completo|completa|entero|entera ; todo|toda
		todo el texto ; muestra|muestrame|dame|ver|quiero|leer todo|el_texto_completo|completo|texto_completo|toda
		integro ; literal`,
	more: `mas ; mas resultados|respuestas|pasajes|por_favor ; otros|otras resultados|respuestas|pasajes? ; algo mas
		que mas ; hay mas ; ver|muestra|muestrame|dame mas`,
	summary: `resumen ; en resumen ; resumelo|resumela|resumeme|resume|resumir ; brevemente ; en pocas|dos palabras
		en breve ; version corta ; mas corto|breve ; un resumen por favor?`,
	up: `arriba ; subir ; nivel superior ; a que|cual parte pertenece ; en que|cual parte esta`,
	count: `cuantas|cuantos @level ; cuantas|cuantos hay|son en_total|en? ; numero|cantidad total? de @level
		total de @level ; de cuantas|cuantos @level ; en cuantas|cuantos @level ; cuantas|cuantos @level y en? cuantas|cuantos @level`,
	list: `lista|listado|enumera|enumerame|enumerar|listar|dime|dame|muestra|muestrame|indica de? todas|todos? las|los? @levels
		lista|listado de? todas|todos? las|los? titulos|nombres de las|los @levels
		cuales|que son todas|todos? las|los @num? @levels
		que|cuales @levels hay|son|tiene|contiene|existen|incluye|figuran|establece ; todas|todos las|los @levels
		las|los? @levels ; las|los @num @levels ; titulos|nombres de las|los @levels`,
	children: `que|cuales @level hay|estan|pertenecen|entran|figuran|incluye|contiene|forman|aparecen en|bajo|a|dentro_de|parte_de? la|el|los|las? @ref
		que hay|contiene|incluye|comprende|abarca|entra en|dentro_de? la|el? @ref
		contenido|indice|estructura|esquema de|del la|el? @ref ; @levels de|en|del la|el? @ref
		de que consta|se_compone la|el? @ref ; lista|enumera las|los @levels de|en la|el? @ref
		cuantas|cuantos @levels hay|tiene|contiene|incluye en? la|el? @ref`,
	parent: `a|en|de|bajo|dentro_de que|cual|cuales @level pertenece|esta|figura|se_encuentra|corresponde|forma_parte|aparece|va|se_incluye|se_ubica|entra la|el? @ref
		la|el? @ref pertenece|esta|figura|se_encuentra|corresponde|forma_parte|aparece|entra a|en|de que|cual @level ; que|cual @level contiene|incluye|abarca|comprende la|el? @ref
		de que|cual @level es|forma_parte la|el? @ref ; en|a que|cual @level la|el? @ref`,
	structure: `indice ; tabla de contenidos|contenido ; contenidos ; contenido ; estructura ; esquema
		como esta|se|este? $txt? organizado|organizada|organiza|estructurado|estructurada|estructura|dividido|dividida|divide|compuesto|compone
		esta|se organizado|estructurado|dividido|organiza|estructura|divide`,
	title: `titulo ; nombre oficial|completo|exacto|del|de ; como se llama|titula|denomina ; titulado`,
	issuer: `quien|quienes lo|la|se_lo? emitio|publico|redacto|firmo|expidio|dicto|aprobo|escribio|promulgo|adopto|emitieron|publicaron|hizo|elaboro|saco|lanzo|emite|publica
		quien|quienes es|son|fue|esta|ha|han el|la|los|detras? autor|autora|autores|emisor|emitido|publicado|redactado|de_esto|de
		por quien|quienes fue|es? emitido|publicado|redactado|firmado|aprobado|escrito
		que|cual organo|organismo|autoridad|institucion|oficina|entidad|departamento|organizacion emitio|publico|redacto|aprobo|expidio|firmo|adopto|emite
		autor|autores|emisor|autoria ; de quien es ; por quien`,
	adopted: `cuando se|fue|es|ha_sido? $txt? aprobo|aprobado|adopto|adoptado|firmo|firmado|redacto|redactado|escribio|escrito|aprobaron|firmaron
		fecha de? la|su? aprobacion|adopcion|firma ; de cuando|que_fecha es|data
		cuando lo? aprobaron|firmaron|redactaron|adoptaron`,
	released: `cuando se|fue|es|ha_sido? $txt? publico|publicado|publicada|publicaron|emitio|emitido|emitida|salio|promulgo|difundio|hizo_publico|lanzo|emitieron|publicaron|dio_a_conocer|divulgo
		cuando salio ; cuando lo? publicaron|emitieron|hicieron
		fecha de? la|su? publicacion|emision|divulgacion|lanzamiento
		en que ano|fecha|dia se|fue publico|publicado|emitio|emitido
		cuando se? hizo|dio|volvio $txt? publico|publica|a_conocer`,
	dates:    `fecha ; fechas ; que|cual|de_que|en_que fecha|dia|ano ; de cuando es ; que fecha`,
	language: `idioma|lengua ; en que|cual idioma|lengua ; idioma original`,
	source:   `fuente ; de donde viene|proviene|sale|es|se_saco ; enlace|link|url ; donde se|esta|fue publico|publicado`,
	nature: `que|cual documento|texto es este|esto? ; que tipo|clase de documento|texto|norma es
		de que trata|va|habla $txt? ; que es esto|este_documento|este_texto|este|el_documento
		sobre que trata|es|va $txt?`,
	author: `nombre|nombres del|de autor|autores|los_autores|redactor|redactores
		quien|quienes personalmente|en_persona escribio|redacto|firmo ; quien|quienes lo? firmo|firmaron`,
	length: `cuantas|cuantos palabras|paginas|caracteres|letras|lineas|frases|hojas|folios tiene|hay|contiene|ocupa|son|consta? en? $txt? ; que|cual es? la? extension|longitud|largo|tamano tiene|de|del? $txt
		extension|longitud|tamano de|del $txt ; que|cuan|como de? tan? largo|extenso|larga|extensa es|son? $txt? ; numero|cantidad|total de palabras|paginas|caracteres de|del|en|tiene? $txt?`,
	mentions: `que|cuales|cuantas|cuantos|en_que|en_cuales de? las|los? @levels del|de|en? $txt? mencionan|hablan|tratan|se_refieren|abordan|contienen|incluyen|citan|tocan|nombran|aluden|se_menciona|se_habla|se_mencionan|se_trata|aparece|aparecen|hacen_referencia|se_nombra|se_alude|se_cita|tienen_que_ver|versan|son_sobre|contienen_la_palabra de|sobre|a|del|al|acerca_de|la|el|los|las|con? +
		en que|cuales @levels del|de? $txt? se? menciona|mencionan|habla|nombra|cita|aparece|aparecen|trata|alude de|sobre|a|del|al|la|el|los|las? +
		en que|cuales @levels esta|estan|es|son|aparece|aparecen + mencionado|mencionada|mencionados|mencionadas|citado|citada
		que|cuales @levels sobre|acerca_de|relacionadas_con|relacionados_con|relativas_a|relativos_a|referentes_a +
		donde se? menciona|mencionan|nombra|cita|citan|aparece|aparecen|alude a|de|la|el|los|las|al|del? +
		donde $txt? menciona|nombra|cita a|la|el|los|las? + ; donde + se_menciona|aparece|aparecen|se_mencionan
		todas|cada|toda|todos las|los? menciones|mencion|referencias|referencia|apariciones de|del|a|al|sobre +
		todas|cada|todos las|los? veces|partes|lugares|pasajes|@level que|donde|en_que|en_las_que|en_los_que se? menciona|mencionan|hablan|habla|tratan|trata|aparece|aparecen|alude|aluden de|del|la|el|los|las|sobre|a? +
		todas|cada|todos las|los? partes|lugares|pasajes|@levels sobre|acerca_de +
		todo lo que dice|dicen|se_dice|hay|menciona $txt? sobre|de|acerca_de|del + ; todo lo? sobre|acerca_de|relacionado_con +
		lista|dame|muestra|busca|encuentra todas? las? menciones|referencias de|del|a|al|sobre +
		menciones|mencion de|del|a + ; cuantas veces se? menciona|aparece|nombra|cita|mencionan|aparecen +`,
	without: `que|cuales|cuantas|cuantos|en_que|en_cuales de? las|los? @levels del|de|en? $txt? no|nunca mencionan|hablan|tratan|se_refieren|abordan|contienen|incluyen|citan|tocan|nombran|aluden|se_menciona|se_mencionan|se_habla|se_trata|aparece|aparecen|hacen_referencia|se_nombra|se_alude|se_cita|tienen_que_ver|dicen_nada de|sobre|a|del|al|acerca_de|la|el|los|las|con? +
		en que|cuales @levels no esta|estan|aparece|aparecen mencionado|mencionada|mencionados|mencionadas? +
		@levels que|donde no|nunca mencionan|hablan|tratan|abordan|contienen|citan|nombran|aluden|se_menciona|se_habla de|del|sobre|a|al|el|la|los|las? + ; @levels sin mencion|menciones|mencionar|referencia de|del|a|al|el|la? +
		donde no se? menciona|mencionan|nombra|cita|citan|aparece|aparecen|habla a|de|la|el|los|las|al|del? +`,
	prefix: `por favor ; porfavor|porfa|hola|gracias|y|pero|entonces|oye|disculpa|perdon|bueno|pues
		dime|digame|explicame|explica|cuentame|muestrame|hablame|buscame|busca|puedes_decirme|podrias_decirme|puede_decirme|me_puedes_decir|me_podrias_decir que|si|sobre|de|acerca_de|lo_que_dice_sobre|algo_sobre|cual_es|como?
		quiero|quisiera|necesito|me_gustaria saber|conocer|preguntar|ver|entender|leer|informacion si|sobre|que|como|de|acerca_de?
		que dice|plantea|establece|senala|indica|menciona|dicen|contempla|propone|prescribe|exige|recoge $txt? sobre|acerca_de|respecto_a|respecto_de|de|en_cuanto_a|a_proposito_de|del|al_respecto_de la|el|los|las?
		que se dice|establece|plantea|menciona|indica|senala|estipula|prescribe sobre|acerca_de|respecto_a|de|en_cuanto_a?
		que hay sobre|de|acerca_de|respecto_a
		hay|existe algo|alguna_mencion|alguna_referencia|informacion|alguna_medida|algun_punto aqui|ahi|en_el_documento|en_el_texto? sobre|de|acerca_de|relacionado_con|que_hable_de|para|a?
		dice|menciona|habla|trata|establece $txt? algo|alguna_cosa? sobre|de|acerca_de?
		se menciona|habla|dice|trata algo? de|sobre|acerca_de? algo?
		donde $txt? habla|trata|se_habla|se_trata|dice|se_dice|plantea de|sobre|acerca_de|algo_sobre|que?
		donde esta|puedo_encontrar|encuentro|se_encuentra
		que|cual|en_que @level habla|trata|dice|menciona|cubre|aborda|es|se_ocupa|se_habla|se_refiere sobre|de|del|acerca_de|la_que_trata_de|la_que_habla_de|a|al?
		segun @ref ; segun $txt ; de acuerdo con|al $txt`,
	suffix: `por favor ; porfavor|porfa|gracias ; en $txt ; en|segun|de @ref ; segun $txt ; en|a que|cual @level
		que|cual @level ; donde ; donde esta|se_dice|se_habla|aparece ; ahi|aqui`,
	connectiveWords: `y pero entonces o tambien`,
	connectives:     `y ; pero ; que|y tal|que? con|hay_de|pasa_con ; y que hay|pasa de|con ; entonces ; tambien`,
	pronouns:        `eso|esto|ello|ellos|ellas|el_mismo|la_misma|ese|esa|esos|esas|ahi|alli|estos|estas|lo|le|les|aquel|aquello|dicho|dicha`,
	politeWords:     `por favor porfavor porfa puedes puede podrias podria quiero quisiera necesito me nos ayudame ayudeme tu usted ahora bot te pido`,
	askWords:        `que quien quienes cuando donde por_que como cual cuales cuanto cuanta cuantos cuantas`,
	shortAsk: `cada cuanto|cuantos|cuantas ; con que frecuencia
		cuando|quien|quienes|donde|como|cual|cuales|cuanto|cuantos|cuantas|cuantas_veces
		por|para|a|con|de|en que|quien|cual|cuales|quienes|cuales_reuniones ; cuanto tiempo|dura ; por ejemplo`,
	preamble: `preambulo ; prefacio ; parrafo|parte|seccion|texto inicial|introductorio|introductoria ; primer parrafo
		principio|comienzo|inicio del documento|texto ; encabezamiento`,
	conclusion: `conclusion|conclusiones ; epilogo ; parrafo|seccion|texto final ; ultimo parrafo
		final|fin del documento|texto ; cierre`,
	beside:        `que? va|viene|esta? justo|inmediatamente? antes|despues de|del la|el? ; que? precede|sigue|previo|previa|anterior|posterior a|al? la|el?`,
	preambleToo:   `introduccion ; prologo ; inicio ; comienzo ; principio`,
	conclusionToo: `final ; cierre`,
	after:         `viene|va|esta|hay? justo|inmediatamente? despues|detras de|del la|el? @ref ; sigue|siguiente|posterior a|al la|el? @ref ; viene|va|esta? tras la|el? @ref`,
	before:        `viene|va|esta|hay? justo|inmediatamente? antes|delante de|del la|el? @ref ; anterior|previa|previo|precede a|al la|el? @ref ; precede la|el @ref`,
	fromEnd: [4]string{
		0: `@num @level? por|desde el|del|atras final ; @num @level? empezando por el final`,
		1: `ultimo|ultima|ultimos|ultimas`,
		2: `penultimo|penultima`,
		3: `antepenultimo|antepenultima`,
	},
	genericLow:  `articulo articulos art punto puntos apartado apartados seccion secciones inciso incisos medida medidas clausula numeral parrafo`,
	genericHigh: `parte partes capitulo capitulos cap titulo`,
	wants:       spanishWants,
	not:         spanishNot,
}
