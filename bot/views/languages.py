"""The choice of a language: one button for each, in that language's own name."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.localiser import Localiser
from content.words import Html
from usecases.people.language import LanguageQuestion, LanguageSet


def buttons(say: Localiser, *, but: str = "") -> Rows:
    """One button for each of the council's languages; the language ``but`` is left out."""
    languages = say.world.library.council.languages
    row = tuple(
        Button(say.words.plain("language-name", language), data("x", place))
        for place, language in enumerate(languages)
        if language != but
    )
    return (row,) if row else ()


def question(say: Localiser, asked: LanguageQuestion) -> Screen:
    """Asks which language."""
    return Screen(say.html("language-choose"), buttons(say), topic="language")


def chosen(say: Localiser, _: LanguageSet) -> Screen:
    """Confirms, in the language that was chosen, with a note on how far to trust it."""
    parts = [say.html("language-set")]
    check = say.world.library.council.language_checks.get(say.language)
    if say.language != "en" and (check is None or not check.is_so(say.today)):
        parts.append(say.html("language-draft"))
    return Screen(Html("\n".join(parts)), topic="language")
