"""Example data for the comparison, written by PostgreSQL itself: the same rows on every run, all people fictional.

For each lead there are one discovered profile, one appointment and five contact events; events and appointments are
scattered over the leads, so that some have none and some have many.
"""

import asyncpg

CAMPAIGNS = 20
PROFILES_PER_JOB = 50
EVENTS_PER_LEAD = 5
EPOCH = "timestamptz '2025-01-01 08:00:00.000123+00'"

# `hashint8extended` gives the same scatter on every machine and release, which `random()` does not promise.
_SCATTER = "(hashint8extended(n, {seed}) & 1073741823)"


def _scattered(seed: int, modulus: str) -> str:
    return f"({_SCATTER.format(seed=seed)} % {modulus})"


def _one_of(seed: int, *values: str) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{listed}])[1 + {_scattered(seed, str(len(values)))}]"


_FIRST_NAMES = ("Ana", "Béla", "Chiara", "Deniz", "Ewa", "Finn", "Grace", "Hana", "Ivo", "José", "Kaja", "Łucja", "Mia")
_LAST_NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple")
_NAME = f"{_one_of(1, *_FIRST_NAMES)} || ' ' || {_one_of(2, *_LAST_NAMES)} || ' ' || n"
_COMPANY = f"{_one_of(3, 'Harbour', 'Meadow', 'Granite', 'Lantern')} || ' ' || {_one_of(4, 'Works', 'Labs', 'Studio')}"
_ROLE = _one_of(5, "Head of Sales", "VP Engineering", "Designer", "Founder", 'Chief of "Staff"', "Data Scientist")
_LOCATION = _one_of(6, "Lisboa", "Zürich", "Kraków", "İzmir", "Galway", "Brno")
_ZONE = _one_of(7, "Europe/Lisbon", "Europe/Zurich", "Europe/Warsaw", "Europe/Istanbul")
_SCORE = f"{_scattered(8, '10001')} / 10000.0"

_STATEMENTS = (
    f"""
    INSERT INTO campaigns (name, description, target_niche, status, created_at, updated_at)
    SELECT 'Campaign ' || n, 'What campaign ' || n || ' is about.', 'Niche ' || n, 'ACTIVE',
        {EPOCH} + n * interval '1 hour', {EPOCH} + n * interval '2 hours'
    FROM generate_series(1, {CAMPAIGNS}) n
    """,
    f"""
    INSERT INTO leads (campaign_id, name, email, phone, company, role, location, time_zone, website, bio, followers,
        source, stage, score, tags, notes, do_not_contact, provenance, created_at, updated_at)
    SELECT 1 + {_scattered(10, str(CAMPAIGNS))}, {_NAME}, 'lead' || n || '@company.example', '+3512100' || 10000 + n,
        {_COMPANY}, {_ROLE}, {_LOCATION}, {_ZONE}, 'https://company.example/people/' || n,
        'Works on things that matter, number ' || n || '.', {_scattered(11, "100000")},
        {_one_of(12, "DISCOVERY", "IMPORT", "MANUAL", "FORM")},
        {_one_of(13, "NEW", "NEW", "NEW", "CONTACTED", "CONTACTED", "REPLIED", "QUALIFIED", "WON", "LOST")},
        CASE WHEN n % 10 > 0 THEN {_SCORE} END, ARRAY['spring', 'tag ' || n % 7], NULL, n % 50 = 0, '[]',
        {EPOCH} + n * interval '61.000321 seconds', {EPOCH} + n * interval '67.000321 seconds'
    FROM generate_series(1, $1::int) n
    """,
    f"""
    INSERT INTO contact_events (lead_id, channel, direction, summary, occurred_at, created_at, actor)
    SELECT 1 + {_scattered(20, "$1")}, {_one_of(21, "EMAIL", "LINKEDIN", "PHONE", "TWITTER")},
        {_one_of(22, "INBOUND", "OUTBOUND")}, 'Spoke about offer ' || n || ', and how "things" go on from here.',
        {EPOCH} + n * interval '31.000457 seconds', {EPOCH} + n * interval '31.5 seconds', 'operator'
    FROM generate_series(1, $1::int * {EVENTS_PER_LEAD}) n
    """,
    f"""
    INSERT INTO appointments (lead_id, title, starts_at, ends_at, time_zone, location, calendar_link, notes, status,
        created_at)
    SELECT 1 + {_scattered(30, "$1")}, 'Meeting ' || n, {EPOCH} + n * interval '71 minutes',
        {EPOCH} + n * interval '71 minutes' + interval '30 minutes', {_ZONE}, 'Room ' || n % 9, NULL, NULL,
        {_one_of(31, "SCHEDULED", "COMPLETED", "CANCELLED", "NO_SHOW")}, {EPOCH} + n * interval '63 seconds'
    FROM generate_series(1, $1::int) n
    """,
    f"""
    INSERT INTO discovery_jobs (campaign_id, name, criteria, status, run, attempt, profile_count, created_at, queued_at,
        started_at, completed_at)
    SELECT 1 + n % {CAMPAIGNS}, 'Job ' || n,
        '{{"platforms": ["WEB"], "keywords": ["software"], "seed_urls": [], "usernames": [], "max_profiles": 200}}',
        'DONE', 1, 1, {PROFILES_PER_JOB}, {EPOCH} + n * interval '3 minutes', {EPOCH} + n * interval '4 minutes',
        {EPOCH} + n * interval '5 minutes', {EPOCH} + n * interval '6 minutes'
    FROM generate_series(1, $1::int / {PROFILES_PER_JOB}) n
    """,
    f"""
    INSERT INTO discovered_profiles (job_id, lead_id, platform, handle, profile_url, display_name, bio, role, company,
        email, location, followers, links, match_score, match_reasons, provenance, seen_in_attempt, discovered_at)
    SELECT 1 + (n - 1) / {PROFILES_PER_JOB}, CASE WHEN n % 3 > 0 THEN 1 + {_scattered(40, "$1")} END,
        {_one_of(41, "WEB", "GITHUB", "BLUESKY", "MASTODON")}, 'handle-' || n, 'https://people.example/' || n, {_NAME},
        'Writes about things, number ' || n || '.', {_ROLE}, {_COMPANY}, 'person' || n || '@people.example',
        {_LOCATION}, {_scattered(42, "100000")}, '[]', {_SCORE}, '[]', '[]', 1,
        {EPOCH} + n * interval '59.000211 seconds'
    FROM generate_series(1, $1::int) n
    """,
)


async def seed(connection: asyncpg.Connection, leads: int) -> None:
    """Fill an empty, migrated database; `leads` must be a multiple of `PROFILES_PER_JOB`."""
    for statement in _STATEMENTS:
        await (connection.execute(statement, leads) if "$1" in statement else connection.execute(statement))
    await connection.execute("VACUUM (ANALYZE)")
