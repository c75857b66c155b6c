"""Reading mails that came in: what each is, and which mail of ours it is about."""

import hashlib
import logging
import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import Compat32
from itertools import islice

from models import ReplyKind
from services.replies.bounces import report_of
from services.replies.mail_text import address_of, header, raw_header, text_of
from services.replies.recording import LONGEST_KEY

logger = logging.getLogger(__name__)

_LONGEST_HEADER = 20_000
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,996}>")
_MOST_ANSWERED = 50
_LINE_END = re.compile(rb"\r\n?|\n")
_MOST_LINES = 20_000
"""A mail of 1 MiB in lines of 76 letters has 14,000."""
_BOUNDARY = re.compile(rb"boundary", re.IGNORECASE)
_MOST_BOUNDARIES = 40


class _Bounded(Compat32):
    """Headers are cut: what the library does with their parameters takes long for long ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Letters that were not encoded are taken for UTF-8, which is what most who do so write."""
        return value.encode(errors="surrogateescape").decode(errors="replace")


_POLICY = _Bounded()


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, as far as it matters here. All texts can be stored."""

    key: str
    """Its Message-ID, or a digest where it has none that can be one."""
    kind: ReplyKind
    permanent: bool | None
    """Of a bounce."""
    reason: str | None
    """By what its kind was told; None of a reply, which is what no mark makes anything else."""
    answers: tuple[str, ...]
    """The Message-IDs it may be about, the likeliest first."""
    sender: str | None
    sender_address: str
    """In lower case; empty where there is none."""
    subject: str | None
    text: str


def read_mail(content: bytes) -> Mail:
    """What a mail is. Whatever the bytes are, it raises nothing; a mail without sense is a reply to nothing."""
    for parse, read in (
        (BytesParser(policy=_POLICY).parsebytes, _bounded(content)),
        (BytesHeaderParser(policy=_POLICY).parsebytes, content.partition(b"\r\n\r\n")[0]),
    ):
        try:
            return _read(parse(read), content)
        except Exception as error:  # The library trips over some mails, in many ways. Most of their heads are plain.
            logger.info("a mail cannot be read: %s", type(error).__name__)
    return _read(Message(), content)


def _bounded(content: bytes) -> bytes:
    """As much of a mail as is read: the library compares each line with each boundary that it has met before."""
    last = next(islice(_LINE_END.finditer(content), _MOST_LINES, None), None)
    lines = content if last is None else content[: last.start()]
    surplus = next(islice(_BOUNDARY.finditer(lines), _MOST_BOUNDARIES, None), None)
    return lines if surplus is None else lines[: surplus.start()]


def _read(mail: Message, content: bytes) -> Mail:
    sender = header(mail, "From")
    report = report_of(mail)
    automatic = _automatic(mail)
    answers = _answered(mail)
    if report is not None:
        kind = ReplyKind.AUTO_REPLY if report.permanent is None else ReplyKind.BOUNCE
        answers = report.returned or answers
    else:
        kind = ReplyKind.REPLY if automatic is None else ReplyKind.AUTO_REPLY
    return Mail(
        key=_key(mail, content),
        kind=kind,
        permanent=report.permanent if report is not None else None,
        reason=report.reason if report is not None else automatic,
        answers=answers,
        sender=sender,
        sender_address=address_of(sender or ""),
        subject=header(mail, "Subject"),
        text=text_of(mail),
    )


def _automatic(mail: Message) -> str | None:
    """By what a program's mail shows itself (RFC 3834); None for a person's."""
    submitted = (raw_header(mail, "Auto-Submitted") or "no").partition(";")[0].strip().lower()
    if submitted != "no":
        return f'A program sent it: "Auto-Submitted: {submitted[:100]}" (RFC 3834).'
    precedence = (raw_header(mail, "Precedence") or "").strip().lower()
    if precedence in {"auto_reply", "bulk", "junk"}:
        return f'A program sent it: "Precedence: {precedence}".'
    for name in ("X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder"):
        if (raw_header(mail, name) or "no").strip().lower() != "no":
            return f'A program sent it: it has "{name}".'
    if (raw_header(mail, "Return-Path") or "").strip() == "<>":
        return "A program sent it: it has no address to answer to."
    return None


def _answered(mail: Message) -> tuple[str, ...]:
    """What it answers first, then the conversation before, the latest first."""
    first = _MESSAGE_ID.findall(raw_header(mail, "In-Reply-To") or "")
    before = _MESSAGE_ID.findall(raw_header(mail, "References") or "")
    return tuple(dict.fromkeys((*first[:_MOST_ANSWERED], *before[: -_MOST_ANSWERED - 1 : -1])))


def _key(mail: Message, content: bytes) -> str:
    found = _MESSAGE_ID.search(raw_header(mail, "Message-ID") or "")
    if found is not None and len(found[0]) <= LONGEST_KEY:
        return found[0]
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
