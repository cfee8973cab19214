"""Words typed at the question how much time somebody has, which chooses a form."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.newest_screen import newest_with_buttons
from bot.screens import data, numbers_in
from bot.views.consultations import FORM
from content.duration import minutes
from engagement.consultations.typed_form import form_typed
from usecases.consultations.steps import FormQuestion, form_question


def form_asked(context: Context) -> FormQuestion | None:
    """The choice of a form that is the newest screen, with both its buttons; None for any other."""
    newest = newest_with_buttons(context)
    chosen = [d for d in newest.buttons.values() if d.startswith(f"{FORM}:")] if newest else []
    if len(chosen) < len(("short", "all")):
        return None  # below the short form there is one button, to go on
    return form_question(context.world, numbers_in(chosen[0])[0])


def said_of_form(context: Context, text: str) -> str | None:
    """The button of that screen which typed words mean."""
    asked = form_asked(context)
    if asked is None:
        return None
    language = context.person.language
    place = form_typed(
        text, [minutes(form, language) for form in (asked.short, asked.consultation)]
    )
    return None if place is None else data(FORM, asked.code, int(place == 0))
