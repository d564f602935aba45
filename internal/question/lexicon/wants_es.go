package lexicon

var spanishWants = wants{
	date: `cuando ; en|de|a|desde que exacta? fecha|dia|ano|mes|momento_exacto|fechas ; que|cual|cuales es|fue|son|era|la|el|exacto|exacta? la|el|las? fecha|dia|ano|mes|fechas
		fecha|fechas de|del inicio|comienzo|publicacion|aprobacion|firma|termino|fin|cierre|celebracion ; dime|digame|decirme|saber|sabes|sabe|dice|indica|preguntar cuando
		desde cuando ; hace cuanto`,
	howOften: `cada cuanto|cuantos|cuantas ; con que frecuencia|regularidad|periodicidad ; cuantas veces ; que|cual es? la? frecuencia|periodicidad
		anual|mensual|trimestral|semanal|anualmente|mensualmente|trimestralmente|semanalmente|diario o ; o anual|mensual|trimestral|semanal|anualmente|mensualmente|trimestralmente|cada
		una vez o ; cuantos|cuantas + al|por|cada ano|mes|semana|trimestre|dia`,
	howMany: `cuantos|cuantas ; numero|cantidad de ; minimo|maximo|menos`,
	amount: `cuanto dinero|cuesta|cuestan|costo|costara|se_paga|paga|pagan|pagar|cobra|cobran|gana|ganan|presupuesto|se_cobra|se_gasta|gastan|se_destina|se_gana|salario|sueldo|vale|valen
		cuanto es|son|fue|sera la|el|los|las|una|un? $dinero ; cuanto + cuesta|cuestan|pagan|paga|pagar|gastar|gastan|cobran|destina|cobrar|dinero
		que|cual|cuales es|sera|fue|son|la|el|los? el|la|los? $dinero ; de cuanto es|son|seria|sera ; a cuanto asciende|ascienden|equivale ; monto|importe|cuantia de|del
		cuantos euros|yuanes|dolares|pesos|rublos|por_ciento ; hay|existe|tiene|recibe|reciben algun|un|alguna|una? $dinero para|extra|adicional|asignado|asignada|por`,
	person: `apellido|apellidos ; quien|quienes personalmente|en_persona|exactamente|concretamente firmo|escribio|redacto|aprobo|firmaron|escribieron|elaboro
		quien|quienes firmo|firmaron ; necesito|quiero|dame|dime|digame|deme|queremos|hace_falta un|el|los|su|sus|que? nombre|nombres
		nombre|nombres del|de la|los|las|un|una|todos|cada? $persona ; con nombre y|apellidos ; como se llama|llaman|llamaba el|la|los|las $persona ; de quien es la firma
		que|cual|cuales $persona firmo|escribio|redacto|aprobo|firmaron|elaboro|anuncio`,
	role: `quien|quienes ; que|cuales organo|organos|departamento|cuadros|organismo|autoridad|dirigentes|funcionarios|comite ; responsable|responsables`,
	definition: `que es|son|significa|significan|quiere_decir|se_entiende ; a que se refiere|refieren ; definicion|significado
		en que consiste|consisten`,
	enumeration: `cuales|enumera|lista ; una por una ; uno por uno ; que @num ; que tipos|clases|formas|cosas`,
	sanction: `sancion|sanciones|sanciona|sancionan|sancionado|sancionados|castigo|castigos|castiga|castigan|castigado|castigados|multa|multas|multan|multar|penas|penalizacion|destitucion|destituyen|destituido|destituidos|expulsion|expulsan|expulsado|expulsados|despido|despiden|despedido|despedidos|carcel|prision|degradan|degradado|degradados
		que pena ; pena por|para|maxima|minima|de_prision`,
	consequence: `consecuencia|consecuencias|repercusiones ; que le|les|me? pasa|ocurre|sucede|pasara|ocurrira|sucedera|pasaria si|cuando|con|a|al ; a que se expone|arriesga|enfrenta|exponen|enfrentan|arriesgan
		exigen|exige|piden|pide|rendir responsabilidades|responsabilidad|cuentas ; que hacen|hara|haran con|a quien|quienes|los_que`,
	deadline: `que|cual|hay|existe|tiene|tienen|fija|algun es|el|un|algun|son? el|los|un|algun? plazo|plazos|fecha_limite|fecha_tope|fecha_de_entrega ; plazo|plazos para|de_entrega|de_presentacion|maximo|limite
		fecha|dia limite|tope ; hasta|para cuando ; antes de que fecha|dia|ano|mes ; a mas tardar cuando|en_que ; para que|cual fecha|dia|ano|mes ; en cuanto|cuantos tiempo|dias|meses|semanas deben|debe|tienen|tiene|hay_que`,
	duration: `cuanto tiempo|dura|duran|durara|duro|tarda|tardan|demora ; cuantas|cuantos horas|dias|semanas|meses|anos|minutos|semestres ; que|cual es? la? duracion ; duracion de|del|tiene
		por cuanto tiempo`,
	place: `donde|adonde ; en que|cual lugar|lugares|provincia|ciudad|sitio|reuniones|reunion|pais ; a donde`,
	yesNo: `hay|existe|se_puede|debe|deben|puede|pueden|tiene|tienen|es algo|que|alguna|algun|obligatorio|obligatoria
		esta|estan permitido|obligado|obligados`,
	why: `por que ; para que ; con que fin|objetivo|proposito ; cual es el motivo|objetivo|fin`,
	how: `como ; de que manera|modo|forma ; con que medios|metodos`,
	contact: `telefono|telefonos|numero_de_telefono|movil|celular|correo|email|e-mail|linea_directa|linea_telefonica|pagina_web|sitio_web de|del|para|electronico|oficial|contacto|gratuito|donde|al_que
		que|cual|hay|dame|deme|dime|pasame|enviame|mandame|necesito|quiero|tienes|tienen|busco es|el|un|una|la|algun|alguna|su? el|la|un|su? telefono|numero_de_telefono|correo|correo_electronico|email|e-mail|enlace|link|sitio_web|pagina_web|direccion_postal|direccion_de_correo|contacto|url
		cual|que|dime|dame es? la|su direccion ; direccion de|electronica|postal|web correo|email|la_oficina|contacto? ; numero de telefono|contacto|movil ; datos de contacto ; enlace|link|url al|a|de|del|para
		como|donde puedo|podemos|se_puede|pueden|debo|me|nos? contactar|contacto|contactarlos|contactarles|llamar|llamo|comunicarme|ponerme_en_contacto|comunicarnos
		a|con donde|quien puedo|podemos|debo|hay_que|se_puede? llamar|llamo|escribir|escribo|contacto|contactar|dirigirme|dirigirnos ; donde|adonde puedo|podemos|se_puede? llamar|escribir_una_carta|denunciar|descargar|inscribirme`,
	creation: `^ $crea un|una|unos|unas|el|la|mi|otro|otra? + $obra ; ^ $crea un|una|unos|unas|el|la|mi|otro|otra? $obra ; ^ $crea algo ; ^ inventa|inventame|dibuja|dibujame|canta|cantame|componme
		^ cuenta|cuentame|dime|cuenteme|contar|decir un|otro|algun|una? buen? chiste|chistes|broma|historia|cuento|adivinanza
		^ traduce|traducir|traduceme|traduzca|traduzcame|traduccion ; ^ reescribe|reescribir|parafrasea|reformula ; en|con verso|versos|rima|rimas ; al estilo de ; como un|una pirata|poema|rap|cancion ; ^ finge|actua|imagina_que_eres`,
	age: `cuantos anos tiene|tienen|tenia|tenian|cumple|cumplen|debe_tener|deben_tener|hay_que_tener ; que|cual|cuales es? la|su? edad|edades ; edad minima|maxima|limite|exacta|media|de_jubilacion ; limite|limites de edad`,
}

var spanishNot = wants{
	amount:   `cuanto antes|mas|menos ; cuanto vale|cuesta la_pena ; vale la pena`,
	person:   `nombre|nombres del|de la? partido|pueblo|documento ; en nombre de|del ; publicar|publicarse|divulgar los? nombres|nombre|apellidos`,
	sanction: `que|vale|merece|la pena de|la`,
	deadline: `a largo|corto|medio plazo`,
	duration: `hace cuanto|cuantos tiempo|anos|dias|meses`,
	contact:  `direccion de del|la partido|direccion|empresa ; contacto con el|los pueblo|masas|ciudadanos`,
	creation: `^ haz|hazme|elabora|prepara una? lista|listado|indice ; se escribe|redacta`,
	age:      `cuantos anos tiene|tienen para|de|que|el_documento|este_documento|la_norma`,
}
