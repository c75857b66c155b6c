"""E-mails as another library reads them: text, HTML and headers, and nothing that a recipient's data could add."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from fast_mail_parser import parse_email
from hypothesis import given
from hypothesis import strategies as st

from gateways.mime import Sender, compose
from gateways.protocol import Letter

SENDER = Sender("Jo Brandt", "jo@studio.example", "Hauptstr. 1\n10115 Berlin")
LINK = f"https://studio.example/unsubscribe/{'t' * 75}"
LETTER = Letter(
    "<7.abc@studio.example>",
    "ana@team.example",
    "Grüße & more",
    "Dear Ana,\n\nI <3 “your” site.\n<script>alert(1)</script>\n" + "long " * 400,
    datetime(2026, 3, 1, 12, tzinfo=UTC),
    LINK,
)


class Seen(HTMLParser):
    """What a browser makes of a page: its elements and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements = set[str]()
        self.links = list[str | None]()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_mail_has_text_and_escaped_html_who_writes_and_how_to_be_left_in_peace() -> None:
    raw = compose(LETTER, SENDER).as_bytes()
    mail = parse_email(raw)
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) < 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert mail.subject == "Grüße & more"
    assert mail.headers["From"] == ["Jo Brandt <jo@studio.example>"]
    assert mail.headers["To"] == ["ana@team.example"]
    assert mail.headers["Message-ID"] == ["<7.abc@studio.example>"]
    assert mail.headers["Date"] == ["Sun, 01 Mar 2026 12:00:00 +0000"]
    assert mail.headers["List-Unsubscribe"] == [f"<{LINK}>"]
    assert mail.headers["List-Unsubscribe-Post"] == ["List-Unsubscribe=One-Click"]
    assert "In-Reply-To" not in mail.headers

    (text,), (page,) = mail.text_plain, mail.text_html
    assert text.startswith("Dear Ana,")
    seen = Seen(page)
    assert "script" not in seen.elements
    assert "<script>alert(1)</script>" in seen.text
    assert seen.links == [LINK]
    for part in (text, seen.text):
        for line in ("I <3 “your” site.", "Jo Brandt", "Hauptstr. 1", "10115 Berlin"):
            assert line in part
    assert LINK in text


def test_a_follow_up_answers_what_was_sent_before() -> None:
    ids = [f"<{number}.{'x' * 32}@studio.example>" for number in range(1, 10)]
    mail = parse_email(compose(replace(LETTER, references=ids), SENDER).as_bytes())
    assert mail.headers["In-Reply-To"] == [ids[-1]]
    assert mail.headers["References"] == [" ".join(ids)]


def test_domains_are_written_as_mail_servers_know_them() -> None:
    raw = compose(replace(LETTER, to="ana@müller.example"), SENDER).as_bytes()
    assert parse_email(raw).headers["To"] == ["ana@xn--mller-kva.example"]
    assert not compose(replace(LETTER, to="än@a.example"), SENDER).as_bytes().isascii()


@pytest.mark.parametrize(
    "address",
    ["", "ana", "ana@", "@a.example", "a b@c.example", "a@b c", "a@b.example\nBcc: x@y.example", "a\r\nX: y@b.example"],
)
def test_what_is_no_address_is_not_written_to(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        compose(replace(LETTER, to=address), SENDER)


@given(st.text(), st.text(), st.text(), st.text())
def test_nothing_that_somebody_wrote_becomes_a_header_or_markup(
    subject: str, body: str, name: str, postal_address: str
) -> None:
    injected = "\r\nBcc: victim@x.example\r\n\r\n<img src=x>"
    letter = replace(LETTER, subject=subject + injected, body=body + injected)
    raw = compose(letter, Sender(name + injected, "jo@studio.example", postal_address + injected)).as_bytes()
    mail = parse_email(raw)
    assert set(mail.headers) == {
        *("From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post"),
        *("MIME-Version", "Content-Type"),
    }
    assert (len(mail.text_plain), len(mail.text_html), len(mail.attachments)) == (1, 1, 0)
    assert Seen(mail.text_html[0]).elements <= {"html", "head", "meta", "body", "p", "br", "hr", "small", "a"}
