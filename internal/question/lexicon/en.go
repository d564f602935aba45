package lexicon

// english holds the English word lists. Typed contractions lose nothing:
// "what's", "whats" and "what is" all stand here.
var english = language{
	greetingWords: `hi hello hey hiya howdy greetings morning evening afternoon yo hallo heya sup welcome`,
	thanksWords:   `thanks thank thx ty cheers thankyou thnx tnx bye goodbye cya farewell ok okay okey kk cool great nice perfect awesome gotcha`,
	chatWords: `you u very much a lot so for your the help that's that thats is all today now good bot there haha hah hahaha lol hehe oh well
		again everyone all folks friend dear sir have day one yes yeah yep got it answer answers see later and really just or what wow hm
		hmm um i me my this to be of are were was then night many appreciated it's`,
	greeting: `how are|r you|u|ya|things|we doing|going|feeling|keeping|today? ; how is it|everything|life|things|all going|hanging? ; how is|was your day|morning|evening|weekend|week going? ; how do you do ; how you|u doing
		what is up|new ; nice|pleased|good|glad|lovely to meet|see you ; long time no see ; how have you been ; how goes it`,
	identity: `are|r you|u really|actually|even|just? a|an? human|bot|robot|machine|ai|real|person|chatbot|real_person|real_human|llm|chatgpt|gpt|program|alive
		who|what are|r you|u ; who|what are you exactly|really|anyway
		is this a|an bot|robot|human|machine|ai|real_person|person
		am i talking to a|an? human|bot|robot|machine|ai|person|real_person
		who made|built|created|wrote|runs you|u|this_bot ; what's|whats|what_is your name ; whowhos there|this
		your name ; human|bot or human|bot|machine|robot|what`,
	help: `help me? ; help please ; how does|do this|it|you|the_bot|this_bot work
		how do|can|to i? use this|it|you|the_bot|this_bot ; what can|do you|u do ; what can i ask|do you?|here?
		what do you do ; how to use ; commands ; usage ; instructions ; what are you for ; what can this bot do`,
	lookupWords: `write type show shows me us please pls plz plse what what's whats is are s does do did say says said about the of text full fulltext
		whole entire complete completely read give get pull up open go to could can would will you u i i'd i'm want wanted need like see
		let let's look at tell content contents in on for one ones document this that it its cover covers covering all again now just
		display print view fetch find bring take explain describe detail details exactly verbatim word wording quote quoted cite know talk
		talks state states contain contains mean means regarding concerning concern concerns deal deals with title name heading called
		headline and how hi hello hey hmm ok okay so but then thanks thank also instead next might maybe actually quickly check from
		between through under there out back jump return section number no nr send post paste share reproduce recite hm uh um erm kindly
		got any anything have has same thing bit gist main point idea summarise summarize summary brief my your a an be by really here
		which where try repeat once more both each respectively provision provisions require requires compare comparison difference
		differences speak speaks address addresses discuss discusses mention mentions focus focuses introduce introduces wanna gimme lemme
		id im exist exists existing`,
	outlineWords: `spread grouped sorted distributed how many much number count total in altogether all together are is there the a of this that document text opinions paper does do
		did it have has contain contains consist consists comprise include includes made up into what what's whats which list lists show
		me please pls give tell us names titles headings name title and or overall whole entire each every by see can you i could want
		need to know sit sits under belong belongs fall falls come comes listed be found exist exists its structure structured organised
		organized organisation organization arranged laid out divided split broken down table contents toc outline overview index layout
		plan sections look like for part parts measure measures one per with on hi hello so just full here exactly composed main put they
		these them covered set go get inside within below beneath s hey ok thanks brief short numbered bunch also again thing`,
	metaWords: `become became available announced public known personally names individual official leader signatory writers writer drafters drafter the this that it its document documents text
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
	summary: `tldr ; tl dr ; summary ; in short ; in brief ; briefly ; in a nutshell
		summarise|summarize it|this|that? ; sum it up ; the? gist ; the? short version ; a? summary please
		make? it? shorter please?`,
	up: `up ; go up ; one level up ; which part is that|this|it in ; what part is that|this|it in ; parent
		back to the? part|chapter|list`,
	count: `how many @level ; how many|much in total|all ; number of @level ; total @levels ; count the? @levels
		how many @level and @level ; into|over|across how many @level`,
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
	parent: `which|what @level does|do|is|was|would|will the? @ref belong|sit|fall|come|stand|go|appear|live|located|placed|found|listed|included to|in|under|within|into|inside?
		which|what @level is|are the? @ref in|under|within|part_of|inside|a_part_of|located_in|listed_under ; to|in|under|within|inside which|what @level does|do|is|are|can the? @ref
		the? @ref belongs|sits|falls|comes|is|belong to|in|under|within|into which|what @level
		which|what @level contains|includes|holds|has|covers|comprises the? @ref ; where does|is|in_the_document_is the? @ref belong|sit|located|stand|placed
		@ref is|belongs|sits? in|under|to|part_of which|what @level ; parent|part|chapter of the? @ref`,
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
	released: `when was|is|were $doc? issued|published|released|posted|made_public|made_available|put_online|publicised|publicized|announced|sent_out|put_out
		when did $doc? go|come|appear|get|become public|out|online|published|released|issued|available|known|official
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
	length: `how long is|was $text ; how many $unit does|do|did|has|have|is|are|in|there? there|in|$doc? have|has|contain|contains|run_to|in|long? $doc?
		word|words|page|pages|character count|length|number ; number of $unit in|of|does? $doc? have|contain? ; how big|large|lengthy|extensive is $text ; length|size of $text ; what is its|the length`,
	mentions: `which|what of? the? @levels of|in? $doc? that|which? do|does|specifically|explicitly|also|all? $ment $on? +
		which|what of? the? @levels of|in? $doc? are|r the? ones? that|which? $ment|about|on|dealing_with|related_to|relevant_to|relating_to|covering|concerned_with|devoted_to $on? +
		which|what of? the? @levels have|has|had something|anything|a_word? to? do|say? with|about|on + ; which ones $ment $on? +
		in|under which|what @levels of|in? $doc? is|are|do|does|can|was|were + mentioned|discussed|named|covered|appear|appears|referred_to|brought_up|dealt_with|addressed|touched_on|touched_upon|cited|spoken_of|talked_about|come_up
		in|under which|what @levels of|in? $doc? do|does|is|are $doc? $ment $on? + ; how many of? the? @levels $ment $on? +
		every|all|each|any|list|show|find|give all|every|me? the? mentions|mention|references|reference|occurrences|occurrence|instances of|to|about +
		everything|all $doc says|said $on + ; everything it_says $on + ; everything about|regarding|that_mentions|mentioning + ; ^ everything on +
		show|find|list|give|want|need|see|get|send me|us? everything on +
		every|all place|places|passage|passages|section|sections|spot|spots|sentence|sentences|paragraph|paragraphs where|that|in_which|which $doc? $ment $on? +
		every|all place|places|passage|passages|section|sections|spot|spots|sentence|sentences mentioning|about|on|regarding +
		every|all place|places|passage|passages|section|sections|spot|spots|sentence|sentences|line|lines where|in_which + is|are|gets|get mentioned|named|cited|discussed|referred_to
		every|all|list|find|show|which|what all? the? sections|passages|places|paragraphs|sentences that|which? $ment $on? + ; list|find|show|which all? the? sections|passages|paragraphs|sentences about|on +
		every|each|any|all @level that|which $ment|is_about|are_about|is_on|are_on $on? + ; every|each|all @level mentioning|about|on|dealing_with +
		list|show|find|give|name me|us? all? the? @levels that|which $ment|is_about|are_about $on? +
		list|show|find|give|name me|us? all? the? @levels mentioning|about|on|dealing_with|related_to|concerning|regarding +
		@levels that|which $ment $on? + ; @levels mentioning + ; ^ all? the? @levels about|on|concerning|regarding|related_to|dealing_with +
		where does|do|did|is $doc? mention|mentions|mentioned|refer|name|names $on? + ; where all does|do $doc? $ment $on? +
		where is|are|was|were + mentioned|referenced|named|referred_to|cited
		where do|does + appear|come_up|crop_up|get_mentioned ; where do|does the? word|term|phrase|name|expression + occur|show_up|stand
		how often|many_times is|are + mentioned|named|cited ; how often|many_times does|do $doc mention|use|say|name +
		how often|many_times does|do + appear|come_up ; how often|many_times does|do the? word|term|phrase|name + occur ; mentions of +`,
	without: `which|what of? the? @levels of|in? $doc? that|which? $neg $ment $on? + ; which|what of? the? @levels $neg say|have|contain|has anything|something|a_word? about|on|of +
		which|what of? the? @levels of|in? $doc? say|says|have|contain|has|had nothing|no_word|not_a_word $on|to_do_with|to_say_about +
		which|what of? the? @levels of|in? $doc? make|makes|have|has|contain|contains no mention|mentions|reference|references of|to +
		which|what of? the? @levels of|in? $doc? are|is silent about|on|regarding + ; which|what of? the? @levels of|in? $doc? fail|fails to mention|address|discuss|cover + ; which|what of? the? @levels omit|omits|leave_out +
		in|under which|what @levels of|in? $doc? is|are + not|never mentioned|discussed|named|covered|referred_to|addressed|cited
		in|under which|what @levels of|in? $doc? is|are there? no mention|mentions|reference|references of|to +
		list|show|find|give|name me|us? all? the? @levels that|which $neg $ment $on? + ; list|show|find|give|name me|us? all? the? @levels not|without mentioning +
		@levels that|which $neg $ment $on? + ; @levels not|without mentioning + ; @levels with|without no|any|a? mention|mentions|reference of|to +
		where is|are|was|were + not|never mentioned|referenced|named|referred_to|cited`,
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
		which|what @level $ment|is_about|is_on|is_the_one_about|deals_with|says $on?
		which|what @level is|are the? one|ones? $on
		which|what @level has|have something|anything? to? do|say? with|about|on
		$doc says|states|mentions that?`,
	suffix: `please|pls|plz|plse|thanks|thx|thank_you|pretty_please|then|though|exactly|ty|cheers|again
		in the_document|this_document|the_text|this_text|there|here|it|the_opinions|these_opinions|the_paper|this
		which|what @level ; where
		where is|are|does|can|should|do it|that|this|they|i|we? be|look|find|said|written|mentioned|stated|talked? about|it?
		any ideas|idea ; all mentions ; according to @ref ; in|under|per|from|of @ref ; according to $doc`,
	connectiveWords: `and but so or then also plus`,
	connectives:     `what about ; how about ; and ; but ; so ; or ; then ; also ; same for|with|question`,
	pronouns: `it|one|that|they|them|those|these|their|its|he|she|him|his|her|there|theirs|this
		this|that one|rule|idea|system|thing|plan|project ; the same ; such ; then`,
	politeWords: `please pls plz plse can could would will you u i want need to help me us just now kindly bot let let's`,
	askWords:    `what who when where why how which whose whom whats what's`,
	shortAsk: `how often|many|much|long|so|come|exactly ; when|who|why|where|how|what|which
		by|for|to|with|at|in|on|from|of|under|since|until whom|who|what|which|when ; since when ; which ones|one
		who else ; what else ; like what ; such as ; for example ; really ; why not ; says who`,
	preamble: `preamble ; preface ; foreword
		opening|introductory paragraph|section|passage|part|text|words|remarks|lines|bit ; first|initial paragraph
		the? very? beginning|start of $doc ; introductory paragraph|note`,
	conclusion: `conclusion ; afterword ; epilogue
		closing|concluding paragraph|section|passage|part|text|remarks|words|lines|bit ; final|last paragraph
		the? very? end|ending of $doc`,
	beside:        `which|that? comes|stands|is|being? right|just|immediately|directly? before|preceding|after|following|ahead_of the? ; prior|next|closest|nearest to the?`,
	preambleToo:   `introduction ; intro ; opening ; beginning ; the start ; prologue`,
	conclusionToo: `closing ; ending ; the end ; outro`,
	after: `comes|goes|stands|is|follows? right|directly|immediately|straight|just|next? after|following the? @ref ; follows|succeeds directly|immediately? the? @ref
		successor of|to the? @ref`,
	before: `comes|goes|stands|is? right|directly|immediately|just? before|preceding|prior_to the? @ref ; precedes directly|immediately? the? @ref
		predecessor of|to the? @ref`,
	fromEnd: [4]string{
		0: `@num one|@level? to|from the? last|end|final ; @num last`,
		1: `very? last|final ; ultimate`,
		2: `penultimate ; next to last ; next-to-last ; second-to-last ; second-last ; last but one`,
		3: `antepenultimate ; last but two`,
	},
	genericLow: `article articles art arts item items point points clause clauses section sections sec paragraph paragraphs para rule rules measure
		measures provision provisions`,
	genericHigh: `part parts chapter chapters ch title book division`,
	wants:       englishWants,
	not:         englishNot,
}
