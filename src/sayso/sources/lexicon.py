"""Words that tell what a source is: titles, roles, organizations, outlets, documents, groups.

Everything is in lower case. These are lists of the language, not of the news: they hold no names.
"""

from __future__ import annotations

from sayso import outlet_words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_TITLES = _words(
    "mr mister sir lord king prince baron duke sheikh father brother congressman chairman monsignor"
)
FEMALE_TITLES = _words(
    "mrs ms miss mx madam madame lady dame queen princess baroness duchess sister congresswoman"
)
MALE_NOUNS = _words(
    "spokesman congressman businessman chairman councilman assemblyman father son brother husband uncle "
    "grandfather nephew man boy actor king prince sir policeman statesman gentleman widower fireman "
    "anchorman salesman"
)
FEMALE_NOUNS = _words(
    "spokeswoman congresswoman businesswoman chairwoman councilwoman assemblywoman mother daughter sister "
    "wife aunt grandmother niece woman girl actress queen princess policewoman stateswoman lady widow "
    "heroine anchorwoman saleswoman"
)

TITLES = (
    _words(
        "mr mister mrs ms miss mx dr doctor prof professor sir lord lady dame baron baroness sheikh imam "
        "rabbi rev reverend pastor bishop archbishop cardinal pope father sister brother fr sr king queen "
        "prince princess duke duchess emir sultan president premier chancellor minister secretary senator "
        "sen representative rep congressman congresswoman delegate del assemblyman assemblywoman councilman "
        "councilwoman councillor councilor alderman governor gov mayor ambassador amb commissioner commissar "
        "director chairman chairwoman chairperson chair chief judge justice magistrate attorney prosecutor "
        "sheriff deputy officer constable inspector detective superintendent marshal captain capt commander "
        "cmdr colonel col lt lieutenant major maj general gen brigadier brig admiral adm sergeant sgt "
        "corporal cpl private pvt spokesman spokeswoman spokesperson speaker leader coach manager editor "
        "treasurer comptroller consul envoy nominee candidate congressmember taoiseach ayatollah maulana ag "
        "da pm vp ex-president"
    )
    | MALE_TITLES
    | FEMALE_TITLES
)

ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Sr|Jr|St|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|Adm|Brig|"
    "Pvt|Amb|Hon|Pres|Del|Det|Supt|Insp|Atty|Messrs"
)

ROLES = TITLES | _words(
    "correspondent reporter journalist columnist commentator anchor host presenter moderator author writer "
    "historian economist analyst strategist pollster consultant adviser advisor aide assistant counselor "
    "counsel lawyer solicitor barrister advocate activist campaigner organizer organiser lobbyist donor "
    "supporter surrogate critic opponent rival ally colleague friend neighbor neighbour resident voter "
    "student teacher lecturer scientist researcher scholar academic fellow expert specialist physician "
    "surgeon neurosurgeon nurse psychologist psychiatrist engineer architect farmer worker owner founder "
    "co-founder cofounder entrepreneur businessman businesswoman billionaire millionaire tycoon mogul "
    "investor banker executive ceo cfo coo vice-president boss head deputy lawmaker legislator "
    "parliamentarian mp mps mep msp td member politician statesman stateswoman official diplomat delegate "
    "emissary representative negotiator mediator whip incumbent frontrunner front-runner hopeful contender "
    "challenger democrat republican conservative liberal socialist tory independent activist veteran soldier "
    "fighter rebel militant witness survivor victim suspect defendant plaintiff whistleblower informant "
    "insider source user blogger observer monitor inspector investigator policeman policewoman bystander "
    "passenger driver pilot astronaut actor actress singer musician artist director producer comedian "
    "celebrity model athlete player star narrator wife husband widow widower mother father son daughter "
    "brother sister sibling cousin uncle aunt nephew niece grandfather grandmother grandson granddaughter "
    "parent child kid spouse partner man woman boy girl person guy teenager designer publisher librarian "
    "curator principal dean provost rector vice-chancellor chaplain priest nun cleric preacher trustee "
    "registrar coroner ombudsman auditor accountant clerk operator operative fundraiser treasurer runner-up "
    "native newcomer outsider loyalist dissident pundit talker newsman newswoman anchorman statistician "
    "demographer meteorologist epidemiologist biologist chemist physicist astronomer geologist philosopher "
    "sociologist psychotherapist linguist novelist poet playwright essayist biographer filmmaker "
    "photographer cartoonist translator interpreter secretary-general director-general governor-general "
    "mastermind developer committeeman committeewoman frontman appointee predecessor successor counterpart "
    "firefighter paramedic figure master mate mayor-elect president-elect"
)

MODIFIERS = _words(
    "former ex then acting interim outgoing incoming deputy vice senior junior chief top leading prominent "
    "longtime long-time late prime foreign presidential vice-presidential gubernatorial senatorial "
    "congressional parliamentary political national federal state local city county district regional "
    "international legal medical military civil criminal public private press communications media campaign "
    "policy executive general managing associate assistant special permanent first second third retired "
    "veteran anti-corruption human rights defense defence finance health interior justice labor labour trade "
    "transport energy education environment security intelligence national-security police fire opposition "
    "shadow party majority minority house senate white house cabinet council union church school university "
    "college hospital company bank oil tech media television tv radio newspaper magazine opinion "
    "investigative conservative liberal progressive independent centrist republican democratic "
    "republican-leaning running fellow co-founding founding billionaire millionaire real estate business "
    "economic tax climate housing immigration election electoral voting data research science art sports "
    "football chairman-elect self-described world global prize-winning award-winning best-selling "
    "bestselling acclaimed noted renowned famed young old elderly"
)

# Which words of a role mean the same, so that "the lawyer" finds "an attorney for the family".
SAME_ROLE = {
    word: family[0]
    for family in (
        ("senator", "sen", "sens"),
        ("representative", "rep", "reps", "congressman", "congresswoman", "congressmember"),
        ("governor", "gov", "govs"),
        ("general", "gen"),
        ("colonel", "col"),
        ("lieutenant", "lt"),
        ("captain", "capt"),
        ("sergeant", "sgt"),
        ("admiral", "adm"),
        ("professor", "prof", "lecturer"),
        ("doctor", "dr", "physician", "surgeon"),
        ("reverend", "rev", "pastor", "preacher"),
        ("ambassador", "amb", "envoy"),
        ("delegate", "del"),
        ("spokesperson", "spokesman", "spokeswoman"),
        ("chair", "chairman", "chairwoman", "chairperson"),
        ("lawyer", "attorney", "counsel", "solicitor", "barrister"),
        ("nominee", "candidate", "contender", "hopeful", "standard-bearer", "front-runner", "frontrunner"),
        ("adviser", "advisor"),
        (
            "businessman",
            "businesswoman",
            "mogul",
            "tycoon",
            "magnate",
            "developer",
            "entrepreneur",
            "billionaire",
        ),
        ("host", "anchor", "presenter", "anchorman", "anchorwoman", "moderator"),
        ("journalist", "reporter", "correspondent"),
        ("writer", "author", "columnist", "novelist"),
        ("founder", "co-founder", "cofounder"),
        ("head", "director", "chief", "boss", "executive", "ceo"),
        ("republican", "gop", "republicans"),
        ("democrat", "democratic", "democrats"),
        ("scientist", "researcher", "scholar", "academic"),
        ("premier", "prime"),
        ("wife", "spouse"),
    )
    for word in family
}

# A wider word, and the words of SAME_ROLE it may stand for.
WIDER_ROLE = {
    "lawmaker": _words(
        "senator representative delegate mp assemblyman assemblywoman legislator member speaker"
    ),
    "legislator": _words("senator representative delegate mp assemblyman assemblywoman lawmaker member"),
    "politician": _words(
        "senator representative governor mayor president premier minister mp lawmaker nominee"
    ),
    "diplomat": _words("ambassador consul envoy secretary minister"),
    "official": _words("secretary director commissioner minister head spokesperson undersecretary"),
    "minister": _words("premier secretary"),
    "leader": _words("president premier chair head chancellor speaker"),
    "clergyman": _words("reverend bishop archbishop cardinal rabbi imam priest"),
    "prosecutor": _words("lawyer prosecutor district"),
    "journalist": _words("host writer editor"),
    "officer": _words("sergeant lieutenant captain colonel general constable detective inspector"),
    "jurist": _words("judge justice"),
    "judge": _words("justice magistrate"),
    "star": _words("actor actress singer host player"),
    "expert": _words("professor economist analyst scientist fellow specialist"),
}

ORGANIZATIONS = _words(
    "administration agency airline airlines alliance army assembly association authority bank board "
    "brotherhood bureau cabinet campaign centre center chamber charity church city club coalition college "
    "command commission committee companies company conference confederation congress consortium convention "
    "cooperative corporation corp council court courts delegation department directorate division "
    "enforcement exchange federation fed firm force forces forum foundation front fund government group "
    "guild hospital house inc industries institute institution institutions investigations laboratory league "
    "legislature llc llp lobby ltd military ministry mission mosque movement museum navy network nations "
    "observatory office ombudsman organisation organization pac panel parliament partners partnership party "
    "plc police politburo project prosecutor's regulator school schools secretariat senate service services "
    "society squad startup state subcommittee supreme synod system taskforce team thinktank treasury "
    "tribunal trust union unions university watchdog works caucus camp establishment side kremlin pentagon "
    "leadership regime embassy consulate presidency junta judiciary duma electorate staff headquarters guard "
    "corps brigade battalion bundestag knesset sabha sejm vatican republic kingdom emirate province county "
    "town village watch international worldwide "
    "manufacturer retailer supplier developer bloc body chain brand bureaucracy ticket"
)
# Not every organization may be called so; the word alone must stand in its name, or it is one of these.
GENERIC_ORGANIZATIONS = _words(
    "agency organization organisation group company firm body institution institute watchdog charity "
    "corporation regulator entity nonprofit thinktank bureau"
)
NAMED_BY = {
    "union": _words("union association federation brotherhood teamsters guild"),
    "panel": _words("committee commission council board subcommittee"),
    "committee": _words("committee subcommittee"),
    "team": _words("campaign team"),
    "camp": _words("campaign camp"),
    "campaign": _words("campaign"),
    "court": _words("court tribunal"),
    "fed": _words("reserve"),
    "think": _words("institute center centre foundation"),
    "university": _words("university college institute"),
    "ministry": _words("ministry"),
    "army": _words("army military"),
    "military": _words("military army navy"),
    "chamber": _words("senate house parliament chamber"),
}

OUTLETS = outlet_words.NAMING | outlet_words.GENERIC | outlet_words.BY_THEMSELVES
GENERIC_OUTLETS = outlet_words.GENERIC

DOCUMENTS = _words(
    "report study survey poll polls statement statements memo memorandum letter letters lawsuit suit "
    "complaint document documents email emails e-mail e-mails tweet tweets data statistics figures analysis "
    "filing filings transcript transcripts video videos footage recording tape tapes bill law laws rules "
    "rule bylaws article articles story stories editorial editorials column book books memoir indictment "
    "ruling affidavit audit census order opinion treaty agreement accord resolution constitution charter "
    "declaration communique communiqué dossier review paper papers record records file files message "
    "messages note notes post posts ad ads advertisement advertisements commercial chart map index list "
    "findings results evidence testimony returns reports studies surveys lawsuits website page webpage "
    "press-release release guidelines guidance legislation act amendment petition proposal plan script sign "
    "placard placards banner slogan headline headlines biography autobiography forecast projection "
    "projections estimate estimates numbers research account average case summary brief text texts blog-post "
    "photo photos photograph image images screenshot diary tally count tracker interview interviews schedule "
    "platform budget contract decree manifesto speech"
)
# Words that pollsters and papers alike are named by; as a head they are documents only in lower case.
UNNAMED_PEOPLE = _words(
    "people experts officials sources critics aides advisers advisors analysts observers insiders operatives "
    "strategists leaders supporters opponents prosecutors investigators authorities reporters diplomats "
    "spokesmen spokeswomen spokespeople enemies listeners allies associates friends rivals skeptics sceptics "
    "detractors defenders backers proponents opponents advocates participants respondents economists pundits "
    "commentators anyone someone nobody everybody everyone somebody none those others many some most few "
    "several all both each either neither one another person somebody percent majority majorities number lot "
    "attendees staffers staff members source reader readers viewer viewers commenter commenters"
)
GROUPS = _words(
    "public crowd audience media family families couple pair duo electorate press youth police elite elites "
    "establishment majority minority community communities left right resistance opposition jury world "
    "country nation labor labour wing base base millennials men women children kids folks clergy"
)
QUANTIFIERS = _words(
    "many some most several few all both any no not every each other others another more fewer various "
    "numerous countless certain one two three four five six seven eight nine ten dozens hundreds thousands "
    "half least none majority such almost nearly"
)
DETERMINERS = _words("the a an this that these those his her its their our my your whose")

DEMONYMS = {
    demonym: country
    for pair in (
        "american:america afghan:afghanistan albanian:albania algerian:algeria angolan:angola arab:arabia "
        "argentine:argentina armenian:armenia australian:australia austrian:austria azerbaijani:azerbaijan "
        "bahraini:bahrain bangladeshi:bangladesh belarusian:belarus belgian:belgium bolivian:bolivia "
        "bosnian:bosnia brazilian:brazil british:britain bulgarian:bulgaria burmese:burma cambodian:cambodia "
        "canadian:canada chilean:chile chinese:china colombian:colombia congolese:congo croatian:croatia "
        "cuban:cuba cypriot:cyprus czech:czechia danish:denmark dutch:netherlands ecuadorian:ecuador "
        "egyptian:egypt emirati:emirates english:england eritrean:eritrea estonian:estonia "
        "ethiopian:ethiopia european:europe finnish:finland french:france georgian:georgia german:germany "
        "ghanaian:ghana greek:greece guatemalan:guatemala haitian:haiti honduran:honduras hungarian:hungary "
        "icelandic:iceland indian:india indonesian:indonesia iranian:iran iraqi:iraq irish:ireland "
        "israeli:israel italian:italy jamaican:jamaica japanese:japan jordanian:jordan kazakh:kazakhstan "
        "kenyan:kenya korean:korea kurdish:kurdistan kuwaiti:kuwait latvian:latvia lebanese:lebanon "
        "libyan:libya lithuanian:lithuania malaysian:malaysia malian:mali mexican:mexico moldovan:moldova "
        "mongolian:mongolia moroccan:morocco nepalese:nepal nigerian:nigeria norwegian:norway omani:oman "
        "pakistani:pakistan palestinian:palestine panamanian:panama peruvian:peru philippine:philippines "
        "filipino:philippines polish:poland portuguese:portugal qatari:qatar romanian:romania russian:russia "
        "rwandan:rwanda saudi:arabia scottish:scotland senegalese:senegal serbian:serbia "
        "singaporean:singapore slovak:slovakia slovenian:slovenia somali:somalia spanish:spain "
        "sudanese:sudan swedish:sweden swiss:switzerland syrian:syria taiwanese:taiwan tanzanian:tanzania "
        "thai:thailand tunisian:tunisia turkish:turkey ugandan:uganda ukrainian:ukraine uruguayan:uruguay "
        "uzbek:uzbekistan venezuelan:venezuela vietnamese:vietnam welsh:wales yemeni:yemen zambian:zambia "
        "zimbabwean:zimbabwe"
    ).split()
    for demonym, country in [pair.split(":")]
}
COUNTRIES = frozenset(DEMONYMS.values()) | _words("u.s u.s. us uk u.k u.k. usa eu un uae ussr dprk us-led")
PLACES = COUNTRIES | _words(
    "washington moscow beijing london paris berlin brussels tehran ankara kyiv kiev damascus baghdad "
    "jerusalem islamabad delhi tokyo seoul pyongyang canberra ottawa riyadh cairo kabul rome madrid warsaw "
    "athens vienna geneva dublin lisbon stockholm oslo copenhagen helsinki budapest prague bucharest sofia "
    "belgrade minsk tbilisi hanoi manila jakarta bangkok dhaka colombo kathmandu nairobi lagos abuja "
    "pretoria havana caracas bogota lima brasilia santiago asia africa europe california texas florida ohio "
    "pennsylvania michigan wisconsin iowa nevada arizona colorado virginia carolina georgia york jersey "
    "hampshire massachusetts connecticut illinois indiana minnesota missouri kentucky tennessee alabama "
    "mississippi louisiana arkansas oklahoma kansas nebraska dakota montana wyoming utah idaho oregon alaska "
    "hawaii maryland delaware calif fla pa ill mass conn mich minn wis tex ariz colo ala ark del ga ind kan "
    "ky md mo mont neb nev okla ore penn tenn va vt wash wyo ont que nsw n.c s.c n.j n.h n.y n.m n.d s.d d.c "
    "w.va r.i maine vermont ontario quebec england scotland wales ulster kingdom states emirates east west "
    "north south"
)

# Capitalised for other reasons than being a name: how sentences begin, the calendar, parties of speech.
ADJECTIVES = _words(
    "democratic republican islamic muslim christian jewish catholic protestant hindu buddhist latino latina "
    "hispanic african-american asian african western eastern northern southern black white"
)
FUNCTION_WORDS = _words(
    "the a an in on at by for from with as but and or nor so if when while after before since because "
    "although though however meanwhile moreover furthermore nevertheless nonetheless instead indeed thus "
    "hence therefore besides additionally he she it they we i you his her hers its their theirs our my your "
    "him them us me this that these those there here what who whom whose which where why how not no yes both "
    "many most some several all each every other another such according asked speaking still even also then "
    "now yet only just once like unlike despite during until till under over through between among about "
    "against without within to of off out up down into onto upon near across along around behind beyond "
    "toward towards per via than too very well oh let's let don't one two three four five six seven eight "
    "nine ten is are was were be been being am do does did has have had can could will would shall should "
    "may might must perhaps maybe clearly obviously finally later earlier recently today yesterday tomorrow "
    "tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "mondays fridays sundays asked told said says added noted given more less few fewer much any anyone "
    "everyone someone nobody nothing everything something again always never ever often sometimes first "
    "second third last next further similarly likewise otherwise rather whether either neither though "
    "whatever whenever wherever i'm i've i'd i'll it's that's there's he's she's they're we're you're what's "
    "who's advertisement abstract video photo correction update updated editor's breaking "
    "exclusive fellow asking saying "
    "responding referring regarding concerning following including using making being having"
)

PARTICLES = "de|da|di|do|dos|das|del|della|der|den|van|von|zu|bin|ibn|bint|al|el|la|le|du|ter|y|e"

MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")
THING_PRONOUNS = _words("it its itself")
PLURAL_PRONOUNS = _words("they them their theirs themselves")
FIRST_PERSON = _words("i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'll we'd")
SECOND_PERSON = _words("you your yours yourself yourselves you're you've you'd you'll")
RELATIVES = _words("who whom whose which that")

PARTIES = _words("republican democrat labour conservative tory liberal green socialist communist libertarian")
MONTH_NAMES = _words("may april june august")
# How lines begin that ask the reader to do something.
IMPERATIVES = _words("read watch click please thank thanks look see follow share subscribe ok okay sorry")
# Titles and nouns that people bear as surnames too.
SURNAMES_TOO = _words(
    "king prince pope bishop major marshall marshal judge dean sheriff baron duke earl lord page church "
    "house camp court force bank banks price power powers mission trust chambers towns town state school "
    "park club constable chancellor deacon abbot priest nun fellow farmer driver singer artist model partner "
    "head chase green brown young star post mirror mail sun globe day week record west east north south "
    "washington london paris berlin carolina georgia ireland france england wales jordan chad israel york "
    "jersey hampshire lincoln cash front"
)
AMBIGUOUS_OUTLETS = _words(
    "paper daily weekly magazine network channel station journal times post mirror mail express bulletin "
    "courier dispatch examiner register star sun globe standard review news press radio television tv blog "
    "website site podcast wire today monitor week record economist atlantic slate salon guardian observer "
    "telegraph herald gazette chronicle inquirer tribune tabloid outlet publication broadcaster newspaper "
    "sputnik reporter echo sentinel argus ledger clarion beacon broadcasting "
    "advertiser"
)
# Words that, right before the noun of a body, make it an outlet: "Orlan News Agency"; before a name, too.
MEDIA = _words("news press broadcasting radio television tv media wire")
MEDIA_BODIES = _words("agency association network service services corporation corp company channel group")
STATIONS = _words("radio television tv")
# The plural nouns that name a party, a faith or a people.
GROUP_HEADS = _words(
    "democrats republicans conservatives liberals tories socialists communists greens libertarians "
    "christians muslims catholics protestants jews hindus sikhs buddhists evangelicals latinos hispanics "
    "whites blacks african-americans taliban marines dems britons french british chinese japanese dutch "
    "irish spaniards finns swedes danes poles turks kurds arabs uighurs rohingya labour gop"
)
# What departments and committees are for; names of these join over "and".
POLICY_WORDS = _words(
    "securities immigration oversight health food drug alcohol tobacco firearms veterans agriculture energy "
    "commerce science technology transportation transport housing education labor labour justice customs "
    "border fish wildlife ways budget armed foreign intelligence judiciary rules children families economic "
    "cooperation development defence defense culture media sport sports digital environment rural affairs "
    "trade industry business innovation oceanic atmospheric standards nutrition forestry security finance "
    "home work pensions revenue water climate planning research engineering medicine arts sciences letters "
    "building construction mining aviation maritime citizenship state homeland veterans information "
    "broadcasting law order peace reconciliation truth democracy human civil diplomacy colleges"
)
# People whom pages leave unnamed on purpose; these nouns never mean just whoever was spoken of last.
VAGUE_ROLES = _words(
    "official source spokesman spokeswoman spokesperson aide adviser advisor judge man woman reporter "
    "narrator person insider operative staffer analyst expert witness voter member friend lawyer attorney "
    "officer user supporter critic observer resident student worker employee donor victim"
)
