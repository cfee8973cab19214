"""Takes the buttons from colleagues' screens that ask for what somebody has just decided.

A screen that cannot be edited, or that a restart forgets, keeps its buttons: a tap on one then says
who was first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.context import Turn
from bot.screens import Screen, data
from bot.sending.calls import TokenRefused
from bot.sending.speaker import ChatScreens, Speaker, save_chat_screens
from bot.sending.woken_rounds import WokenRounds
from bot.views.localiser import Localiser
from bot.views.safety import OPENED
from bot.views.screen_for_reply import screen_for
from content.words import Words
from usecases.conversation.shown import Shown, screens
from usecases.operations.complaints import ComplaintDone
from usecases.operations.decided_elsewhere import Decision, Elsewhere, Subject, for_colleagues
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.colleagues_screens")


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """A decision, and who made it: the id of their screens, and what colleagues call them."""

    decision: Decision
    person_id: int | None
    label: str


def decisions_of(turn: Turn) -> list[DecidedBy]:
    """What was decided in a turn that is committed."""
    person = turn.person
    label = person.staff.label if person is not None and person.staff is not None else ""
    person_id = None if person is None else person.id
    return [DecidedBy(one, person_id, label) for one in turn.decided]


@dataclass(frozen=True, slots=True)
class _Outdated:
    person: Person
    topic: str
    value: Elsewhere
    chat: ChatScreens


class ColleaguesScreens(WokenRounds):
    """Edits colleagues' screens after each decision."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        super().__init__(world)
        self._commit = commit
        self._speaker = speaker
        self._words = words
        self._decided: list[DecidedBy] = []

    def decided(self, decisions: Sequence[DecidedBy]) -> None:
        """Somebody has decided these."""
        if decisions:
            self._decided += decisions
            self.wake()

    async def _round(self) -> None:
        decided, self._decided = self._decided, []
        for one in decided:
            try:
                for outdated in await self._commit(partial(self._outdated, one=one)):
                    await self._edit(outdated)
            except TokenRefused:
                raise
            except Exception as error:  # the next decision must not wait for this one
                self._failed(error)

    def _failed(self, error: Exception) -> None:
        log.error("colleagues could not be shown a decision", **error_fields(error))

    async def _outdated(self, tx: Transaction, *, one: DecidedBy) -> list[_Outdated]:
        value = await for_colleagues(tx, self._world, one.decision, one.label)
        if value is None:
            return []
        wanted = _outdated_buttons(one.decision, value)
        found = []
        for person in await staff_in_post(tx, self._world):
            if person.id is None or person.id == one.person_id:
                continue
            chat = ChatScreens(person.id, {s.topic: s for s in await screens(tx, person.id)})
            found += [
                _Outdated(person, shown.topic, value, chat)
                for shown in chat.by_topic.values()
                if _asks(shown, wanted)
            ]
        return found

    async def _edit(self, outdated: _Outdated) -> None:
        person, chat = outdated.person, outdated.chat
        screen = screen_for(Localiser(self._words, person.language, self._world), outdated.value)
        if outdated.topic.endswith(OPENED):
            await self._speaker.remove_buttons(person, outdated.topic, chat)
        elif isinstance(screen, Screen):
            await self._speaker.edit_shown(person, outdated.topic, screen, chat)

        async def save(tx: Transaction) -> None:
            await save_chat_screens(tx, person.id, chat)

        await self._commit(save)


def _outdated_buttons(decision: Decision, value: Elsewhere) -> frozenset[str]:
    """The data of the buttons that nobody needs any more."""
    number = decision.number
    match decision.subject:
        case Subject.BROADCAST:
            return frozenset({data("y", number, 0)})  # the yes has a number of people
        case Subject.EXPORT:
            return frozenset({data("ey", number, 1)})
        case Subject.OPENING:
            return frozenset({data("oy", number, 1)})
        case Subject.ALERT:
            return frozenset({data("dc", number)})
        case Subject.REQUEST:
            return frozenset(data(verb, number) for verb in ("rd", "ra", "rn", "rt"))
        case Subject.COMPLAINT:
            acknowledged = {data("pa", number)}
            closed = isinstance(value, ComplaintDone) and value.closed
            return frozenset(acknowledged | ({data("po", number)} if closed else set()))


def _asks(shown: Shown, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(shown.buttons.values())
