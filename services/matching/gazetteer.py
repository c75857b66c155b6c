"""Places by the names people give them: countries in many languages, some regions, and large cities.

A place is known by its country's code (`GB`), a region's (`US-CA`), or a city's English name (`lisbon`). A place that
is missing here is compared by its words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from services.matching.words import words_of

_MORE_NAMES_OF_COUNTRIES = """
AE: uae, emirates
BA: bosnia
CD: drc, dr congo
CG: congo
CI: ivory coast
CZ: czech republic, česká republika
GB: uk, great britain, britain
GR: hellas
IE: republic of ireland, éire
KR: korea, republic of korea
MK: north macedonia
NL: holland
NZ: aotearoa
RU: russian federation
SZ: eswatini
TR: turkey
US: usa, us, united states of america, america
VA: vatican city
"""

_REGIONS = """
CA-AB: alberta, ab
CA-BC: british columbia, bc
CA-MB: manitoba, mb
CA-NB: new brunswick, nb
CA-NL: newfoundland, newfoundland and labrador
CA-NS: nova scotia, ns
CA-ON: ontario, on
CA-PE: prince edward island
CA-QC: quebec, qc
CA-SK: saskatchewan, sk
AU-ACT: australian capital territory, act
AU-NSW: new south wales, nsw
AU-NT: northern territory
AU-QLD: queensland, qld
AU-SA: south australia
AU-TAS: tasmania
AU-VIC: victoria, vic
AU-WA: western australia
CH-ZH: kanton zürich
DE-BW: baden-württemberg
DE-BY: bavaria, bayern
DE-NW: north rhine-westphalia, nordrhein-westfalen, nrw
DE-SN: saxony, sachsen
ES-AN: andalusia, andalucía
ES-CT: catalonia, catalunya, cataluña
ES-PV: basque country, euskadi, país vasco
GB-ENG: england
GB-NIR: northern ireland
GB-SCT: scotland
GB-WLS: wales
IN-KA: karnataka
IN-MH: maharashtra
IN-TN: tamil nadu
US-AL: alabama, al
US-AK: alaska, ak
US-AZ: arizona, az
US-AR: arkansas, ar
US-CA: california, ca, calif
US-CO: colorado, co
US-CT: connecticut, ct
US-DE: delaware, de
US-DC: district of columbia, dc
US-FL: florida, fl
US-GA: georgia, ga
US-HI: hawaii, hi
US-ID: idaho, id
US-IL: illinois, il
US-IN: indiana, in
US-IA: iowa, ia
US-KS: kansas, ks
US-KY: kentucky, ky
US-LA: louisiana, la
US-ME: maine, me
US-MD: maryland, md
US-MA: massachusetts, ma, mass
US-MI: michigan, mi
US-MN: minnesota, mn
US-MS: mississippi, ms
US-MO: missouri, mo
US-MT: montana, mt
US-NE: nebraska, ne
US-NV: nevada, nv
US-NH: new hampshire, nh
US-NJ: new jersey, nj
US-NM: new mexico, nm
US-NY: new york, new york state, upstate new york, ny
US-NC: north carolina, nc
US-ND: north dakota, nd
US-OH: ohio, oh
US-OK: oklahoma, ok
US-OR: oregon, or
US-PA: pennsylvania, pa
US-RI: rhode island, ri
US-SC: south carolina, sc
US-SD: south dakota, sd
US-TN: tennessee, tn
US-TX: texas, tx
US-UT: utah, ut
US-VT: vermont, vt
US-VA: virginia, va
US-WA: washington, washington state, wa
US-WV: west virginia, wv
US-WI: wisconsin, wi
US-WY: wyoming, wy
"""

_CITIES = """
AE: dubai=دبي | abu dhabi
AR: buenos aires=caba
AT: vienna=wien | graz | salzburg
AU-NSW: sydney
AU-QLD: brisbane
AU-VIC: melbourne
AU-WA: perth
BE: brussels=bruxelles, brussel | antwerp=antwerpen, anvers | ghent=gent
BG: sofia=софия
BR: são paulo=sampa | rio de janeiro=rio | belo horizonte | porto alegre | brasília | curitiba
CA-AB: calgary | edmonton
CA-BC: vancouver
CA-ON: toronto | ottawa
CA-QC: montreal=montréal
CH: zurich=zürich, zuerich | geneva=genève, genf | basel=bâle | bern=berne | lausanne
CL: santiago de chile
CN: beijing=peking, 北京 | shanghai=上海 | shenzhen=深圳 | guangzhou=广州, canton | hangzhou=杭州 | chengdu=成都
CO: bogotá | medellín
CY: nicosia=lefkosia
CZ: prague=praha, prag | brno
DE: berlin | hamburg | frankfurt=frankfurt am main | cologne=köln, koeln | dresden | leipzig
DE-BW: stuttgart
DE-BY: munich=münchen, muenchen | nuremberg=nürnberg
DE-NW: düsseldorf=duesseldorf
DK: copenhagen=københavn | aarhus=århus
EE: tallinn
EG: cairo=القاهرة
ES: madrid | bilbao | zaragoza
ES-AN: seville=sevilla | malaga=málaga
ES-CT: barcelona=bcn
ES: valencia
FI: helsinki=helsingfors
FR: paris | lyon | marseille=marseilles | toulouse | bordeaux | lille | nantes
GB-ENG: london=londres, londra, londyn, лондон, ロンドン, 伦敦 | manchester | birmingham | liverpool | leeds | brighton | sheffield
GB-NIR: belfast
GB-SCT: edinburgh | glasgow
GB-WLS: cardiff=caerdydd
GR: athens=αθήνα, athina | thessaloniki=θεσσαλονίκη, salonica
HR: zagreb
HU: budapest
ID: jakarta
IE: dublin=baile átha cliath | galway
IL: tel aviv=tlv, tel aviv-yafo, תל אביב | jerusalem=ירושלים
IN: new delhi | delhi=दिल्ली | kolkata=calcutta | pune
IN: hyderabad
IN-KA: bangalore=bengaluru
IN-MH: mumbai=bombay, मुंबई
IN-TN: chennai=madras
IS: reykjavik=reykjavík
IT: rome=roma | milan=milano | turin=torino | naples=napoli | florence=firenze | venice=venezia | bologna
JP: tokyo=東京, 东京, とうきょう, токио | osaka=大阪 | kyoto=京都 | yokohama=横浜 | nagoya=名古屋 | fukuoka=福岡
KE: nairobi
KR: seoul=서울 | busan=부산, pusan
LT: vilnius
LV: riga=rīga
MA: casablanca | marrakesh=marrakech
MX: mexico city=ciudad de méxico, cdmx, méxico df | guadalajara | monterrey
MY: kuala lumpur=kl
NG: lagos | abuja
NL: amsterdam | rotterdam | the hague=den haag, 's-gravenhage | utrecht | eindhoven
NO: oslo | bergen
NZ: auckland | wellington
PE: lima
PH: manila
PL: warsaw=warszawa | kraków=cracow | wrocław | gdańsk | poznań | łódź
PT: lisbon=lisboa, lisbonne, lissabon, lisabon | porto=oporto | coimbra | braga
RO: bucharest=bucurești | cluj-napoca=cluj
RS: belgrade=beograd, београд
RU: moscow=москва, moskva | saint petersburg=st petersburg, санкт-петербург, питер
SA: riyadh=الرياض | jeddah
SE: stockholm | gothenburg=göteborg | malmö
SI: ljubljana
SK: bratislava
TH: bangkok=กรุงเทพ, krung thep
TR: istanbul=i̇stanbul | ankara | izmir
TW: taipei=台北, 臺北
UA: kyiv=kiev, київ, киев | lviv=львів, lvov | odesa=odessa | kharkiv=харків
US-AZ: phoenix
US-CA: san francisco=sf, san fran, sf bay area, san francisco bay area, bay area | los angeles=la | san diego | san jose | oakland | palo alto | sacramento
US-CO: denver | boulder
US-DC: washington dc=washington, washington district of columbia
US-FL: miami | orlando | tampa
US-GA: atlanta
US-IL: chicago=chi-town
US-LA: new orleans=nola
US-MA: boston
US-MI: detroit | ann arbor
US-MN: minneapolis
US-NC: charlotte | raleigh
US-NV: las vegas=vegas
US-NY: new york=nyc, new york city, ny city, нью-йорк, ニューヨーク, 纽约 | brooklyn | manhattan | buffalo
US-OH: cleveland | cincinnati
US-OR: portland
US-PA: philadelphia=philly | pittsburgh
US-TN: nashville | memphis
US-TX: austin | dallas=dfw | houston
US-UT: salt lake city=slc
US-WA: seattle
VN: ho chi minh city=saigon, hcmc | hanoi=hà nội
ZA: cape town | johannesburg=joburg | durban
"""  # noqa: E501

_WRITTEN_ANYWHERE = frozenset(["bcn", "nyc", "sf", "tlv", "uae", "uk", "usa"])
_LONGEST_CODE = 3
JOINING = frozenset(["and", "of", "the"])
"""Words which names of places are written with or without."""


def _listed(block: str) -> Iterable[tuple[str, list[str]]]:
    for line in block.strip().splitlines():
        code, names = line.split(": ", 1)
        yield code, names.split(", ")


def _countries() -> Iterable[tuple[str, list[str]]]:
    lines = Path(__file__).with_name("countries.txt").read_text("utf-8").splitlines()
    yield from _listed("\n".join(line for line in lines if not line.startswith("#")))
    yield from _listed(_MORE_NAMES_OF_COUNTRIES)


def name_key(words: Iterable[str]) -> tuple[str, ...]:
    """The words under which the gazetteer has a name: `Bosnia and Herzegovina` and `Bosnia & Herzegovina` alike."""
    return tuple(word for word in words if word not in JOINING)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known places."""

    places: Mapping[tuple[str, ...], frozenset[str]]
    """Names, as folded words, with the places they may mean."""
    lies_in: Mapping[str, str]
    """Each region's or city's next larger place."""


@cache
def gazetteer() -> Gazetteer:
    """The known places. They are read when they are first asked for: most starts of the program never do."""
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    lies_in = {}
    for code, names in (*_countries(), *_listed(_REGIONS)):
        for name in names:
            places[name_key(words_of(name))].add(code)
        if "-" in code:
            lies_in[code] = code.partition("-")[0]
    for code in {code for code, _ in _countries()}:
        places[(code.lower(),)].add(code)
    for parent, cities in (line.split(": ", 1) for line in _CITIES.strip().splitlines()):
        for city in cities.split(" | "):
            name, _, aliases = city.partition("=")
            lies_in[name] = parent
            for alias in (name, *filter(None, aliases.split(", "))):
                places[name_key(words_of(alias))].add(name)
    return Gazetteer({words: frozenset(codes) for words, codes in places.items()}, lies_in)


def is_code(name: tuple[str, ...]) -> bool:
    """Whether a place's name is so short that it means the place only where an address has its codes."""
    return len(name) == 1 and len(name[0]) <= _LONGEST_CODE and name[0].isascii() and name[0] not in _WRITTEN_ANYWHERE


def within(place: str) -> frozenset[str]:
    """The place itself and all larger ones it lies in."""
    found, lies_in = {place}, gazetteer().lies_in
    while place in lies_in:
        place = lies_in[place]
        found.add(place)
    return frozenset(found)
