package lexicon

// english holds the English word lists. Typed contractions lose nothing:
// "what's", "whats" and "what is" all stand here.
var english = language{
	greetingWords: `hi hello hey hiya howdy greetings morning evening afternoon yo hallo heya sup welcome`,
	thanksWords:   `thanks thank thx ty cheers thankyou thnx tnx bye goodbye cya farewell ok okay okey kk cool great nice perfect awesome gotcha`,
	chatWords: `you u very much a lot so for your the help that's that thats is all today now good bot there haha hah hahaha lol hehe oh well
		again everyone all folks friend dear sir have day one yes yeah yep got it answer answers see later and really just or what wow hm
		hmm um i me my this to be of are were was then night many appreciated it's`,
	identity: `are|r you|u really|actually|even|just? a|an? human|bot|robot|machine|ai|real|person|chatbot|real_person|real_human|llm|chatgpt|gpt|program|alive
		who|what are|r you|u ; who|what are you exactly|really|anyway
		is this a|an bot|robot|human|machine|ai|real_person|person
		am i talking to a|an? human|bot|robot|machine|ai|person|real_person
		who made|built|created|wrote|runs you|u|this_bot ; what's|whats|what_is your name ; whowhos there|this
		your name ; human|bot or human|bot|machine|robot|what`,
	help: `help me? ; help please ; how does|do this|it|you|the_bot|this_bot work
		how do|can|to i? use this|it|you|the_bot|this_bot ; what can|do you|u do ; what can i ask|do you?|here?
		what do you do ; how to use ; commands ; usage ; instructions ; what are you for ; what can this bot do`,
	lookupWords: `show shows me us please pls plz plse what what's whats wat is are s does do did say says said about the of text full fulltext
		whole entire complete completely read give get pull up open go to could can would will you u i i'd i'm want wanted need like see
		let let's look at tell content contents in on for one ones document this that it its cover covers covering all again now just
		display print view fetch find bring take explain describe detail details exactly verbatim word wording quote quoted cite know talk
		talks state states contain contains mean means regarding concerning concern concerns deal deals with title name heading called
		headline and how hi hello hey hmm ok okay so but then thanks thank also instead next might maybe actually quickly check from
		between through under there out back jump return section number no nr send post paste share reproduce recite hm uh um erm kindly
		got any anything have has same thing bit gist main point idea summarise summarize summary brief my your a an be by really here
		which where try repeat once more both each respectively provision provisions require requires compare comparison difference
		differences speak speaks address addresses discuss discusses mention mentions focus focuses introduce introduces wanna gimme lemme
		id im`,
	outlineWords: `how many much number count total in altogether all together are is there the a of this that document text opinions paper does do
		did it have has contain contains consist consists comprise include includes made up into what what's whats which list lists show
		me please pls give tell us names titles headings name title and or overall whole entire each every by see can you i could want
		need to know sit sits under belong belongs fall falls come comes listed be found exist exists its structure structured organised
		organized organisation organization arranged laid out divided split broken down table contents toc outline overview index layout
		plan sections look like for part parts measure measures one per with on hi hello so just full here exactly composed main put they
		these them covered set go get inside within below beneath s hey ok thanks brief short numbered bunch also again thing`,
	metaWords: `personally names individual official leader signatory writers writer drafters drafter the this that it its document documents text
		opinion opinions paper file was is were are be been being on in at website web site official formal full complete exact exactly
		actual and or as opposed to when did does do who whom what what's whats which by of date dates dated day year month time
		publication published publish release released issue issued issuing adoption adopted signed sign off go went come came out public
		made make drafted draft wrote written write authored author authors called name named title titled heading kind sort type language
		original originally from source where link url online department body office organ organisation organization agency authority
		institution behind put for me please pls tell give show need know i want can could you s a an about all just really actually
		officially first have has say says stated there thing one whose old recent created create sent up made's entitled long you're
		reading version internet get find both finally enacted approved hi hello so anyway responsible notice circular regulation law
		policy document's right now i'm looking here`,
	next: `next ; next one|section|measure|part|item|page|@level ; the next ; the next one|section|item|@level
		following one|section|@level ; the following one|section|@level ; the one after that|this|it?
		what comes|is next|after that|this|it? ; what's|whats next ; after that ; and after that
		and|go|move|skip next ; go|move|skip to? the? next one|section|@level? ; and then ; forward ; go on
		go forward|ahead ; continue ; carry on ; one more after that ; and next one|@level?`,
	previous: `previous ; prev ; previous one|section|item|page|@level ; the previous ; the previous one|section|item|@level
		preceding one|section|@level ; the preceding one|section|@level ; the one before that|this|it?
		what comes|is|was before that|this|it? ; before that|this ; and before that ; go? back one? ; one back
		last one before that ; go|move|skip to? the? previous one|section|@level? ; prior one|@level?
		the prior one|@level?`,
	fullText: `full text ; the? full|whole|entire|complete text|section|version|thing|passage|wording|paragraph|@level
		full text of it|that|this ; in full ; all of it|that|this? ; the whole of it|that|this? ; everything
		read all|more of it? ; expand ; expand it|that|this ; show all|full|everything ; show it|that|this in full
		verbatim`,
	more: `more ; more please ; more results|answers|passages|hits|matches|of_them|of_those|like_this|like_that
		any more ; anything else ; what else ; any others ; others ; other results|passages|answers ; show more
		see more ; else ; and what else ; another one`,
	summary: `tldr ; tl;dr ; tl dr ; summary ; in short ; in brief ; briefly ; in a nutshell
		summarise|summarize it|this|that? ; sum it up ; the? gist ; the? short version ; a? summary please
		make? it? shorter please?`,
	up: `up ; go up ; one level up ; which part is that|this|it in ; what part is that|this|it in ; parent
		back to the? part|chapter|list`,
	count: `how many @level ; how many|much in total|all ; number of @level ; total @levels ; count the? @levels
		how many @level and @level`,
	list: `list all? of? the? @level ; list all? of? the? names|titles|headings of the? @levels
		what are? all? of? the? names|titles|headings of all? the? @levels ; what are|r all? of? the? @num? @levels
		which are the @num? @levels ; what|which @levels are|r there
		what|which @levels does|do $doc have|contain|include|list|set_out ; all of? the? @num? @levels ; every @level
		the @levels ; the @num? @levels ; @levels ; list them|everything ; a? list of all? the? @levels ; @levels list`,
	children: `which|what @level sit|belong|are|fall|come|stand under|to|in|within|into|beneath|below|inside the? @ref
		what is|are|sits|comes? in|inside|under|within|beneath|below the? @ref
		contents|content|structure|outline|index of the? @ref ; @ref contents|outline|structure|measures
		@levels of|in|under|within|from|inside the? @ref ; @ref @levels
		what does|do the? @ref contain|include|consist_of|comprise|have ; list the? @ref
		list all? the? @level of|in|under|within|from the? @ref
		how is|are the? @ref organised|organized|structured|divided|split|laid_out`,
	structure: `table of contents ; the? contents ; toc ; outline ; structure ; overview ; index ; layout
		how is|are $doc? organised|organized|structured|arranged|divided|split|laid_out|broken_down|set_out|composed|built
		organised|organized|structured ; what is the structure`,
	title: `title ; official|full|formal|exact|complete title|name ; what is? $doc called|titled|entitled
		what is the name ; name of $doc ; entitled ; document|document's title|name`,
	issuer: `who issued|published|released|wrote|authored|adopted|drafted|made|created|sent|signed|put_out|put_this_out|put_it_out
		who was|is|were $doc issued|published|released|written|adopted|drafted|made|signed by ; who is $doc from|by
		who|what body|organ|office|department|agency|authority issued|published|released|wrote|adopted|drafted|put_out|made
		which|what body|organ|office|department|agency|authority|institution|organisation|organization issued|published|released|wrote|adopted|drafted|put_out|made
		issued|published|released|written|adopted|drafted|authored|made by whom|who ; issuer
		issuing body|authority|office|organ ; author|authors of? $doc ; the? author|authors
		whose document|text|opinions|paper ; who is|are behind $doc ; who's behind $doc ; who stands behind $doc
		who is|was the author|issuer ; by whom`,
	adopted: `when was|is|were $doc? adopted|signed|dated|written|approved|drafted|made|enacted
		when did $doc get signed|adopted|written|approved ; date of adoption|signature|signing ; adoption|signing date
		signed off ; what date|day was|is $doc adopted|signed|dated|written|made`,
	released: `when was|is|were $doc? issued|published|released|posted|made_public|put_online|publicised|sent_out|put_out
		when did $doc? go|come|appear|get public|out|online|published|released|issued
		release|publication|publishing|issue|issuing date ; date of publication|release|issue|issuance ; go public
		published on|when ; what date|day|year was|is $doc issued|published|released
		which year|day|month was|is $doc issued|published|released`,
	dates: `date of $doc ; the? date ; dates ; what|which date|year|day is|was $doc? from|dated|on ; what is the date
		how old is $doc ; when is|was $doc from ; when was this|the_document|this_document`,
	language: `what|which language is|was $doc? written|in|originally ; original language ; language of $doc
		in what|which language ; what|which language`,
	source: `where is|was|does|did $doc from ; where does $doc come from
		where was|is $doc? published|posted|found|taken|released ; source of? $doc?
		link to the? original|document|source|text ; url ; where can i find|get|see the? original|document|source
		what is the source`,
	nature: `what is this|the_document ; what is this document|text|about|paper|file ; what is this|the_document
		what is this|the document|text|paper about ; what document|text is this|that
		what|which document|text|paper are you|we ; what kind|sort|type of document|text|paper is|was $doc
		what does this document do`,
	author: `name|names of? the? author|authors|writer|writers|drafter|drafters|signatory|signatories
		who personally|actually|exactly wrote|drafted|signed|authored
		which person|official|leader|individual wrote|drafted|signed|authored ; who signed
		author|authors|author's by? name|names`,
	mentions: `which @levels that|which? do|does? $ment $on? +
		which @levels are|r the? ones? which|that? $ment|about|on|dealing|related|relevant|relating|covering|concerned $on|with? +
		which @levels have|has|had something|anything? to? do|say? with|about|on + ; which @levels +
		in|under which @levels is|are|does|do|can|was|were + mentioned|discussed|named|covered|appear|appears|found|referred_to
		in which @levels + ; what @levels do|does? $ment $on? +
		what @levels have something|anything to say|do with|about|on + ; how many @levels $ment $on? +
		every|all|each|any|list|show|find|give? all|every|me? the? mentions|mention|references|reference|occurrences|occurrence|instances of|to|about +
		everything|all $doc? says|said|it_says $on + ; everything about|on|that_mentions|mentioning|regarding +
		every|all place|places|passage|passages|section|sections|spot|sentence|sentences where|that|in_which|mentioning|about|which|with $doc? $ment? $on? +
		every|all|list|find|show|which|what all? the? sections|passages|places|paragraphs|sentences that|which? $ment|about $on? +
		every|each|any @level that|which|mentioning|about|on|dealing_with $ment? $on? +
		all|every @levels that|which|mentioning|about|on|dealing_with $ment? $on? +
		list|show|find|give me? all? the? @levels that|which|mentioning|about|on|dealing_with|related_to $ment? $on? +
		@levels that|which|mentioning $ment? $on? +
		where does|do|did|is $doc? mention|mentions|mentioned|refer|name|names $on? +
		where is|are|was|were + mentioned|referenced|named|referred_to|cited ; where all is|are|does +
		where do|does + appear|occur|come_up|crop_up|show_up|get_mentioned
		how often|many_times is|are + mentioned|named|cited
		how often|many_times does|do $doc? mention|use|say|name +
		how often|many_times does|do + appear|occur|come_up ; mentions of +
		@levels about|on|mentioning|concerning|regarding|related_to|dealing_with +`,
	prefix: `please|pls|plz|hi|hello|hey|so|and|but|well|ok|okay|um|dear|bot|thanks|also|then
		can|could|would|will you|u please? tell|show|explain|give|find|help|check me|us? about|if|whether|what?
		can i ask
		i want|need|would_like|wanna to know|see|find|learn|understand|ask|hear|read about|on|if|whether|what|how?
		i'd like to know|see|ask|find|learn about|if|whether? ; i am|'m looking|searching for
		i'm|im looking|searching for ; looking|searching|search for
		tell|show|give|explain|find|get|describe|explane|teach me|us? about|something_about|everything_about|on?
		quick|one|another question ; my question is ; do you know|have anything? $on|if|what|whether?
		what|wat|what is does|do|did|is|are $doc? $talk|there anything? $on|specifically|for?
		what does|do|did $doc $talk anything|something? $on?
		what is|are said|written|stated|mentioned|laid_down|prescribed $on ; what is|are there? specifically? $on|for
		does|do|did|has|is|are $doc? $talk anything|something|a_word|much|any? $on? ; does|do|did $doc $talk
		does|do|did $doc tell|say|state|mention
		is|are|iz there|ther anything|something|any|anythng|a_word|some|sth in_there|in_it|in_the_document|in_this_document|in_here|said|written|in_the_text? $on|for
		is|are there|ther any|anything|something? mention|mentions|reference|references|passage|rule|rules|word of|to|about|on
		anything|anythng|something|any_mention|sth in_there|in_it|in_the_document|in_here|there|here? $on|of
		where does|do|did|is|are $doc $talk $on? ; where does|do|did $doc $talk $on?
		where can|do|should i|we find|read|look|see something|anything? $on|for?
		where is|are it|that|there? said|written|stated|mentioned? that? ; where in $doc is|are|does?
		how does|do|did $doc treat|handle|address|deal_with|see|view|approach|describe|define ; according to $doc
		in|under|as_per|per the_document|this_document|the_text|this_text|the_opinions|these_opinions
		according to @ref ; in|under|per|as_per @ref
		which|wich|what @level $ment|is_about|is_on|is_the_one_about|deals_with|says $on?
		which|wich|what @level is|are the? one|ones? $on
		which|wich|what @level has|have something|anything? to? do|say? with|about|on
		$doc says|states|mentions that?`,
	suffix: `please|pls|plz|plse|thanks|thx|thank_you|pretty_please|then|though|exactly|ty|cheers|again
		in the_document|this_document|the_text|this_text|there|here|it|the_opinions|these_opinions|the_paper|this
		which|wich|what @level ; where
		where is|are|does|can|should|do it|that|this|they|i|we? be|look|find|said|written|mentioned|stated|talked? about|it?
		any ideas|idea ; all mentions ; according to @ref ; in|under|per|from|of @ref ; according to $doc`,
	connectiveWords: `and but so or then also plus`,
	connectives:     `what about ; how about ; and ; but ; so ; or ; then ; also ; same for|with|question`,
	pronouns: `it|one|that|they|them|those|these|their|its|he|she|him|his|her|there|theirs|this
		this|that one|rule|idea|system|thing|plan|project ; the same ; such ; then`,
	askWords: `what who when where why how which whose whom whats what's wich wat`,
	shortAsk: `how often|many|much|long|so|come|exactly ; when|who|why|where|how|what|which
		by|for|to|with|at|in|on|from|of|under|since|until whom|who|what|which|when ; since when ; which ones|one
		who else ; what else ; like what ; such as ; for example ; really ; why not ; says who`,
	preamble: `preamble ; preface ; foreword
		opening|introductory paragraph|section|passage|part|text|words|remarks|lines|bit ; first|initial paragraph
		the? very? beginning|start of $doc ; introductory paragraph|note`,
	conclusion: `conclusion ; afterword ; epilogue
		closing|concluding paragraph|section|passage|part|text|remarks|words|lines|bit ; final|last paragraph
		the? very? end|ending of $doc`,
	preambleToo:   `introduction ; intro ; opening ; beginning ; the start ; prologue`,
	conclusionToo: `closing ; ending ; the end ; outro`,
	fromEnd: [3]string{
		0: `@num to|from the? last|end|final ; @num last`,
		1: `very? last|final ; ultimate`,
		2: `penultimate ; next to last ; next-to-last ; second-to-last ; second-last ; last but one`,
	},
	genericLow: `article articles art arts item items point points clause clauses section sections sec paragraph paragraphs para rule rules measure
		measures provision provisions`,
	genericHigh: `part parts chapter chapters ch title book division`,
	wants: wants{
		date: `when is|are|was|were|did|do|does|will|should|must|can|has|have|exactly|precisely
			when|where|why|who or|and when ; what|which date|day|year|month|time ; on what|which date|day
			start and finish|end ; since when`,
		howOften: `how often|frequently|regularly ; how many times ; every|once|twice how ; what frequency ; at what intervals
			how many + a|per|each|every year|month|week|quarter|annum ; quarterly or ; monthly or ; yearly or
			annually or`,
		howMany: `how many ; number of ; minimum|maximum|least|what number ; how much ; count of`,
		amount: `how much money|cash|is|does|will|do|are|funding
			budget|budgets|cost|costs|price|salary|fee|fees|funding|euros|dollars|yuan|percent|percentage|allowance|bonus
			what share|proportion|amount|percentage|sum ; how much`,
		person: `name|names of the? person|persons|people|author|authors|official|officials|leader|leaders|head|drafter|drafters
			who personally|exactly|is_the_head ; which person ; who wrote ; names of ; by name`,
		role: `who ; whose ; whom ; which body|department|organ|office|agency|authority|level|committee|people|officials
			who is responsible`,
		definition: `what is|are a|an|the? + ; what's|whats ; what does|do|did|is + mean|stand_for|refer_to|meant ; definition of
			define ; meaning of ; what counts as ; meant by ; explain|explane ; what is meant`,
		enumeration: `list ; one by one ; enumerate ; which|what @num ; which ones ; what are ; which kinds|types|sorts|forms|things
			what kinds|types|sorts|forms|things ; name the|all ; all the ; checklist
			what three|four|five|six|seven|eight|nine|ten|two`,
		sanction: `penalty|penalties|punishment|punishments|punished|sanction|sanctions|fine|fined|fines|disciplined|expelled|dismissed|consequence|consequences|penalised|penalized|sacked|fired|demoted
			what happens if|when|to ; get|gets in trouble`,
		deadline: `deadline|deadlines ; by when ; by what|which date|time|deadline|year|day ; until when ; due date ; how soon
			no later than ; before when ; when is|are + due`,
		duration: `how long ; how many hours|days|weeks|months|years|minutes ; duration ; for how long|many ; how much time`,
		place: `where is|are|was|were|do|does|did|should|can|to
			which|what province|city|county|country|place|places|village|region|town|location|provinces|cities
			in what|which place|places|kind_of_places|kind_of_place ; at what|which meetings|sessions|place|sort|meeting`,
		why: `why ; what for ; for what reason|purpose ; what is the reason|purpose|aim|goal|point ; what reason|purpose
			supposed|meant to achieve ; how come`,
		how: `how do|does|should|can|to|is|are|must|will|would|did|might|shall ; how ; in what way|manner ; by what means
			what steps|method|methods|ways|way`,
	},
}
