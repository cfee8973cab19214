"""Words stay within what Telegram and Excel show of them, in every language."""

from __future__ import annotations

import pytest
from words_by_language import LANGUAGES, keys, ways

from content.words import Words

SPOKEN = Words()
LONG_WEBSITE = "https://www.northnorthants.gov.uk/your-council"
LONG_COUNCIL = "Bournemouth, Christchurch and Poole Council"  # few in England are longer
LONGEST_LABEL = 64
LONGEST_TOAST = 200  # Telegram's answerCallbackQuery
LONGEST_COMMAND = 60
LONGEST_NAME, LONGEST_SHORT, LONGEST_ABOUT = 64, 120, 512  # Telegram's page of a bot
LONGEST_SHEET_NAME = 31  # Excel's


def labels(language: str, key: str, plain: str) -> list[str]:
    return [SPOKEN.plain(key, language, **values) for values in ways(key, language, plain)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_is_bare_words_on_one_short_line(language: str) -> None:
    for key in keys(language, "button-"):
        for label in labels(language, key, "Walking home after dark"):
            assert not set("<>\n") & set(label), label
            assert len(label) < LONGEST_LABEL, label


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_fits_into_the_answer_to_a_tap(language: str) -> None:
    for key in keys(language, "refusal-"):
        for label in labels(language, key, "Walking home after dark"):
            assert len(label) <= LONGEST_TOAST, label


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_is_described_in_one_short_line(language: str) -> None:
    for key in keys(language, "command-"):
        [label] = labels(language, key, "")
        assert 1 <= len(label) <= LONGEST_COMMAND, label


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bots_own_page_has_room_for_a_long_council(language: str) -> None:
    name, short, about = (
        SPOKEN.plain(key, language, council=LONG_COUNCIL)
        for key in ("bot-name", "bot-short", "bot-about")
    )
    website = SPOKEN.plain("bot-about-website", language, website=LONG_WEBSITE)
    assert len(name) <= LONGEST_NAME
    assert len(short) <= LONGEST_SHORT
    assert len(f"{about}\n{website}") <= LONGEST_ABOUT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_the_workbook_has_a_name_excel_takes(language: str) -> None:
    names = [SPOKEN.plain(key, language) for key in keys(language, "workbook-sheet-")]
    assert len({name.casefold() for name in names}) == len(names) > 0
    for name in names:
        assert 0 < len(name) <= LONGEST_SHEET_NAME
        assert not set("[]:*?/\\'") & set(name)
