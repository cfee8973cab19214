"""The consultations and the privacy notice can be read on a phone, by anybody."""

from __future__ import annotations

import re

from content.library import Library
from content.schema import Consultation, QuestionKind

MOST_WORDS = 25
LONGEST_LABEL = 60
LONGEST_MESSAGE = 4096


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", text)


def words_of(consultation: Consultation) -> list[str]:
    texts = [
        consultation.title,
        consultation.purpose,
        consultation.can_change,
        consultation.decided_by,
        *([consultation.other_ways] if consultation.other_ways else []),
        *(question.text for question in consultation.questions),
        *(option.label for question in consultation.questions for option in question.options),
    ]
    return [text.say("en") for text in texts]


def test_no_sentence_has_more_than_25_words(buckinghamshire: Library) -> None:
    texts = [buckinghamshire.council.privacy.body.say("en")]
    for consultation in buckinghamshire.consultations.values():
        texts += words_of(consultation)
    for text in texts:
        for sentence in sentences(text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_an_option_fits_on_a_button(buckinghamshire: Library) -> None:
    for consultation in buckinghamshire.consultations.values():
        for question in consultation.questions:
            for option in question.options:
                assert len(option.label.say("en")) <= LONGEST_LABEL


def test_a_question_with_its_options_fits_one_screen_of_a_phone(buckinghamshire: Library) -> None:
    for consultation in buckinghamshire.consultations.values():
        for question in consultation.questions:
            labels = "\n".join(option.label.say("en") for option in question.options)
            assert len(question.text.say("en")) + len(labels) <= 500


def test_every_list_offers_none_of_these_and_own_words_are_asked_for(
    buckinghamshire: Library,
) -> None:
    for consultation in buckinghamshire.consultations.values():
        for question in consultation.questions:
            if question.options:
                assert "none_of_these" in {option.key for option in question.options}
        last = consultation.questions[-1]
        assert last.kind is QuestionKind.TEXT
        assert "don't agree" in last.text.say("en")


def test_every_consultation_offers_another_way(buckinghamshire: Library) -> None:
    for consultation in buckinghamshire.consultations.values():
        assert consultation.other_ways is not None
        assert (buckinghamshire.council.contact.phone or "") in consultation.other_ways.say("en")


def test_people_hear_within_twelve_weeks(buckinghamshire: Library) -> None:
    for consultation in buckinghamshire.consultations.values():
        assert (consultation.hear_by - consultation.closes_at.date()).days <= 12 * 7


def test_the_privacy_notice_says_what_the_law_asks(buckinghamshire: Library) -> None:
    body = buckinghamshire.council.privacy.body.say("en")
    assert len(body) < LONGEST_MESSAGE
    for said in (
        "public task",
        "12 months after we last heard from you",
        "until the decision is made, and 12 months more",
        "/stop",
        "/forget",
        "Information Commissioner",
        "not end-to-end encrypted",
        "Telegram runs this app and decides what it does with your data",
    ):
        assert said in body
