"""How people say how many messages a week they want."""

from __future__ import annotations

from content.typed_words import keyed, plainest

_WEEKLY = {
    "one": ("1", "one", "one a week", "just one", "only one", "once", "once a week", "once weekly",
            "weekly", "1 a week", "one message", "1 message", "every week",
            "jedna w tygodniu", "jedna", "jedną", "raz w tygodniu", "raz", "ایک", "ہفتے میں ایک",
            "ایک بار"),
    "three": ("3", "three", "three a week", "3 a week", "up to three", "up to 3",
              "trzy", "do trzech", "تین", "ہفتے میں تین"),
    "questions": ("questions", "only questions", "just questions", "questions only", "no news",
                  "tylko pytania", "pytania", "صرف سوال", "سوال"),
}  # fmt: skip
_NO_MESSAGES = frozenset(
    keyed(words)
    for words in ("0", "zero", "none", "none at all", "no", "no thanks", "never", "nothing", "nil",
                  "not any", "żadnych", "żadnej", "wcale", "nigdy", "nic", "nie", "صفر",
                  "کوئی نہیں", "کبھی نہیں", "نہیں", "ایک بھی نہیں", "koi nahi", "kabhi nahi")
)  # fmt: skip
_SOME_MESSAGES = frozenset(
    keyed(words)
    for words in ("2", "two", "two a week", "2 a week", "4", "5", "fewer", "less", "not many",
                  "not so many", "more", "few", "a few", "dwie", "dwa", "mniej", "więcej", "دو",
                  "کم", "زیادہ")
)  # fmt: skip
_WEEKLY_BARE = {keyed(words): one for one, several in _WEEKLY.items() for words in several}


def weekly_in(text: str) -> str | None:
    """Which of the choices of messages a week ("one", "three" or "questions") a message is, below
    the question for it; None for any other."""
    return _WEEKLY_BARE.get(plainest(text)) or _WEEKLY_BARE.get(keyed(text))


def wants_how_many(text: str) -> bool | None:
    """Below the question how many messages a week somebody wants: False for none at all, True for a
    number that isn't offered; None for any other message."""
    said = {plainest(text), keyed(text)}
    if said & _NO_MESSAGES:
        return False
    return True if said & _SOME_MESSAGES else None
