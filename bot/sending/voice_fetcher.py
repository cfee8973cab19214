"""Fetches the sounds of voice notes after their commit, and tells authors of those that are lost.

Neither an id nor a path of Telegram's is ever logged: the address of a file holds the token.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

import structlog

from bot.commits import Commit, RetriedCommit, error_fields
from bot.sending.calls import TokenRefused
from bot.sending.noted_screens import send_noted
from bot.sending.pacer import Pacer
from bot.sending.request import FileTooLarge, TelegramApi
from bot.sending.speaker import Speaker
from bot.sending.woken_rounds import WokenRounds
from bot.views import voice_notes as views
from bot.views.localiser import Localiser
from content.words import Words
from engagement.broadcasts.bot_api_responses import Fate
from engagement.consultations.voice import LARGEST_BYTES
from usecases.consultations import voice_answers
from usecases.consultations.voice_answers import LostNotice, StoredNote
from usecases.conversation import about_oneself
from usecases.world import World

log = structlog.get_logger("bot.sending.voice_fetcher")

AT_ONCE = 4
"""Sounds that are fetched at the same time: a megabyte each is in memory."""


class NotFetched(Exception):
    """A sound could not be fetched. ``for_good``: another try would end like this one."""

    def __init__(self, *, for_good: bool = False) -> None:
        super().__init__()
        self.for_good = for_good


class VoiceFetcher(WokenRounds):
    """At each wake fetches what is due, a few at a time. What fails is due again later; so is what
    a restart interrupted. ``alone`` commits an act in a transaction of its own: a megabyte is
    written beside nobody's tap."""

    def __init__(
        self,
        *,
        api: TelegramApi,
        pacer: Pacer,
        commit: RetriedCommit,
        alone: Commit,
        speaker: Speaker,
        world: World,
        words: Words,
        reached: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__(world)
        self._api = api
        self._pacer = pacer
        self._commit = commit
        self._alone = alone
        self._speaker = speaker
        self._words = words
        self._reached = reached

    async def _round(self) -> None:
        done: set[int] = set()
        while True:
            due = partial(
                voice_answers.to_fetch, world=self._world, but=frozenset(done), most=AT_ONCE
            )
            notes = await self._commit(due)
            if not notes:
                break
            done |= {note.number for note in notes}
            ends = await asyncio.gather(*map(self._one, notes), return_exceptions=True)
            for end in ends:
                if isinstance(end, BaseException):
                    raise end
        for notice in await self._commit(lambda tx: about_oneself.lost_notices(tx, self._world)):
            await self._tell(notice)

    async def _one(self, note: StoredNote) -> None:
        try:
            sound = await self._sound(note.file_id or "")
        except NotFetched as failure:
            give_up = partial(
                voice_answers.not_fetched,
                world=self._world,
                note=note,
                for_good=failure.for_good,
            )
            if await self._commit(give_up):
                log.warning("a voice note could not be fetched", tries=note.tries + 1)
            return
        self._reached("fetched")
        await self._alone(partial(voice_answers.fetched, note=note, sound=sound))

    async def _sound(self, file_id: str) -> bytes:
        """The bytes behind an id of Telegram's. Raises NotFetched, TokenRefused."""
        await self._pacer.wait_while_paused()
        outcome = await self._api.call("getFile", {"file_id": file_id})
        self._pacer.note(outcome)
        if outcome.fate is Fate.UNAUTHORISED:
            raise TokenRefused
        found = outcome.result if isinstance(outcome.result, dict) else {}
        path, size = found.get("file_path"), found.get("file_size")
        if outcome.fate is not Fate.DONE or not isinstance(path, str):
            raise NotFetched(for_good="too big" in outcome.description)
        if isinstance(size, int) and size > LARGEST_BYTES:
            raise NotFetched(for_good=True)
        try:
            sound = await self._api.download(path, most=LARGEST_BYTES)
        except FileTooLarge:
            raise NotFetched(for_good=True) from None
        if sound is None:
            raise NotFetched
        return sound

    async def _tell(self, notice: LostNotice) -> None:
        who = notice.person
        say = Localiser(self._words, who.language, self._world, guest=who.number_on_phone)
        screen = views.lost(say, notice.value)
        if await send_noted(self._commit, self._speaker, notice.person, screen):
            await self._commit(lambda tx: voice_answers.told(tx, notice))

    def _failed(self, error: Exception) -> None:
        log.error("voice notes could not be fetched", **error_fields(error))
