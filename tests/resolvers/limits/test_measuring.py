"""How much documents say: counted through fragments, in time linear in their text."""

import time
from dataclasses import replace

import pytest
from graphql import get_introspection_query, parse

from resolvers.limits.bounds import DocumentBounds
from resolvers.limits.measuring import Measurement

BOUNDS = DocumentBounds()


def told(document: str, bounds: DocumentBounds = BOUNDS) -> list[str]:
    errors = list(Measurement(parse(document)).problems(bounds))
    assert all(error.extensions == {"code": "TOO_COMPLEX"} for error in errors)
    return [error.message for error in errors]


@pytest.mark.parametrize(
    ("document", "bounds", "message"),
    [
        ("{ a { b { c } } }", {"depth": 2}, "3 levels of fields; at most 2"),
        ("{ a { ...F } } fragment F on A { b { c } }", {"depth": 2}, "3 levels of fields"),
        ("{ a { ... { ... on A { b } } } }", {"depth": 1}, "2 levels of fields"),
        ("{ x: a y: b { z: c } }", {"aliases": 2}, "3 aliases; at most 2"),
        ("{ ...F ...F } fragment F on Query { x: a y: a }", {"aliases": 3}, "4 aliases"),
        ("query @x { a @x ... @x { b @x } }", {"directives": 3}, "4 directives"),
        ("{ ...F ...F } fragment F on Query { a @x }", {"directives": 1}, "2 directives"),
        ("{ a ...F ... { c } } fragment F on Query { b }", {"root_fields": 2}, "3 fields at the root"),
        ("query A { a b } query B { a b c }", {"root_fields": 2}, "3 fields at the root"),
        ("{ ...F ...F ...F } fragment F on Query { a }", {"spreads": 2}, "3 spread fragments"),
        ("{ a a a b { c c } }", {"repeats": 2}, "3 fields that are asked for twice"),
    ],
)
def test_what_a_document_has_too_much_of_is_told(document: str, bounds: dict[str, int], message: str) -> None:
    (found,) = told(document, replace(BOUNDS, **bounds))
    assert message in found
    most = {name: value + 1 for name, value in bounds.items()}
    assert told(document, replace(BOUNDS, **most)) == []


def test_documents_of_usual_clients_pass() -> None:
    leads = "query Q($first: Int = 20) { leads(first: $first) { nodes { ...L } } } fragment L on Lead { id name }"
    for document in (leads, get_introspection_query(directive_is_repeatable=True, input_value_deprecation=True)):
        assert told(document) == []


def _bomb(levels: int, *, below: str) -> str:
    fragments = (f"fragment F{n} on T {{ {below.replace('NEXT', f'F{n + 1}')} }}" for n in range(levels))
    return f"{{ ...F0 }} {' '.join(fragments)} fragment F{levels} on T {{ x: id }}"


@pytest.mark.parametrize(
    "document",
    [
        _bomb(70, below="...NEXT ...NEXT"),
        _bomb(70, below="a: t { ...NEXT } b: t { ...NEXT }"),
        _bomb(4_000, below="...NEXT"),
        "{ ...A } fragment A on T { a { ...B } } fragment B on T { b { ...A } }",
        "{ ...A } fragment A on T { ...A ...A x: id }",
        "{ ...Missing }",
        "{" + " ".join(f"a{n}: b" for n in range(6_000)) + "}",
        "{" + "a " * 19_000 + "}",
        "{" + "a { " * 190 + "a" + " }" * 190 + "}",
    ],
    ids=range(9),
)
def test_hostile_documents_are_measured_in_milliseconds(document: str) -> None:
    parsed = parse(document)
    began = time.process_time()
    list(Measurement(parsed).problems(BOUNDS))
    assert time.process_time() - began < 0.25


def test_more_than_there_are_atoms_is_told_as_a_number_that_can_be_read() -> None:
    assert "This document has more than 1,000,000,000 aliases; at most 200 are taken. Ask for less at once." in told(
        _bomb(70, below="...NEXT ...NEXT")
    )
