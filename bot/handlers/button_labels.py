"""Which button of a screen typed words name: by its label, its number, or a language's other
name."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.asked_again import DELETE_COMMENT
from content.language_names import language_called
from content.typed_words import as_written, folded, keyed
from engagement.consultations.typed_numbers import number_and_words, numbers_in
from usecases.conversation.shown import Shown

DELETES = f"{DELETE_COMMENT}:"


def label_on(context: Context, shown: Shown, text: str) -> str | None:
    """The data of the button on this screen whose label, number or language was typed."""
    return _labelled(shown, text) or _language(context, shown, text)


def _labelled(shown: Shown, text: str) -> str | None:
    # As written first: two labels may differ in what folding takes away.
    for way in (as_written, folded, keyed):
        wanted = way(text)
        found = [data for label, data in shown.buttons.items() if wanted and way(label) == wanted]
        if len(found) == 1:
            return found[0]
    # What is deleted wants the whole label.
    safe = [(label, d) for label, d in shown.buttons.items() if not d.startswith(DELETES)]
    # "What should come first in your area?" and "1", for "1 What should come first in your area?"
    named = [d for label, d in safe if keyed(without_number(label)) == wanted]
    if wanted and len(named) == 1:
        return named[0]
    numbers = numbers_in(text)
    if len(numbers) != 1:
        return None
    numbered = [data for label, data in safe if folded(label).split(" ")[0] == str(numbers[0])]
    return numbered[0] if len(numbered) == 1 else None


def _language(context: Context, shown: Shown, text: str) -> str | None:
    """The button of a language that was called by another name: "Polish", for "Polski"."""
    offered = {d: int(d.partition(":")[2]) for d in shown.buttons.values() if d.startswith("x:")}
    if not offered:
        return None
    languages = context.world.library.council.languages
    called = language_called(text, languages)
    return next((d for d, n in offered.items() if languages[n : n + 1] == (called,)), None)


def without_number(label: str) -> str:
    """A label without the number in front of it; empty if it has none."""
    numbered = number_and_words(label)
    return numbered[1] if numbered else ""
