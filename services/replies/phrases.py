"""What plain words mean. A clause is plain where all of it is one of these phrases, and not where it has one in it."""

import re

from models import ReplyIntent

_LEAD_IN = (
    r"(?:(?:hi|hello|hey|yes|no|ok|okay|so|and|also|again|just|thanks|thank you|sorry|seriously|therefore|then|for the"
    r" last time|i repeat|i said|please|kindly|but|honestly|frankly|actually) ){0,4}"
)
_I = r"(?:i|we)"
_ME = (
    r"(?:me|us|my (?:email|address|email address|name|number|phone number|details|company)"
    r"|this (?:address|email|number))"
)
_REACH = r"(?:contact|email|call|phone|ring|text|message|write|write to|spam|bother|pester|disturb|reach out to|mail)"
_REACHING = (
    r"(?:contacting|emailing|calling|phoning|ringing|texting|messaging|writing to|writing|spamming|bothering|pestering"
    r"|mailing)"
)
_REACHED = r"(?:contacted|called|emailed|written to)"
_POST = r"(?:emails?|mails?|messages?|calls?|texts?|newsletters?|mailings?|offers?|spam|this|these|stuff)"
_LIST = (
    r"(?:(?:mailing|email|contact|call|calling|marketing|distribution|sales) )?"
    r"(?:lists?|database|system|records?|emails?)"
)
_EVER = (
    r"(?: (?:again|anymore|any longer|ever|ever again|at all|in the future|in future|about this|further|please|now))*"
)
_THANKS = r"(?: (?:thanks|thank you|please|anymore|at all|now|immediately|asap|today|at once))*"
_REMOVE = (
    rf"(?:take|remove|delete|drop|strike|cut) {_ME}"
    rf"(?: (?:off|from|out of)(?: (?:your|the|this|that|all|any|these|all your|all of your))? {_LIST})?"
)
_WANT_NO = (
    rf"(?:receive|get|hear|see|have)? ?(?:any )?(?:more|further|your|these|this|any|such)?(?: of (?:your|these))? ?"
    rf"(?:(?:marketing|sales|promotional|unsolicited) )?{_POST}?(?: from you)?"
)

_OFF = (
    r"(?:unsubscribe|opt out|be unsubscribed|be removed|be taken off)(?: (?:off|from|of))?"
    rf"(?: (?:your|this|the|all))?(?: {_LIST})?"
)
_LEAVING = rf"(?:{_REMOVE}|unsubscribe {_ME}|stop {_REACHING} {_ME})"

_UNSUBSCRIBE = (
    rf"unsubscribe(?: {_ME})?(?: from (?:your|this|the|all|these|any) {_LIST})?",
    r"(?:opt|opting) (?:me )?out|stop|remove|stop it|please stop(?: this)?",
    rf"{_REMOVE}",
    rf"(?:do not|never|do not ever|do not you dare) {_REACH}(?: (?:or|and|nor) {_REACH})? {_ME}{_EVER}",
    rf"(?:do not|never) {_REACH}(?: to)?(?: {_ME})? (?:again|anymore|ever again)",
    rf"(?:do not|never) send (?:me|us) (?:any |anymore |more |your |these |any such )*{_POST}{_EVER}",
    rf"(?:stop|quit|cease) {_REACHING}(?: (?:or|and) {_REACHING})?(?: {_ME})?{_EVER}",
    rf"(?:stop|quit|cease) sending (?:me |us )?(?:your |these |any |such )?{_POST}{_EVER}",
    rf"no more (?:of (?:this|these|your) ?)?{_POST}?(?: from you)?",
    r"leave (?:me|us) (?:alone|in peace)|lose my (?:number|email|address)",
    rf"{_I} (?:want|wish|would like|need)(?: to)? {_OFF}",
    rf"{_I} (?:do not|no longer) (?:want|wish|would like) (?:to )?be {_REACHED}{_EVER}",
    rf"{_I} (?:do not|no longer) (?:want|wish) to (?:receive|get) {_WANT_NO}{_EVER}",
    rf"{_I} (?:do not|no longer) want (?:any )?(?:more|anymore|further|your|these) {_POST}(?: from you)?{_EVER}",
    rf"{_I} (?:do not|never) want to hear (?:anything )?from you{_EVER}",
)
_ASKED = (
    rf"(?:how (?:do|can|could) {_I} (?:unsubscribe|opt out)(?: from (?:your|this|these|the) {_LIST})?)",
    rf"(?:can|could|will|would) you (?:please |kindly |just )?{_LEAVING}",
    rf"(?:would|do) you mind (?:not {_REACHING} {_ME}|taking {_ME} off (?:your|the|this) {_LIST})(?: again)?",
)
_WOULD_BE = r"(?:i would (?:appreciate it|be grateful|be glad) |it would be (?:great|nice|good) )"
_POLITELY = (
    rf"{_WOULD_BE}?if you (?:could|would) (?:please )?{_LEAVING}",
    rf"{_I} (?:have )?(?:already )?(?:asked|told) you to {_LEAVING}",
    rf"{_I} (?:have )?(?:already )?(?:asked|told) you not to {_REACH} {_ME}{_EVER}",
)

_WE = r"(?:i am|we are)"
_OFFER = (
    r"(?:this|that|it|any of (?:this|it|these)|what you (?:offer|sell|do|are offering|are selling)"
    r"|(?:your|the|this|such) (?:product|service|offer|offering|proposal|company|solution|software|platform|pitch)s?"
    r"(?: or services?)?)"
)
_IN_OFFER = rf"(?: in {_OFFER})?"
_NOT = r"not (?:(?:at all|really|in the least|even|remotely|in any way|the least bit) )?"

_AT_ALL = r"(?: (?:at all|whatsoever|anymore|any longer|in the least))?"
_FOR_US = r"for (?:me|us)"

_NOT_INTERESTED = (
    rf"(?:(?:{_WE}|definitely|absolutely) ){{0,2}}{_NOT}interested{_AT_ALL}{_IN_OFFER}",
    rf"{_WE} (?:totally |completely |utterly )?uninterested{_IN_OFFER}",
    rf"(?:{_I} have )?(?:no|zero|absolutely no) interest{_AT_ALL}{_IN_OFFER}{_AT_ALL}",
    r"no thanks?|no thank you|no thanks? (?:you )?very much",
    rf"(?:(?:it|this|that) is )?(?:really |definitely )?not (?:{_FOR_US}|a (?:good )?(?:fit|match)(?: {_FOR_US})?)",
    rf"{_I} will (?:have to )?pass(?: on (?:this|it|that))?|hard pass",
    rf"{_I} (?:really )?do not (?:need|want) {_OFFER}",
    rf"{_I} (?:must|have to|will) decline|{_I} (?:respectfully|politely|must respectfully) decline",
)

_ABOUT = rf"(?: (?:about|on) (?:{_OFFER}|(?:the|your) (?:details|price|prices|pricing)))?"
_MORE = rf"more(?: (?:information|info|details))?{_ABOUT}"
_LEARNING = rf"(?:learning|hearing|knowing|finding out|seeing) {_MORE}"
_SURELY = r"(?:very |really |definitely |certainly |quite |still |indeed |absolutely )?"
_MEETING = r"(?:demo|call|chat|meeting|trial|quote)"
_LOVE = rf"{_I} would (?:love|like|be happy|be glad) to"

_INTERESTED = (
    rf"(?:{_WE}|{_I} would be) {_SURELY}interested(?: in (?:{_OFFER}|{_LEARNING}|a {_MEETING}))?",
    rf"{_LOVE} (?:hear|learn|know|see|find out) {_MORE}",
    rf"{_LOVE} (?:talk|chat|meet|discuss (?:this|it)|have a {_MEETING})",
    rf"(?:tell|send) (?:me|us) {_MORE}",
    rf"yes please|count me in|let's (?:talk|chat|meet|do it|do this|(?:have|schedule) a {_MEETING})",
)


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD_IN}(?:{'|'.join(phrases)}){_THANKS}")


_STATED = (
    (ReplyIntent.UNSUBSCRIBE, _any_of(_UNSUBSCRIBE + _ASKED + _POLITELY)),
    (ReplyIntent.NOT_INTERESTED, _any_of(_NOT_INTERESTED)),
    (ReplyIntent.INTERESTED, _any_of(_INTERESTED)),
)
_REQUEST = _any_of(_ASKED)

LONGEST = 160
"""Characters of a clause that can be plain."""


def meaning(clause: str, *, asks: bool) -> ReplyIntent | None:
    """What a clause plainly means; None for most. Of questions, only requests to be left in peace are plain."""
    if len(clause) > LONGEST:
        return None
    if asks:
        return ReplyIntent.UNSUBSCRIBE if _REQUEST.fullmatch(clause) else None
    return next((intent for intent, phrases in _STATED if phrases.fullmatch(clause)), None)
