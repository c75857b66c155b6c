"""robots.txt by RFC 9309: fetched once per origin, remembered for a day at most, matched by protego."""

import asyncio
import codecs
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego
from yarl import URL

from sources.web.fetching import Acceptable, FetchFailed, Response
from sources.web.settings import WebSourceSettings
from sources.web.sites import origin_of

ROBOTS_TXT = Acceptable(header="text/plain, */*;q=0.5", types=frozenset())
_REDIRECTS = 5  # the least that RFC 9309, 2.3.1.2 asks for
_BIG = 32 * 1024
_ALL_AGENTS = "*"
_AGENT_FIELDS = frozenset({"user-agent", "useragent", "user agent"})

Fetch = Callable[[URL], Awaitable[Response]]
"""Makes one polite request without following redirects; raises `FetchFailed`."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin's robots.txt says to us."""

    protego: Protego | None = None
    """None where there is no file to obey."""
    forbidden_because: str | None = None
    """Set where the file could not be had and RFC 9309 wants the whole origin left alone."""

    def forbids(self, url: URL) -> str | None:
        """Say why the URL must not be fetched, or None."""
        if self.forbidden_because is not None:
            return self.forbidden_because
        if self.protego is None or self.protego.can_fetch(str(url), _ALL_AGENTS):
            return None
        return "robots.txt forbids it"

    @property
    def delay(self) -> float:
        """Seconds which the origin wants between two requests; 0 where it does not say."""
        if self.protego is None:
            return 0.0
        rate = self.protego.request_rate(_ALL_AGENTS)
        return max(self.protego.crawl_delay(_ALL_AGENTS) or 0.0, rate.seconds / rate.requests if rate else 0.0)


class RobotsCache:
    """Rules by origin, for all searches of one source. Searches that want the same file wait for one fetch."""

    def __init__(self, settings: WebSourceSettings, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._clock = clock
        self._known: OrderedDict[str, tuple[datetime, Rules]] = OrderedDict()
        self._being_fetched: dict[str, asyncio.Event] = {}

    async def rules(self, url: URL, fetch: Fetch) -> Rules:
        """The rules for the URL's origin, fetched by `fetch` if nobody has them. Never raises for a failed fetch."""
        origin = origin_of(str(url))
        while True:
            known = self._known.get(origin)
            if known is not None and self._clock() < known[0]:
                self._known.move_to_end(origin)
                return known[1]
            # Whoever fetches may be cancelled with its search: the others wake up then, and one of them fetches.
            if (fetched := self._being_fetched.get(origin)) is not None:
                await fetched.wait()
                continue
            done = self._being_fetched[origin] = asyncio.Event()
            try:
                rules = await _fetched_rules(url, fetch, self._settings)
                self._remember(origin, rules)
                return rules
            finally:
                del self._being_fetched[origin]
                done.set()

    def _remember(self, origin: str, rules: Rules) -> None:
        failed = rules.forbidden_because is not None
        kept = self._settings.robots_failure_cache_seconds if failed else self._settings.robots_cache_seconds
        self._known[origin] = (self._clock() + timedelta(seconds=kept), rules)
        self._known.move_to_end(origin)
        while len(self._known) > self._settings.robots_cache_entries:
            self._known.popitem(last=False)


async def _fetched_rules(url: URL, fetch: Fetch, settings: WebSourceSettings) -> Rules:
    target = url.origin() / "robots.txt"
    try:
        for _ in range(_REDIRECTS + 1):
            response = await fetch(target)
            if response.redirected_to is None:
                return await _rules_from(response, settings)
            target = response.redirected_to
    except FetchFailed as failure:
        return Rules(forbidden_because=f"its robots.txt cannot be fetched: {failure}")
    return Rules()  # more redirects: "unavailable", RFC 9309, 2.3.1.2


async def _rules_from(response: Response, settings: WebSourceSettings) -> Rules:
    if 400 <= response.status < 500:
        return Rules()
    if response.status != 200:
        return Rules(forbidden_because=f"its robots.txt answers with status {response.status}")
    if len(response.body) > _BIG:
        return await asyncio.to_thread(_parsed, response.body, response.truncated, settings.product_token)
    return _parsed(response.body, response.truncated, settings.product_token)


def _parsed(body: bytes, truncated: bool, product_token: str) -> Rules:
    lines = _decoded(body).splitlines()
    whole = lines[:-1] if truncated else lines
    return Rules(protego=Protego.parse(_our_group(whole, product_token)))


def _decoded(body: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    return body.decode("utf-8-sig", "replace")


def _our_group(lines: list[str], product_token: str) -> str:
    """Reduce a robots.txt to the rules that apply to us, under `*`.

    protego takes a group for ours already if its name is a prefix of our token, and its time and memory grow with the
    product of a group's names and rules, so that one hostile file could take minutes.
    """
    ours, everybody = product_token.lower(), _ALL_AGENTS
    rules: dict[str, list[str]] = {}
    group: set[str] = set()
    in_names = False
    for line in lines:
        statement = line.partition("#")[0].strip()
        field, colon, value = statement.partition(":")
        if not colon:
            continue
        if field.strip().lower() in _AGENT_FIELDS:
            group = group if in_names else set()
            in_names = True
            name = _token(value.strip().lower())
            if name in {ours, everybody}:
                group.add(name)
                rules.setdefault(name, [])
        elif field.strip().lower() not in {"sitemap", "host"}:
            in_names = False
            for name in group:
                rules[name].append(statement)
    return "\n".join([f"User-agent: {_ALL_AGENTS}", *rules.get(ours, rules.get(everybody, []))])


def _token(name: str) -> str:
    """The product token of a user-agent line, which often carries a version or a comment, too."""
    end = next((at for at, char in enumerate(name) if not (char.isalpha() or char in "-_*")), len(name))
    return name[:end]
