"""How people say yes and no, and that words are to be kept or not."""

from __future__ import annotations

import re

from content.typed_words import (
    BACK,
    apart,
    gives_up,
    greets,
    keyed,
    move_in,
    plainest,
    signs_in,
    without_polite,
    written_out,
)

_OK = frozenset(
    keyed(w) for w in (
        "ok", "okay", "k", "kk", "oki", "okey", "alright", "all right", "fine", "dobrze", "dobra",
        "no dobrze", "no dobra", "w porządku", "ٹھیک ہے", "ٹھیک", "theek hai", "thik hai",
    )
)  # fmt: skip
_BESIDE = frozenset({"oh", "well", "then"})
"""Words that add nothing to a yes, a no or OK."""
# "Go on" alone is the label of a button, and goes to the next question.
_YES = frozenset(
    keyed(w) for w in (
        "yes", "y", "yeah", "yep", "yup", "ya", "aye", "sure", "of course", "go ahead", "do it",
        "yes keep it", "yh", "yeh", "yea", "yess", "yesss", "please do", "yes do", "why not",
        "go on then", "go for it", "absolutely", "definitely", "certainly",
        "tak", "no tak", "tak jest", "oczywiście", "jasne", "pewnie", "zgoda", "no jasne",
        "no pewnie", "no oczywiście", "جی", "ہاں", "جی ہاں", "ہاں جی", "بالکل", "جی بالکل",
        "ضرور", "جی ضرور", "ji", "haan", "han", "ji haan", "haan ji", "ji han", "bilkul", "zaroor",
    )
)  # fmt: skip
_NO = frozenset(
    keyed(w) for w in (
        "no", "n", "nope", "nah", "naw", "no ta", "no way", "not really", "noo", "nooo",
        "do not", "do not do it", "of course not", "absolutely not", "definitely not",
        "certainly not", "not at all", "no not at all", "nie", "no nie", "nie trzeba", "nie chcę",
        "jednak nie", "wcale nie", "raczej nie", "oczywiście że nie", "نہیں", "جی نہیں", "نہیں جی",
        "بالکل نہیں", "ہرگز نہیں", "نہ", "نا", "nahi", "nahin", "nahi ji", "ji nahi",
        "bilkul nahi",
    )
)  # fmt: skip
_ECHO = re.compile(
    r"(?P<said>.+) (?:i|we|it|they|he|she|you|that|there) "
    r"(?:do|does|did|am|is|are|was|have|has|had|will|would|can|could|should)(?P<no> not)?"
)
"""A yes or a no that is said out: "yes I do", "no it isn't"."""
LONGEST = 6
"""Words of a yes or a no, at most: "yes yes yes of course"."""
_LONGEST_PHRASE = 4
_ALSO_YEAH = {"pl": "no"}
"""The word that says no in one of our languages and "yeah" in this one."""
_ENGLISH = frozenset({"i", "it", "we", "not", "please", "pls", "plz", "thank", "thanks"})
"""Words next to it that show which is meant."""


_KNOWN = _YES | _NO | _OK | _BESIDE


def yes_or_no(text: str, language: str = "") -> bool | None:
    """True for a message that only says yes, False for no, in any of our languages, once or again:
    "yeah ok", "no no no". None also where it means either to a reader of ``language``."""
    said = _readings(text, language)
    if said is None:
        echo = _ECHO.fullmatch(written_out(text))
        said = _readings(echo["said"]) if echo else None
        return None if said != {echo is not None and echo["no"] is None} else said.pop()
    return None if len(said) > 1 else True if not said else said.pop()


_PLAIN = {
    keyed(word): said
    for said, words in (
        (True, ("yes", "y", "tak", "ہاں", "جی", "جی ہاں", "ہاں جی", "haan", "ji haan", "haan ji")),
        (False, ("no", "n", "nie", "نہیں", "جی نہیں", "نہیں جی", "nahi", "ji nahi", "nahi ji")),
    )
    for word in words
}


def plain_yes_or_no(text: str, language: str) -> bool | None:
    """The same for a message that is the plain word itself: anyone who answers so has read the
    question, which "sure" may not mean."""
    return None if says_either(text, language) else _PLAIN.get(keyed(text))


def says_either(text: str, language: str) -> bool:
    """Whether a message means no in one of our languages and "yeah" in ``language``."""
    words = {*written_out(text).split()}
    return bool(words) and words == {_ALSO_YEAH.get(language)}


def _readings(text: str, language: str = "") -> set[bool] | None:
    """What the parts of a message say, of yes and no; empty where it only says OK. None where any
    part says something else, or all of them may say either."""
    words = without_polite(written_out(text)).split()
    if len(words) > LONGEST or {*words} <= _BESIDE or says_either(text, language):
        return None
    is_english = bool(_ENGLISH & {*written_out(text).split()})
    either, found, at = None if is_english else _ALSO_YEAH.get(language), set[bool](), 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
            part = keyed(" ".join(words[at:end]))
            if part in _KNOWN or part == either:
                break
        else:
            return None
        if part != either and part in _YES | _NO:
            found.add(part in _YES)
        at = end
    return found


def is_ok(text: str) -> bool:
    """Whether a message only says OK, which may mean no more than "I have read it"."""
    return _readings(text) == set()


def begins_with_yes_or_no(text: str) -> bool:
    """Whether a message says yes or no and goes on: "yes, it has"."""
    first, _, rest = apart(text).partition(" ")
    return bool(rest) and (yes_or_no(first) is not None)


_WAITS = frozenset(
    keyed(w) for w in ("wait", "wait a minute", "wait a moment", "hold on", "hang on", "one moment",
                       "one minute", "just a minute", "czekaj", "poczekaj", "chwila", "chwileczkę",
                       "moment", "ایک منٹ", "انتظار کریں", "ek minute")
)  # fmt: skip


def says_little(text: str) -> bool:
    """Whether a message only says yes, no, hello or wait, in any of our languages: nobody's
    comment."""
    return yes_or_no(text) is not None or greets(text) or plainest(text) in _WAITS


_KEEP = frozenset(
    keyed(w) for w in ("do", "keep", "keep it", "yes keep", "yes keep that", "keep that", "add it",
                       "yes add it", "zapisz", "zachowaj", "tak zapisz", "tak zachowaj", "رکھ لیں",
                       "ہاں رکھ لیں", "ہاں جی رکھ لیں", "جی رکھ لیں", "محفوظ کریں")
)  # fmt: skip
_DROP = frozenset(
    keyed(w) for w in ("delete it", "delete", "drop it", "don't keep it", "dont keep it",
                       "no delete it", "forget it", "forget that", "scrap it",
                       "scrap that", "ignore it", "ignore that", "leave it",
                       "usuń", "usuń to", "nie zapisuj", "حذف کریں", "مت رکھیں")
)  # fmt: skip


_AGREES = frozenset("👍👌✅✔")


def is_sign(text: str) -> bool:
    """Whether a message is only a sign that agrees, or that says it was read."""
    return bool(signs_in(text)) and signs_in(text) <= _AGREES


def keeps_or_drops(text: str, language: str = "") -> bool | None:
    """True for a message that says only that words on offer are to be kept, False for one that says
    that they are not, in any of our languages or with a sign. None as in ``yes_or_no``."""
    said = plainest(text)
    if gives_up(text) or said in _DROP:
        return False
    return True if is_sign(text) or said in _KEEP else yes_or_no(text, language)


def wants_out(text: str, language: str = "") -> bool:
    """Whether a message says only cancel, back or no, in any of our languages."""
    return gives_up(text) or move_in(text) == BACK or yes_or_no(text, language) is False
