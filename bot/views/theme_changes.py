"""Renaming, joining and removing themes of a reading list, and taking a translation back."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.localiser import Localiser
from bot.views.reading import TOPIC, language_name
from content.words import Html
from usecases.consultations.theme_changes import (
    NewNameQuestion,
    ThemesToChange,
    ThemeSure,
    ThemeToChange,
    ThemeToJoin,
)
from usecases.consultations.translations import TranslationSure, tag_of


def themes(say: Localiser, found: ThemesToChange) -> Screen:
    """Which theme? What was just done with one is above."""
    lines = [say.html("themes-changed")] if found.gone else []
    if found.done is not None:
        names = {"theme": found.done.name, "other": found.done.other}
        lines.append(say.html(f"theme-{found.done.act.value}", **names))
    lines.append(say.html("themes-to-change" if found.themes else "themes-none-left"))
    rows = [(Button(one.name, data("vi", found.number, one.id)),) for one in found.themes]
    return _screen(lines, (*rows, (_back(say, data("vf", found.number)),)))


def theme(say: Localiser, found: ThemeToChange) -> Screen:
    """What is to be done with it?"""
    number, one = found.number, found.theme.id
    rows: Rows = ((Button(say.plain("button-rename-theme"), data("va", number, one)),),)
    if not found.alone:
        rows += ((Button(say.plain("button-join-theme"), data("vu", number, one)),),)
    rows += ((Button(say.plain("button-remove-theme"), data("vk", number, one, 0)),),)
    lines = [say.html("theme-to-change", theme=found.theme.name)]
    return _screen(lines, (*rows, (_back(say, data("ve", number)),)))


def new_name(say: Localiser, asked: NewNameQuestion) -> Screen:
    """What is it called from now on?"""
    cancel = Button(say.plain("button-cancel"), "vx")
    return _screen([say.html("theme-new-name", theme=asked.theme.name)], ((cancel,),))


def other(say: Localiser, found: ThemeToJoin) -> Screen:
    """With which theme?"""
    number, one = found.number, found.theme.id
    rows = [(Button(into.name, data("vb", number, one, into.id, 0)),) for into in found.others]
    lines = [say.html("theme-join-which", theme=found.theme.name)]
    return _screen(lines, (*rows, (_back(say, data("vi", number, one)),)))


def sure(say: Localiser, asked: ThemeSure) -> Screen:
    """Is it to be done?"""
    number, one = asked.number, asked.theme.id
    if asked.into is None:
        lines = [say.html("theme-remove-sure", theme=asked.theme.name)]
        yes = Button(say.plain("button-remove-theme-yes"), data("vk", number, one, 1))
    else:
        names = {"theme": asked.theme.name, "other": asked.into.name}
        lines = [say.html("theme-same-name")] if asked.same_name else []
        lines.append(say.html("theme-join-sure", **names))
        label = say.plain("button-join-theme-yes")
        yes = Button(label, data("vb", number, one, asked.into.id, 1))
    return _screen(lines, ((yes,), (_back(say, data("vi", number, one)),)))


def translation_sure(say: Localiser, asked: TranslationSure) -> Screen:
    """Is this translation to be taken back?"""
    named = language_name(say, asked.made.language)
    who = asked.who or say.plain("alert-somebody")
    lines = [
        say.html("translation-sure", named=named, who=who),
        say.html("reading-words", text=asked.made.text),
    ]
    tag = tag_of(asked.made)
    yes = Button(say.plain("button-translation-away-yes"), data("vs", asked.number, tag, 1))
    return _screen(lines, ((yes,), (_back(say, data("vt", asked.number, 0)),)))


def _screen(lines: list[Html], rows: Rows) -> Screen:
    return Screen(Html("\n".join(lines)), rows, topic=TOPIC)


def _back(say: Localiser, to: str) -> Button:
    return Button(say.plain("button-back"), to)
