"""What people type below something to learn: that they have read it, or want to hear it."""

from __future__ import annotations

from content.typed_words import BACK, keyed, move_in, plainest, written_out
from content.yes_and_no import is_ok, is_sign, yes_or_no

_ON = frozenset(
    keyed(w) for w in (
        "read on", "i have read it", "read it", "got it", "understood", "to the question",
        "czytaj dalej", "przeczytane", "przeczytałem", "przeczytałam", "rozumiem", "do pytania",
        "جاری رکھیں", "پڑھ لیا", "سمجھ گیا", "سمجھ گئی",
    )
)  # fmt: skip
_LISTEN = frozenset(
    keyed(w) for w in (
        "listen", "listen to it", "play", "play it", "read aloud", "read it aloud", "read it out",
        "read it to me", "posłuchaj", "słuchaj", "odsłuchaj", "odtwórz", "przeczytaj na głos",
        "سنیں", "سنائیں", "سناؤ", "سنو", "پڑھ کر سنائیں", "sunain", "sunao",
    )
)  # fmt: skip


def goes_on(text: str, language: str = "") -> bool:
    """Whether a message below something to learn says only that it was read: next, OK or yes, in
    any of our languages, or with a sign."""
    if plainest(written_out(text)) in _ON or is_ok(text) or is_sign(text):
        return True
    return move_in(text) not in (None, BACK) or yes_or_no(text, language) is True


def asks_to_listen(text: str) -> bool:
    """Whether a message says only that something is to be read aloud, in any of our languages."""
    return plainest(text) in _LISTEN
