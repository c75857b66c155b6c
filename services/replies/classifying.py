"""What a person's reply says, told by plain words alone. Whatever is not plain is UNCLEAR, for a person to read.

A wrong guess costs more than none: an answer stops its sequence whatever it says.
"""

import re
from collections.abc import Iterator, Sequence

from models import ReplyIntent
from services.replies.clauses import Clause, Sentence, sentences_of
from services.replies.own_words import own_words
from services.replies.phrases import meaning

Said = tuple[ReplyIntent | None, str]
"""What a clause means, where that is plain, and the clause."""

_JOINED = re.compile(r" (?:and|because|since|so|as) ")
_REVERSES = re.compile(r"\b(?:not|never|if|whether|would|should|to|say|said|told|think|thought|like)\b")
_CONDITION = re.compile(r"\b(?:if|unless|until|in case|otherwise|whenever|once|except|or else)\b")
_HOWEVER = re.compile(r"\b(?:however|although|though|instead|rather|prefer|better|only|still|nevertheless|that said)\b")
_OTHERWISE_REACHED = re.compile(
    r"\b(?:email|call|text|write|message|ring|send|tell|contact) (?:me|us)\b|\b(?:use|by|via) (?:email|phone)\b"
    r"|\b(?:emails?|phone|calls?|texts?|sms|messages?|letters?) (?:is|are|works?|would be)"
    r" (?:\w+ )?(?:fine|ok|okay|good|best|better)\b"
)
_FOR_ANOTHER = re.compile(r"^(?:(?:it is|this is|only|maybe) )*for (?!(?:now|us|me)\b)\w")
_LATER = re.compile(
    r"\b(?:maybe|perhaps|later|yet|currently|for now|right now|at the moment|at this time"
    r"|this (?:year|quarter|month|week)|next (?:year|quarter|month|week)|try (?:me|us|again)"
    r"|colleague|forward(?:ed|ing)?)\b"
)
_MOCKS = re.compile(
    r"\b(?:yeah right|oh great|oh sure|oh wow|as if|in your dreams|when hell|when pigs|lol|haha+|kidding|joking"
    r"|sarcas\w+|spam|scam|psych)\b|^not$|\U0001f644|\U0001f602|\U0001f923|(?:^|\s)/s$"
)
_OPEN = {
    ReplyIntent.UNSUBSCRIBE: (_HOWEVER, _OTHERWISE_REACHED),
    ReplyIntent.NOT_INTERESTED: (_HOWEVER, _OTHERWISE_REACHED, _LATER, _FOR_ANOTHER, _MOCKS),
    ReplyIntent.INTERESTED: (_HOWEVER, _MOCKS),
}
"""By what words beside it something plain is left open."""


def classify(text: str) -> tuple[ReplyIntent, str]:
    """The intent of a reply, and by which words it was told. Pure; English only.

    Who asks to be left in peace and says "not interested", too, asks to be left in peace. Words which are at odds, or
    leave what was said open, are UNCLEAR.
    """
    said = [one for sentence in sentences_of(own_words(text)) for one in _said(sentence)]
    plain = {intent: words for intent, words in reversed(said) if intent is not None}
    if not plain:
        return ReplyIntent.UNCLEAR, "Nothing is said in words that are plain to a program."
    if ReplyIntent.INTERESTED in plain and len(plain) > 1:
        words = " and ".join(f'"{one}"' for one in plain.values())
        return ReplyIntent.UNCLEAR, f"These words are at odds: {words}."
    intent = ReplyIntent.UNSUBSCRIBE if ReplyIntent.UNSUBSCRIBE in plain else next(iter(plain))
    if (other := _leaving_open(intent, said)) is not None:
        return ReplyIntent.UNCLEAR, f'It says "{plain[intent]}", which is left open by "{other}".'
    return intent, f'It says "{plain[intent]}".'


def _said(sentence: Sentence) -> Iterator[Said]:
    """What each clause means. A condition anywhere in a sentence makes nothing of it plain."""
    said = [one for clause in sentence.clauses for one in _of_clause(clause, asks=sentence.asks)]
    is_open = any(intent is None and _CONDITION.search(words) for intent, words in said)
    for intent, words in said:
        yield (None if is_open else intent), words


def _of_clause(clause: Clause, *, asks: bool) -> Iterator[Said]:
    """The clause as one, or else its parts, as far as nothing before them can turn them round."""
    whole = meaning(clause.text, asks=asks)
    if whole is not None:
        yield whole, clause.text
        return
    found: list[Said] = []
    is_turned = False
    for part in _JOINED.split(clause.text):
        intent = None if is_turned else meaning(part, asks=asks)
        is_turned = is_turned or (intent is None and _REVERSES.search(part) is not None)
        found.append((intent, part))
    if any(intent for intent, _ in found) and not clause.turns:
        yield from found
    else:
        yield None, f"but {clause.text}" if clause.turns else clause.text


def _leaving_open(intent: ReplyIntent, said: Sequence[Said]) -> str | None:
    """The words that leave what is said open: whatever follows a "but" without being plain, and words of doubt."""
    for meant, words in said:
        if meant is None and (words.startswith("but ") or any(one.search(words) for one in _OPEN[intent])):
            return words
    return None
