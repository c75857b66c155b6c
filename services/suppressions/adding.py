"""Adding suppressions: each is there once, and being added again only ever makes it last longer."""

from collections.abc import Mapping, Sequence

import models
from models import SuppressionKind, SuppressionSource
from services.activity import Subject
from services.errors import ErrorCode, Problem
from services.suppressions.digests import Digester, Value, load_digester
from services.suppressions.drafts import SuppressionDraft, SuppressionOutcome, SuppressionResult, Terms
from services.suppressions.storing import Stored, leads_among, store
from services.transaction import Act, Transaction, transaction
from services.validation import Findings

MOST_ENTRIES = 1_000
BY_CLIENTS = frozenset(SuppressionSource) - {SuppressionSource.IMPORT, SuppressionSource.ERASURE}
"""How suppressions come about that are added one by one. The others are left to imports and erasures."""


async def add_suppressions(draft: SuppressionDraft, act: Act) -> list[SuppressionResult]:
    """Add suppressions, and give one result for each entry, in their order.

    One that was added before is prolonged where it would have ended sooner, and otherwise stays as it is. Raises
    InvalidInput where there are no or too many entries, or where the reason, the source or the expiry is wrong.
    """
    findings = Findings()
    if not draft.entries:
        findings.add(("entries",), ErrorCode.EMPTY, "Name at least one.")
    if len(draft.entries) > MOST_ENTRIES:
        findings.add(("entries",), ErrorCode.TOO_MANY, f"Name at most {MOST_ENTRIES:,}.")
    if draft.source not in BY_CLIENTS:
        message = f"What is added here comes about as one of {', '.join(sorted(BY_CLIENTS))}."
        findings.add(("source",), ErrorCode.MALFORMED, message)
    terms = Terms.checked(findings, draft.source, draft.reason, draft.expires_at, act)
    findings.raise_if_any()
    paths = [("entries", str(place), "value") for place in range(len(draft.entries))]
    wanted = [entry.value(path) for entry, path in zip(draft.entries, paths, strict=True)]
    async with transaction(act) as tx:
        leads = await leads_among(tx.connection, wanted)
        for place, (entry, value) in enumerate(zip(draft.entries, wanted, strict=True)):
            if entry.kind is SuppressionKind.LEAD and value not in leads:
                wanted[place] = entry.wrong(paths[place])
        return await add_values(tx, await load_digester(tx.connection), wanted, terms)


async def add_values(
    tx: Transaction, digester: Digester, wanted: Sequence[Value | Problem], terms: Terms
) -> list[SuppressionResult]:
    """Add normalised values, and give one result for each; what has a problem instead is refused with it."""
    spellings = [() if isinstance(one, Problem) else digester.spellings(one) for one in wanted]
    stored = await store(tx, digester, {value for those in spellings for value in those}, terms)
    told = set[Value]()
    results = []
    for one, those in zip(wanted, spellings, strict=True):
        if isinstance(one, Problem):
            results.append(SuppressionResult(SuppressionOutcome.REFUSED, problem=one))
            continue
        is_news = any(stored[value].is_news for value in those if value not in told)
        told.update(those)
        outcome = SuppressionOutcome.ADDED if is_news else SuppressionOutcome.ALREADY
        results.append(SuppressionResult(outcome, stored[those[0]].id))
    _log(tx, stored, terms)
    return results


def _log(tx: Transaction, stored: Mapping[Value, Stored], terms: Terms) -> None:
    """Tell of what is new. The log outlasts erasures, so it has no values."""
    news = sorted(one.id for one in stored.values() if one.is_news)
    if news:
        tx.log(
            models.ActivityKind.SUPPRESSIONS_ADDED,
            Subject.SUPPRESSION,
            news[0],
            source=terms.source,
            count=len(news),
            suppression_ids=news,
        )
