"""A postcode is taken out however it is spaced. (Add to test_redaction.py.)"""

from __future__ import annotations

import pytest

from content.library import council_directory, load
from content.postcodes import compact
from engagement.people.postcodes_in_text import without_postcodes

BUCKINGHAMSHIRE = load(council_directory("buckinghamshire"))


@pytest.mark.parametrize(
    "text",
    [
        "HP 12 3HP",
        "HP12 3 HP",
        "HP1 23HP",
        "H P 1 2 3 H P",
        "HP12.3HP",
        "HP12,3HP",
        "HP12/3HP",
        "HP12_3HP",
        "HP12–3HP",
        "HP12\u200b3HP",
        "HP12    3HP",
        "ＨＰ１２ ３ＨＰ",
        "homeHP123HP",
        "HP123HPplease",
        "_HP12 3HP_",
    ],
)
def test_an_oddly_spaced_postcode_is_not_stored(text: str) -> None:
    assert "HP123HP" not in compact(without_postcodes(text, BUCKINGHAMSHIRE.ward_of))


@pytest.mark.parametrize("text", ["HP۱۲ ۳HP", "HP١٢ ٣HP", "میں HP۱۲ ۳HP میں رہتی ہوں"])
def test_a_postcode_in_urdu_digits_is_not_stored(text: str) -> None:
    kept = without_postcodes(text, BUCKINGHAMSHIRE.ward_of)
    assert BUCKINGHAMSHIRE.ward_of("HP123HP") in kept
    assert "۳" not in kept
    assert "HP" not in kept


def test_other_digits_of_an_urdu_text_stay_as_they_were() -> None:
    said = "۳ بینچ اور ۱۲ لیمپ"
    assert without_postcodes(said, BUCKINGHAMSHIRE.ward_of) == said
