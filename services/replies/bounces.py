"""Bounces: mail servers' reports on mails of ours which they could not deliver (RFC 3464)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from services.replies.mail_text import address_of, header, inner_of, part_text, parts_of, raw_header, text_of

_STATUS = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
_STATUS_IN_TEXT = re.compile(r"\b([45]\.\d{1,3}\.\d{1,3})\b|(?<![\d.])([45])[0-5]\d[ -](?=\D)")
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,996}>")
_RETURNED_ID = re.compile(r"^[ \t>]{0,8}message-id:\s{0,4}(<[^<>\s]{1,996}>)", re.IGNORECASE | re.MULTILINE)
_POSTMASTERS = frozenset({"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"})
_STATUS_PARTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_FULL = "5.2.2"
"""A mailbox that is full can be emptied (RFC 3463)."""
_MOST_RECIPIENTS = 20
_LONGEST_SAID = 300
_LONGEST_HEADERS = 50_000


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a mail. `permanent` is None where it was not refused: it was delivered, or displayed."""

    permanent: bool | None
    reason: str
    returned: tuple[str, ...]
    """The Message-IDs of the mail which the report gives back; none where it gives nothing back.

    Nothing else tells what a report is about: addresses could be anybody's, and anybody can write a report.
    """


def report_of(mail: Message) -> Report | None:
    """The report which this mail is; None for other mails."""
    if mail.get_content_type() == "multipart/report":
        kind = str(mail.get_param("report-type") or "").lower()
        statuses = next((part for part in parts_of(mail) if part.get_content_type() in _STATUS_PARTS), None)
        if statuses is not None:
            return _delivery_report(mail, statuses)
        if kind == "disposition-notification":
            return Report(None, "It says that a mail was displayed (RFC 8098).", _returned(mail))
    return _bounce_in_words(mail) if _is_from_server(mail) else None


def _delivery_report(mail: Message, statuses: Message) -> Report:
    recipients = [_Recipient.of(group) for group in _recipient_groups(statuses)]
    refused = [one for one in recipients if one.action == "failed"]
    delayed = [one for one in recipients if one.action == "delayed"]
    listed = refused or delayed or recipients
    if not listed:
        return Report(False, "A delivery report that names no recipient (RFC 3464).", _returned(mail))
    telling = next((one for one in refused if one.is_permanent), listed[0])
    permanent = telling.is_permanent if telling in refused else (False if telling in delayed else None)
    return Report(permanent, telling.reason, _returned(mail))


@dataclass(frozen=True, slots=True)
class _Recipient:
    """What a report says of one recipient."""

    action: str
    status: str | None
    said: str | None

    @classmethod
    def of(cls, group: Message) -> "_Recipient":
        status = _STATUS.match(raw_header(group, "Status") or "")
        return cls(
            action=(raw_header(group, "Action") or "").strip().lower()[:20],
            status=status[1] if status else None,
            said=(header(group, "Diagnostic-Code") or "")[:_LONGEST_SAID] or None,
        )

    @property
    def is_permanent(self) -> bool:
        return self.status is not None and self.status.startswith("5.") and self.status != _FULL

    @property
    def reason(self) -> str:
        said = f": {self.said}" if self.said else ""
        return f"A delivery report says {self.action or 'nothing'}, status {self.status or 'none'}{said}"


def _recipient_groups(statuses: Message) -> Iterator[Message]:
    """The first group is of the mail itself."""
    for group in inner_of(statuses)[: _MOST_RECIPIENTS + 1]:
        if "Final-Recipient" in group or "Original-Recipient" in group:
            yield group


def _bounce_in_words(mail: Message) -> Report | None:
    """A bounce of a server that writes no reports, where it tells a status and gives our mail back."""
    text = text_of(mail)
    returned = tuple(dict.fromkeys((*_returned(mail), *_RETURNED_ID.findall(text))))
    found = _STATUS_IN_TEXT.search(text)
    if not returned:
        return None
    if found is None:
        return Report(False, "A mail server gives a mail back, and tells no status.", returned)
    status = found[0].strip(" -")
    permanent = status.startswith("5") and status not in {_FULL, "552"}
    return Report(permanent, f"A mail server gives a mail back, and says {status}.", returned)


def _is_from_server(mail: Message) -> bool:
    sender = address_of(header(mail, "From") or "")
    return "X-Failed-Recipients" in mail or sender.partition("@")[0] in _POSTMASTERS


def _returned(mail: Message) -> tuple[str, ...]:
    """The Message-ID of the mail, or of its headers, which lies within this one."""
    for part in parts_of(mail):
        inner: Message | None = None
        if part.get_content_type() in {"message/rfc822", "message/global"}:
            inner = next(iter(inner_of(part)), None)
        elif part.get_content_type() in {"text/rfc822-headers", "message/global-headers", "message/rfc822-headers"}:
            inner = HeaderParser().parsestr(part_text(part).lstrip()[:_LONGEST_HEADERS])
        if inner is not None and (found := _MESSAGE_ID.search(raw_header(inner, "Message-ID") or "")):
            return (found[0],)
    return ()
