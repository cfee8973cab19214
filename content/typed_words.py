"""Words that people type: how they are compared with labels, and those with a meaning anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_SAME_LETTER = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ", "ه": "ہ", "ہ": "ہ"})
"""Urdu letters as Arabic keyboards write them."""
_POLITE = ("please", "pls", "plz", "now", "thanks", "thank you", "proszę", "prosze", "dziękuję",
           "براہ کرم", "براہ مہربانی", "برائے مہربانی", "مہربانی", "پلیز", "شکریہ")  # fmt: skip

_STOP = (
    "stop", "stop all", "stopall", "stop stop",
    "stop messages", "stop the messages", "stop these messages", "stop all messages",
    "stop messaging", "stop messaging me", "stop sending", "stop sending me messages",
    "stop texting", "stop texting me", "stop writing", "stop writing to me", "stop contacting me",
    "unsubscribe", "unsubscribe me", "unsubscribe all", "un subscribe", "unsubcribe", "unsuscribe",
    "opt out", "optout", "opt me out", "end messages",
    "no more messages", "remove me", "take me off",
    "zatrzymaj", "zatrzymać", "zatrzymaj wiadomości", "wstrzymaj",
    "przestań", "przestańcie", "przestań pisać", "przestańcie pisać", "nie pisz", "nie piszcie",
    "nie pisz do mnie", "nie piszcie do mnie", "nie wysyłaj", "nie wysyłajcie",
    "koniec wiadomości", "dość wiadomości",
    "wypisz", "wypisz mnie", "wypiszcie mnie", "wypisuję się", "wypisz się", "wypisać",
    "chcę się wypisać", "rezygnuję", "odsubskrybuj", "anuluj subskrypcję",
    "zakończ subskrypcję", "stop wiadomości",
    "سٹاپ", "اسٹاپ", "سٹوپ", "رکو", "رکیں", "رکیے", "رک جائیں", "رک جاؤ", "روکو", "روکیں",
    "روک دیں", "روک دو", "بند کرو", "بند کریں", "بند کر دیں", "بند کر دو", "بند کیجیے",
    "پیغام بند کریں", "پیغام بند کرو", "پیغامات بند کریں", "پیغامات بند کرو",
    "پیغامات بند کر دیں", "پیغامات روک دیں", "پیغامات روکیں", "میسج بند کریں", "میسج بند کرو",
    "مزید پیغام نہیں", "مزید پیغامات نہیں", "ان سبسکرائب", "انسبسکرائب", "ان سبسکرائب کریں",
    "band karo", "band karein", "band karen", "band kar do", "ruko", "rukein", "ruk jao",
)  # fmt: skip
_HELP = (
    "help", "help me use this", "menu", "commands", "how does this work", "what can i do",
    "what can i do here", "pomoc", "polecenia", "jak to działa", "co mogę tu zrobić",
    "مدد", "مدد کریں", "مدد چاہیے", "ہیلپ", "مینو", "madad",
)  # fmt: skip

BACK, SKIP, DONE = "back", "skip", "done"
_MOVES = {
    BACK: ("back", "go back", "wstecz", "cofnij", "پیچھے"),
    SKIP: ("skip", "skip this", "next", "pomiń", "dalej", "چھوڑ دیں", "اگلا"),
    DONE: ("done", "gotowe", "ہو گیا"),
}  # fmt: skip


def folded(text: str) -> str:
    """Text for comparing: no case, no punctuation, one space between words."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())


def as_written(text: str) -> str:
    """Text as its writer sees it: only the form of its letters and its spaces are made equal."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def plainest(text: str) -> str:
    """Text without case, accents, vowel marks, punctuation or symbols, and without "please"."""
    words = f" {_bare(text)} "
    for polite in _POLITE_BARE:
        words = words.replace(f" {polite} ", " ")
    return " ".join(words.split())


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).translate(_SAME_LETTER)
    letters = "".join(sign for sign in apart if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(re.sub(r"[\W_]", " ", letters.casefold().replace("ł", "l")).split())


_POLITE_BARE = tuple(_bare(polite) for polite in _POLITE)
_STOP_BARE = frozenset(_bare(words) for words in _STOP)
_HELP_BARE = frozenset(_bare(words) for words in _HELP)
MOVES: Mapping[str, str] = {_bare(words): way for way, all_ in _MOVES.items() for words in all_}


def asks_to_stop(text: str) -> bool:
    """Whether a message is only a request to get no more messages, in any of our languages."""
    return _bare(text) in _STOP_BARE or plainest(text) in _STOP_BARE


def asks_for_help(text: str) -> bool:
    """Whether a message only asks what can be done here, in any of our languages."""
    return plainest(text) in _HELP_BARE


def move_in(text: str) -> str | None:
    """BACK, SKIP or DONE where a message says only that, in any of our languages."""
    return MOVES.get(plainest(text))


_YES = frozenset(_bare(w) for w in ("yes", "y", "yeah", "yep", "ok", "okay", "yes keep it", "tak",
                                    "جی", "ہاں", "جی ہاں"))  # fmt: skip
_NO = frozenset(_bare(w) for w in ("no", "n", "nope", "nie", "نہیں", "جی نہیں"))


def yes_or_no(text: str) -> bool | None:
    """True for a message that only says yes, False for no, in any of our languages."""
    said = plainest(text)
    return True if said in _YES else False if said in _NO else None


_CANCEL = frozenset(_bare(w) for w in ("cancel", "never mind", "nevermind", "anuluj", "nieważne",
                                       "منسوخ", "منسوخ کریں", "رہنے دیں"))  # fmt: skip


def wants_out(text: str) -> bool:
    """Whether a message says only cancel, back or no, in any of our languages."""
    return plainest(text) in _CANCEL or move_in(text) == BACK or yes_or_no(text) is False


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
