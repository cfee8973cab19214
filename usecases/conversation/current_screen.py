"""The screen a person is at, read from the database.

Shown after a restart, and in reply to words that don't fit anything.
"""

from __future__ import annotations

from datetime import timedelta

from storage.conversation.drafts import Draft
from usecases.broadcasts import asked_polls, compose, decline_reason
from usecases.broadcasts.asked_polls import StopQuestion
from usecases.broadcasts.compose import Composing
from usecases.broadcasts.decline_reason import Decided
from usecases.consultations import (
    answer_poll,
    last_question,
    manage_choices,
    manage_words,
    reading_themes,
    submissions,
)
from usecases.consultations.answer_poll import PollShown
from usecases.consultations.equality import EqualityIntro, EqualityStep
from usecases.consultations.manage_choices import ChoiceCheck, ChoiceQuestion
from usecases.consultations.reading_themes import ThemeQuestion, TranslationQuestion
from usecases.consultations.reading_voices import WhatWasSaid
from usecases.consultations.steps import Receipt, Step
from usecases.consultations.submissions import (
    ChangeWhat,
    HowItCame,
    SubmissionPreview,
    SubmissionStep,
    WhichConsultation,
)
from usecases.consultations.theme_changes import NewNameQuestion
from usecases.conversation import about_oneself, safety
from usecases.conversation.menu import Menu, menu
from usecases.conversation.safety import Signposts
from usecases.operations import complain, complaints, requests
from usecases.operations.complain import ComplaintDoubt, ComplaintQuestion, ComplaintReceipt
from usecases.operations.complaints import OutcomePreview, OutcomeQuestion
from usecases.operations.requests import KindQuestion, WordsQuestion
from usecases.people import choose_ward, guests, join, whose_turn
from usecases.people.find_ward import WardQuestion
from usecases.people.guests import GuestHere
from usecases.people.identify import Person
from usecases.people.join import AgeQuestion, Hello
from usecases.people.whose_turn import WhoQuestion
from usecases.world import Transaction, World

JUST_NOW = timedelta(hours=1)


Here = (
    Signposts
    | Step
    | PollShown
    | Receipt
    | Composing
    | StopQuestion
    | Decided
    | ComplaintQuestion
    | ComplaintDoubt
    | ComplaintReceipt
    | OutcomeQuestion
    | OutcomePreview
    | WordsQuestion
    | KindQuestion
    | ChoiceQuestion
    | ChoiceCheck
    | ThemeQuestion
    | NewNameQuestion
    | TranslationQuestion
    | WhatWasSaid
    | WhichConsultation
    | HowItCame
    | ChangeWhat
    | SubmissionStep
    | SubmissionPreview
    | WardQuestion
    | AgeQuestion
    | Hello
    | Menu
    | GuestHere
    | WhoQuestion
    | EqualityIntro
    | EqualityStep
)


async def here(tx: Transaction, world: World, person: Person) -> Here:
    """The screen that matches what is stored about this person. Changes nothing."""
    # They may not have seen the signposts, and nothing is more urgent.
    if (signposts := await safety.again(tx, world, person)) is not None:
        return signposts
    if (asked := await whose_turn.ask_again(tx, world, person)) is not None:
        return asked
    if (oneself := await about_oneself.now_open(tx, world, person)) is not None:
        return oneself
    for draft in person.drafts:
        if (begun := await _begun(tx, world, person, draft)) is not None:
            return begun
    if person.arrival is not None:
        return join.current_question(world, person.arrival)
    since = world.now() - JUST_NOW
    poll = await answer_poll.last_answered(tx, world, person, since=since)
    if poll is not None:
        return poll
    shown = await last_question.show_again(tx, world, person, finished_since=since)
    return shown or guests.here(world, person) or await menu(tx, world, person)


async def _begun(tx: Transaction, world: World, person: Person, draft: Draft) -> Here | None:
    """What somebody who has begun this was shown last."""
    match draft.kind:
        case compose.SENDING if person.staff is not None:
            return await compose.show(tx, world, person, draft.data)
        case decline_reason.DECLINING if person.staff is not None:
            return await decline_reason.asked_again(tx, world, person, draft)
        case complain.COMPLAINING if complain.waits(world, person):
            return await complain.show_again(tx, world, person)
        case kind if kind in choose_ward.PURPOSES:
            return WardQuestion(purpose=choose_ward.PURPOSES[kind])
    return await _begun_by_officer(tx, world, person, draft)


async def _begun_by_officer(
    tx: Transaction, world: World, person: Person, draft: Draft
) -> Here | None:
    match draft.kind:
        case complaints.OUTCOME:
            return await complaints.outcome_again(tx, person)
        case requests.MARKING:
            return await requests.marking_again(tx, world, person)
        case reading_themes.READING:
            return await reading_themes.asked_again(tx, world, person)
        case asked_polls.STOPPING:
            return await asked_polls.asked_again(tx, world, person)
        case manage_choices.DECIDING:
            return await manage_words.asked_again(tx, world, person)
        case submissions.ENTERING:
            return await submissions.asked_again(tx, world, person)
    return None
