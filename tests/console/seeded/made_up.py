"""People who do not exist, in firms which do not exist, whom the console is shown with."""

import csv
import io
from dataclasses import dataclass
from random import Random

_FIRST = """
Ada Aiko Alba Amir Ana Anouk Aron Beatriz Bo Bruno Carla Cem Chidi Clara Dmitri Edda Elif Emeka Enzo Esra Femi Filipa
Greta Hana Hugo Idris Ines Ivo Jonas Jun Kaya Kwame Lena Leo Lior Luz Maren Mateus Mira Nadia Nils Noor Olga Oskar Paula
Petra Quinn Rafael Rosa Sami Sofia Sven Tala Teresa Tomas Uma Vera Wim Xenia Yara Zoe
"""
_LAST = """
Anchor Barnacle Beacon Bellweather Boatwright Bollard Brightwater Capstan Cobblestone Cordwain Driftwood Eddystone
Farewell Fenwick Fogbound Foremast Gullwing Halyard Harbourne Inkwell Jetty Keelson Kelpfield Lanternfish Longshore
Mainsail Mastwright Mooring Netmaker Oarsman Quayle Quillfeather Reedcutter Ropewalk Rudder Saltmarsh Sandbank Seagrave
Shoal Slipway Spindrift Starling Stormglass Tidewater Topsail Undertow Waveney Windlass Yardarm
"""
_FIRMS = (
    "Harbour Works",
    "Tidewater & Daughters",
    "Saltmarsh Systems",
    "North Pier",
    "Lantern Street",
    "Blue Bollard",
    "Quayside Labs",
    "Ferry Ledger",
    "Gull & Grain",
    "Slow Current",
    "Keel Analytics",
    "Mooring Health",
    "Barnacle Robotics",
    "Fenland Foods",
    "Open Estuary",
    "Copper Buoy",
    "Ropewalk Studio",
    "Sandbar Energy",
    "Second Tide",
    "Shoal Maps",
    "Stormglass",
    "Topsail Travel",
    "Undertow Audio",
)
_ROLES = (
    "Founder",
    "Head of Engineering",
    "VP Engineering",
    "Engineering Manager",
    "Staff Engineer",
    "CTO",
    "Product Lead",
    "Operations Lead",
    "Site Reliability Engineer",
    "Head of Design",
)
_PLACES = (
    ("Lisbon, Portugal", "Europe/Lisbon"),
    ("Porto, Portugal", "Europe/Lisbon"),
    ("Berlin, Germany", "Europe/Berlin"),
    ("Tallinn, Estonia", "Europe/Tallinn"),
    ("Rotterdam, Netherlands", "Europe/Amsterdam"),
    ("Lagos, Nigeria", "Africa/Lagos"),
    ("Valparaíso, Chile", "America/Santiago"),
    ("Halifax, Canada", "America/Halifax"),
)
_TAGS = ("spring fair", "warm", "referral", "newsletter", "workshop", "revisit")
OWNERS = ("Rosa", "Jonas", "Noor")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as a file of leads has them."""

    name: str
    email: str
    phone: str
    company: str
    role: str
    location: str
    time_zone: str
    score: str
    tags: str
    owner: str


def people(random: Random, number: int) -> list[Person]:
    """So many, no two of one name."""
    names = random.sample([f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()], number)
    return [_person(random, name) for name in names]


def _person(random: Random, name: str) -> Person:
    company = random.choice(_FIRMS)
    location, time_zone = random.choice(_PLACES)
    domain = "".join(letter for letter in company.lower() if letter.isalpha())
    first, last = name.lower().split()
    return Person(
        name,
        email=f"{first}.{last}@{domain}.example",
        phone=f"+351 21 {random.randrange(1000):03} {random.randrange(10_000):04}" if random.random() < 0.5 else "",
        company=company,
        role=random.choice(_ROLES),
        location=location,
        time_zone=time_zone,
        score=f"{random.betavariate(5, 3):.2f}",
        tags=", ".join(random.sample(_TAGS, random.choice((0, 1, 1, 2)))),
        owner=random.choice((*OWNERS, "")),
    )


def as_csv(persons: list[Person]) -> str:
    """A file of leads, whose columns are called as spreadsheets often call them."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ("Name", "E-mail", "Phone", "Company", "Role", "City", "Time zone", "Score", "Tags", "Owner"),
    )
    writer.writerows(
        (
            one.name,
            one.email,
            one.phone,
            one.company,
            one.role,
            one.location,
            one.time_zone,
            one.score,
            one.tags,
            one.owner,
        )
        for one in persons
    )
    return file.getvalue()
