"""What Telegram shows of the bot before anybody has written to it."""

import pytest

from bot.views.bot_profile import LONGEST_ABOUT, BotProfile, bot_profile
from content.library import council_directory, load
from content.words import Words

WORDS = Words()
COUNCIL = load(council_directory("buckinghamshire")).council


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_the_page_says_who_it_is_in_every_language(language: str) -> None:
    page = bot_profile(WORDS, COUNCIL, language)
    assert COUNCIL.name in page.name
    assert COUNCIL.name in page.about
    assert page.too_long == ()


def test_the_council_s_page_is_named_where_it_is_known_and_nowhere_else() -> None:
    page = "https://www.example.gov.uk/chat"
    contact = COUNCIL.contact.model_copy(update={"website": page})
    known = COUNCIL.model_copy(update={"contact": contact})
    assert page in bot_profile(WORDS, known, "en").about
    assert "own page" not in bot_profile(WORDS, COUNCIL, "en").about


def test_what_telegram_would_refuse_is_named() -> None:
    page = BotProfile("en", "n" * 65, "a" * (LONGEST_ABOUT + 1), "s" * 120)
    assert page.too_long == ("name", "about")
