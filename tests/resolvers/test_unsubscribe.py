"""Unsubscribing over HTTP: by a signed link, by POST alone, and for ever."""

import asyncio
from html.parser import HTMLParser

import models
from models import EnrolmentStop, OutreachStatus, SuppressionSource
from services.outreach.links import sign_link
from services.suppressions.matching import Person, suppressed_people
from services.transaction import reading
from tests.resolvers.serving import Api
from tests.services.outreach.delivered import due_message, message_of


class Page(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements = list[tuple[str, dict[str, str | None]]]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


async def link_of(message_id: int, address: str = "ana@team.example") -> str:
    async with reading() as connection:
        return f"/unsubscribe/{await sign_link(connection, message_id, address)}"


async def is_suppressed(address: str) -> bool:
    async with reading() as connection:
        return (await suppressed_people(connection, [Person(emails=[address])]))[0] is not None


async def test_whoever_looks_at_the_link_changes_nothing_and_is_shown_a_button(api: Api) -> None:
    link = await link_of(await due_message())
    for method in ("GET", "HEAD"):
        shown = await api.http.request(method, f"{api.url}{link}")
        assert shown.status_code == 200
    shown = await api.http.get(f"{api.url}{link}")
    elements = Page(shown.text).elements
    assert ("html", {"lang": "en"}) in elements
    assert ("form", {"method": "post"}) in elements
    assert [tag for tag, _ in elements if tag in {"main", "h1", "button", "title"}] == ["title", "main", "h1", "button"]
    assert not {tag for tag, _ in elements} & {"script", "img", "link", "iframe"}
    assert shown.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    assert shown.headers["referrer-policy"] == "no-referrer"
    assert not await models.Suppression.exists()


async def test_a_post_suppresses_the_address_and_stops_what_was_to_come(api: Api) -> None:
    message_id = await due_message("Ana+news@Team.example")
    link = f"{api.url}{await link_of(message_id, 'ana+news@team.example')}"
    answers = await asyncio.gather(
        *(api.http.post(link, data={"List-Unsubscribe": "One-Click"}) for _ in range(10)),
        *(api.http.post(link, content=b"anything else") for _ in range(10)),
    )
    assert {answer.status_code for answer in answers} == {200}
    assert "will not write to you again" in answers[0].text

    assert {row.source for row in await models.Suppression.all()} == {SuppressionSource.UNSUBSCRIBE}
    assert [row.actor for row in await models.Suppression.all()] == ["recipient"] * 2
    assert await is_suppressed("ana@team.example")
    message = await message_of(message_id)
    assert message.status is OutreachStatus.SKIPPED
    assert message.enrolment.stop_reason is EnrolmentStop.SUPPRESSED
    assert await models.Activity.filter(kind=models.ActivityKind.SUPPRESSIONS_ADDED).count() == 1


async def test_a_link_works_when_the_message_is_gone_and_lifts_an_end(api: Api) -> None:
    message_id = await due_message()
    link = await link_of(message_id)
    await models.Campaign.all().delete()
    assert (await api.http.post(f"{api.url}{link}")).status_code == 200
    (suppression,) = await models.Suppression.all()
    assert suppression.source is SuppressionSource.UNSUBSCRIBE
    assert not suppression.value
    assert await is_suppressed("ana@team.example")
    assert not await is_suppressed("bo@team.example")


async def test_a_link_that_was_not_signed_here_does_nothing(api: Api) -> None:
    link = await link_of(await due_message())
    token = link.rpartition("/")[2]
    other = await link_of(await due_message("bo@team.example"), "bo@team.example")
    mixed = other.rpartition("/")[2][:50] + token[50:]
    for wrong in ("x", token[:-4], f"{token}AAAA", mixed, token.swapcase(), "%00", "é", "A" * 5000):
        for method in ("GET", "POST"):
            answer = await api.http.request(method, f"{api.url}/unsubscribe/{wrong}")
            assert answer.status_code == 404, wrong
            assert "This link does not work" in answer.text
    assert not await models.Suppression.exists()
    assert (await api.http.put(f"{api.url}{link}")).status_code == 405
