"""People's own words that may hold personal data, so that somebody reads them before sharing."""

from __future__ import annotations

import pytest

from engagement.people.personal_data import signs_of_personal_data


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The alley by HP12 3HP is dark", ("postcode",)),
        ("at hp123hp.", ("postcode",)),
        ("Ring me on 01296 382343", ("phone",)),
        ("+44 (0)1296-382343", ("phone",)),
        ("(01296) 382 343", ("phone",)),
        ("amina@example.org", ("email",)),
        ("HP12 ۳HP", ("postcode",)),
        ("HP۱۲ ۳HP", ("postcode",)),
        ("ＨＰ１２ ３ＨＰ", ("postcode",)),
        ("۰۷۷۰۰ ۹۰۰۱۲۳", ("phone",)),
        ("01494/123456", ("phone",)),
        ("fred bloggs (at) example.com", ("email",)),
        ("Amina, HP12 3HP, 07700 900123, a.b@example.co.uk", ("postcode", "phone", "email")),
    ],
)
def test_a_postcode_a_phone_and_an_e_mail_are_seen(text: str, signs: tuple[str, ...]) -> None:
    """F8."""
    assert signs_of_personal_data(["More lamps", text]) == signs


@pytest.mark.parametrize(
    "text",
    [
        "", "More lamps", "in 2022 and 2023", "on 10/11/2022", "01/02/2022 10:30",
        "2022/2023", "(at) the park", "£1,000,000", "the M40",
        "@ the park", "bus 32 at 10.30", "اندھیرا",
    ],
)  # fmt: skip
def test_ordinary_words_and_numbers_are_not_marked(text: str) -> None:
    assert signs_of_personal_data([text]) == ()
