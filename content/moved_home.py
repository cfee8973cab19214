"""How people say that they have moved house, or haven't, below the question whether they have."""

from __future__ import annotations

import re

from content.typed_words import apart, as_spoken
from content.yes_and_no import yes_or_no

_HAS = (
    *(f"{i}{have}moved{rest}"
      for i in ("", "we ") for have in ("", "have ", "just ", "have just ", "recently ")
      for rest in ("", " house", " home", " out", " there", " here", " away")),
    *(f"{i} live there{now}" for i in ("i", "we") for now in ("", " now")),
    "i did", "i have", "we have", "we did", "it has", "it did", "it is", "it has changed",
    "it changed", *(f"{what}{have}changed" for what in ("home ", "address ")
                    for have in ("", "has ")),
    "changed address", "changed my address", "have changed address", "new home", "new house",
    "new address", "i have a new home", "i have a new address", "i got a new address",
    "that is my home now", "this is my home now", "correct", "that is right", "right", "true",
    "przeprowadziłem się", "przeprowadziłam się", "przeprowadziliśmy się", "przeprowadzka",
    "zmieniłem adres", "zmieniłam adres", "zmieniłem dom", "zmieniłam dom", "zmienił się",
    "zmieniło się", "mam nowy adres", "mam nowy dom", "nowy adres", "nowy dom", "mieszkam tam",
    "mieszkam tam teraz", "teraz tam mieszkam", "teraz tu mieszkam", "zgadza się",
    "میں منتقل ہو گیا", "میں منتقل ہو گئی", "میں منتقل ہو گیا ہوں", "میں منتقل ہو گئی ہوں",
    "ہم منتقل ہو گئے", "ہم منتقل ہو گئے ہیں", "گھر بدل گیا", "گھر بدل گیا ہے",
    "میرا گھر بدل گیا", "میرا گھر بدل گیا ہے", "میں نے گھر بدل لیا", "میں نے گھر بدلا ہے",
    "ہم نے گھر بدل لیا", "نیا گھر", "نیا پتہ", "بدل گیا", "بدل گیا ہے", "ghar badal gaya",
    "ghar badal gaya hai", "mera ghar badal gaya", "naya ghar", "shift ho gaya", "shift ho gaye",
)  # fmt: skip
_HAS_NOT = (
    *(f"{i}{have}{no} moved{rest}"
      for i in ("", "we ") for have in ("", "have ") for no in ("not", "never")
      for rest in ("", " house", " home")),
    *(f"{i}did not{move}" for i in ("", "we ") for move in ("", " move")),
    "i have not", "we have not", "it has not", "it did not", "it has not changed",
    "home has not changed", "same home", "same house", "same address", "same place", "the same",
    "home is the same", "still the same", "no change", "nothing has changed", "not changed",
    "nie przeprowadziłem się", "nie przeprowadziłam się", "nie przeprowadziliśmy się",
    "nie zmieniłem adresu", "nie zmieniłam adresu", "nie zmienił się", "nie zmieniło się",
    "bez zmian", "ten sam dom", "ten sam adres",
    "میں منتقل نہیں ہوا", "میں منتقل نہیں ہوئی", "ہم منتقل نہیں ہوئے", "گھر نہیں بدلا",
    "میرا گھر نہیں بدلا", "وہی گھر", "وہی پتہ", "نہیں بدلا", "ghar nahi badla", "wohi ghar",
)  # fmt: skip
_SAYS = {as_spoken(words): True for words in _HAS}
_SAYS |= {as_spoken(words): False for words in _HAS_NOT}


_OF_HOME = re.compile(
    r"\b(?:mov(?:e|ed|ing)|live|living|(?:post\s?code|address)\s+(?:is|now|:)|(?:new|my)\s+(?:post\s?code|"
    r"address|home|house)|przeprowadz\w*|przenios\w*|mieszka\w*|adres|kod\s+pocztowy|shift|rehta|"
    r"rehti|rehte)\b|منتقل|پتہ|پوسٹ\s?کوڈ|رہتا|رہتی|رہتے|نیا گھر",
    re.IGNORECASE,
)


def speaks_of_home(text: str) -> bool:
    """Whether words with a postcode in them say where somebody lives, or that they have moved."""
    return _OF_HOME.search(text) is not None


_LEADS_TO_A_PLACE = re.compile(
    r"\W*(?:(?:i|we)(?:\W?ve)?\s+)?(?:(?:have|just|recently|now)\s+)*"
    r"(?:moved\s+(?:house\s+)?to|live\s+in|(?:am|are)\s+in|my\s+(?:new\s+)?ward\s+is)\s+",
    re.IGNORECASE,
)


def place_moved_to(text: str) -> str:
    """The place in "I moved to Chesham now"; any other text as it is."""
    return re.sub(r"\s+now\W*$", "", _LEADS_TO_A_PLACE.sub("", text, count=1))


def says_has_moved(text: str) -> bool | None:
    """Whether a message below the question whether somebody's home has changed says that it has,
    in any of our languages: also "yes, I moved". None where it says neither, or both."""
    said = _SAYS.get(as_spoken(text))
    if said is not None:
        return said
    first, _, rest = text.strip().partition(" ")
    begins = yes_or_no(apart(first))
    return begins if begins is not None and begins is _SAYS.get(as_spoken(rest)) else None
