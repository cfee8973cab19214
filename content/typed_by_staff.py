"""Words that staff type while they write a message, besides labels, in all our languages."""

from __future__ import annotations

import re
from enum import Enum, auto

from content.typed_words import keyed, plainest, without_polite
from content.yes_and_no import is_sign, yes_or_no


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
_BOTH = _set(
    "both", "both wards", "both of them", "the both", "oba", "oba okręgi", "obydwa", "do obu",
    "دونوں", "دونوں وارڈ", "دونوں کو",
)  # fmt: skip
_ONLY = re.compile(
    r"(?:only|just|tylko|wyłącznie|صرف)\s+(?:for\s+|to\s+|do\s+|dla\s+)?(.+)"
    r"|(.+?)\s+(?:only|tylko|صرف)\W*",
    re.IGNORECASE | re.DOTALL,
)
_MORE = _set("more", "next page", "więcej", "następna strona", "مزید", "اگلا صفحہ")
_SEND = _set(
    "send", "send it", "send this", "send it now", "send now", "send that", "send to everybody",
    "wyślij", "wyślij to", "wysyłaj",
    "بھیجیں", "بھیج دیں", "بھیجو", "بھیج دو", "یہ بھیجیں", "ارسال کریں",
)  # fmt: skip
_GOOD = _set(
    "good", "looks good", "it looks good", "that looks good", "great", "perfect", "lovely",
    "all good", "that is fine", "thats fine", "looks fine", "super", "świetnie",
    "wygląda dobrze", "może być", "اچھا", "اچھا ہے", "بہت اچھا",
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


_DAYS = _set("day", "days", "dzień", "dni", "dnia", "دن", "دنوں")
_WEEKS = _set(
    "week", "weeks", "tydzień", "tygodnie", "tygodni", "tygodnia", "ہفتہ", "ہفتے", "ہفتوں"
)
_ONE = _set("a", "one", "jeden", "ایک")


def days_and_number(text: str) -> tuple[int, str] | None:
    """How many days the last word of a text stands for, 1 or 7, and what is before it: (7, "two")
    for "two weeks", (7, "1") for "a week". None for any other words."""
    *before, unit = text.strip(" .").split() or [""]
    each = 1 if keyed(unit) in _DAYS else 7 if keyed(unit) in _WEEKS else None
    if each is None:
        return None
    number = " ".join(before)
    return each, "1" if not number or keyed(number) in _ONE else number


def every_ward_in(text: str) -> Every | None:
    """Which wards "all" or "the plan" means; None for any other words."""
    said = plainest(text)
    return Every.OWN if said in _ALL else Every.PLAN if said in _PLAN else None


def asks_for_both(text: str) -> bool:
    """Whether a message only says both: all, where there are two."""
    return plainest(text) in _BOTH


def only_in(text: str) -> str:
    """What somebody wants and nothing else, as in "only Abbey"; empty for other words."""
    found = _ONLY.fullmatch(text.strip())
    return next((part for part in found.groups() if part), "") if found else ""


def asks_for_more(text: str) -> bool:
    """Whether a message only asks for the next page."""
    return plainest(text) in _MORE


def asks_to_send(text: str) -> bool:
    """Whether a message only says to send what is shown, that it is good, or both."""
    if plainest(text) in _SEND or _is_pleased(text):
        return True
    words = without_polite(text).split()
    parts = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    return any(
        (plainest(a) in _SEND and _is_pleased(b)) or (plainest(b) in _SEND and _is_pleased(a))
        for a, b in parts
    )


def _is_pleased(text: str) -> bool:
    return yes_or_no(text) is True or is_sign(text) or plainest(text) in _GOOD


def is_something_else(text: str) -> bool:
    """Whether a message names the subject "something else"."""
    return plainest(text) in _ELSE


def is_urgent(text: str) -> bool:
    """Whether a message names the subject "something urgent"."""
    return plainest(text) in _URGENT
