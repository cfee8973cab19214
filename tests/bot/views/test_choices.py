"""Whether labels fit on buttons, counted as people count characters."""

import pytest

from bot.views.choices import LONGEST_LABEL, are_short, width

URDU = "سڑکیں، پارک اور عوامی جگہیں"


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("", 0),
        ("Yes", 3),
        ("Zdrowie", 7),
        ("e\u0301cole", 5),  # an accent of its own takes no room
        ("میرا", 4),
        ("مَیں", 3),  # a vowel mark takes none either
        (URDU, len(URDU)),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧", 2),
        ("図書館", 6),
        ("zero\u200bwidth", 9),
    ],
)
def test_the_room_of_a_label_is_what_people_see(text: str, room: int) -> None:
    assert width(text) == room


@pytest.mark.parametrize(
    ("label", "fits"),
    [
        ("x" * (LONGEST_LABEL - 1), True),
        ("x" * LONGEST_LABEL, True),
        ("x" * (LONGEST_LABEL + 1), False),
        ("e\u0301" * LONGEST_LABEL, True),
        ("👍" * (LONGEST_LABEL // 2), True),
        ("👍" * (LONGEST_LABEL // 2) + "x", False),
    ],
)
def test_forty_characters_fit_and_one_more_does_not(label: str, fits: bool) -> None:
    assert LONGEST_LABEL == 40
    assert are_short(["Yes", label]) is fits
    assert are_short([label, "No"]) is fits
