"""Short messages that speak of deleting what was written, or of taking it back: below something
that can be deleted they are nobody's answer, and often too little to say what is meant."""

from __future__ import annotations

from content.typed_words import apart, gives_up, move_in

MOST_WORDS = 8
"""Words of a message that may ask for that: a longer one tells something."""


def _each(*said: str) -> frozenset[str]:
    return frozenset(word for one in said for word in apart(one).split())


_SURE = tuple(_each("delete erase undo skasuj wykasuj skasować wymaż مٹا حذف ڈیلیٹ mita hazf"))
"""How words for deleting begin that are said of what is written, and of nothing in a street."""
_VERBS = (
    *_SURE,
    *_each("deleting erasing remove removing withdraw retract cancel usuń wycofa wycofu cofnij",
           "cofnąć cofam anuluj ہٹا واپس منسوخ hata wapas wapis"),
)  # fmt: skip
"""How the same words begin, and those that are said of other things too."""
_PAIRS = tuple(
    _each(pair) for pair in ("take back", "taking back", "have back", "want back", "get rid")
)
_SMALL = _each(
    "a an the this that it its them these those one ones two three both all any everything of i",
    "we want wanna would like to need wish can could you will may let me us my mine please pls now",
    "just so and or no number yes ok sorry oops actually comment comments complaint message words",
    "text answer first second third last other take taking have get back rid d ll",
    "to ta te ten tę ja ją je go oba obie obydwa oboje jeden jedną dwa trzy wszystko wszystkie",
    "chcę chciałbym chciałabym proszę można możesz mogę i oraz moja moją mój moje komentarz",
    "komentarze skarga skargę skargi wiadomość numer pierwszy drugi trzeci ostatni pierwszą drugą",
    "tamten tamto jednak teraz",
    "یہ اسے اس ان کو وہ کر کریں کرو کردیں کیجیے کرنا دیں دو دیجیے دے دینا لیں لو لے لینا لیجیے میں",
    "مجھے چاہتا چاہتی ہوں ہے ہیں چاہیے اپنی اپنا میری میرا میرے تبصرہ تبصرے شکایت پیغام نمبر پہلا",
    "پہلی دوسرا دوسری تیسرا تیسری آخری والا والی سب دونوں ایک تمام بھی اور براہ کرم پلیز مہربانی",
    "yeh ye isay ise is ko wo woh kar karo karein karen do dein den lo lein len dena lena main",
    "mujhe chahta chahti hun hoon hai meri mera tabsara shikayat dono sab ek",
)  # fmt: skip


def asks_to_undo(text: str) -> bool:
    """Whether a short message says only that what was written is to be deleted or taken back, in
    any of our languages: "get rid of it", but not "get rid of the bins"."""
    words = _words(text)
    present = frozenset(words)
    asks = any(word.startswith(_VERBS) for word in words) or any(p <= present for p in _PAIRS)
    small = all(w in _SMALL or w.isdecimal() or w.startswith(_VERBS) for w in words)
    return asks and small and not gives_up(text) and move_in(text) is None


def speaks_of_deleting(text: str) -> bool:
    """Whether a short message asks that, or has a word that means only that: "delete the one about
    cars"."""
    return asks_to_undo(text) or any(word.startswith(_SURE) for word in _words(text))


def _words(text: str) -> list[str]:
    """The words of a message that is short enough, or none."""
    words = apart(text).split()
    return words if len(words) <= MOST_WORDS else []
