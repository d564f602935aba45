package question

// englishWants are the words that tell what kind of answer is asked for.
var englishWants = map[Want]string{
	WantDate: `when is|are|was|were|did|do|does|will|should|must|can|has|have|exactly|precisely
			when|where|why|who or|and when
			what|which date|day|year|month|time
			on what|which date|day
			start and finish|end
			since when`,
	WantHowOften: `how often|frequently|regularly
			how many times
			every|once|twice how
			what frequency
			at what intervals
			how many + a|per|each|every year|month|week|quarter|annum
			quarterly or
			monthly or
			yearly or
			annually or`,
	WantHowMany: `how many
			number of
			minimum|maximum|least|what number
			how much
			count of`,
	WantAmount: `how much money|cash|is|does|will|do|are|funding
			budget|budgets|cost|costs|price|salary|fee|fees|funding|euros|dollars|yuan|percent|percentage|allowance|bonus
			what share|proportion|amount|percentage|sum
			how much`,
	WantPerson: `name|names of the? person|persons|people|author|authors|official|officials|leader|leaders|head|drafter|drafters
			who personally|exactly|is_the_head
			which person
			who wrote
			names of
			by name`,
	WantRole: `who
			whose
			whom
			which body|department|organ|office|agency|authority|level|committee|people|officials
			who is responsible`,
	WantDefinition: `what is|are a|an|the? +
			what's|whats
			what does|do|did|is + mean|stand_for|refer_to|meant
			definition of
			define
			meaning of
			what counts as
			meant by
			explain|explane
			what is meant`,
	WantEnumeration: `list
			one by one
			enumerate
			which|what @num
			which ones
			what are
			which kinds|types|sorts|forms|things
			what kinds|types|sorts|forms|things
			name the|all
			all the
			checklist
			what three|four|five|six|seven|eight|nine|ten|two`,
	WantSanction: `penalty|penalties|punishment|punishments|punished|sanction|sanctions|fine|fined|fines|disciplined|expelled|dismissed|consequence|consequences|penalised|penalized|sacked|fired|demoted
			what happens if|when|to
			get|gets in trouble`,
	WantDeadline: `deadline|deadlines
			by when
			by what|which date|time|deadline|year|day
			until when
			due date
			how soon
			no later than
			before when
			when is|are + due`,
	WantDuration: `how long
			how many hours|days|weeks|months|years|minutes
			duration
			for how long|many
			how much time`,
	WantPlace: `where is|are|was|were|do|does|did|should|can|to
			which|what province|city|county|country|place|places|village|region|town|location|provinces|cities
			in what|which place|places|kind_of_places|kind_of_place
			at what|which meetings|sessions|place|sort|meeting`,
	WantWhy: `why
			what for
			for what reason|purpose
			what is the reason|purpose|aim|goal|point
			what reason|purpose
			supposed|meant to achieve
			how come`,
	WantHow: `how do|does|should|can|to|is|are|must|will|would|did|might|shall
			how
			in what way|manner
			by what means
			what steps|method|methods|ways|way`,
}
