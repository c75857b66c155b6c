"""The documents name what there is."""

import re
import runpy
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from cam_graphql.settings import Settings, variable_of
from resolvers.definition_language import sorted_sdl
from resolvers.schema import build_schema as our_schema

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
SETTINGS = {variable_of(name) for name in Settings.model_fields}
SCHEMA = build_schema(sorted_sdl(our_schema()))
NOT_IN_A_CHECKOUT = re.compile("reminders|/_bundle/")
"""What CONTRIBUTING shows how to make, and what only a wheel has."""
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


@documents
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text())
    inside = [link for link in links if not link.startswith(("http://", "https://"))]

    assert [link for link in inside if not (document.parent / link).exists()] == []


@documents
def test_settings_exist(document: Path) -> None:
    """`CAM_FETCH_…` stands for all that begin so."""
    named = re.findall(r"\b(CAM_[A-Z_]+)(…?)", document.read_text())

    assert [
        name
        for name, more in named
        if not (any(setting.startswith(name) for setting in SETTINGS) if more else name in SETTINGS)
    ] == []


@documents
def test_make_targets_exist(document: Path) -> None:
    named = set(re.findall(r"(?:`|^|&& )make ([a-z-]+)", document.read_text(), re.MULTILINE))

    assert named <= TARGETS


@documents
def test_files_exist(document: Path) -> None:
    floors = "bench|cam_graphql|docs|examples|migrations|models|pushdown|resolvers|services|sources|tests"
    named = re.findall(rf"`((?:{floors})/[a-z0-9_./]*)`", document.read_text())

    assert [path for path in named if not NOT_IN_A_CHECKOUT.search(path) and not (ROOT / path).exists()] == []


@documents
def test_operations_are_valid(document: Path) -> None:
    text = document.read_text()
    operations = [
        *re.findall(r"^```graphql\n(.*?)^```", text, re.DOTALL | re.MULTILINE),
        *re.findall(r"--data-urlencode 'query=(.*?)'", text, re.DOTALL),
    ]

    assert [error for operation in operations for error in validate(SCHEMA, parse(operation))] == []


def test_the_example_asks_for_what_there_is() -> None:
    example = runpy.run_path(str(ROOT / "examples/watch_job.py"), run_name="example")

    assert [error for name in ("NEWEST", "RUN", "WATCH") for error in validate(SCHEMA, parse(example[name]))] == []


def test_the_glossary_is_alphabetical() -> None:
    words = re.findall(r"^\*\*([^*]+)\*\*", (ROOT / "docs/glossary.md").read_text(), re.MULTILINE)

    assert words == sorted(words, key=str.casefold)
