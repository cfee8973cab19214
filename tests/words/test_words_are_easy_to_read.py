"""English can be read at nine, by its Flesch-Kincaid grade; other languages keep it short."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from reading_grade import grade, syllables
from words_by_language import sentences, ways
from words_in_code import each_family, messages

from content.library import Library, council_directory, load
from content.words import Words

SPOKEN = Words()
HARDEST, HARDEST_ON_A_QUESTION = 6.0, 4.0
MOST_WORDS = {"pl": 20, "ur": 28}
"""In one sentence. Urdu writes as words what English and Polish put into endings."""

ON_A_QUESTION = re.compile(
    r"age-question|ward-(ask|poster|list)|location-|question|comment-kept|follow-ask|themes-question"
    r"|wards-changed|learn|listen|language-choose|refusal-(answer|nothing-chosen|too-many)"
)
"""The keys of screens that ask something of a resident."""

HARDER = {
    "progress-waits-election": "for staff: it names an office as the law does",
    "send-held-soon": "for staff: it names an office as the law does",
    "status-held-nobody": "for staff: it names an office as the law does",
    "send-held-nobody": "for staff: it names an office as the law does",
    "send-held": "for staff: it names an office as the law does",
    "refusal-monitoring-officer": "for staff: it names an office as the law does",
    "column-state": "a heading of the workbook, for officers, which explains three of its words",
    "reason-not-telegram": "for staff: it names what answered in Telegram's place",
    "equality-question": "a harmonised question of official statistics, which isn't reworded",
    "equality-answer": "its harmonised answers",
    "results-who-is-counted": "settled words: who is counted, and who may think differently",
    "workbook-chosen-text": "settled words: who is counted, and who may think differently",
}
"""Messages that stay harder, each with the reason."""

HARDER_IN_A_COUNCIL = {
    ("corporate-plan-2021", "can_change"): "it names what was consulted on in 2021",
    ("corporate-plan-2021", "vision"): "it quotes the vision as it was consulted on",
    ("corporate-plan-2021", "values"): "it lists the values as they were consulted on",
    ("corporate-plan-2021", "commitments"): "it lists the commitments as they were consulted on",
    ("corporate-plan-2021", "priorities"): "it names priorities as they were consulted on",
    ("vision-2050", "proud_place"): "it quotes the council's own line",
    ("vision-2050", "prosperous_place"): "it quotes the council's own line",
    ("vision-2050", "proactive_place"): "it quotes the council's own line",
    ("street-scene-and-lighting", "street_satisfaction"): "a question names both ends of its scale",
    ("street-scene-and-lighting", "after_dark"): "a question names both ends of its scale",
    ("preferred-ways", "easy_to_get"): "a question names both ends of its scale",
    ("opportunity-bucks", "summary"): "it keeps close to the words of the report",
    ("corporate-plan", "summary"): "it quotes the vision and lists the values",
    ("corporate-plan", "active-lives"): "it lists what the commitment covers",
    ("corporate-plan", "green-environment"): "it lists what the commitment covers",
    ("corporate-plan", "connected-communities"): "it lists what the commitment covers",
    ("corporate-plan", "modern-services"): "it lists what the commitment covers",
}
"""Texts of the two councils that stay harder, by file and field, each with the reason."""

NAMES = re.compile(
    r"Executive Member for Housing, Communities and Levelling-Up|Levelling[ -]Up Delivery Group"
    r"|Levelling-Up Plan|North Northamptonshire(?: Council)?|Buckinghamshire|Opportunity Bucks"
    r"|Community Boards|Corporate Plan|Programme Board|\S+@\S+[a-z]|01296 382343"
)
"""Names, which nobody can make shorter; each counts as one short word."""


@pytest.mark.parametrize(
    ("word", "number"),
    [("home", 1), ("postcode", 2), ("usually", 4), ("area", 3), ("answered", 2), ("wanted", 2),
     ("changed", 1), ("messages", 3), ("identified", 4), ("places", 2), ("little", 2), ("isn't", 2),
     ("decision", 3), ("immigration", 4), ("citizen", 3), ("people", 2), ("council's", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, number: int) -> None:
    assert syllables(word) == number


def test_a_hard_text_has_a_higher_grade_than_an_easy_one() -> None:
    easy = grade("Tap your ward. You can change it at any time.")
    hard = grade("Notwithstanding the aforementioned provisions, participation remains voluntary.")
    assert easy is not None
    assert hard is not None
    assert easy < 3 < 15 < hard
    assert grade("Done. Thank you.") is None
    assert grade("Look at /consultations and /celebrate for it") is None


def hardest(key: str) -> float | None:
    """The highest grade of a message over all ways through it; a value counts as a short word."""
    said = (SPOKEN.html(key, **values) for values in ways(key, "en", "Ash"))
    return max((found for text in said if (found := grade(text)) is not None), default=None)


@each_family(messages())
def test_a_message_can_be_read_at_nine(keys: list[str]) -> None:
    for key in keys:
        most = HARDEST_ON_A_QUESTION if ON_A_QUESTION.match(key) else HARDEST
        found = hardest(key)
        assert (found is not None and found > most) == (key in HARDER), (key, found, most)


def councils_texts(library: Library) -> Iterator[tuple[tuple[str, str], str, float]]:
    """Each English text that a resident sees: where it is, the text, and the highest grade."""
    for slug, asked in library.consultations.items():
        for field in ("title", "purpose", "can_change", "decided_by", "other_ways"):
            text = getattr(asked, field)
            if text is not None:
                yield (slug, field), text.say("en"), HARDEST
        for question in asked.questions:
            yield (slug, question.key), question.text.say("en"), HARDEST_ON_A_QUESTION
            if question.learn is not None:
                yield (slug, f"{question.key}.learn"), question.learn.text.say("en"), HARDEST
    for plan in library.plans:
        yield (plan.slug, "summary"), plan.summary.say("en"), HARDEST
        for theme in plan.themes:
            if theme.summary is not None:
                yield (plan.slug, theme.slug), theme.summary.say("en"), HARDEST
    yield ("privacy", "body"), library.council.privacy.body.say("en"), HARDEST


@pytest.mark.parametrize("council", ["buckinghamshire", "north-northamptonshire"])
def test_a_council_s_own_texts_can_be_read_at_nine(council: str) -> None:
    library = load(council_directory(council))
    found = [
        (at, grade(NAMES.sub("Ash", text)), most) for at, text, most in councils_texts(library)
    ]
    hard = {at: number for at, number, most in found if number is not None and number > most}
    slugs = {at[0] for at, _, _ in found}
    assert set(hard) == {at for at in HARDER_IN_A_COUNCIL if at[0] in slugs}, hard


@pytest.mark.parametrize("language", MOST_WORDS)
def test_a_sentence_in_another_language_is_short(language: str) -> None:
    for key in messages():
        for values in ways(key, language, "Ash"):
            for sentence in sentences(SPOKEN.html(key, language, **values)):
                assert len(sentence.split()) <= MOST_WORDS[language], (key, sentence)
