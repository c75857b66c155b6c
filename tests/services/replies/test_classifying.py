"""What replies say: a table of sentences, most of them traps."""

import pytest

from models import ReplyIntent
from services.replies.classifying import classify
from services.replies.own_words import own_words

PLAIN = {
    ReplyIntent.INTERESTED: (
        "I'm interested",
        "Yes, I'm interested!",
        "Im interested.",
        "Hi Jo,\n\nI am very interested in your offer. When can we talk?\n\nBest,\nAna",
        "unsubscribe link does not work, but I'm interested",
        "We\u2019re interested in learning more about this.",
        "I'd love to hear more.",
        "Could be worse. Tell me more!",
        "Yes, please.",
        "Let's schedule a call",
        "Please send me more information about your product.",
        "I would be interested in learning more, thanks",
        "> Are you not interested?\n\nI'm interested.",
        "I'm interested.\n\nSent from my iPhone",
        "We are still interested. No rush.",
    ),
    ReplyIntent.NOT_INTERESTED: (
        "No thank you, not interested",
        "No, thank you.",
        "no thanks",
        "Not interested.",
        "I'm not interested",
        "We are not at all interested in your product, thanks.",
        "Thanks but no thanks!",
        "Sounds interesting, but I'm not interested.",
        "I'm uninterested.",
        "I have no interest in this whatsoever",
        "Thank you for writing, but it's not for us.",
        "We'll pass.",
        "I'm not interested because we already have a vendor.",
        "No thank you.\n\nOn Mon, 2 Mar 2026 at 10:00, Jo <jo@studio.example> wrote:\n> Are you interested?",
        "Hello, we must decline.",
    ),
    ReplyIntent.UNSUBSCRIBE: (
        "Please don't call me again",
        "take me off your list",
        "unsubscribe",
        "UNSUBSCRIBE!!!",
        "Unsubscribe\n\nAna Silva\nDirector",
        "Please remove me from your mailing list.",
        "Not interested, please remove me from your list.",
        "Stop",
        "STOP EMAILING ME",
        "Please stop sending me these emails.",
        "Can you take me off your list?",
        "How do I unsubscribe?",
        "Do not contact us anymore.",
        "I no longer wish to receive these emails",
        "Don\u2019t e-mail me again.",
        "Leave me alone",
        "I want to be removed from your database.",
        "Stop calling me and take me off your list.",
        "I already asked you to remove me from your list",
        "No more emails please",
        "I do not want any more emails from you.",
        "Never contact me again. If you do, I will complain.",
        "On Mon, 2 Mar 2026 at 10:00, Jo <jo@studio.example> wrote:\n> Hello.\n> Interested?\n\nPlease unsubscribe me.",
        "Thanks,\n\nAna\n\nPS: please take me off your list",
    ),
    ReplyIntent.UNCLEAR: (
        "",
        "\n\n",
        "I'm not uninterested",
        "I'm not not interested",
        "It's not that I'm not interested.",
        "I can't say I'm not interested",
        "Interesting, but no",
        "Interesting.",
        "Are you interested in my product?",
        "Why should I be interested?",
        "Am I interested? Who knows.",
        "How much is it?",
        "Who is this?",
        "Yes",
        "No",
        "No idea what this is",
        "No problem, thanks for writing",
        "No thanks needed, happy to help!",
        "Yeah right, I'm interested.",
        "Oh great, another pitch. I'm SO interested.",
        "I'm interested... NOT!",
        "I'm interested in how you got my address",
        "I'm interested in never hearing from you again",
        "I'm interested. Please unsubscribe me.",
        "I'm interested, but not now",
        "I'd be interested if it were free",
        "I was interested until I saw the price",
        "My colleague might be interested",
        "I'm not interested, but my colleague is",
        "Not interested right now, maybe next year.",
        "I'm not interested yet",
        "Not for me, for my wife",
        "No more calls, email is fine",
        "Please stop calling. E-mails are always okay.",
        "I'm not interested in the small plan, tell me about the big one",
        "Please don't call me before noon",
        "Please don't call me again, email me instead",
        "Don't call me. Email me.",
        "Please don't hesitate to contact me",
        "Please don't take me off your list",
        "Please do not unsubscribe me",
        "Don't stop!",
        "Stop by any time",
        "Should I unsubscribe?",
        "Unless you pay me, take me off your list",
        "Send me prices, otherwise take me off your list.",
        "I never unsubscribe from anything good",
        "Your last line says reply STOP to unsubscribe",
        "Please remove me from the copy, but keep Ana posted",
        "Please call me on Tuesday",
        "We don't want to miss this.",
        "Kein Interesse, danke.",
        "> I'm interested.",
        "Hello\n\n-- \nAna\nunsubscribe",
        "-----Original Message-----\nFrom: Jo\nunsubscribe",
        "From: Jo <jo@studio.example>\nSent: Monday\nSubject: Hello\n\nTake me off your list",
        "I told him not to tell you to take me off your list",
        "x\ud800 unsubscribe \0",
        "unsubscribe " * 2_000,
        "don't " * 3_000 + "call me again",
    ),
}


@pytest.mark.parametrize(
    ("text", "intent"),
    [(text, intent) for intent, texts in PLAIN.items() for text in texts],
    ids=lambda value: repr(value)[:60],
)
def test_only_what_is_plain_is_told(text: str, intent: ReplyIntent) -> None:
    told, reason = classify(text)
    assert told is intent, reason
    assert reason


def test_no_thank_you_not_interested_is_not_interested() -> None:
    assert classify("No thank you, not interested")[0] is ReplyIntent.NOT_INTERESTED


def test_i_am_interested_is_interested() -> None:
    assert classify("I'm interested")[0] is ReplyIntent.INTERESTED


def test_please_do_not_call_me_again_is_unsubscribe() -> None:
    assert classify("Please don't call me again")[0] is ReplyIntent.UNSUBSCRIBE


def test_the_reason_names_the_words() -> None:
    assert classify("Hello Jo,\nno thank you, we are not interested.")[1] == 'It says "no thank you".'
    assert classify("I'm interested, but call me later")[1] == (
        'It says "i am interested", which is left open by "but call me later".'
    )
    assert classify("I'm interested. Unsubscribe.")[1] == (
        'These words are at odds: "unsubscribe" and "i am interested".'
    )


def test_a_person_s_own_words_are_kept_wherever_they_stand() -> None:
    text = (
        "Hi Jo,\n\nOn Mon, 2 March 2026 at 10:00, Jo Brandt\n<jo@studio.example> wrote:\n"
        "> first\n\nbetween\n> second\n\nbelow\n\nBest regards,\nAna Silva\nDirector\n\nP.S. more"
    )
    assert own_words(text).split() == ["Hi", "Jo,", "between", "below", "Best", "regards,", "P.S.", "more"]
    assert own_words("yes\n\nJo wrote:").split() == ["yes", "Jo", "wrote:"]
    assert own_words("yes\n\nOn Monday Jo wrote:\nfirst").split() == ["yes"]


@pytest.mark.timeout(5)
def test_a_stranger_s_text_takes_no_long_time() -> None:
    for piece in (
        "on ",
        "stop ",
        "please ",
        "a,",
        "> ",
        "not ",
        "\n",
        " -",
        ". ",
        "i am not interested and ",
        "-" * 50,
    ):
        classify(piece * (200_000 // len(piece)))
