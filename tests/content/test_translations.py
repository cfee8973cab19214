"""Polish and Urdu say what the English says, in their own letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from council_copy import COUNCILS

from content.library import Library, council_directory
from content.schema.authored import Localised

ARABIC_NOT_URDU = "يىك٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
URDU_LETTER = r"[\u0620-\u06d3]"
KEPT_IN_LATIN = (
    "Telegram",
    "Information Commissioner",
    "Opportunity Bucks",
    "Community Boards",
    "North Northamptonshire Council",
    "01296 382343",
    "democracy@buckinghamshire.gov.uk",
    "/stop",
    "/forget",
    "CCTV",
    "High Wycombe",
    "Aylesbury",
    "Chesham",
)


def seen_by_residents(library: Library) -> Iterator[Localised]:
    """Every text a resident may see, but for what was promised and is quoted in English."""
    yield library.council.privacy.body
    for consultation in library.consultations.values():
        yield from consultation.texts
    for plan in library.plans:
        yield from (text for text in (plan.title, plan.summary, plan.left_out) if text)
        for theme in plan.themes:
            yield from (text for text in (theme.name, theme.short_name, theme.summary) if text)
        for report in plan.reporting:
            yield from (text for text in (report.body, report.report, report.note) if text)


def as_typed(text: str) -> str:
    """Without what only keeps a number and a command in their order in Urdu."""
    return text.replace("\u00a0", " ").replace("\u200e", "")


def test_residents_see_everything_in_every_language_of_the_council(library: Library) -> None:
    assert library.council.languages == ("en", "pl", "ur")
    for text in seen_by_residents(library):
        assert set(text.root) == {"en", "pl", "ur"}, text.say("en")


def test_promises_stay_in_the_english_they_were_made_in(library: Library) -> None:
    for plan in library.plans:
        for commitment in plan.commitments:
            for text in (commitment.text, *commitment.measures):
                assert set(text.root) == {"en"}


def test_no_translation_is_a_copy_of_the_english(library: Library) -> None:
    for text in seen_by_residents(library):
        assert len(set(text.root.values())) == 3, text.say("en")


def test_urdu_is_written_in_urdu_letters_and_western_digits(library: Library) -> None:
    for text in seen_by_residents(library):
        assert not set(ARABIC_NOT_URDU) & set(text.say("ur")), text.say("ur")
        assert re.search(URDU_LETTER, text.say("ur"))


def test_urdu_has_urdu_stops(library: Library) -> None:
    for text in seen_by_residents(library):
        assert not re.search(URDU_LETTER + r"[.,;?]", text.say("ur")), text.say("ur")


def test_urdu_begins_with_an_urdu_letter_so_that_it_runs_from_the_right(library: Library) -> None:
    for text in seen_by_residents(library):
        first = next(letter for letter in text.say("ur") if letter.isalpha())
        assert re.match(URDU_LETTER, first), text.say("ur")


def test_a_command_in_urdu_keeps_its_slash_on_the_left(library: Library) -> None:
    for text in seen_by_residents(library):
        assert not re.search(r"(?<!\u200e)/[a-z]", text.say("ur"))


@pytest.mark.parametrize("language", ["pl", "ur"])
def test_numbers_are_those_of_the_english(library: Library, language: str) -> None:
    for text in seen_by_residents(library):
        english, other = (re.findall(r"\d+", text.say(code)) for code in ("en", language))
        assert sorted(other) == sorted(english), text.say(language)


@pytest.mark.parametrize("language", ["pl", "ur"])
def test_names_numbers_and_commands_stay_as_they_are(library: Library, language: str) -> None:
    for text in seen_by_residents(library):
        for name in KEPT_IN_LATIN:
            if name in text.say("en"):
                assert name in as_typed(text.say(language)), text.say(language)


def test_no_text_holds_markup_or_a_gap_to_fill(library: Library) -> None:
    for text in seen_by_residents(library):
        for said in text.root.values():
            assert not set("<>{}$*_`") & set(said), said


def translated_files() -> list[Path]:
    files = [path for slug in COUNCILS for path in council_directory(slug).rglob("*.yaml")]
    return [path for path in files if re.search(r"^ +ur: ", path.read_text("utf-8"), re.M)]


def test_there_are_files_with_translations() -> None:
    assert len(translated_files()) == 2 + 4 + 6  # councils, plans, consultations


@pytest.mark.parametrize("path", translated_files(), ids=lambda path: f"{path.stem}")
def test_a_translated_file_says_that_it_is_a_draft(path: Path) -> None:
    text = path.read_text("utf-8")
    head = text[: text.index("slug:")]
    assert "await" in head
    assert "a native speaker" in head
