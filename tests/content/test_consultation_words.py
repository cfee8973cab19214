"""The consultations, the plans and the privacy notice can be read on a phone, by anybody."""

from __future__ import annotations

import re

import pytest

from content.library import Library
from content.schema.consultation import Option, Question, QuestionKind
from content.schema.plan import Plan

MOST_WORDS = 25
LONGEST_LABEL = 60
LONGEST_MESSAGE = 4096
ONE_SCREEN = 500
BALANCED = {
    ("strongly_agree", "agree", "neither", "disagree", "strongly_disagree"),
    (
        "very_satisfied",
        "fairly_satisfied",
        "neither",
        "fairly_dissatisfied",
        "very_dissatisfied",
    ),
    ("very_safe", "fairly_safe", "fairly_unsafe", "very_unsafe", "not_out_after_dark"),
}

in_every_language = pytest.mark.parametrize("language", ["en", "pl", "ur"])


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", text)


def questions(library: Library) -> list[Question]:
    return [each for found in library.consultations.values() for each in found.questions]


def options(library: Library) -> list[Option]:
    return [option for question in questions(library) for option in question.options]


def words_of(plan: Plan) -> list[str]:
    """What of a plan is in our own words: its summary, and those of its themes."""
    own = [plan.summary, plan.left_out, *(theme.summary for theme in plan.themes)]
    return [text.say("en") for text in own if text is not None]


def test_no_sentence_has_more_than_25_words(library: Library) -> None:
    texts = [library.council.privacy.body.say("en")]
    for consultation in library.consultations.values():
        texts += [text.say("en") for text in consultation.texts]
    for plan in library.plans:
        texts += words_of(plan)
    for text in texts:
        for sentence in sentences(text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


@in_every_language
def test_an_option_fits_on_a_button(library: Library, language: str) -> None:
    for option in options(library):
        assert len(option.label.say(language)) <= LONGEST_LABEL


@in_every_language
def test_options_of_a_question_are_told_apart(library: Library, language: str) -> None:
    for question in questions(library):
        labels = [option.label.say(language) for option in question.options]
        assert len(set(labels)) == len(labels)


@in_every_language
def test_a_question_with_its_options_fits_one_screen_of_a_phone(
    library: Library, language: str
) -> None:
    for question in questions(library):
        labels = "\n".join(option.label.say(language) for option in question.options)
        assert len(question.text.say(language)) + len(labels) <= ONE_SCREEN


def test_every_list_has_a_way_out(library: Library) -> None:
    for question in questions(library):
        if question.options:
            keys = {option.key for option in question.options}
            assert keys & {"none_of_these", "dont_know"}


def test_a_list_without_none_of_these_is_a_balanced_scale(library: Library) -> None:
    for question in questions(library):
        keys = tuple(option.key for option in question.options)
        if keys and "none_of_these" not in keys:
            assert keys[:-1] in BALANCED
            assert keys[-1] == "dont_know"


def test_what_is_asked_about_a_scale_names_both_its_ends(north_northamptonshire: Library) -> None:
    asked = [question.text.say("en") for question in questions(north_northamptonshire)]
    for one, other in (("agree", "disagree"), ("satisfied", "dissatisfied"), ("safe", "unsafe")):
        for text in asked:
            if re.search(rf"How (?:far|{one}).*\b{one}\b", text):
                assert f"{one} or " in text
                assert other in text


def test_own_words_are_asked_for_at_the_end(library: Library) -> None:
    for consultation in library.consultations.values():
        last = consultation.questions[-1]
        assert last.kind is QuestionKind.TEXT
        assert "don't agree" in last.text.say("en")
        assert "leave out people's names" in last.text.say("en")


def test_every_consultation_in_buckinghamshire_offers_another_way(
    buckinghamshire: Library,
) -> None:
    for consultation in buckinghamshire.consultations.values():
        assert consultation.other_ways is not None
        assert (buckinghamshire.council.contact.phone or "") in consultation.other_ways.say("en")


def test_another_way_is_offered_once_a_plan_names_one(north_northamptonshire: Library) -> None:
    first, *later = north_northamptonshire.consultations.values()
    assert first.other_ways is not None
    assert first.other_ways.say("en").startswith("Made up for this story:")
    for consultation in later:
        assert consultation.other_ways is not None
        assert "libraries and community hubs" in consultation.other_ways.say("en")


def test_people_hear_within_twelve_weeks(library: Library) -> None:
    for consultation in library.consultations.values():
        assert (consultation.hear_by - consultation.closes_at.date()).days <= 12 * 7


@in_every_language
def test_the_privacy_notice_fits_one_message(library: Library, language: str) -> None:
    body = library.council.privacy.body.say(language)
    assert len(body) < LONGEST_MESSAGE
    assert len(body.split("\n\n")) == 5


def test_the_privacy_notice_says_what_the_law_asks(library: Library) -> None:
    body = library.council.privacy.body.say("en")
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


def test_the_privacy_notice_names_who_controls_the_data(library: Library) -> None:
    assert library.council.privacy.controller == library.council.name
