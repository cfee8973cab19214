"""/reading: the lists of what people wrote, one text at a time."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from usecases.consultations import reading, reading_themes, reading_voices


async def show_lists(update: Update, context: Context) -> None:
    """/reading."""
    show(context, await reading.show_lists(context.tx, context.world, context.person))


async def show_page(update: Update, context: Context) -> None:
    """A page of a list."""
    code, read, after = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading.show_page(tx, world, person, code, read=read, after=after))


async def show_text(update: Update, context: Context) -> None:
    """One text, translated where there is a translation for this reader; or as it was written."""
    number, original = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading.show_text(tx, world, person, number, original=bool(original)))


async def mark_read(update: Update, context: Context) -> None:
    """They have read it."""
    (number,) = tapped(context, 1)
    show(context, await reading.mark_read(context.tx, context.world, context.person, number))


async def show_next(update: Update, context: Context) -> None:
    """The next text that nobody has read."""
    code, place = tapped(context, 2)
    show(context, await reading.show_next(context.tx, context.world, context.person, code, place))


async def show_themes(update: Update, context: Context) -> None:
    """Under which themes?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_themes.show_themes(tx, world, person, number))


async def file(update: Update, context: Context) -> None:
    """File a text under a theme, or take it out of there."""
    number, theme, under = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    show(
        context,
        await reading_themes.file(tx, world, person, number, theme, under=bool(under)),
    )


async def ask_theme(update: Update, context: Context) -> None:
    """What is the new theme called?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_themes.ask_theme(tx, world, person, number))


async def ask_translation(update: Update, context: Context) -> None:
    """What does it say?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_themes.ask_translation(tx, world, person, number))


async def listen(update: Update, context: Context) -> None:
    """The sound of a voice note, to this officer only."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_voices.listen(tx, world, person, number))


async def ask_what_was_said(update: Update, context: Context) -> None:
    """What does the voice note say?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_voices.ask_what_was_said(tx, world, person, number))


async def drop(update: Update, context: Context) -> None:
    """Nothing is written after all."""
    show(context, await reading_themes.drop(context.tx, context.world, context.person))


async def ask_language(update: Update, context: Context) -> None:
    """In which language is it?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_themes.ask_language(tx, world, person, number))


async def set_language(update: Update, context: Context) -> None:
    """It is in this language."""
    number, place = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await reading_themes.set_language(tx, world, person, number, place))


async def show_languages(update: Update, context: Context) -> None:
    """Which languages do they read?"""
    show(context, await reading_themes.show_languages(context.tx, context.world, context.person))


async def read_language(update: Update, context: Context) -> None:
    """They read a language, or don't."""
    place, reads = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    shown = await reading_themes.read_language(tx, world, person, place, reads=bool(reads))
    show(context, shown)
