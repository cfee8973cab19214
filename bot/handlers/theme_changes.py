"""Changes to the themes of a reading list, and translations that are taken back."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.context import Context
from bot.handlers import reading
from bot.handlers.reply import Handler, begins, show, tapped
from usecases.consultations import theme_changes, translations
from usecases.consultations.reading_themes import READING


async def show_all(update: Update, context: Context) -> None:
    """Which theme?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await theme_changes.show_all(tx, world, person, number))


async def show_one(update: Update, context: Context) -> None:
    """What is to be done with it?"""
    number, theme = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await theme_changes.show_one(tx, world, person, number, theme))


async def ask_name(update: Update, context: Context) -> None:
    """What is it called from now on?"""
    number, theme = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await theme_changes.ask_name(tx, world, person, number, theme))


async def ask_other(update: Update, context: Context) -> None:
    """With which other theme?"""
    number, theme = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await theme_changes.ask_other(tx, world, person, number, theme))


async def join(update: Update, context: Context) -> None:
    """Join it with another."""
    number, theme, into, sure = tapped(context, 4)
    tx, world, person = context.tx, context.world, context.person
    act = theme_changes.join(tx, world, person, number, theme, into, sure=bool(sure))
    show(context, await act)


async def remove(update: Update, context: Context) -> None:
    """Remove it."""
    number, theme, sure = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    show(context, await theme_changes.remove(tx, world, person, number, theme, sure=bool(sure)))


async def take_translation_back(update: Update, context: Context) -> None:
    """Take a translation back."""
    number, tag, sure = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    show(context, await translations.take_back(tx, world, person, number, tag, sure=bool(sure)))


BUTTONS: Mapping[str, Handler] = {
    "vf": reading.show_themes,
    "vp": reading.file,
    "vn": begins(READING, reading.ask_theme),
    "ve": show_all,
    "vi": show_one,
    "va": begins(READING, ask_name),
    "vu": ask_other,
    "vb": join,
    "vk": remove,
    "vs": take_translation_back,
}
"""The buttons about themes, by what their data begins with."""
