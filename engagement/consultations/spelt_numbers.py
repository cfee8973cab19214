"""Numbers written out in words, up to thousands, and the units that people write after a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from content.typed_words import apart, keyed

_UNITS = {
    1: "one a an jeden jedna jedno ایک", 2: "two dwa dwie دو", 3: "three trzy تین",
    4: "four cztery چار", 5: "five pięć پانچ", 6: "six sześć چھ چھے",
    7: "seven siedem سات", 8: "eight osiem آٹھ", 9: "nine dziewięć نو",
    10: "ten dziesięć دس", 11: "eleven jedenaście گیارہ", 12: "twelve dwanaście بارہ",
    13: "thirteen trzynaście تیرہ", 14: "fourteen czternaście چودہ",
    15: "fifteen piętnaście پندرہ", 16: "sixteen szesnaście سولہ",
    17: "seventeen siedemnaście سترہ", 18: "eighteen osiemnaście اٹھارہ",
    19: "nineteen dziewiętnaście انیس", 20: "twenty dwadzieścia بیس", 21: "اکیس",
    22: "بائیس", 23: "تئیس", 24: "چوبیس", 25: "پچیس", 26: "چھبیس", 27: "ستائیس", 28: "اٹھائیس",
    29: "انتیس", 30: "thirty trzydzieści تیس", 35: "پینتیس",
    40: "forty fourty czterdzieści چالیس", 45: "پینتالیس", 50: "fifty pięćdziesiąt پچاس",
    60: "sixty sześćdziesiąt ساٹھ", 70: "seventy siedemdziesiąt ستر",
    75: "پچھتر", 80: "eighty osiemdziesiąt اسی", 90: "ninety dziewięćdziesiąt نوے",
    200: "dwieście", 300: "trzysta", 400: "czterysta", 500: "pięćset", 600: "sześćset",
    700: "siedemset", 800: "osiemset", 900: "dziewięćset", 0: "zero nought none nil صفر",
}  # fmt: skip
_TIMES = {100: "hundred sto سو", 1000: "thousand tysiąc tysiące tysięcy ہزار"}
ARTICLES = frozenset({"a", "an"})
"""They are one only before "hundred" and the like."""
_AND = frozenset({"and", keyed("اور")})
_VALUES = {keyed(word): n for n, words in _UNITS.items() for word in words.split()}
_FACTORS = {keyed(word): n for n, words in _TIMES.items() for word in words.split()}


def spelt_out(text: str) -> int | None:
    """25 for "twenty five" or "25", 1500 for "one thousand five hundred"; None for words of which
    any isn't a number, or that aren't one together ("five six")."""
    total, part, last = 0, 0, None
    words = [word for word in apart(text).split() if word not in _AND]
    for word, after in zip(words, [*words[1:], ""][: len(words)], strict=True):
        if word in ARTICLES and after not in _FACTORS:
            return None
        if word in _FACTORS:
            factor = _FACTORS[word]
            part = (part or 1) * factor
            if factor > 100:
                total, part = total + part, 0
            last = factor
            continue
        value = int(word) if word.isdecimal() and len(word) < 10 else _VALUES.get(word)
        if value is None or (last is not None and not _fits(last, value)):
            return None
        part, last = part + value, value
    return total + part if words else None


def _fits(last: int, value: int) -> bool:
    """Whether ``value`` may follow: units after tens, and anything smaller after hundreds."""
    if last >= 100:
        return 0 < value < last
    return last >= 20 and last % 10 == 0 and 0 < value < 10


_SAME_UNIT: tuple[str, ...] = (
    "day days dzień dni دن din", "evening evenings wieczór wieczory wieczorów شام",
    "night nights noc noce nocy رات راتیں", "week weeks wk wks tydzień tygodnie tygodni ہفتے ہفتہ",
    "month months miesiąc miesiące miesięcy مہینے مہینہ ماہ",
    "year years yr yrs rok lata lat roku سال",
    "hour hours hr hrs h godzina godziny godzin گھنٹے گھنٹہ",
    "minute minutes min mins minuta minuty minut منٹ",
    "time times x raz razy بار دفعہ", "pound pounds quid gbp £ funt funty funtów پاؤنڈ",
    "zł zl złoty złote złotych", "euro euros eur €",
    "person persons people osoba osoby osób لوگ افراد",
    "child children kids dziecko dzieci بچے بچہ", "mile miles mi mila mile mil میل",
    "km kilometre kilometres kilometer kilometers kilometr کلومیٹر",
    "metre metres meter meters m metr metry metrów میٹر", "percent per cent % procent فیصد",
)  # fmt: skip
"""The forms of units that people write for one another, in any of our languages."""
_ABOUT = (
    "about", "around", "roughly", "approximately", "approx", "maybe", "probably", "nearly",
    "almost", "ca", "około", "ok", "mniej więcej", "jakieś", "chyba", "prawie", "تقریباً", "تقریبا",
    "کوئی", "شاید", "i think", "it is", "it s", "i would say", "i d say", "just", "only", "tylko",
    "صرف", "please", "every week", "a week", "per week", "w tygodniu", "tygodniowo", "na tydzień",
    "ہفتے میں",
)  # fmt: skip
"""What people write around a number, and what the question has said already."""
_ROUND = tuple(sorted({apart(word) for word in _ABOUT}, key=len, reverse=True))


_JOINED = re.compile(r"(?<=[0-9])(?=[^0-9\W])")


def without_unit(text: str, units: Iterable[str]) -> str:
    """A text without the unit of the question, in any form that people write for it, and without
    "about": "5" for "about 5 days", "500" for "£500"."""
    forms = {form for unit in units for form in _forms_of(unit)}
    said = f" {apart(_JOINED.sub(' ', without_unit_signs(text, units)))} "
    for words in (*sorted({apart(f) for f in forms} - {""}, key=len, reverse=True), *_ROUND):
        said = said.replace(f" {words} ", " ")
    return said.strip()


def without_unit_signs(text: str, units: Iterable[str]) -> str:
    """A text without the signs that people write for the unit of the question: "£"."""
    for sign in {form for unit in units for form in _forms_of(unit) if not apart(form)}:
        text = text.replace(sign, " ")
    return text


def _forms_of(unit: str) -> frozenset[str]:
    """The forms of this unit, which may be a word of several."""
    plain = {apart(unit), unit.strip()}
    for forms in map(str.split, _SAME_UNIT):
        if plain & {form if not apart(form) else apart(form) for form in forms}:
            return frozenset(forms) | plain
    singular = {one.removesuffix("s") for one in plain if len(one) > 3}
    return frozenset(plain | singular)
