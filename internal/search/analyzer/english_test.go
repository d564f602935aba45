package analyzer

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
)

// families are forms of words, among them those that have letters of the rules of spelling.
var families = strings.Fields(`
	subpoena,subpoenas,subpoenaed hyaena,hyaenas amoeba,amoebas aed,aeds poet,poets poem,poems toe,toes canoe,canoes,canoeing shoe,shoes,shoeing
	wrongdoer,wrongdoers hero,heroes maestro,maestros anaemia,anaemias paediatric,paediatrics larva,larvas sundae,sundaes
	permeable,permeability foreseeable,foresee,foresees,foreseeing malleable,malleability manageable,manage,managed agreeable,agree,agreed,agrees
	likeable,likeability noticeable,notice,noticed readable,readability saleable,saleability changeable,change,changes replaceable,replace
	skill,skills,skillful,skillfully,skilled will,willful,willfully instalment,instalments installment,install,installed,installing
	mould,moulds,moulded,moulding shoulder,shoulders,shouldered boulder,boulders poultry,poultries alphabet,alphabets,alphabetic dolphin,dolphins
	plough,ploughs,ploughed,ploughing sceptic,sceptics,sceptical sulphur,sulphurs
	promise,promised,promises,promising exercise,exercised,exercises,exercising advise,advised,advises,advising rise,rises,rising
	supervise,supervised,supervising,supervision,supervisor precise,precisely,precision provision,provisions revise,revised,revision,revising
	noise,noises franchise,franchises,franchised organise,organised,organises,organising,organisation,organisations,organiser,organisers
	organize,organized,organizes,organization,organizations,organizer ionise,ionised,ionisation crisis,crisis's analyse,analysed,analysing
	colour,colours,coloured,colouring,colourful hour,hours,hourly tour,tours,toured,touring contour,contours,contoured detour,detours
	honour,honoured,honourable,honouring neighbour,neighbours,neighbouring favourite,favourites,favouritism
	sentence,sentences,sentenced,sentencing licence,licences,licencing agency,agencies fence,fences,fenced,fencing science,sciences
	centre,centres,centred,centring theatre,theatres electric,electrical,electrics election,elect,elected,elections
	administration,administrations,administrative register,registers,registered,registering kilometre,kilometres
	manoeuvre,manoeuvres,manoeuvred,manoeuvring catalogue,catalogues,catalogued,cataloguing league,leagues vogue,vogues
	programme,programmes hammer,hammers,hammered travel,travels,travelled,travelling,traveller,travellers
	spell,spells,spelled,spelling complexion,complexions connexion,connexions judgement,judgements lodge,lodged,lodges tyre,tyres faeces`)

// TestFamilies holds that what the stemmer makes one of the forms of a word stays one.
func TestFamilies(t *testing.T) {
	if len(families) < 60 {
		t.Fatalf("%d families of words, want 60", len(families))
	}
	stemmer := porter.NewPorterStemmer()
	for _, family := range families {
		ours := map[string]string{}
		for word := range strings.SplitSeq(family, ",") {
			stem := string(stemmer.Filter(analysis.TokenStream{{Term: []byte(word)}})[0].Term)
			term := strings.Join(termsOf(t, "en", word), " ")
			if before, ok := ours[stem]; ok && before != term {
				t.Errorf("%s: %q becomes %q, and another form of the stem %q %q", family, word, term, stem, before)
			}
			ours[stem] = term
		}
	}
}

// TestBritish holds that what is spelt in two ways is one word, in its forms too, and that
// two words that are spelt nearly so are two.
func TestBritish(t *testing.T) {
	for _, c := range []struct {
		words string
		same  bool
	}{
		{"electric election", false},
		{"electrical elected", false},
		{"decentralize decent", false},
		{"four for", false},
		{"hour hor", false},
		{"toe te", false},
		{"aeds ed", false},
		{"poet pet", false},
		{"undoer under", false},
		{"boulder cold", false},
		{"subpoena subpoenas subpoenaed", true},
		{"hyaena hyaenas hyena hyenas", true},
		{"permeable permeability", true},
		{"malleable malleability", true},
		{"foreseeable foresee", true},
		{"likeable likable likeability", true},
		{"sizeable sizable", true},
		{"colour color colours colored colouring colorful colourful", true},
		{"honourable honorable honour", true},
		{"neighbourhood neighborhood neighbourhoods", true},
		{"favourite favorite favourites favoritism", true},
		{"armoury armory armouries", true},
		{"organise organize organising organization organisations organizers organisational organizational", true},
		{"realise realizing realisation realization", true},
		{"specialisation specialize", true},
		{"ionisation ionization ionise ionized", true},
		{"analyse analyze analysing analyzed", true},
		{"defence defense defences", true},
		{"licence license licensing licencing", true},
		{"centre center centres centered centred", true},
		{"theatre theater theatres", true},
		{"kilometre kilometer kilometres kilometers", true},
		{"litre liter litres", true},
		{"millilitre milliliters", true},
		{"epicentre epicenters", true},
		{"decentralise decentralization", true},
		{"sceptre scepter", true},
		{"mitre miter", true},
		{"manoeuvre maneuvers manoeuvring maneuvered", true},
		{"catalogue catalog cataloguing cataloged", true},
		{"programme program programmes programming", true},
		{"kilogramme kilograms", true},
		{"travelling traveling traveller traveler", true},
		{"jewellery jewelry jewelleries", true},
		{"instalment installment instalments install", true},
		{"fulfilment fulfillment fulfil", true},
		{"skilful skillful skill", true},
		{"skilfully skillfully", true},
		{"wilful willful", true},
		{"connexion connection connexions connect", true},
		{"judgement judgment judgements", true},
		{"acknowledgement acknowledgments", true},
		{"moult molt moulting", true},
		{"sulphur sulfur", true},
		{"sceptical skeptical", true},
		{"foetus fetus", true},
		{"faeces feces", true},
		{"anaemic anemic", true},
		{"orthopaedic orthopedics", true},
		{"haemorrhage hemorrhaging", true},
		{"paediatrician pediatricians", true},
	} {
		terms := map[string]bool{}
		for w := range strings.FieldsSeq(c.words) {
			terms[strings.Join(termsOf(t, "en", w), " ")] = true
		}
		if same := len(terms) == 1; same != c.same {
			t.Errorf("%s become %v", c.words, terms)
		}
	}
}
