"""/manage, for officers: opening consultations, and what is decided about them later."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped, words_of
from bot.views import questions_to_read
from content.typed_words import keyed
from engagement.errors import OldButton
from usecases.consultations import manage_choices, manage_words, managing, read_questions
from usecases.consultations.manage_choices import Choice


async def manage(update: Update, context: Context) -> None:
    """/manage, alone for the list, or with words that say what to do."""
    tx, world, person = context.tx, context.world, context.person
    await manage_choices.leave(tx, person)
    _, *after = words_of(update).split(maxsplit=1) if update.message else ("",)
    if after and words_of(update).startswith("/"):
        show(context, await manage_words.say(tx, world, person, after[0], _called(context)))
    else:
        show(context, managing.begin(world, person))


async def show_one(update: Update, context: Context) -> None:
    """One consultation."""
    (code,) = tapped(context, 1)
    await manage_choices.leave(context.tx, context.person)
    show(context, await managing.show(context.tx, context.world, context.person, code))


async def read(update: Update, context: Context) -> None:
    """The questions in full, in one of their languages."""
    code, *at = tapped(context, 1 if context.turn.pressed.count(":") == 1 else 3)
    tx, world, person = context.tx, context.world, context.person
    await manage_choices.leave(tx, person)
    place = (at[0], at[1]) if at else None
    show(context, await read_questions.read(tx, world, person, code, place))


async def read_media(update: Update, context: Context) -> None:
    """The pictures and recordings that come with the questions, and the page again below them."""
    code, language, page = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    found = await read_questions.media(tx, world, person, code, (language, page))
    context.reply(*questions_to_read.media(localiser(context), found))


async def ask(update: Update, context: Context) -> None:
    """Ask a second person to approve the opening."""
    (code,) = tapped(context, 1)
    show(context, await managing.ask(context.tx, context.world, context.person, code))


async def decide(update: Update, context: Context) -> None:
    """Approve the opening, or decline."""
    code, yes = tapped(context, 2)
    if yes not in (0, 1):
        raise OldButton
    tx, world, person = context.tx, context.world, context.person
    show(context, await managing.decide(tx, world, person, code, says_yes=bool(yes)))


async def choose(update: Update, context: Context) -> None:
    """Until when, or why?"""
    count = context.turn.pressed.count(":")
    code, place, *moment = tapped(context, 2 if count == 2 else 4)
    tx, world, person = context.tx, context.world, context.person
    chosen = (moment[0], moment[1]) if moment else None
    show(context, await manage_choices.ask(tx, world, person, code, place, chosen))


async def do(update: Update, context: Context) -> None:
    """Do what was chosen."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await manage_choices.tap(tx, world, person, *tapped(context, 5)))


async def confirm(update: Update, context: Context) -> None:
    """Yes to what can't be undone."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await manage_choices.confirm(tx, world, person, *tapped(context, 3)))


def _called(context: Context) -> dict[str, Choice]:
    """The word for each choice and the label of its button, in every language of the council."""
    say = context.words.plain
    return {
        keyed(said): choice
        for choice in Choice
        for language in {"en", *context.world.library.council.languages}
        for said in (
            say(f"manage-word-{choice.value}", language),
            say("button-manage-choice", language, choice=choice.value),
        )
    }
