"""A parser that does what a page's body says: what hostile pages make real parsers do."""

import os
import sys
import time

from sources.web.page import FetchedPage, ParsedPage, PersonOnPage

Parsed = tuple[ParsedPage, tuple[()]]

_kept: list[bytearray] = []


def parse_page(page: FetchedPage, agent: str, worth: float, is_seed: bool) -> Parsed:
    return _parsed(page, agent), ()


def _parsed(page: FetchedPage, agent: str) -> ParsedPage:
    behaviour = page.body.decode()
    match behaviour.split():
        case ["exit"]:
            sys.exit(3)
        case ["crash"]:
            os.abort()
        case ["hang"]:
            time.sleep(60)
        case ["raise"]:
            raise ValueError("a page's text, which must not be told")
        case ["recurse"]:
            return _parsed(page, agent)
        case ["print"]:
            print("something a library says")
            return ParsedPage("http://child.example/printed")
        case ["take" | "keep", mebibytes, "MiB"]:
            _kept.append(bytearray(int(mebibytes) * 1024 * 1024))
        case ["answer", "with", "too", "much"]:
            return ParsedPage("http://child.example/" + "x" * 9_000_000)
        case ["say", "the", "agent"]:
            return ParsedPage(f"http://child.example/{agent}")
    return ParsedPage(f"http://child.example/{os.getpid()}")


def parse_for_real(page: FetchedPage, agent: str, worth: float, is_seed: bool) -> Parsed:
    """Parse with the real parser, and tell which of the application's modules came with it, as a link's text."""
    from sources.web.parsing import parse_and_judge  # noqa: PLC0415 - this module must load without it

    parse_and_judge(page, agent, worth, is_seed)
    strangers = ("cam_graphql", "models", "services", "resolvers", "pushdown", "aiohttp", "tortoise", "strawberry")
    loaded = sorted(name for name in sys.modules if name.partition(".")[0] in strangers)
    return ParsedPage(" ".join(loaded)), ()


def parse_or_crash(page: FetchedPage, agent: str, worth: float, is_seed: bool) -> Parsed:
    """Crash if the page says so; else find the person whose name is the page's text."""
    text = page.body.decode().removeprefix("<p>").removesuffix("</p>")
    if text == "crash":
        os.abort()
    return ParsedPage(page.url, (PersonOnPage(text, "h-card"),)), ()


def parse_or_hang(page: FetchedPage, agent: str, worth: float, is_seed: bool) -> Parsed:
    """Hang if the page says so; else find the person whose name is the page's text."""
    text = page.body.decode().removeprefix("<p>").removesuffix("</p>")
    if text == "hang":
        time.sleep(60)
    return ParsedPage(page.url, (PersonOnPage(text, "h-card"),)), ()
