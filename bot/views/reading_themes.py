"""Filing texts under themes, translations, and languages, on a reading list."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.localiser import Localiser
from bot.views.reading import TOPIC, language_name
from content.words import Html
from usecases.consultations.reading_themes import (
    LanguageOfText,
    LanguagesRead,
    ThemeQuestion,
    ThemesShown,
    TranslationQuestion,
)
from usecases.consultations.reading_voices import WhatWasSaid


def themes(say: Localiser, found: ThemesShown) -> Screen:
    """The themes, those of the text ticked, with the numbers of texts once there are any."""
    lines = [say.html("themes-changed")] if found.changed else []
    lines.append(say.html("themes-of-text" if found.themes else "themes-none"))
    rows: list[tuple[Button, ...]] = []
    for one in found.themes:
        filed = one.id in found.filed
        label = say.plain("button-chosen", label=one.name) if filed else one.name
        button = Button(label, data("vp", found.number, one.id, int(not filed)), name=one.name)
        rows.append((button,))
        if found.complete:
            numbers = {"texts": one.texts, "submissions": one.submissions}
            lines.append(say.html("theme-number", theme=one.name, **numbers))
        elif filed:
            lines.append(say.html("theme-filed", theme=one.name))
    rows.append((Button(say.plain("button-new-theme"), data("vn", found.number)),))
    if found.themes:
        rows.append((Button(say.plain("button-change-themes"), data("ve", found.number)),))
    return Screen(Html("\n".join(lines)), (*rows, _to_text(say, found.number)), topic=TOPIC)


def theme_question(say: Localiser, _: ThemeQuestion) -> Screen:
    """What is it called?"""
    return Screen(say.html("theme-question"), _cancel(say), topic=TOPIC)


def translation_question(say: Localiser, asked: TranslationQuestion) -> Screen:
    """What does it say?"""
    text = say.plain("words-kept-back") if asked.text is None else asked.text
    if asked.into is None:
        question = say.html("translation-question-any")
    else:
        question = say.html("translation-question", named=language_name(say, asked.into))
    lines = [question, say.html("reading-words", text=text)]
    if asked.now:
        lines += [say.html("translation-now"), say.html("reading-words", text=asked.now)]
    return Screen(Html("\n".join(lines)), _cancel(say), topic=TOPIC)


def what_was_said(say: Localiser, asked: WhatWasSaid) -> Screen:
    """What does the voice note say?"""
    lines = [say.html("voice-what-was-said")]
    if asked.text:
        lines.append(say.html("reading-words", text=asked.text))
    listen = Button(say.plain("button-listen"), data("vh", asked.number))
    return Screen(Html("\n".join(lines)), ((listen,), *_cancel(say)), topic=TOPIC)


def language_of_text(say: Localiser, asked: LanguageOfText) -> Screen:
    """In which language is it?"""
    rows = tuple(
        (Button(language_name(say, language), data("vd", asked.number, place)),)
        for place, language in enumerate(asked.languages)
    )
    now = say.html("text-language", named=language_name(say, asked.language))
    return Screen(now, (*rows, _to_text(say, asked.number)), topic=TOPIC)


def languages_read(say: Localiser, found: LanguagesRead) -> Screen:
    """Which languages do you read?"""
    rows: Rows = ()
    for place, language in enumerate(found.languages):
        reads = language in found.known
        name = language_name(say, language)
        label = say.plain("button-chosen", label=name) if reads else name
        rows += ((Button(label, data("vy", place, int(not reads)), name=name),),)
    known = [language_name(say, one) for one in found.languages if one in found.known]
    lines = [say.html("languages-read")]
    lines += [say.html("languages-known", languages=say.listed(known))] if known else []
    back = Button(say.plain("button-back"), "vl")
    return Screen(Html("\n".join(lines)), (*rows, (back,)), topic=TOPIC)


def _cancel(say: Localiser) -> Rows:
    return ((Button(say.plain("button-cancel"), "vx"),),)


def _to_text(say: Localiser, number: int) -> tuple[Button, ...]:
    return (Button(say.plain("button-back"), data("vt", number, 0)),)
