"""Whether a page may be indexed and its links followed: `X-Robots-Tag` and `<meta name="robots">`."""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from sources.web.extract.markup import selected

_METAS = etree.XPath("//meta[@name and @content]")
_RULES_WITH_A_VALUE = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_AGENT_AND_RULE = re.compile(r"\s*([^\s:,]+)\s*:(.*)", re.DOTALL)
_MAX_RULES = 1_000


@dataclass(frozen=True, slots=True)
class IndexingRules:
    """What a page asks of robots."""

    noindex: bool = False
    nofollow: bool = False

    def __or__(self, other: "IndexingRules") -> "IndexingRules":
        return IndexingRules(self.noindex or other.noindex, self.nofollow or other.nofollow)


def header_rules(header: str | None, agent: str) -> IndexingRules:
    """The rules of `X-Robots-Tag` for an agent's product token.

    A rule after `name:` is for the agent of that name, as are those which follow it until another name.
    """
    rules: list[str] = []
    meant = True
    for part in (header or "").split(",")[:_MAX_RULES]:
        rule = part
        named = _AGENT_AND_RULE.fullmatch(part)
        if named and named[1].lower() not in _RULES_WITH_A_VALUE:
            meant = named[1].lower() in {agent.lower(), "*", "robots"}
            rule = named[2]
        if meant:
            rules.append(rule)
    return _rules(rules)


def meta_rules(root: HtmlElement, agent: str) -> IndexingRules:
    """The rules of the page's `<meta>` elements for all robots and for an agent's product token."""
    names = {"robots", agent.lower()}
    rules = IndexingRules()
    for meta in selected(_METAS, root)[:_MAX_RULES]:
        if meta.get("name", "").strip().lower() in names:
            rules |= _rules(re.split(r"[,\s]+", meta.get("content", ""))[:_MAX_RULES])
    return rules


def _rules(raw: list[str]) -> IndexingRules:
    rules = {rule.strip().lower() for rule in raw}
    return IndexingRules(
        noindex=not rules.isdisjoint({"noindex", "none"}), nofollow=not rules.isdisjoint({"nofollow", "none"})
    )
