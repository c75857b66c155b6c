"""Fifty thousand rows in each table that grows, written by PostgreSQL itself, and the same on every run.

What is rare is one row in a thousand, scattered over the whole table; what is old is a fiftieth or more of the rows,
and all of it at the beginning, which PostgreSQL does not know. One campaign, one job and one lead have far more rows
below them than the others.
"""

from collections.abc import Iterable

import asyncpg

from cam_graphql.database import connection_arguments

ROWS = 50_000
CAMPAIGNS = 3_000
HOSTS = 2_000
BIG_CAMPAIGN = 7
"""Has a fifth of all leads and jobs."""
BIG_JOB = 7
"""Has as many profiles as a job may keep, 10,000; five hundred others have eighty each."""
BIG_HOST = 7
"""Holds a fifth of all appointments; two thousand others hold twenty each."""
BIG_LEAD = 7
"""Has sixty contact events, appointments, moves and merges; the others have one or two."""
BIG_IMPORT = 7
"""Has a fifth of all rows of imports."""
BIG_SEQUENCE = 7
"""Has a fifth of all enrolments."""
OLD_CAMPAIGN = 8
"""Has nearly all of the first thousand entries of the activity log, and hardly any of the others."""

_EPOCH = "timestamptz '2024-01-01 08:00+00'"
_FAR_AHEAD = "timestamptz '2100-01-01 08:00+00'"


def _scattered(seed: int, modulus: int) -> str:
    """A number from 0 to below the modulus, which follows from `n`. `hashint8extended` is the same on every machine."""
    return f"((hashint8extended(n, {seed}) & 1073741823) % {modulus})"


def _shares(seed: int, shares: dict[str, int]) -> str:
    """One of the values, each as often in 1,000 as it says; the first takes what is left."""
    first, *others = shares
    bounds, total = [], 0
    for value in others:
        total += shares[value]
        bounds.append(f"WHEN {_scattered(seed, 1000)} < {total} THEN '{value}'")
    return f"CASE {' '.join(bounds)} ELSE '{first}' END"


def _below(big: int, share: int, others: int, seed: int) -> str:
    """The key of a parent: the big one for one row in `share`, any other alike."""
    return f"CASE WHEN n % {share} = 0 THEN {big} ELSE 1 + {_scattered(seed, others)} END"


_SENTENCE = "'Builds things that float, number ' || n || ', and looks after harbours, docks and the ships in them.'"
_NAME = f"'Person ' || {_scattered(1, 30_000)}"
_FOLLOWERS = f"CASE WHEN n % 2 = 0 THEN {_scattered(2, 100_000)} END"
_SCORE = f"{_scattered(3, 10_000)} / 10000.0"
_SOURCE = f"""CASE WHEN n <= 5_000 AND n % 10 > 0 THEN 'IMPORT'
    ELSE {_shares(4, {"DISCOVERY": 0, "MANUAL": 20, "FORM": 1})} END"""
_PROVENANCE = (
    """'[{"field": "bio", "method": "json-ld", "source_url": "https://people.example/1","""
    """ "retrieved_at": "2026-02-01T09:30:00+00:00"}]'"""
)
_CRITERIA = """'{"platforms": ["WEB"], "keywords": [], "seed_urls": [], "usernames": [], "max_profiles": 200}'"""
_KIND = f"""CASE WHEN n <= 1_000 THEN 'CAMPAIGN_CREATED'
    ELSE {_shares(70, {"DISCOVERY_JOB_PROGRESSED": 0, "LEAD_CREATED": 300, "PROFILES_CONVERTED": 1})} END"""
_SUBJECTS = "CASE WHEN n % 3 = 0 THEN 'Lead' ELSE 'DiscoveryJob' END"

_ROWS = {
    "campaigns": f"""
    INSERT INTO campaigns (name, description, status, created_at, updated_at)
    SELECT 'Campaign ' || {_scattered(10, 1000)} || '-' || n, {_SENTENCE},
        {_shares(11, {"ACTIVE": 0, "ARCHIVED": 300, "PAUSED": 2})},
        {_EPOCH} + n * interval '1 hour', {_EPOCH} + {_scattered(12, 20_000)} * interval '1 hour'
    FROM generate_series(1, {CAMPAIGNS}) n
    """,
    "discovery_jobs": f"""
    INSERT INTO discovery_jobs (campaign_id, name, criteria, status, run, attempt, profile_count, created_at,
        queued_at, completed_at)
    SELECT {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 20)}, 'Job ' || {_scattered(21, 20_000)}, {_CRITERIA}, status, 1, 1, 0,
        {_EPOCH} + n * interval '20 minutes', {_EPOCH} + n * interval '20 minutes',
        CASE WHEN status NOT IN ('RUNNING', 'PENDING') THEN {_EPOCH} + n * interval '21 minutes' END
    FROM (
        SELECT n, {_shares(22, {"DONE": 0, "FAILED": 40, "CANCELLED": 10, "PENDING": 1, "RUNNING": 1})} AS status
        FROM generate_series(1, {ROWS}) n
    ) n
    """,
    "leads": f"""
    INSERT INTO leads (campaign_id, name, email, company, role, location, time_zone, bio, followers, source, stage,
        score, tags, notes, do_not_contact, owner, provenance, created_at, updated_at, last_contacted_at,
        last_replied_at, stage_entered_at)
    SELECT {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 30)}, {_NAME}, 'person' || n || '@people.example', 'Harbour Works',
        'Engineer', 'Lisboa', 'Europe/Lisbon', {_SENTENCE}, {_FOLLOWERS}, source,
        CASE WHEN n <= 5_000 AND n % 3 > 0 THEN 'LOST'
            ELSE {_shares(31, {"NEW": 0, "CONTACTED": 150, "REPLIED": 80, "QUALIFIED": 50, "WON": 1})} END,
        CASE WHEN source = 'DISCOVERY' THEN {_SCORE} END, ARRAY['harbour', 'batch ' || n / 100],
        CASE WHEN n % 700 = 0 THEN 'Asked about the Zéphyr.' ELSE {_SENTENCE} END, false,
        CASE WHEN n % 900 = 0 THEN 'Bo' END, {_PROVENANCE},
        {_EPOCH} + n / 20 * interval '7 hours', {_EPOCH} + n * interval '20 minutes',
        CASE WHEN n % 2 = 0 THEN {_EPOCH} + n / 20 * interval '7 hours' END,
        CASE WHEN n % 3 = 0 THEN {_EPOCH} + n / 20 * interval '7 hours' END,
        {_EPOCH} + n / 20 * interval '7 hours'
    FROM (SELECT n, {_SOURCE} AS source FROM generate_series(1, {ROWS}) n) n
    """,
    "discovered_profiles": f"""
    INSERT INTO discovered_profiles (job_id, lead_id, platform, handle, profile_url, display_name, bio, role, company,
        followers, links, match_score, match_reasons, provenance, seen_in_attempt, discovered_at)
    SELECT {_below(BIG_JOB, 5, 500, 40)},
        CASE WHEN {_scattered(41, 1000)} < CASE WHEN n % 5 = 0 THEN 5 ELSE 300 END THEN n END,
        {_shares(42, {"WEB": 0, "GITHUB": 100, "BLUESKY": 1})}, 'handle-' || n, 'https://people.example/' || n, {_NAME},
        {_SENTENCE}, 'Engineer', 'Harbour Works', {_FOLLOWERS}, '[]', {_SCORE}, '[]', {_PROVENANCE}, 1,
        {_EPOCH} + n / 20 * interval '7 hours'
    FROM generate_series(1, {ROWS}) n
    """,
    "contact_events": f"""
    INSERT INTO contact_events (lead_id, channel, direction, summary, occurred_at, created_at, actor)
    SELECT {_below(BIG_LEAD, 800, ROWS, 50)}, {_shares(51, {"EMAIL": 0, "PHONE": 200, "OTHER": 5})},
        {_shares(52, {"OUTBOUND": 0, "INBOUND": 200})}, {_SENTENCE}, {_EPOCH} + n * interval '20 minutes',
        {_EPOCH} + n * interval '21 minutes', 'operator'
    FROM generate_series(1, {ROWS}) n
    """,
    "hosts": f"""
    INSERT INTO hosts (name, time_zone, working_hours, created_at, updated_at)
    SELECT 'Host ' || n, 'Europe/Lisbon', '{{"MONDAY": []}}',
        {_EPOCH} + n * interval '1 hour', {_EPOCH} + n * interval '1 hour'
    FROM generate_series(1, {HOSTS}) n
    """,
    "appointments": f"""
    INSERT INTO appointments (lead_id, host_id, title, starts_at, ends_at, time_zone, notes, status, created_at)
    SELECT {_below(BIG_LEAD, 800, ROWS, 60)}, {_below(BIG_HOST, 5, HOSTS, 64)}, 'Meeting ' || n,
        starts_at, starts_at + interval '30 minutes',
        'Europe/Lisbon', {_SENTENCE},
        CASE WHEN starts_at >= {_FAR_AHEAD} THEN {_shares(61, {"SCHEDULED": 0, "CANCELLED": 100})}
            ELSE {_shares(62, {"COMPLETED": 0, "CANCELLED": 100, "SCHEDULED": 50, "NO_SHOW": 1})} END,
        starts_at - interval '7 days'
    FROM (
        SELECT n, CASE WHEN n % 700 = 0 THEN {_FAR_AHEAD} ELSE {_EPOCH} END + n * interval '30 minutes' AS starts_at
        FROM generate_series(1, {ROWS}) n
    ) n
    """,
    "lead_imports": f"""
    INSERT INTO lead_imports (campaign_id, filename, format, dry_run, mapping, options, status, run, rows_read,
        created_count, updated_count, unchanged_count, rejected_count, actor, created_at, completed_at)
    SELECT {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 80)}, 'leads.csv', 'CSV', false, '[]', '{{}}', status, 1, 0, 0, 0, 0, 0,
        'operator', {_EPOCH} + n * interval '20 minutes',
        CASE WHEN status NOT IN ('RUNNING', 'PENDING') THEN {_EPOCH} + n * interval '21 minutes' END
    FROM (
        SELECT n, {_shares(81, {"DONE": 0, "FAILED": 40, "CANCELLED": 10, "PENDING": 1, "RUNNING": 1})} AS status
        FROM generate_series(1, {ROWS}) n
    ) n
    """,
    "lead_import_rows": f"""
    INSERT INTO lead_import_rows (lead_import_id, number, outcome, lead_id, at)
    SELECT {_below(BIG_IMPORT, 5, 500, 82)}, n, {_shares(83, {"CREATED": 0, "UNCHANGED": 100, "REJECTED": 1})},
        1 + {_scattered(84, ROWS)}, {_EPOCH} + n * interval '20 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "stage_changes": f"""
    INSERT INTO stage_changes (lead_id, campaign_id, from_stage, to_stage, reason, actor, entered_from_at, at)
    SELECT leads.id, leads.campaign_id, 'NEW', {_shares(63, {"CONTACTED": 0, "REPLIED": 200, "LOST": 100})},
        {_SENTENCE}, 'operator', {_EPOCH}, {_EPOCH} + n * interval '20 minutes'
    FROM (SELECT n, {_below(BIG_LEAD, 800, ROWS, 64)} AS id FROM generate_series(1, {ROWS}) n) n JOIN leads USING (id)
    """,
    "lead_merges": f"""
    INSERT INTO lead_merges (campaign_id, lead_id, before, after, absorbed, actor, merged_at, undone_at)
    SELECT leads.campaign_id, leads.id, '{{}}', '{{}}', '[]', 'operator', {_EPOCH} + n * interval '20 minutes',
        CASE WHEN n % 8000 = 0 THEN {_EPOCH} + n * interval '21 minutes' END
    FROM (SELECT n, {_below(BIG_LEAD, 800, ROWS, 65)} AS id FROM generate_series(1, {ROWS}) n) n JOIN leads USING (id)
    """,
    "api_tokens": f"""
    INSERT INTO api_tokens (name, prefix, digest, role, created_by, created_at)
    SELECT 'Token ' || n, 'cam_abcdefgh', encode(sha256(n::text::bytea), 'hex'),
        {_shares(83, {"VIEWER": 0, "OPERATOR": 200, "ADMIN": 1})}, 'operator', {_EPOCH} + n * interval '20 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "suppressions": f"""
    INSERT INTO suppressions (kind, value, digest, source, actor, created_at, expires_at)
    SELECT {_shares(81, {"EMAIL": 0, "DOMAIN": 200, "HANDLE": 1})}, 'n' || n || '@mail.example',
        encode(sha256(n::text::bytea), 'hex'), {_shares(82, {"MANUAL": 0, "IMPORT": 400, "BOUNCE": 1})}, 'operator',
        {_EPOCH} + n * interval '20 minutes',
        CASE n % 5000 WHEN 0 THEN NULL WHEN 1 THEN {_FAR_AHEAD} ELSE {_EPOCH} END + n * interval '25 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "safety_settings_versions": f"""
    INSERT INTO safety_settings_versions (version, settings, changed, actor, at)
    SELECT n, (SELECT settings FROM safety_settings_versions WHERE version = 1), '[]', 'operator',
        {_EPOCH} + n * interval '20 minutes'
    FROM generate_series(2, {ROWS}) n
    """,
    "message_templates": f"""
    INSERT INTO message_templates (name, channel, body, version, created_at, updated_at)
    SELECT 'Template ' || n, {_shares(91, {"EMAIL": 0, "LINKEDIN": 200, "OTHER": 1})}, {_SENTENCE}, 1,
        {_EPOCH} + n * interval '20 minutes', {_EPOCH} + n * interval '21 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "outreach_sequences": f"""
    INSERT INTO outreach_sequences (campaign_id, channel, stop_for_company, actor, created_at)
    SELECT {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 92)}, 'EMAIL', false, 'operator', {_EPOCH} + n * interval '20 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "enrolments": f"""
    INSERT INTO enrolments (sequence_id, lead_id, status, actor, enrolled_at, ended_at)
    SELECT {_below(BIG_SEQUENCE, 5, ROWS, 93)}, n, 'COMPLETED', 'operator', {_EPOCH} + n * interval '20 minutes',
        {_EPOCH} + n * interval '21 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
    "outreach_messages": f"""
    INSERT INTO outreach_messages (enrolment_id, lead_id, campaign_id, channel, step, body, status, scheduled_for,
        sent_at, attempts, created_at, updated_at)
    SELECT n, {_below(BIG_LEAD, 800, ROWS, 94)}, {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 95)}, 'EMAIL', 1, {_SENTENCE},
        status, NULL, CASE WHEN status = 'SENT' THEN at END, 0, at, at
    FROM (
        SELECT n, {_shares(96, {"SENT": 0, "SKIPPED": 200, "FAILED": 20, "UNKNOWN": 1})} AS status,
            {_EPOCH} + n * interval '20 minutes' AS at
        FROM generate_series(1, {ROWS}) n
    ) n
    """,
    "outreach_tasks": f"""
    INSERT INTO outreach_tasks (message_id, outcome, actor, created_at, ended_at)
    SELECT n, outcome, 'operator', {_EPOCH} + n * interval '20 minutes',
        CASE WHEN outcome IS NOT NULL THEN {_EPOCH} + n * interval '21 minutes' END
    FROM (
        SELECT n, nullif({_shares(97, {"DONE": 0, "OPEN": 2, "DISMISSED": 1})}, 'OPEN') AS outcome
        FROM generate_series(1, {ROWS}) n
    ) n
    """,
    "replies": f"""
    INSERT INTO replies (key, channel, lead_id, kind, reason, text, received_at, created_at, actor)
    SELECT '<' || n || '@team.example>', 'EMAIL', {_below(BIG_LEAD, 800, ROWS, 98)},
        {_shares(99, {"REPLY": 0, "AUTO_REPLY": 200, "BOUNCE": 1})}, 'By its headers.', {_SENTENCE},
        {_EPOCH} + n * interval '20 minutes', {_EPOCH} + n * interval '21 minutes', 'poller'
    FROM generate_series(1, {ROWS}) n
    """,
    "activity": f"""
    INSERT INTO activity (kind, subject_type, subject_id, campaign_id, actor, detail, occurred_at)
    SELECT {_KIND}, {_SUBJECTS}, 1 + {_scattered(71, 5_000)},
        CASE WHEN n <= 1_000 AND n % 10 > 0 THEN {OLD_CAMPAIGN} ELSE {_below(BIG_CAMPAIGN, 5, CAMPAIGNS, 72)} END,
        'operator', '{{"found": 3}}', {_EPOCH} + n * interval '20 minutes'
    FROM generate_series(1, {ROWS}) n
    """,
}
"""By table, in an order in which rows refer to earlier ones only."""

_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY ($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
_REFERENCES = """
SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
WHERE contype = 'f' AND conrelid = ANY ($1::text[]::regclass[])
"""


async def fill(url: str) -> None:
    """Write all rows, and what PostgreSQL has to know of them to plan well.

    Indexes are made and references looked at once the rows are there, which takes half the time.
    """
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        indexes = await connection.fetch(_INDEXES, list(_ROWS))
        references = await connection.fetch(_REFERENCES, list(_ROWS))
        await _execute(connection, [f"DROP INDEX {name}" for name, _ in indexes])
        await _execute(connection, [f"{alter} NOT ENFORCED" for (alter,) in references])
        await _execute(connection, _ROWS.values())
        await _execute(connection, [definition for _, definition in indexes])
        await _execute(connection, [f"{alter} ENFORCED" for (alter,) in references])
        await _execute(connection, [f"VACUUM (ANALYZE) {table}" for table in _ROWS])
    finally:
        await connection.close()


async def _execute(connection: asyncpg.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        await connection.execute(statement)
