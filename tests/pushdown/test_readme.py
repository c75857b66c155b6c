"""The README shows what happens."""

import re
from pathlib import Path

import pushdown
from tests.pushdown.library.desk import Desk

README = Path(str(pushdown.__file__)).with_name("README.md")


def blocks(language: str) -> list[str]:
    """The README's examples in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text(), re.DOTALL | re.MULTILINE)


def squeezed(sql: str) -> str:
    """The statement without what only helps reading."""
    return re.sub(r"(?<=\() | (?=\))", "", re.sub(r"\s+", " ", sql).strip())


async def test_the_query_becomes_just_this_statement(library: Desk) -> None:
    async with library.statements() as sent:
        await library.ask(*blocks("graphql"))
    assert [squeezed(statement) for statement in sent] == [squeezed(statement) for statement in blocks("sql")]


def test_every_public_name_which_it_mentions_exists() -> None:
    named = set(re.findall(r"pushdown\.(\w+)", "".join(blocks("python"))))
    assert named <= set(pushdown.__all__)
