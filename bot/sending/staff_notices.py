"""Notices to staff about broadcasts and files of answers: approval requests, progress, reports."""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.speaker import ChatScreens, Speaker, save_chat_screens
from bot.sending.woken_rounds import WokenRounds
from bot.views.broadcast_progress import progress
from bot.views.localiser import Localiser
from bot.views.screen_for_reply import screen_for
from content.words import Words
from engagement.broadcasts.bot_api_responses import Fate
from engagement.broadcasts.lifecycle import BroadcastState
from usecases.broadcasts import staff_notices
from usecases.broadcasts.approval import ApprovalRequest
from usecases.broadcasts.progress import Progress
from usecases.broadcasts.staff_notices import StaffNotice
from usecases.conversation.shown import Shown, screens
from usecases.insight import export_notices
from usecases.insight.export_notices import FileNotice
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.staff_notices")

SECONDS_BETWEEN_EDITS = 1.0
TAKE_BACK, TAKE_UP = "t:", "yr:"
DECIDED_ELSEWHERE = (TAKE_BACK, TAKE_UP)
"""How the data of the buttons begins that an author has while a message waits for a second person,
and after they have declined it. What changes then was done by that person."""

_Notice = StaffNotice | FileNotice
_Key = tuple[str, int, int, bool]


class StaffNotices(WokenRounds):
    """Sends what the database marks as not sent yet, so that after a crash nobody gets a wrong or
    repeated notice."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        # Each message is edited at most once a second.
        super().__init__(world, seconds_between=SECONDS_BETWEEN_EDITS)
        self._commit = commit
        self._speaker = speaker
        self._words = words
        self._unseen: set[_Key] = set()

    async def _round(self) -> None:
        for notice, shown in await self._commit(self._pending):
            await self._notify(notice, shown)

    def _failed(self, error: Exception) -> None:
        log.error("staff could not be notified", **error_fields(error))

    async def _pending(self, tx: Transaction) -> list[tuple[_Notice, list[Shown]]]:
        found: list[_Notice] = [
            *await staff_notices.pending(tx, self._world),
            *await export_notices.pending(tx, self._world),
        ]
        return [(notice, await screens(tx, notice.person.id or 0)) for notice in found]

    async def _notify(self, notice: _Notice, shown: list[Shown]) -> None:
        if _key(notice) in self._unseen:
            # Progress that nobody can see isn't sent again at every step; the end is, once.
            return
        say = Localiser(self._words, notice.person.language, self._world)
        screen = screen_for(say, notice.value)
        if not isinstance(screen, Screen):
            return
        chat = ChatScreens(notice.person.id, {s.topic: s for s in shown})
        if isinstance(notice, StaffNotice) and notice.is_edit:
            await self._edit(notice, screen, chat)
            return
        screen = replace(screen, silent=self._world.is_quiet and not _wakes(notice))
        below = _needs_a_message(
            screen, chat, is_over=_is_over(notice), is_stuck=_nobody_can_approve(notice)
        ) or _has_moved(notice)
        show = self._speaker.show_below if below else self._speaker.show
        outcome = None
        if not self._only_a_button_goes(notice, say, chat):
            outcome = await show(notice.person, screen, chat)
        # Only a notice that was certainly not sent is sent again: any other is on their phone, or
        # waits until they can be reached.
        is_sent = outcome is None or outcome.fate not in _NOT_THERE
        if outcome is not None and outcome.message_id is None and is_sent:
            self._unseen.add(_key(notice))

        async def save(tx: Transaction) -> None:
            await save_chat_screens(tx, notice.person.id, chat)
            if is_sent and isinstance(notice, FileNotice):
                await export_notices.mark_shown(tx, self._world, notice)
            elif is_sent and isinstance(notice, StaffNotice):
                await staff_notices.mark_shown(tx, self._world, notice)

        await self._commit(save)

    @staticmethod
    def _only_a_button_goes(notice: _Notice, say: Localiser, chat: ChatScreens) -> bool:
        """Whether the screen differs only in "Take it back", which goes from all reports in the
        same way: a message, or an hour of its own, would tell that some copies still wait."""
        if not isinstance(notice.value, Progress) or notice.value.may_take_back:
            return False
        before = progress(say, replace(notice.value, may_take_back=True))
        known = chat.by_topic.get(before.topic)
        return known is not None and known.fingerprint == before.fingerprint

    async def _edit(self, notice: StaffNotice, screen: Screen, chat: ChatScreens) -> None:
        known = chat.by_topic.get(screen.topic)
        if known is None or known.fingerprint == screen.fingerprint:
            return
        await self._speaker.edit_shown(notice.person, screen.topic, screen, chat)

        async def save(tx: Transaction) -> None:
            await save_chat_screens(tx, notice.person.id, chat)

        await self._commit(save)


_NOT_THERE = frozenset({Fate.NEVER_SENT, Fate.SLOW_DOWN, Fate.BLOCKED, Fate.GONE})


def _needs_a_message(
    screen: Screen, chat: ChatScreens, *, is_over: bool, is_stuck: bool = False
) -> bool:
    """Whether a change comes as a new message: an edit makes no sound, and further up in a chat
    nobody sees it. A colleague has decided, nobody can decide any more, or it is over and other
    screens have come since."""
    known = chat.by_topic.get(screen.topic)
    if known is None or known.fingerprint == screen.fingerprint:
        return False
    waited = any(data.startswith(DECIDED_ELSEWHERE) for data in known.buttons.values())
    waits = any(data.startswith(TAKE_BACK) for data in screen.buttons.values())
    came_back = any(data.startswith(TAKE_UP) for data in screen.buttons.values())
    newest = max(shown.message_id for shown in chat.by_topic.values())
    return (
        is_stuck or ((waited or came_back) and not waits) or (is_over and known.message_id < newest)
    )


def _key(notice: _Notice) -> _Key:
    if isinstance(notice, FileNotice):
        return "file", notice.request_id, notice.staff_id, export_notices.is_over(notice)
    return "message", notice.broadcast_id, notice.staff_id, notice.is_final


def _is_over(notice: _Notice) -> bool:
    if isinstance(notice, FileNotice):
        return export_notices.is_over(notice)
    return notice.is_over


def _nobody_can_approve(notice: _Notice) -> bool:
    """Whether nobody who was asked can be reached any more, and nobody else can be asked."""
    if not isinstance(notice, StaffNotice) or not isinstance(notice.value, Progress):
        return False
    return notice.value.state is BroadcastState.AWAITING_APPROVAL and not notice.value.asked


def _has_moved(notice: _Notice) -> bool:
    """Whether somebody is asked again, because the questions close on another day."""
    return isinstance(notice.value, ApprovalRequest) and notice.value.moved


def _wakes(notice: _Notice) -> bool:
    return isinstance(notice, StaffNotice) and notice.wakes
