"""Addresses that must not be reached, by rule and by trying to reach them: nothing may be sent."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from sources.protocol import SourceFailed
from sources.web.addresses import AddressGuard, AddressRefused, why_refused
from sources.web.fetching import Acceptable, Fetcher, FetchFailed
from sources.web.settings import WebSourceSettings
from tests.sources.web.conftest import NewSource, StartSite, search
from tests.sources.web.sites import page, redirect

_ANYTHING = Acceptable(header="*/*", types=frozenset())


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("0.0.0.0", "unspecified"),
        ("10.1.2.3", "private"),
        ("100.64.0.1", "carrier-grade NAT"),
        ("100.100.100.200", "carrier-grade NAT"),
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("168.63.129.16", "cloud metadata"),
        ("169.254.169.254", "cloud metadata"),
        ("169.254.1.1", "link-local"),
        ("172.16.0.1", "private"),
        ("192.0.0.192", "reserved"),
        ("192.0.2.1", "private"),
        ("192.88.99.1", "reserved"),
        ("192.168.1.1", "private"),
        ("198.18.0.1", "private"),
        ("224.0.0.1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::127.0.0.1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("::ffff:169.254.169.254", "cloud metadata"),
        ("::ffff:0:127.0.0.1", "reserved"),
        ("64:ff9b::10.0.0.1", "private"),
        ("64:ff9b:1::10.0.0.1", "reserved"),
        ("100::1", "reserved"),
        ("2001:db8::1", "private"),
        ("2002:7f00:1::", "loopback"),
        ("2002:a9fe:a9fe::", "cloud metadata"),
        ("3fff::1", "reserved"),
        ("fc00::1", "private"),
        ("fd00:ec2::254", "cloud metadata"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "reserved"),
        ("ff02::1", "multicast"),
        ("not an address", "not an address"),
        ("1.2.3", "not an address"),
    ],
)
def test_an_address_that_is_not_public_is_refused_with_its_kind(address: str, kind: str) -> None:
    assert kind in (why_refused(address) or "accepted")


@pytest.mark.parametrize("address", ["9.9.9.9", "93.184.215.14", "::ffff:9.9.9.9", "64:ff9b::9.9.9.9", "2620:fe::fe"])
def test_a_public_address_is_accepted(address: str) -> None:
    assert why_refused(address) is None


class _Names(AbstractResolver):
    """A resolver that answers what it is told to, as a hostile name server does."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=0)
            for address in addresses
        ]

    async def close(self) -> None:
        pass


@asynccontextmanager
async def _fetcher(settings: WebSourceSettings, resolver: AbstractResolver | None = None) -> AsyncIterator[Fetcher]:
    async with Fetcher(settings, AddressGuard(settings), resolver) as fetcher:
        yield fetcher


async def _get(fetcher: Fetcher, url: str) -> int:
    response = await fetcher.get(URL(url), accept=_ANYTHING, max_bytes=1000, seconds=5)
    return response.status


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "017700000001",
        "0177.0.0.1",
        "0177.0000.0000.0001",
        "0x7f000001",
        "0x7F.0x0.0x0.0x1",
        "0x7f.1",
        "127.0.0.0x1",
        "127.000.000.001",
        "0",
        "0.0.0.0",
        "0x0",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "LocalHost..",
        "%31%32%37.0.0.1",
        "１２７.0.0.1",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:7F00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::1%25lo]",
        "[fe80::1%25lo]",
        "10.0.0.1",
        "169.254.169.254",
        "[::ffff:a9fe:a9fe]",
        "[fd00:ec2::254]",
        "168.63.129.16",
        "100.100.100.200",
        "224.0.0.1",
        "192.168.0.1",
        "someone@127.0.0.1",
        "someone:secret@127.0.0.1",
        "public.example@127.0.0.1",
        "127.0.0.1@localhost",
        "public.example\\@127.0.0.1",
    ],
)
async def test_no_spelling_of_a_private_host_is_reached(host: str) -> None:
    reached = 0

    async def notice(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal reached
        reached += 1
        writer.close()

    async with AsyncExitStack() as servers:
        ports = []
        for address in ("127.0.0.1", "::1"):
            with suppress(OSError):  # a machine without IPv6
                server = await servers.enter_async_context(await asyncio.start_server(notice, address, 0))
                ports.append(server.sockets[0].getsockname()[1])
        fetcher = await servers.enter_async_context(_fetcher(WebSourceSettings(allow_ports=frozenset(ports))))
        for port in ports:
            with pytest.raises((FetchFailed, ValueError)):
                await _get(fetcher, f"http://{host}:{port}/")

    assert ports
    assert reached == 0


async def test_an_allowed_host_may_be_named_in_any_alphabet(start_site: StartSite) -> None:
    site = await start_site({"/": page()})
    for allowed in ("münchen.example", "xn--mnchen-3ya.example", "MÜNCHEN.example"):
        async with _fetcher(
            WebSourceSettings(allow_hosts=frozenset({f"{allowed}:{site.port}"})), _Names(["127.0.0.1"])
        ) as f:
            assert await _get(f, f"http://münchen.example:{site.port}/") == 200


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["10.0.0.1", "127.0.0.1"], ["169.254.169.254"], ["fe80::1%lo"]],
)
async def test_a_name_that_leads_to_a_private_address_is_refused(start_site: StartSite, addresses: list[str]) -> None:
    site = await start_site({"/": page()})
    settings = WebSourceSettings(allow_ports=frozenset({site.port}))

    async with _fetcher(settings, _Names(addresses)) as fetcher:
        with pytest.raises(FetchFailed, match="leads to") as failure:
            await _get(fetcher, f"http://intranet.example:{site.port}/")

    assert failure.value.refused
    assert not site.asked


async def test_a_name_that_changes_its_address_between_two_requests_is_refused(start_site: StartSite) -> None:
    """The check is on what the socket connects to, so it does not matter what the name said before."""
    site = await start_site({"/": page()})
    settings = WebSourceSettings(allow_ports=frozenset({site.port}))
    names = _Names(["10.255.255.1"], ["127.0.0.1"])

    async with _fetcher(settings, names) as fetcher:
        for _ in range(2):
            with pytest.raises(FetchFailed) as failure:
                await _get(fetcher, f"http://rebinding.example:{site.port}/")
            assert failure.value.refused

    assert not site.asked


async def test_an_allowed_host_is_reached_and_no_other_name_or_port_of_its_address(start_site: StartSite) -> None:
    site, neighbour = await start_site({"/": page()}), await start_site({"/": page()})
    settings = WebSourceSettings(
        allow_hosts=frozenset({f"Intranet.Example:{site.port}"}), allow_ports=frozenset({80, neighbour.port})
    )

    async with _fetcher(settings, _Names(["127.0.0.1"])) as fetcher:
        assert await _get(fetcher, f"http://intranet.example.:{site.port}/") == 200
        for url in (
            f"http://other.example:{site.port}/",
            f"http://127.0.0.1:{site.port}/",
            f"http://intranet.example:{neighbour.port}/",
            f"http://www.intranet.example:{site.port}/",
        ):
            with pytest.raises(FetchFailed):
                await _get(fetcher, url)

    assert len(site.asked) == 1
    assert not neighbour.asked


async def test_a_host_allowed_without_a_port_is_reached_on_the_allowed_ports_only(start_site: StartSite) -> None:
    site, neighbour = await start_site({"/": page()}), await start_site({"/": page()})
    settings = WebSourceSettings(allow_hosts=frozenset({"127.0.0.1"}), allow_ports=frozenset({site.port}))

    async with _fetcher(settings) as fetcher:
        assert await _get(fetcher, site.url()) == 200
        with pytest.raises(FetchFailed, match="port"):
            await _get(fetcher, neighbour.url())


async def test_a_redirect_to_a_private_host_is_refused_on_its_hop(start_site: StartSite, new_source: NewSource) -> None:
    inner = await start_site({"*": page("Ingrid Inner")})
    outer = await start_site(
        {"/": redirect(inner.url("/team")), "/two": redirect("/three"), "/three": redirect(inner.url())}
    )

    with pytest.raises(SourceFailed, match=r"127\.0\.0\.1 is a loopback address"):
        await search(new_source(outer, allow_ports=frozenset({inner.port})), outer.url(), outer.url("/two"))

    assert not inner.asked


async def test_a_robots_file_elsewhere_is_no_way_in_either(start_site: StartSite, new_source: NewSource) -> None:
    inner = await start_site({"*": page()})
    outer = await start_site({"/robots.txt": redirect(inner.url("/admin")), "/": page("Ada Example")})

    with pytest.raises(SourceFailed, match=r"its robots\.txt cannot be fetched: 127\.0\.0\.1 is"):
        await search(new_source(outer, allow_ports=frozenset({inner.port})), outer.url())

    assert not inner.asked


async def test_proxies_of_the_environment_are_not_used(start_site: StartSite, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, site = await start_site({"*": page()}), await start_site({"/": page()})
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url())

    async with _fetcher(WebSourceSettings(allow_hosts=frozenset({site.authority}))) as fetcher:
        assert await _get(fetcher, site.url()) == 200

    assert not proxy.asked


async def test_cookies_are_neither_kept_nor_sent(start_site: StartSite) -> None:
    async def greet(request: aiohttp.web.Request) -> aiohttp.web.Response:
        return aiohttp.web.Response(text="Hello", headers={"Set-Cookie": "visitor=7; Path=/"})

    site = await start_site({"*": greet})

    async with _fetcher(WebSourceSettings(allow_hosts=frozenset({site.authority}))) as fetcher:
        await _get(fetcher, site.url())
        await _get(fetcher, site.url())

    assert all("Cookie" not in asked.headers for asked in site.asked)


def test_a_socket_nobody_announced_is_refused() -> None:
    guard = AddressGuard(WebSourceSettings(allow_hosts=frozenset({"127.0.0.1"})))

    with pytest.raises(AddressRefused, match="nobody said"):
        guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80)))


@pytest.mark.parametrize("entry", ["", "http://intranet.example", "intranet.example/", "host:port", "a b", "user@host"])
def test_an_allowed_host_that_is_none_is_refused_when_set(entry: str) -> None:
    with pytest.raises(ValueError, match="allow_hosts"):
        WebSourceSettings(allow_hosts=frozenset({entry}))
