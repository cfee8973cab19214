"""Exporting a consultation's responses: the choice of a file format, and the file."""

from __future__ import annotations

from functools import partial

from bot.screens import Button, FileScreen, Screen, data
from bot.views.localiser import Localiser
from bot.views.workbook import book
from content.words import Html
from engagement.insight.shown_numbers import ShownNumber
from usecases.insight.export import ExportReady, FormatQuestion


def export_format(say: Localiser, asked: FormatQuestion) -> Screen:
    """Asks for the file format."""
    title = asked.consultation.title.say(say.language)
    rows = tuple(
        (Button(say.plain(key), data("ef", asked.code, number)),)
        for number, key in enumerate(("button-workbook", "button-csv"))
    )
    if asked.several:
        rows += ((Button(say.plain("button-back"), "el"),),)
    return Screen(say.html("export-format", title=title), rows, topic="numbers")


def export(say: Localiser, ready: ExportReady) -> FileScreen:
    """The file, with a caption."""
    title = ready.consultation.title.say(say.language)
    caption = say.html("export-caption", title=title)
    if ready.held_until is not None:
        held = say.html("export-held", day=say.day(ready.held_until))
        caption = Html(f"{caption}\n{held}")
    return FileScreen(
        caption,
        ready,
        book=partial(book, say, ready),
        left_out=partial(_left_out, say),
        failed=say.html("export-not-sent"),
    )


def _left_out(say: Localiser, people: ShownNumber) -> Html:
    return say.html("export-left-out", number=say.number(people))
