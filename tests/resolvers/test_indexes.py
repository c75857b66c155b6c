"""Every ordering and every filter there is finds its rows by an index, among fifty thousand."""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

import pushdown
from cam_graphql.database import connection_arguments, database, reads
from pushdown import encode_global_id
from resolvers.context import Context
from resolvers.schema import build_schema
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from tests.resolvers.conftest import NOON
from tests.resolvers.explaining import Examiner, Reading
from tests.resolvers.fifty_thousand import BIG_LEAD, OLD_CAMPAIGN, fill
from tests.resolvers.places import BIG, SINGLE, Place, places
from tests.viewers import TESTER

pytestmark = pytest.mark.slow

PAGE = 20


def _id(type_name: str, key: int) -> str:
    return f'"{encode_global_id(type_name, key)}"'


def _equal(value: str) -> dict[str, str]:
    return {"eq": value, "in": f"[{value}]"}


RARE: Mapping[str, Mapping[str, str]] = {
    "ActivityFilter.campaign": _equal(_id("Campaign", 9)),
    "ActivityFilter.kind": _equal("PROFILES_CONVERTED"),
    "ActivityFilter.subject": {"": _id("Lead", 11)},
    "AppointmentFilter.host": _equal(_id("Host", 9)),
    "AppointmentFilter.lead": _equal(_id("Lead", BIG_LEAD)),
    "AppointmentFilter.startsAt": {"gte": '"2101-01-01T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "AppointmentFilter.status": _equal("NO_SHOW"),
    "AppointmentFilter.upcoming": {"": "true"},
    "CampaignFilter.createdAt": {"gte": '"2024-05-04T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "CampaignFilter.status": _equal("PAUSED"),
    "ContactEventFilter.channel": _equal("OTHER"),
    "ContactEventFilter.direction": _equal("INBOUND"),
    "ContactEventFilter.occurredAt": {"gte": '"2025-11-01T00:00:00Z"', "lt": '"2024-02-01T00:00:00Z"'},
    "DiscoveredProfileFilter.converted": {"": "true"},
    "DiscoveredProfileFilter.discoveredAt": {"gte": '"2025-12-28T00:00:00Z"', "lt": '"2024-01-03T00:00:00Z"'},
    "DiscoveredProfileFilter.followers": {"eq": "4702", "gte": "99900", "lte": "100"},
    "DiscoveredProfileFilter.matchScore": {"gte": "0.999", "lte": "0.001"},
    "DiscoveredProfileFilter.platform": _equal("BLUESKY"),
    "DiscoveryJobFilter.campaign": _equal(_id("Campaign", 9)),
    "DiscoveryJobFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "DiscoveryJobFilter.status": _equal("RUNNING"),
    "EnrolmentFilter.enrolledAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "HostFilter.name": _equal('"Host 9"'),
    "LeadFilter.assigned": {"": "true"},
    "LeadFilter.campaign": _equal(_id("Campaign", 9)),
    "LeadFilter.createdAt": {"gte": '"2025-12-30T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "LeadFilter.lastContactedAt": {"gte": '"2025-12-30T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "LeadFilter.lastRepliedAt": {"gte": '"2025-12-30T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "LeadFilter.owner": _equal('"Bo"'),
    "LeadFilter.score": {"gte": "0.999", "lte": "0.001"},
    "LeadFilter.search": {"": '"asked zeph"'},
    "LeadFilter.source": _equal("FORM"),
    "LeadFilter.stage": _equal("WON"),
    "LeadFilter.stageEnteredAt": {"gte": '"2025-12-30T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "LeadFilter.tags": {"hasAny": '["batch 7"]', "hasAll": '["harbour", "batch 8"]'},
    "LeadImportFilter.campaign": _equal(_id("Campaign", 9)),
    "LeadImportFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "LeadImportFilter.status": _equal("RUNNING"),
    "LeadImportRowFilter.number": {"eq": "49995", "gte": "49900", "lte": "100"},
    "LeadImportRowFilter.outcome": _equal("REJECTED"),
    "LeadMergeFilter.mergedAt": {"gte": '"2025-11-01T00:00:00Z"', "lt": '"2024-02-01T00:00:00Z"'},
    "LeadMergeFilter.undone": {"": "true"},
    "OutreachSequenceFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "SafetySettingsVersionFilter.version": {"eq": "49995", "gte": "49900", "lte": "100"},
    "MessageTemplateFilter.channel": _equal("OTHER"),
    "OutreachMessageFilter.campaign": _equal(_id("Campaign", 9)),
    "OutreachMessageFilter.lead": _equal(_id("Lead", BIG_LEAD)),
    "OutreachMessageFilter.status": _equal("UNKNOWN"),
    "OutreachTaskFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "OutreachTaskFilter.open": {"": "true"},
    "OutreachTaskFilter.outcome": _equal("DISMISSED"),
    "ReplyFilter.kind": _equal("BOUNCE"),
    "ReplyFilter.receivedAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "ApiTokenFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "ApiTokenFilter.role": _equal("ADMIN"),
    "SuppressionFilter.createdAt": {"gte": '"2025-11-25T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "SuppressionFilter.expiresAt": {"gte": '"2101-01-01T00:00:00Z"', "lt": '"2024-01-02T00:00:00Z"'},
    "SuppressionFilter.kind": _equal("HANDLE"),
    "SuppressionFilter.source": _equal("BOUNCE"),
    "TimelineEntryFilter.occurredAt": {"gte": '"2025-11-01T00:00:00Z"', "lt": '"2024-02-01T00:00:00Z"'},
}
"""For each field of each filter and each of its operators a value which few rows have."""

OLD = {
    "Campaign.leads": ("{ stage: { eq: LOST } }",),
    "Query.activity": (
        f"{{ campaign: {{ eq: {_id('Campaign', OLD_CAMPAIGN)} }} }}",
        "{ kind: { eq: CAMPAIGN_CREATED } }",
    ),
    "Query.leads": ("{ source: { eq: IMPORT } }", "{ stage: { eq: LOST } }"),
}
"""Values which many rows have, all of them at the end of the order where nobody begins to look."""

GATHERED = {"Lead.timeline"}
"""What is brought together from several tables, each by an index of the parent's rows, and then put in order."""


PLACES = tuple(places(build_schema()._schema))
everywhere = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path)


@pytest.fixture(scope="module")
async def examiner(module_database_url: str) -> AsyncIterator[Examiner]:
    """Fifty thousand rows, and a connection of each kind to them."""
    await fill(module_database_url)
    feed = ActivityFeed(connection_arguments(module_database_url))
    context = Context(TESTER, lambda: NOON, {}, feed, CriteriaLimits(), max_conversions=1000)
    reading = reads(module_database_url, connections=1)
    async with database(module_database_url, max_connections=2):  # for what services read by themselves
        yield Examiner(build_schema(pushdown.Reader(fetch=reading.fetch)), context, reading)
    await reading.close()


def _examples(place: Place) -> Iterator[str]:
    """Filters that few rows pass: each field with each of its operators."""
    for name in place.conditions:
        for operator, value in RARE[f"{place.filter_name}.{name}"].items():
            yield f"{{ {name}: {{ {operator}: {value} }} }}" if operator else f"{{ {name}: {value} }}"


def _connection(reading: Reading) -> dict[str, Any]:
    """The one connection in the answer."""
    answer: Any = reading.data
    while not {"nodes", "totalCount", "pageInfo"} & set(answer):
        [answer] = answer.values()
    return dict(answer)


def _wrong(reading: Reading, wanted: int) -> str | None:
    """What is wrong with reading this number of rows: more was read than a small multiple of them."""
    if reading.scanned:
        return f"{', '.join(reading.scanned)} read from end to end"
    if reading.rows > 5 * (wanted + PAGE):
        return f"{reading.rows} rows read for {wanted} by {', '.join(reading.indexes)}"
    if reading.blocks > 4 * (wanted + PAGE):
        return f"{reading.blocks} blocks read for {wanted} rows by {', '.join(reading.indexes)}"
    return None


def test_every_filter_has_an_example() -> None:
    """Whoever adds a condition says here by what few rows are found, and sees whether they are found by an index."""
    offered = {
        f"{place.filter_name}.{name}": operators or {""}
        for place in PLACES
        for name, operators in place.conditions.items()
    }
    assert offered == {name: set(examples) for name, examples in RARE.items()}


def test_every_type_with_connections_has_its_biggest_row() -> None:
    assert {place.type_name for place in PLACES} == {"Query", *BIG, *SINGLE}


@everywhere
async def test_every_order_is_walked_by_an_index(examiner: Examiner, place: Place) -> None:
    wrong, read = {}, PAGE
    if place.path in GATHERED:
        read = _connection(await examiner.read(place.operation("totalCount")))["totalCount"]
    for order in place.orders:
        at_the_end = place.operation("pageInfo { startCursor }", last="100", orderBy=order)
        cursor = _connection(await examiner.read(at_the_end))["pageInfo"]["startCursor"]
        for after in ("", f'"{cursor}"'):
            reading = await examiner.read(place.operation(place.selection, orderBy=order, after=after))
            assert len(_connection(reading)["nodes"]) == PAGE
            wrong[order, after] = _wrong(reading, read)
    assert {asked: found for asked, found in wrong.items() if found} == {}


@everywhere
async def test_every_filter_finds_its_rows_by_an_index(examiner: Examiner, place: Place) -> None:
    wrong = {}
    for filter_ in _examples(place):
        counting = await examiner.read(place.operation("totalCount", filter=filter_))
        count = _connection(counting)["totalCount"]
        assert count > 0 or place.type_name not in ("Query", *SINGLE), (filter_, "is not an example")
        assert count <= 150, (filter_, "is not rare")
        wrong[filter_, "totalCount"] = _wrong(counting, count)
        for order in place.orders:
            reading = await examiner.read(place.operation(place.selection, filter=filter_, orderBy=order))
            assert len(_connection(reading)["nodes"]) == min(count, PAGE)
            wrong[filter_, order] = _wrong(reading, count)
    assert {asked: found for asked, found in wrong.items() if found} == {}


@pytest.mark.parametrize("place", [place for place in PLACES if place.path in OLD], ids=lambda place: place.path)
async def test_what_is_common_but_old_is_found_without_a_long_walk(examiner: Examiner, place: Place) -> None:
    wrong = {}
    for filter_ in OLD[place.path]:
        reading = await examiner.read(place.operation(place.selection, filter=filter_))
        assert len(_connection(reading)["nodes"]) == PAGE
        wrong[filter_] = _wrong(reading, PAGE)
    assert {asked: found for asked, found in wrong.items() if found} == {}
