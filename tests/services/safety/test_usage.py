"""Whom a message would reach, and whether anything stands against it, whichever way it is spelt."""

from dataclasses import replace

import models
from models import Channel, SafetyRule, SuppressionKind, SuppressionSource
from services.safety.asking import ask
from services.safety.usage import recipient_of
from services.suppressions import Given, SuppressionDraft, add_suppressions
from services.transaction import Act, reading
from tests.services.safety.sending import MONDAY_NOON, open_settings, put_in_force, stored_leads

OPEN = open_settings()
EVERYWHERE = replace(OPEN, channels=dict.fromkeys(Channel, OPEN.channels[Channel.EMAIL]))


async def _addresses(lead_id: int) -> dict[Channel, str | None]:
    async with reading() as connection:
        found = {channel: await recipient_of(connection, lead_id, channel) for channel in Channel}
    return {channel: one.address for channel, one in found.items() if one is not None}


async def test_a_missing_address_is_noticed_on_every_channel(connected: str) -> None:
    await put_in_force(EVERYWHERE)
    (lead_id,) = await stored_leads(1, email=None)
    for channel in Channel:
        assert (await ask(lead_id, channel)).rule is SafetyRule.ADDRESS


async def test_each_channel_has_the_address_that_it_needs(connected: str) -> None:
    (lead_id,) = await stored_leads(1, email=" Ana@Bücher.example", phone="+351210000000")
    campaign_id = await models.Lead.get(id=lead_id).values_list("campaign_id", flat=True)
    for value in ("LINKEDIN:ana", "GITHUB:ana-codes"):
        await models.LeadIdentity.create(lead_id=lead_id, campaign_id=campaign_id, kind="HANDLE", value=value)
    assert await _addresses(lead_id) == {
        Channel.EMAIL: "ana@xn--bcher-kva.example",
        Channel.LINKEDIN: "ana",
        Channel.TWITTER: None,
        Channel.INSTAGRAM: None,
        Channel.PHONE: "+351210000000",
        Channel.OTHER: " Ana@Bücher.example",
    }
    async with reading() as connection:
        recipient = await recipient_of(connection, lead_id, Channel.EMAIL)
        assert recipient is not None
        assert recipient.domain == "xn--bcher-kva.example"
        assert await recipient_of(connection, 999, Channel.EMAIL) is None


async def test_neither_subdomains_nor_white_space_pass_a_suppressed_domain(connected: str) -> None:
    await put_in_force(OPEN)
    draft = SuppressionDraft([Given(SuppressionKind.DOMAIN, " Mail.Example ")], None, SuppressionSource.MANUAL, None)
    await add_suppressions(draft, Act("tester", MONDAY_NOON))
    for email in ("ana@mail.example", "ana@deep.sub.mail.example", " ANA@MAIL.EXAMPLE "):
        (lead_id,) = await stored_leads(1, email=email)
        decision = await ask(lead_id, Channel.EMAIL)
        assert (decision.rule, decision.allowed) == (SafetyRule.SUPPRESSION, False), email
    (other,) = await stored_leads(1, email="ana@notmail.example")
    assert (await ask(other, Channel.EMAIL)).allowed
