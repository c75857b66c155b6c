"""What is known of the words people use for what they do: abbreviations, fixed phrases, related words."""


def words_in(text: str) -> frozenset[str]:
    """The words of a list separated by spaces."""
    return frozenset(text.split())


_SHORT_FORMS = """
acct: account, accounting = accountant
admin: administrator, administration, administrative
ae: account executive
ai: artificial intelligence
asst: assistant
assoc: associate
avp: assistant vice president = associate vice president
b2b: business to business
b2c: business to consumer
bd: business development
bdm: business development manager
bdr: business development representative
biz: business
bizdev: business development
cao: chief administrative officer, chief analytics officer
cbo: chief business officer
cco: chief commercial officer, chief customer officer, chief compliance officer, chief communications officer
cdo: chief data officer, chief digital officer, chief design officer
ceo: chief executive officer = chief executive
cfo: chief financial officer = chief finance officer
cgo: chief growth officer
chro: chief human resources officer = chief hr officer
cio: chief information officer, chief investment officer
ciso: chief information security officer
clo: chief legal officer, chief learning officer
cmo: chief marketing officer, chief medical officer
comms: communications = communication
coo: chief operating officer = chief operations officer
coord: coordinator
corp: corporate, corporation
cpa: certified public accountant
cpo: chief product officer, chief people officer, chief procurement officer
crm: customer relationship management
cro: chief revenue officer, chief risk officer
csm: customer success manager
cso: chief strategy officer, chief security officer, chief sales officer, chief sustainability officer
cto: chief technology officer = chief technical officer = chief tech officer
cxo: chief experience officer
db: database
dba: database administrator
dept: department
dev: developer = development
devrel: developer relations
dir: director
dr: doctor
edu: education
em: engineering manager
eng: engineering = engineer
engg: engineering
engr: engineer
ev: electric vehicle
evp: executive vice president
exec: executive
fmcg: fast moving consumer goods
gm: general manager
gov: government
govt: government
gtm: go to market
hr: human resources
hrbp: human resources business partner
hw: hardware
infra: infrastructure
intl: international
iot: internet of things
it: information technology
jnr: junior
jr: junior
js: javascript
k8s: kubernetes
l&d: learning and development
ldr: leader
m&a: mergers and acquisitions
md: managing director
mfg: manufacturing
mgmt: management
mgr: manager
mgt: management
mkt: marketing
mktg: marketing
ml: machine learning
mngr: manager
mng: managing
natl: national
nlp: natural language processing
ngo: non governmental organization = non governmental organisation
ops: operations
p&l: profit and loss
pe: private equity
phd: doctor of philosophy
photog: photographer = photography
pm: product manager, project manager, program manager = programme manager
pmm: product marketing manager
po: product owner
ppc: pay per click
pr: public relations
pres: president
prod: product = production
prof: professor
ptnr: partner
qa: quality assurance
r&d: research and development
rep: representative
rvp: regional vice president
saas: software as a service
sde: software development engineer
sdr: sales development representative
sem: search engine marketing
seo: search engine optimization = search engine optimisation
snr: senior
sr: senior
sre: site reliability engineer = site reliability engineering
svp: senior vice president
svc: service = services
svcs: services
sw: software
swe: software engineer
tech: technology = technical
ts: typescript
uni: university
univ: university
ui: user interface
ux: user experience
va: virtual assistant
vc: venture capital = venture capitalist
vp: vice president
vpe: vice president of engineering
vr: virtual reality
"""
READINGS = {
    short: tuple(tuple(reading.split(" = ")) for reading in readings.split(", "))
    for short, readings in (line.split(": ", 1) for line in _SHORT_FORMS.strip().splitlines())
}
"""Short forms with their readings, each in its equivalent spellings. A short form means any of its readings."""

ONLY_IN_ROLES = words_in("ae bd em it md pe po pr prod pres sem uni va")
"""Short forms which are ordinary words, names or other things in prose; read as short forms in roles only."""

RANKS = words_in("vice president chief officer executive assistant associate regional senior")
"""Words of titles which say nothing of the field of work."""

STOP_WORDS = words_in(
    "a an and as at by for from in into of on or our the to with "
    "al d da das de del der des di die do dos du e el en et fur im in la las le les los mit o os para por pour um "
    "un und uma une van von y"
    " в и на по с для の に を は が と で"
)
"""Words which join others. They are not looked for, unless nothing else was asked."""

TITLE_WORDS = words_in(
    "accountant administrator advisor analyst architect assistant associate attorney consultant controller coordinator "
    "creator designer developer development director editor engineer engineering entrepreneur executive founder "
    "freelance freelancer investor journalist lawyer management manager marketer marketing officer operations partner "
    "photographer president producer product professor programmer recruiter representative researcher scientist senior "
    "specialist strategist supervisor teacher technology trainer writer"
)
"""Words so common in roles that a slip in them is recognised early, and none of them is a slip for another."""

_FAMILIES = """
account accountant accountancy accounting
analyst analytics analysis
architect architecture
art artist
bake baker bakery baking
bank banker
brew brewer brewery
buy buyer buying
code coder coding
consult consultant consultancy consulting
cook cooking
farm farmer
finance financial
govern government
lead leader leadership
law lawyer
make maker making
science scientist
sell seller selling
strategy strategic
technology technical
test tester
"""
FAMILIES = {
    member: family for family in map(frozenset, map(str.split, _FAMILIES.strip().splitlines())) for member in family
}
"""Related words which the rule for endings does not relate."""

_STRANGERS = """
apart apartment
champ champion
chart charter
count counter
count counting
custom customer
customs customer
depart department
direct director
directed director
direction director
engine engineer
engine engineering
even evening
found founder
found founding
market marketing
minor mining
office officer
organ organist
plane planning
strange stranger
sweat sweater
tract tractor
wed wedding
"""
NOT_FORMS = frozenset(frozenset(line.split()) for line in _STRANGERS.strip().splitlines())
"""Words which the rule for endings would relate, and which mean something else."""
