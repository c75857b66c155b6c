"""Templates: what may stand in them, what comes of them, and that they can do no harm."""

import time

import pytest

from services.outreach.rendering import LONGEST_BODY, Text, Unwritable, check_template, write
from services.outreach.variables import EXAMPLE, VARIABLES
from services.validation import Findings

KNOWN = {"lead": {"name": "Ana Tidewater", "email": "ana@tide.example", "tags": ["sea", "salt"]}, "campaign": {}}


def written(body: str, subject: str | None = None) -> str:
    return write(Text(subject, body), KNOWN).body


def found(source: str) -> list[str]:
    findings = Findings()
    check_template(findings, ("body",), source)
    return [problem.message for problem in findings._problems]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hello {{ lead.name }}!", "Hello Ana Tidewater!"),
        ("{{ lead.name | split: ' ' | first | upcase }}", "ANA"),
        ("{{ lead.company | default: 'your company' }}", "your company"),
        ("{% if lead.company %}At {{ lead.company }}{% else %}Alone{% endif %}", "Alone"),
        ("{% unless lead.role == 'Captain' %}no captain{% endunless %}", "no captain"),
        ("{% assign at = lead.company | default: lead.name %}{{ at }}", "Ana Tidewater"),
        ("{% for tag in lead.tags %}[{{ tag }}{{ forloop.index }}]{% endfor %}", "[sea1][salt2]"),
        ("{{ lead.tags | join: ', ' }}", "sea, salt"),
        ("{% for place in lead.location %}{{ place }}{% endfor %}nowhere", "nowhere"),
        ("{% case lead.role %}{% when 'Captain' %}C{% else %}other{% endcase %}", "other"),
        ("{% raw %}{{ lead.name }}{% endraw %}", "{{ lead.name }}"),
        ("{% comment %}{{ nothing }}{% endcomment %}text", "text"),
        ("<b>{{ lead.name }}</b> & co", "<b>Ana Tidewater</b> & co"),
    ],
)
def test_a_template_becomes_a_text(source: str, text: str) -> None:
    assert found(source) == []
    assert written(source) == text


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Hello {{ lead.nickname }}", ["lead.nickname", *VARIABLES]),
        ("Hello {{ name }}", ["name", *VARIABLES]),
        ("{{ lead }}", ["lead"]),
        ("{{ lead.notes }}", ["lead.notes"]),
        ("{{ lead[campaign.name] }}", ["lead[campaign.name]"]),
        ("{% if lead.copmany %}x{% endif %}", ["lead.copmany"]),
        ("{% if x %}{% assign y = 1 %}{% endif %}{{ y }}", ["x"]),
        ("{{ lead.name | shout }}", ["shout", "upcase"]),
        ("{{ 'now' | date: '%Y' }}", ["date", "upcase"]),
        ("{{ lead.name | replace: 'a', 'aaaa' }}", ["replace"]),
        ("{% include 'secret' %}", ["include", "assign"]),
        ("{% render 'secret' %}", ["render"]),
        ("{% for n in (1..1000000000) %}x{% endfor %}", ["(1..3)"]),
        ("{% if (1..1000000000) contains 'x' %}x{% endif %}", ["(1..3)"]),
        ("{{ lead.name", ["}}"]),
        ("one\n{% if lead.name %}two", ["endif"]),
        ("{{ lead.name | truncate: 'many' }}", ["truncate"]),
        ("{{ lead.name | upcase: 3 }}", ["upcase"]),
        ("{% unless lead.company %}{{ lead.name | upcase: 3 }}{% endunless %}", ["upcase"]),
        ("{% for tag in lead.tags %}{{ tag.colour }}{% endfor %}", ["tag.colour"]),
    ],
)
def test_what_is_wrong_with_a_template_is_found_when_it_is_saved(source: str, names: list[str]) -> None:
    told = " ".join(found(source))
    assert all(name in told for name in names), told


def test_everything_that_is_unknown_is_told_at_once() -> None:
    assert len(found("{{ lead.one }} {{ lead.two | shout }}")) == 3


@pytest.mark.parametrize(
    "source",
    [
        "At {{ lead.company }}",
        "{{ lead.company | upcase }}",
        "{{ lead.name | append: lead.company }}",
        "{% assign at = lead.company %}{{ at }}",
        "{% capture at %}{{ lead.company }}{% endcapture %}{{ at }}",
        "{% echo lead.company %}",
        "{{ lead.company | default: lead.location }}",
        "{% if lead.name %}{{ lead.company }}{% endif %}",
    ],
)
def test_a_value_that_is_not_known_is_never_left_blank(source: str) -> None:
    assert found(source) == []
    with pytest.raises(Unwritable, match=r"lead\.(company|location), which is not known"):
        written(source)


def test_every_variable_is_written_and_the_example_knows_them_all() -> None:
    for name in VARIABLES:
        assert found(f"{{{{ {name} }}}}") == []
        assert write(Text(None, f"{{{{ {name} }}}}"), EXAMPLE).body


def test_a_subject_is_one_line_and_neither_part_is_blank() -> None:
    known = {"lead": {"name": "Ana\r\nBcc: everyone@x.example"}}
    assert write(Text("Hello {{ lead.name }}", "x"), known).subject == "Hello Ana Bcc: everyone@x.example"
    for text in (Text("{% if lead.role %}x{% endif %}", "x"), Text("x", " {% if lead.role %}x{% endif %}\n")):
        with pytest.raises(Unwritable, match="blank"):
            write(text, known)


def test_what_stands_in_a_value_is_no_template() -> None:
    assert write(Text(None, "{{ lead.name }}"), {"lead": {"name": "{{ lead.email }}"}}).body == "{{ lead.email }}"


@pytest.mark.parametrize(
    "source",
    [
        "{% assign a = 'xxxxxxxxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 40 + "{{ a }}",
        "{% assign t = 'a,a,a,a,a,a,a,a,a,a' | split: ',' %}"
        + "{% for a in t %}" * 9
        + "{{ a | upcase }}"
        + "{% endfor %}" * 9,
        "{% assign t = '"
        + "a," * 400
        + "' | split: ',' %}{% for a in t %}"
        + "{{ a | upcase | downcase }}" * 600
        + "{% endfor %}",
        "{% if lead.name %}" * 200 + "x" + "{% endif %}" * 200,
        "{{ '" + "a" * 10_000 + "' | split: '' | join: '" + "b" * 9_000 + "' }}",
    ],
)
def test_no_template_takes_long_or_becomes_large(source: str) -> None:
    assert len(source) <= LONGEST_BODY
    began = time.monotonic()
    assert found(source)
    with pytest.raises(Unwritable):
        written(source)
    assert time.monotonic() - began < 2


def test_a_text_that_would_be_too_long_is_none() -> None:
    with pytest.raises(Unwritable, match="more than"):
        write(Text(None, "{{ lead.name }}" * 1000), {"lead": {"name": "x" * 50}})
