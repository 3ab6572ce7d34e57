"""The words that show a stance, and how English bends them."""

from __future__ import annotations

from sayso.model import Stance

VERBS: dict[Stance, str] = {
    "says": """accord add address air allude amplify analyse analyze announce answer apologise apologize
        argue articulate assert assess author bark bill boast brag brand brief broadcast calculate
        call capture cast chant characterise characterize cite claim clarify coin comment
        communicate compare confide contend continue contrast convey counter cover cry deadpan
        debate declare define deliver depict describe detail devote disclose discuss display
        divulge dub dwell echo elaborate email emphasise emphasize exclaim exemplify explain
        express feature file focus follow foreshadow frame give go gush highlight hint identify
        imply include indicate inform insist interject interrupt interview intone introduce invoke
        issue joke label lay leak lecture liken link list maintain make mark mean mention murmur
        muse mutter name narrate negotiate note notify observe opine outline paint pen plug point
        portray post preach present proclaim profess provide publish put quip quote raise react
        read reason recapitulate recite recount refer reference reiterate rejoin relate relay
        release remark remind repeat reply report represent respond retort retweet say scream
        share shout sign signal sing snap sound speak specify stammer state stress submit suggest
        summarise summarize talk telegraph tell term testify text title touch tout tweet underline
        unveil use utter voice whisper write yell""",
    "confirms": """acknowledge admit affirm attest authenticate certify concede confess confirm corroborate
        reaffirm recognise recognize substantiate verify vouch""",
    "denies": """balk block contest contradict debunk decline deny disagree disavow discount discredit
        dismiss disown disprove dispute disregard distance downplay eschew ignore negate nix
        object oppose overrule overturn protest quash rebuff rebut refuse refute reject renounce
        repudiate resist scoff spurn swat veto""",
    "doubts": "challenge disbelieve distrust doubt hesitate mistrust mystify query question",
    "asks": "ask enquire inquire interrogate pose quiz wonder",
    "orders": """advise advocate allow appeal appoint authorise authorize ban beg beseech cajole command
        compel convince counsel dare demand direct enact encourage entreat exhort forbid implore
        impose instruct invite lobby mandate nudge order pass permit persuade petition plead pray
        prescribe press pressure prohibit prompt push recommend request require restrict summon
        urge""",
    "expects": """anticipate await bet count envisage envision expect forecast foresee foretell gauge
        predict prepare presage project prophesy""",
    "believes": """appear ascribe assume attribute believe conceive conjecture consider credit deem dream
        estimate fancy feel figure guess hold imagine infer interpret judge lean look misjudge
        perceive ponder presume rank rate reckon regard seem sense speculate suppose surmise
        suspect theorise theorize think trust value view""",
    "wants": """adopt aim aspire attempt campaign choose contemplate crave decide desire envy explore
        favor favour fight hate hope intend like love mull need nominate opt plan plot prefer
        prioritise prioritize promote propose pursue rely resolve scheme seek strive target try vote want
        weigh wish yearn""",
    "promises": "assure commit consent guarantee offer pledge promise reassure swear undertake volunteer vow",
    "warns": """alarm alert bemoan caution concern dread fear frighten horrify shock startle threaten
        trouble unsettle warn worry""",
    "accuses": """abhor accuse admonish agitate allege anger assail attack bash belittle berate blame blast
        boo boycott bristle castigate censure charge chastise chide clash complain condemn
        criticise criticize decry demonise demonize denounce deplore deride despise detest
        disapprove dislike disparage enrage excoriate fault fume gripe grumble hammer heckle
        implicate impugn indict insult irk irritate jab knock lambast lambaste lament lash loathe
        malign mock needle offend pan pillory pounce pummel rail rant rap rattle rebuke regret
        reprimand reproach resent revile ridicule rip savage scold skewer slam slander smear sneer
        spar sue taunt thrash trash upbraid vent vilify""",
    "supports": """accept admire adore agree applaud appreciate approve back bless care celebrate champion
        cheer commend compliment concur condone congratulate crown defend embrace enamor endorse
        enjoy espouse extol forgive hail herald honor honour idolise idolize justify laud praise
        rave relish respect revere salute side sponsor support sympathise sympathize thank
        tolerate trumpet uphold welcome""",
    "finds": """ascertain conclude demonstrate detect determine diagnose discover document establish
        experience expose find forget gather hear illustrate know learn measure notice poll prove
        realise realize recall recollect record reflect remember reveal rule see show spot survey
        uncover underscore understand unearth watch witness""",
}
"""Verbs in their base form; those that fit two stances stand where news stories mostly mean them."""

NOUNS: dict[Stance, str] = {
    "says": """according account adamant announcement apology argument article assertion attention case
        chatter claim clear comment contention controversy conversation coverage debate
        declaration description details disclosure discussion emphasis example explanation focus
        information interview letter mention message mum news outspoken phrase policy post promo
        reaction reference remark report response rhetoric rumor rumour speech statement story
        suggestion tweet vocal word""",
    "confirms": "acknowledgement acknowledgment admission confession confirmation",
    "denies": """against anti denial disagreement dismissal objection opponent opposed opposition rebuttal
        refusal rejection resistance unwillingness""",
    "doubts": """confused divided doubtful dubious reluctance sceptic sceptical scepticism skeptic
        skeptical skepticism split uncertainty unclear unsure""",
    "asks": "inquiry",
    "orders": "advice appeal insistence instruction invitation recommendation",
    "expects": "due expectation likely outlook poised prediction prognosis projection scheduled slated "
    "unlikely",
    "believes": """assessment assumption attitude belief certain confident consensus conviction convinced
        estimate feeling hunch idea impression interpretation intrigued mindset notion obsession
        opinion perception perspective persuaded position reputation sentiment speculation stance
        sure suspicion theory thought viewpoint""",
    "wants": """aim ambition aspiration decision desire determined eager eagerness effort favorite goal
        hopeful hungry intent intention interested keen preference priority proponent proposal
        ready reluctant strategy willing willingness wish""",
    "promises": "assurance commitment oath",
    "warns": """afraid anxiety anxious apprehensive concerned fearful leery nervous scared unease warning
        wary worried""",
    "accuses": """accusation accuser allegation anger angry attack backlash bitter blowback complaint
        condemnation contempt critic critical criticism critique disappointed disappointing
        disappointment discontent disdain dismissive displeased dissatisfied frustrated
        frustration furious hatred hostility lawsuit offense outrage outraged scorn scrutiny sick
        unhappy upset""",
    "supports": """admiration admirer advocate agreement ally appreciative approval backer bullish comfort
        comfortable confidence defence defender defense devotee enamored endorsement enthusiasm
        enthusiastic excited faith fan favorable glad grateful happy impressed optimistic passion
        pleased praise proud recognition relief satisfied supporter supportive sympathetic
        sympathy thrilled tribute upbeat""",
    "finds": """apparent aware conclusion discovery evidence familiar finding footage investigation
        knowledge memory obvious proof reminiscence revelation review surprise surprised unaware
        unknown""",
}
"""Nouns and adjectives, which count where a cue holds no verb of these."""

IRREGULAR = {
    "begin": "begins began begun beginning",
    "beseech": "beseeches besought beseeching",
    "bet": "bets betting",
    "cast": "casts casting",
    "choose": "chooses chose chosen choosing",
    "counsel": "counsels counseled counselled counseling counselling",
    "feel": "feels felt feeling",
    "fight": "fights fought fighting",
    "find": "finds found finding",
    "forbid": "forbids forbade forbidden forbidding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "foretell": "foretells foretold foretelling",
    "forget": "forgets forgot forgotten forgetting",
    "forgive": "forgives forgave forgiven forgiving",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "hear": "hears heard hearing",
    "hold": "holds held holding",
    "know": "knows knew known knowing",
    "label": "labels labeled labelled labeling labelling",
    "lay": "lays laid laying",
    "make": "makes made making",
    "mean": "means meant meaning",
    "plead": "pleads pleaded pled pleading",
    "put": "puts putting",
    "read": "reads reading",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "send": "sends sent sending",
    "show": "shows showed shown showing",
    "signal": "signals signaled signalled signaling signalling",
    "sing": "sings sang sung singing",
    "speak": "speaks spoke spoken speaking",
    "sue": "sues sued suing",
    "swear": "swears swore sworn swearing",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "undertake": "undertakes undertook undertaken undertaking",
    "uphold": "upholds upheld upholding",
    "write": "writes wrote written writing",
}
DOUBLED = frozenset(
    """admit ban bar bat beg brag commit dub jab nod opt pan pen permit pet plan plot plug prefer quip quiz
    rap rebut refer regret rip slam snap spar spin""".split()
)
_VOWELS = "aeiou"


def forms(verb: str) -> list[str]:
    """The forms of an English verb, its base first."""
    if verb in IRREGULAR:
        return [verb, *IRREGULAR[verb].split()]
    if verb in DOUBLED:
        return [verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    if verb.endswith("e"):
        ing = verb if verb.endswith("ee") else verb[:-1]
        return [verb, f"{verb}s", f"{verb}d", f"{ing}ing"]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [verb, f"{verb}{plural}", f"{verb}ed", f"{verb}ing"]
