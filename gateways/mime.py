"""E-mails as they go over the wire: text and HTML, and all that mail to strangers must carry."""

from dataclasses import dataclass
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from html import escape
from typing import Any, cast

import idna

from gateways.protocol import Letter

_LONGEST_SUBJECT = 900
_WHY = "You can ask not to hear from us again:"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes. `postal_address` may have several lines."""

    name: str
    address: str
    postal_address: str


class _Unfolded(UnstructuredHeader):
    """A header of ASCII on one line: addresses of pages are torn apart, or encoded, where lines are folded."""

    name: str

    def fold(self, *, policy: Any) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def _policy(utf8: bool) -> EmailPolicy:
    headers = HeaderRegistry()
    for name in ("list-unsubscribe", "references", "in-reply-to", "message-id"):
        headers.map_to_type(name, cast(type[BaseHeader], _Unfolded))
    return cast(EmailPolicy, SMTP.clone(cte_type="7bit", utf8=utf8, header_factory=headers))


def compose(letter: Letter, sender: Sender) -> EmailMessage:
    """The e-mail, of ASCII alone unless somebody's own part of an address is not.

    Raises ValueError where an address cannot be one, or an id or a link holds what would end its header.
    """
    to, by = address_of(letter.to), address_of(sender.address, sender.name)
    mail = EmailMessage(_policy(utf8=not (to.addr_spec + by.addr_spec).isascii()))
    mail["From"] = by
    mail["To"] = to
    mail["Subject"] = _one_line(letter.subject)[:_LONGEST_SUBJECT]
    mail["Date"] = format_datetime(letter.at)
    mail["Message-ID"] = _token(letter.message_id)
    if letter.references:
        mail["In-Reply-To"] = _token(letter.references[-1])
        mail["References"] = " ".join(map(_token, letter.references))
    mail["List-Unsubscribe"] = f"<{_token(letter.unsubscribe_url)}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(_text(letter, sender))
    mail.add_alternative(_html(letter, sender), subtype="html")
    return mail


def address_of(address: str, name: str = "") -> Address:
    """An address with its domain as mail servers know it. Raises ValueError for what cannot be one."""
    local, _, domain = address.rpartition("@")
    if not local or not domain or not local.isprintable() or any(letter.isspace() for letter in local):
        raise ValueError("this is no e-mail address")
    try:
        ascii_domain = idna.encode(domain, uts46=True).decode()
    except idna.IDNAError as error:
        raise ValueError(f"this is no domain of an e-mail address: {error}") from error
    return Address(_one_line(name), local, ascii_domain)


def _token(text: str) -> str:
    """What stands in a header as it is."""
    if not text.isascii() or not text.isprintable() or any(letter in " \t" for letter in text):
        raise ValueError("this cannot stand in a header")
    return text


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _text(letter: Letter, sender: Sender) -> str:
    lines = (*_lines(letter.body), "", "-- ", _one_line(sender.name), *_lines(sender.postal_address), "")
    return "\n".join((*lines, _WHY, letter.unsubscribe_url, ""))


def _html(letter: Letter, sender: Sender) -> str:
    paragraphs = "\n".join(_lines(letter.body)).split("\n\n")
    body = "\n".join(f"<p>{_broken(paragraph)}</p>" for paragraph in paragraphs if paragraph.strip())
    postal = "<br>\n".join(map(escape, (_one_line(sender.name), *_lines(sender.postal_address))))
    return (
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"></head>\n<body>\n'
        f"{body}\n<hr>\n<p><small>{postal}</small></p>\n"
        f'<p><small>{_WHY} <a href="{escape(letter.unsubscribe_url)}">unsubscribe</a></small></p>\n'
        "</body>\n</html>\n"
    )


def _broken(paragraph: str) -> str:
    return "<br>\n".join(escape(line) for line in paragraph.split("\n"))


def _lines(text: str) -> list[str]:
    """Lines without what ends them, and without control characters."""
    return [
        "".join(letter for letter in line if letter.isprintable() or letter == "\t").rstrip()
        for line in text.strip().splitlines()
    ]
