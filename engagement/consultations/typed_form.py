"""How people say which form they take, the short one or all, and how much time they have."""

from __future__ import annotations

from collections.abc import Sequence

from content.typed_words import apart, keyed, plainest
from engagement.consultations.spelt_numbers import spelt_out, without_unit
from engagement.consultations.typed_numbers import numbers_in

_SAID = (
    ("short", "shorter", "shortest", "short one", "shorter one", "short form", "short version",
     "quick", "quick one", "less", "less time", "fewer", "fewer questions",
     "krótka", "krótką", "krótko", "krótsza", "krótszą", "krótka wersja", "krótką wersję",
     "krótkie", "krótki", "szybko", "szybka", "mniej", "mniej pytań",
     "مختصر", "مختصر فارم", "مختصر والا", "چھوٹا", "چھوٹا فارم", "کم", "کم سوال",
     "mukhtasar", "chota", "chhota"),
    ("all", "all of them", "all of it", "all questions", "all the questions", "every question",
     "everything", "long", "longer", "longest", "long one", "longer one", "long form", "full",
     "full one", "full form", "whole", "whole one", "whole thing", "whole form", "more",
     "more time",
     "wszystkie", "wszystkie pytania", "wszystko", "cała", "całą", "całość", "całe", "długa",
     "długą", "długo", "dłuższa", "dłuższą", "pełna", "pełną", "pełna wersja", "pełną wersję",
     "więcej",
     "تمام", "تمام سوال", "تمام سوالات", "سب", "سب سوال", "سارے", "سارے سوال", "مکمل",
     "مکمل فارم", "پورا", "لمبا", "زیادہ",
     "tamam", "sab", "saare", "pura", "poora", "lamba"),
)  # fmt: skip
_FORMS = {
    keyed(lead + words): place
    for place, several in enumerate(_SAID)
    for words in several
    for lead in ("", "the ")
}
_HAVE = (
    "i have got", "i have", "i ve got", "i ve", "i got", "got", "have", "there are", "there is",
    "mam", "mam czas na", "میرے پاس", "ہے", "ہیں", "mere paas", "hai", "hain",
)  # fmt: skip
_UNIT = ("minute",)


def form_typed(text: str, minutes: Sequence[int]) -> int | None:
    """The place of the form that typed words choose, 0 for the short form and 1 for all questions,
    which take so many ``minutes``; None for other words, and for minutes that both forms take.

    Somebody who has more time than a form takes is given the longest that fits.
    """
    for said in (plainest(text), keyed(text)):
        if said in _FORMS:
            return _FORMS[said]
    numbers = numbers_in(text)
    if len(numbers) == 1:
        is_place = not numbers_in(text, in_order=False)
        if not is_place and minutes.count(numbers[0]) == 1:
            return minutes.index(numbers[0])
        if 1 <= numbers[0] <= len(minutes):
            return numbers[0] - 1
    time = _time_in(text)
    if time is None or minutes.count(time) > 1:
        return None
    fit = [place for place, needed in enumerate(minutes) if needed <= time]
    return fit[-1] if fit else None


def _time_in(text: str) -> int | None:
    """The minutes that a message says and nothing else, "I have 3 mins"; None for any other."""
    said = f" {apart(text)} "
    for words in sorted(map(apart, _HAVE), key=len, reverse=True):
        said = said.replace(f" {words} ", " ")
    return spelt_out(without_unit(said, _UNIT))
