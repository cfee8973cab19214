"""What is told on a card is cut between sentences, never so that a no becomes a yes."""

import pytest

from bot.views.celebration_card import ROOM_FOR_SUCCESS, _short

LAMPS = "Two new lamps come to Castlefield by Christmas, because thirty of you asked."
URDU = "آپ میں سے تیس لوگوں نے کہا، اس لیے کرسمس تک کاسل فیلڈ میں دو نئی لائٹیں لگا دی جائیں گی۔"
NO_CLUB = "A youth club does not: there is no building."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LAMPS, LAMPS),
        (f"{LAMPS} {NO_CLUB}", f"{LAMPS} …"),
        ("a" * 150, "a" * 150),
        (f"{URDU} {URDU}", f"{URDU} …"),
    ],
)
def test_whole_sentences_stand_and_a_sign_says_that_there_is_more(text: str, told: str) -> None:
    assert _short(text, ROOM_FOR_SUCCESS) == told
