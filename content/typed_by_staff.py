"""Words that staff type while they write a message, besides labels, in all our languages."""

from __future__ import annotations

from enum import Enum, auto

from content.typed_words import keyed, plainest
from content.yes_and_no import yes_or_no


class Every(Enum):
    """Which of the author's own wards are meant at once."""

    OWN = auto()
    PLAN = auto()


def _set(*words: str) -> frozenset[str]:
    return frozenset(map(keyed, words))


_ALL = _set(
    "all", "all wards", "every ward", "everybody", "everyone", "all of them",
    "wszystkie", "wszystkie okręgi", "wszyscy", "do wszystkich", "wszystkim",
    "سب", "سب کو", "سب وارڈ", "تمام", "تمام وارڈ", "ہر وارڈ",
)  # fmt: skip
_PLAN = _set(
    "plan", "the plan", "plan wards", "the plan's wards", "z planu", "okręgi z planu",
    "منصوبہ", "منصوبے کے وارڈ",
)  # fmt: skip
_MORE = _set("more", "next page", "więcej", "następna strona", "مزید", "اگلا صفحہ")
_SEND = _set(
    "send", "send it", "send this", "send to everybody", "wyślij", "wyślij to", "wysyłaj",
    "بھیجیں", "بھیج دیں", "بھیجو", "بھیج دو", "یہ بھیجیں", "ارسال کریں",
)  # fmt: skip
_ELSE = _set("something else", "else", "other", "coś innego", "inne", "کچھ اور", "کوئی اور بات")
_URGENT = _set("urgent", "something urgent", "pilne", "coś pilnego", "فوری", "کوئی فوری بات")
_SUBMISSIONS = {
    "organisation": _set(
        "organisation", "organization", "an organisation", "an organization", "organizacja",
        "odpowiedź organizacji", "ادارہ", "ادارے کا جواب",
    ),
    "letter": _set("letter", "a letter", "letters", "post", "list", "خط", "ایک خط"),
    "email": _set("email", "an email", "e-mail", "an e-mail", "mail", "emails", "ای میل"),
    "petition": _set("petition", "a petition", "petycja", "پٹیشن", "عرضداشت"),
    "presentation": _set(
        "meeting", "a meeting", "at a meeting", "in a meeting", "presentation", "spoken", "speech",
        "spotkanie", "na spotkaniu", "zebranie", "اجلاس", "اجلاس میں",
    ),
}  # fmt: skip


def submission_kind_in(text: str) -> str | None:
    """How something came that is entered for others, by the name of its kind; None for any other
    words."""
    said = plainest(text)
    return next((kind for kind, words in _SUBMISSIONS.items() if said in words), None)


def every_ward_in(text: str) -> Every | None:
    """Which wards "all" or "the plan" means; None for any other words."""
    said = plainest(text)
    return Every.OWN if said in _ALL else Every.PLAN if said in _PLAN else None


def asks_for_more(text: str) -> bool:
    """Whether a message only asks for the next page."""
    return plainest(text) in _MORE


def asks_to_send(text: str) -> bool:
    """Whether a message only says to send what is shown, or yes."""
    return plainest(text) in _SEND or yes_or_no(text) is True


def is_something_else(text: str) -> bool:
    """Whether a message names the subject "something else"."""
    return plainest(text) in _ELSE


def is_urgent(text: str) -> bool:
    """Whether a message names the subject "something urgent"."""
    return plainest(text) in _URGENT
