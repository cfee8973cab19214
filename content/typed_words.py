"""Words that people type: how they are compared with labels, and those with a meaning anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_SAME_LETTER = str.maketrans({
    "ł": "l", "Ł": "l", "đ": "d", "ø": "o", "ı": "i",
    "ي": "ی", "ى": "ی", "ې": "ی", "ك": "ک", "ة": "ہ", "ۃ": "ہ", "ه": "ہ", "ە": "ہ", "ھ": "ہ",
    "ں": "ن", "ـ": None,
})  # fmt: skip
"""Letters that NFKD leaves as they are, and Urdu letters as Arabic keyboards write them."""
_URDU = r"[\u0620-\u064a\u066e-\u06d3\u06d5]"
_URDU_SPACE = re.compile(rf"(?<={_URDU})\s+(?={_URDU})")
"""A space between two words of Urdu: some people write them joined."""
_POLITE = ("please", "pls", "plz", "now", "thanks", "thank you", "proszę", "prosze", "dziękuję",
           "براہ کرم", "براہ مہربانی", "برائے مہربانی", "مہربانی", "پلیز", "شکریہ")  # fmt: skip

BACK, SKIP, DONE = "back", "skip", "done"
_MOVES = {
    BACK: ("back", "go back", "wstecz", "cofnij", "پیچھے", "واپس"),
    SKIP: ("skip", "skip this", "next", "go on", "continue", "carry on", "proceed", "move on",
           "pomiń", "dalej", "kontynuuj", "śmiało", "چھوڑ دیں", "اگلا", "آگے",
            "آگے چلیں", "آگے بڑھیں", "agay", "aage"),
    DONE: ("done", "gotowe", "ہو گیا", "ختم", "مکمل"),
}  # fmt: skip


def in_plain_digits(text: str) -> str:
    """The text with digits of ours: an Urdu keyboard writes its own. Letters and digits of full
    width become usual ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(s, s)) for s in unicodedata.normalize("NFKC", text))


def folded(text: str) -> str:
    """Text for comparing: no case, no punctuation, one space between words."""
    plain = in_plain_digits(unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def as_written(text: str) -> str:
    """Text as its writer sees it: only the form of its letters and its spaces are made equal."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def keyed(text: str) -> str:
    """Text for comparing where ``folded`` finds nothing, as any keyboard may write it: without
    accents, vowel marks, punctuation or symbols; digits are ours, ł is l, Urdu letters have one
    form each, and no space is between words of Urdu."""
    return _URDU_SPACE.sub("", apart(text))


def said_alike(one: str, other: str) -> bool:
    """Whether two texts say the same: only case, spaces and punctuation may differ."""
    return (keyed(one) or as_written(one)) == (keyed(other) or as_written(other))


def without_polite(text: str) -> str:
    """The same as ``apart``, without "please"."""
    words = f" {apart(text)} "
    for polite in _POLITE_APART:
        words = words.replace(f" {polite} ", " ")
    return " ".join(words.split())


def plainest(text: str) -> str:
    """The same as ``keyed``, without "please"."""
    return _URDU_SPACE.sub("", without_polite(text))


_APOSTROPHE = re.compile("['’ʼ`´]")
_WRITTEN_OUT = {
    "im": "i am", "ive": "i have", "id": "i would", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "cant": "can not", "cannot": "can not", "couldnt": "could not",
    "wont": "will not", "wouldnt": "would not", "isnt": "is not", "arent": "are not",
    "havent": "have not", "hasnt": "has not", "its": "it is", "thats": "that is",
}  # fmt: skip
_LEADING = frozenset(
    ("just", "only", "the", "i", "am", "it", "is", "my", "answer", "tylko", "moja", "odpowiedz",
     "to")
)  # fmt: skip


def written_out(text: str) -> str:
    """The same as ``apart``, with "I am" for "I'm" and "do not" for "don't"."""
    words = apart(_APOSTROPHE.sub("", text)).split()
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words)


def as_spoken(text: str) -> str:
    """Text for comparing where people leave out apostrophes, write "I am" for "I'm", or say "just"
    and "please": "im not sure", "just paper", "jobs please"."""
    words = plainest(written_out(text)).split()
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    return " ".join(words)


def begins(text: str, label: str) -> bool:
    """Whether a label begins with these whole words and goes on."""
    words = label.split()
    starts = [" ".join(words[:n]) for n in range(1, len(words))]
    ways = (folded, keyed, as_spoken)
    return any(way(text) in {way(s) for s in starts} for way in ways if way(text))


def apart(text: str) -> str:
    """The same as ``keyed``, with a space between all words."""
    letters = unicodedata.normalize("NFKD", in_plain_digits(text)).translate(_SAME_LETTER)
    plain = "".join(sign for sign in letters if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(re.sub(r"[\W_]", " ", plain.casefold()).split())


_POLITE_APART = tuple(form for said in _POLITE for form in {apart(said), keyed(said)})
MOVES: Mapping[str, str] = {keyed(words): way for way, all_ in _MOVES.items() for words in all_}


def asks_something(text: str) -> bool:
    """Whether a message ends with a question mark, whatever signs are around it."""
    after = re.search(r"\W*$", in_plain_digits(text))
    return after is not None and not {*after[0]}.isdisjoint("?؟")


def move_in(text: str) -> str | None:
    """BACK, SKIP or DONE where a message says only that, in any of our languages."""
    return MOVES.get(plainest(text))


_GREETINGS = frozenset(
    keyed(w) for w in (
        "hello", "hello there", "hi", "hi there", "hiya", "hey", "good morning", "good afternoon",
        "good evening", "is anybody there", "anybody there", "cześć", "hej", "siema", "witam",
        "dzień dobry", "dobry wieczór", "halo", "سلام", "السلام علیکم", "اسلام علیکم", "ہیلو",
        "آداب", "salam", "salaam", "aslam o alaikum", "assalam o alaikum", "assalamualaikum", "aoa",
    )
)  # fmt: skip


def greets(text: str) -> bool:
    """Whether a message only says hello, in any of our languages."""
    return plainest(text) in _GREETINGS


_ALL_OR_NONE = frozenset(
    keyed(w) for w in ("all", "all of them", "everything", "every theme", "none", "none of them",
                       "none of these", "wszystkie", "wszystko", "żadne", "żaden", "سب", "تمام",
                       "کوئی نہیں")
)  # fmt: skip


def asks_for_all_or_none(text: str) -> bool:
    """Whether a message at a list of themes says only that none is to be left out, or chosen."""
    return plainest(text) in _ALL_OR_NONE


_ENDS = frozenset(
    keyed(w) for w in (
        "thanks", "thank you", "thank u", "thankyou", "thx", "ty", "ta", "cheers", "many thanks",
        "thanks a lot", "thanks so much", "thank you so much", "thank you very much", "ok thanks",
        "ok thank you", "okay thanks", "ok", "okay", "great thanks", "bye", "goodbye", "bye bye",
        "ok bye", "thanks bye", "dziękuję", "dzieki", "dzięki", "dziękuję bardzo", "dzięki wielkie",
        "ok dzięki", "dobrze", "do widzenia", "pa", "cześć dzięki", "شکریہ", "بہت شکریہ",
        "آپ کا شکریہ", "مہربانی", "ٹھیک ہے", "ٹھیک ہے شکریہ", "اچھا", "خدا حافظ", "اللہ حافظ",
        "shukria", "shukriya", "bohat shukria", "bahut shukriya", "khuda hafiz", "allah hafiz",
    )
)  # fmt: skip
_SIGNS_THAT_END = frozenset("👍🙏👌❤😊🙂")


def ends_chat(text: str) -> bool:
    """Whether a message only says thanks, that all is well, or goodbye, in any of our languages or
    with a sign."""
    signs = signs_in(text)
    return keyed(text) in _ENDS or (bool(signs) and signs <= _SIGNS_THAT_END)


def signs_in(text: str) -> frozenset[str]:
    """The signs of a message, without spaces and the colour of a hand."""
    seen = (s for s in text if not s.isspace() and unicodedata.category(s) != "Sk")
    return frozenset(seen) - {"\ufe0f", "\ufe0e"}


_GIVES_UP = frozenset(
    keyed(w) for w in ("cancel", "never mind", "nevermind", "anuluj", "nieważne", "rezygnacja",
                       "منسوخ", "منسوخ کریں", "رہنے دیں", "رہنے دو")
)  # fmt: skip


def gives_up(text: str) -> bool:
    """Whether a message only says that what was begun is to be left, in any of our languages."""
    return plainest(text) in _GIVES_UP


_TAKEN_OFF = re.compile(
    r"(?:(?:remove|untick|take off|take away|without|not|usuń|usun|odznacz|bez)[:\s]+(.+)"
    r"|(.+?)\s*(?:ہٹائیں|ہٹا ?دیں|ہٹاؤ|نہیں))\W*",
    re.IGNORECASE | re.DOTALL,
)


def taken_off(text: str) -> str | None:
    """What a message asks to be chosen no longer: "2" for "remove 2"; None for any other."""
    found = _TAKEN_OFF.fullmatch(unicodedata.normalize("NFC", text).strip())
    return None if found is None else (found[1] or found[2]).strip()


def characters(text: str) -> int:
    """The length of a text as people count it: an emoji, or a letter with its accents, is one."""
    count, joined, half_flag = 0, False, False
    for sign in text:
        extends = joined or unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf")
        extends = extends or "\U0001f3fb" <= sign <= "\U0001f3ff"
        is_flag = "\U0001f1e6" <= sign <= "\U0001f1ff"
        if not extends and not (is_flag and half_flag):
            count += 1
        half_flag = is_flag and not half_flag
        joined = sign == "\u200d"
    return count


def room(text: str) -> int:
    """The room a text takes in a message, in UTF-16 code units as Telegram counts: an emoji takes
    two or more."""
    return len(text.encode("utf-16-le")) // 2
