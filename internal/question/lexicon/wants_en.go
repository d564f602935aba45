package lexicon

// englishWants are the words that tell what kind of answer is asked for.
var englishWants = wants{
	date: `when did|was|were|will|is|are|exactly|precisely
		when do|does + start|begin|end|finish|expire|take_place|take_effect|come_into_force|enter_into_force|close|open|run_out
		know|me|us|say|says|ask|wonder|wondering|sure|state|states|remember|out when + was|were|did|started|ended|began|begins|starts|ends|finished|took|ran|will
		who|where|why and|or when
		what|which exact? date|dates|day|days|year|years|month|century|decade ; what time does|do|did|is|are|was|will ; at what time
		what is|are|was|were the? exact|precise? date|dates ; the? exact date|day ; date|dates of ; since when ; how long ago`,
	howOften: `how often|frequently|regularly|frequent|regular ; how many times ; what frequency ; at what intervals
		how many + a|per|each|every year|month|week|quarter|annum|day
		quarterly|monthly|yearly|annually|weekly|daily or ; or quarterly|monthly|yearly|annually|weekly|daily`,
	howMany: `how many|much ; number of ; minimum|maximum|least|what number ; count of`,
	amount: `how much extra|more|additional|less|public|state|government? $money
		how much is|are|was|were the|a|an|this|that|their? new|annual|monthly|yearly|total|extra|special|maximum|minimum? $money
		how much do|does|did|will|would|can|could|must|should|is|are|was|were|has|have + cost|costs|pay|earn|receive|spend|paid|spent|allocated|set_aside|budgeted|fined|charged|invested|raised
		how much of a raise|rise|increase ; how much to pay ; how expensive ; what do|does|did|will|would + cost
		what|which new|annual|monthly|total|exact|extra? $sum
		what is|are|was|were the|their|its|a? new|annual|monthly|yearly|total|maximum|minimum|exact|current? $sum
		how big|large|high is|are|was the|a|their? $sum ; size|amount of the|a? $money ; amount of money
		how many yuan|euros|dollars|rubles|roubles|pesos|percent|per_cent|rmb|pounds
		is|are there a|any|some? extra|additional|special|separate? budget|funding|money|funds|allowance|bonus|subsidy`,
	person: `i|we need|want|require a|the|their|his|her|actual? name|names
		what is|are|was|were the? full|real? name|names of the|that|those|any|its? $person
		give|tell|send|show|list|provide me|us? the? full|real? name|names of the|that|those|all? $person
		^ the? name|names of the|that|those|all? $person
		who exactly|personally|actually signed|wrote|drafted|authored|approved|prepared|penned ; who signed|penned
		which|what $person signed|wrote|drafted|authored|approved|issued|proposed|prepared|announced|penned
		surname|surnames|forename ; last|family|first name|names of|is|please
		what is|was|are|were his|her|their full? name|names|surname ; whose name|names|signature is|was|stands|appears|are|were
		who is|was the? current|present? general_secretary|chairman|president|premier|minister|director|governor|mayor|spokesperson|spokesman
		who|whom|list|give|identify + by name`,
	role: `who ; whose ; whom
		which body|department|organ|office|agency|authority|level|committee|people|officials ; who is responsible`,
	definition: `what is|are a|an|the? + ; what's|whats ; what does|do|did|is + mean|stand_for|refer_to|meant ; definition of
		define ; meaning of ; what counts as ; meant by ; explain|explane ; what is meant`,
	enumeration: `list ; one by one ; enumerate ; which|what @num ; which ones ; what are
		which kinds|types|sorts|forms|things ; what kinds|types|sorts|forms|things ; name the|all ; all the ; checklist
		what three|four|five|six|seven|eight|nine|ten|two`,
	sanction: `penalty|penalties|punishment|punishments|punished|sanction|sanctions|sanctioned|fined|fines|disciplined|expelled|expulsion|dismissed|dismissal|penalised|penalized|sacked|fired|demoted|demotion|jail|jailed|prison|imprisoned
		a|the|any|what|which|no|big|heavy fine ; fine for ; removed|stripped from|of office|post|rank`,
	consequence: `consequence|consequences|repercussions ; what happens|happen if|when|to|where|in_case|should
		what will|would|does|might|could|can + happen ; what if ; in trouble ; held accountable|liable|responsible
		get away with ; what becomes of`,
	deadline: `by when ; by what|which date|time|deadline|year|day|month ; until|till when ; due date|dates ; how soon ; before when
		what|which|any|is_there_a|are_there|set_a|sets_a exact|fixed|final|clear? deadline|deadlines|time_limit|time_limits|cut-off
		what is|are|was|were the|their|our? exact|final? deadline|deadlines|time_limit|due_date|cut-off ; deadline|time_limit for|to
		when is|are + due ; no|not later than when|what|which ; how many|much days|weeks|months|time + have to ; within how|what`,
	duration: `how long ; for how long|many ; how many seconds|minutes|hours|days|weeks|months|years|semesters ; how much time
		what duration ; what is|was the? duration|length_of_time ; duration of`,
	place: `where is|are|was|were|do|does|did|should|can|to
		which|what province|city|county|country|place|places|village|region|town|location|provinces|cities
		in what|which place|places|kind_of_places|kind_of_place ; at what|which meetings|sessions|place|sort|meeting`,
	why: `why ; what for ; for what reason|purpose ; what is the reason|purpose|aim|goal|point ; what reason|purpose
		supposed|meant to achieve ; how come`,
	how: `what to do ; how do|does|should|can|to|is|are|must|will|would|did|might|shall ; how ; in what way|manner ; by what means
		what steps|method|methods|ways|way`,
	contact: `phone|telephone|mobile|cell|hotline|fax|contact|whatsapp|wechat number|numbers ; phone|hotline of|for
		email|e-mail|mail|mailing|postal|street|web|office|home address|addresses ; email|e-mail of|for ; address of
		what is|are|was the|their|its|your|his|her? address|email|e-mail|phone|telephone|website|hotline|url
		contact details|detail|information|info ; who|whom do|does|can|should|must|to i|we|you|one|people|citizens? contact|call|phone|email|ring|write_to
		how do|does|can|could|should|to i|we|you|one|people? contact|call|phone|email|ring|reach_them|reach_the|get_in_touch|get_hold
		where do|does|can|could|should|to i|we|you|one|people? call|phone|email|write_to|ring|download|apply|sign_up
		send|give|share|post|need|want|have me|us? a|an|the|their|its|your? link|url|website|phone|email|e-mail|address|hotline
		link|url|website to|for|of the ; what|which|is_there_a|any|got_a|have_a hotline|website|phone|telephone|email|e-mail|url|link`,
	creation: `^ $make me|us? a|an|some|the|my|our|another|this? $piece
		^ $make me|us? a|an|some|my|our|another + $piece
		^ $make me|us? something|anything|sth ; ^ tell|crack|give me|us? a|another|some? funny|good|short? joke|jokes|story|pun|riddle|fairy_tale
		^ sing ; ^ translate ; ^ rewrite|rephrase|paraphrase|reword ; ^ roleplay|role-play ; ^ pretend|act to|as|like|you
		in|as a? rhyme|rhymes|verse|haiku|limerick|poem|song|rap|sonnet|emoji|emojis ; ^ make it|this|that rhyme|funny|funnier
		translate|translated|translation it|this|that|them|measure|part|everything|@ref|@level? to|into|in english|russian|chinese|spanish|french|german|japanese|arabic|italian
		like a pirate|child|rapper|poet ; in the style of`,
	age: `how old ; how many years old ; what|which|whose|certain age|ages ; age limit|limits|range|requirement|requirements|restriction|restrictions
		minimum|maximum|average|retirement|legal|exact age ; at|by|from|until|of what|which age`,
}

// englishNot are the phrases that only look like one of englishWants.
var englishNot = wants{
	date: `when is|are + allowed|permitted|needed|required|considered|expected|supposed|used|appropriate|necessary|ok|okay|right|acceptable|enough|justified|called_for|deemed|obliged|entitled|to_be
		when is|are it|they|one|we|you|i|there? allowed|permitted|needed|required|considered|expected|supposed|appropriate|necessary|ok|okay|right|acceptable|enough|justified|obliged|a|an|no
		up to date of ; what|which days|years + spend|spent`,
	howMany:  `a number of`,
	amount:   `pay|pays|paying|paid attention|heed|tribute|a_visit|visits|respect|close|more_attention|special_attention|lip`,
	person:   `criticised|criticized|criticise|criticize|named|name|called|reported|exposed|praised|notified|denounced by name`,
	sanction: `a|the|any|what|which fine tradition|traditions|style|styles|conduct|culture|work|example|examples|quality|qualities|line|print|image|atmosphere|moral|morals|history|chinese|revolutionary|party|achievements ; in the fine`,
	deadline: `how soon after`,
	duration: `how long is|are|must|should|can|was|may|does|do the|a|an|this|that|each|every|their|its? document|documents|text|texts|report|reports|article|articles|summary|summaries|speech|speeches|measure|measures|paper|papers|list|sentence|opinions|letter
		how long-term ; how many days|weeks|months|years ago`,
	contact:  `have|need|share a|the link between|with`,
	creation: `^ write|draft|compose|make|create|produce|prepare out|down|up? @ref|@level ; can|could|may|should|must i|we|one|they $make`,
	age:      `how old is|was the? $doc|rule|system|campaign|party|spirit|village|project`,
}
