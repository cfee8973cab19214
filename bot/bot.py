"""The bot as one thing: receive, send, tell, until it is asked to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.application import BotApplication
from bot.commits import Commit, Surely
from bot.receiving.acting import Acting
from bot.receiving.connection import Line, since_boot
from bot.receiving.outage import Outage
from bot.receiving.receiver import PATIENCE_SECONDS, Receiver
from bot.receiving.webhook import Webhook
from bot.sending.calls import Calls
from bot.sending.exporter import Drawing, Exporter, Reading
from bot.sending.operator_alerts import Bell
from bot.sending.owed_replies import Debts
from bot.sending.pacer import Pacer
from bot.sending.request import TelegramApi
from bot.sending.sender import Sender
from bot.sending.speaker import Speaker
from bot.sending.staff_notices import Desk
from bot.views import languages
from bot.watching import Nobody, Watch
from content.words import Words
from engagement.broadcasts.pace import Rates
from usecases.people.identify import staff_in_post
from usecases.world import World


@dataclass
class Bot:
    """Everything that runs in one process for one token."""

    api: TelegramApi
    application: BotApplication
    commit: Commit
    reading: Reading
    drawing: Drawing
    world: World
    words: Words
    rates: Rates = field(default_factory=Rates)
    on_forgotten: Callable[[int], None] = lambda _: None
    reached: Callable[[str], None] = lambda _: None
    papers: Path | None = None
    probe_seconds: float = 1.0
    newcomer_seconds: float = 60.0
    patience_seconds: float = PATIENCE_SECONDS
    watch: Watch = field(default_factory=Nobody)
    webhook: Webhook | None = None
    steady: Callable[[], float] = since_boot
    surely: Surely = field(init=False)
    receiver: Receiver = field(init=False)
    sender: Sender = field(init=False)
    desk: Desk = field(init=False)
    exporter: Exporter = field(init=False)
    speaker: Speaker = field(init=False)
    debts: Debts = field(init=False)
    pacer: Pacer = field(init=False)
    calls: Calls = field(init=False)
    bell: Bell = field(init=False)

    def __post_init__(self) -> None:
        surely = self.surely = Surely(self.commit, self.world.draw, self.watch)
        pacer = self.pacer = Pacer(self.world, self.rates, surely, self.watch)
        calls = self.calls = Calls(self.api, pacer, self.world)
        self.exporter = Exporter(
            calls,
            self.reading,
            self.drawing,
            self.world,
            folder=self.papers,
            reached=self.reached,
        )
        speaker = self.speaker = Speaker(calls, self.exporter, self.words)
        self.desk = Desk(commit=surely, speaker=speaker, world=self.world, words=self.words)
        self.sender = Sender(
            api=self.api,
            commit=surely,
            pacer=pacer,
            world=self.world,
            words=self.words,
            moved=self.desk.wake,
            reached=self.reached,
            watch=self.watch,
        )
        self.bell = Bell(commit=surely, speaker=speaker, world=self.world, words=self.words)
        self.debts = Debts(commit=surely, speaker=speaker, world=self.world, words=self.words)
        self.receiver = self._receiver(calls)

    def _receiver(self, calls: Calls) -> Receiver:
        return Receiver(
            api=self.api,
            bot_id=lambda: self.application.bot.id,
            acting=Acting(
                application=self.application,
                commit=self.surely,
                world=self.world,
                words=self.words,
                on_forgotten=self.on_forgotten,
            ),
            commit=self.surely,
            outage=Outage(
                calls,
                self.words,
                self.world.library.council.languages,
                self.patience_seconds,
            ),
            speaker=self.speaker,
            debts=self.debts,
            world=self.world,
            words=self.words,
            stir=self.stir,
            reached=self.reached,
            watch=self.watch,
            webhook=self.webhook,
            line=Line(self.world, self.steady),
            probe_seconds=self.probe_seconds,
            newcomer_seconds=self.newcomer_seconds,
            patience_seconds=self.patience_seconds,
        )

    @property
    def calling(self) -> bool:
        """Whether a call to Telegram, other than the long poll, is under way, or something being
        drawn for one, or the database being tried again."""
        busy = self.api.in_flight > 0 or self.exporter.drawing_now > 0
        return busy or self.surely.struggling

    @property
    def idle(self) -> bool:
        """Whether all that was received is answered, and nothing waits to be sent or told."""
        return self.receiver.idle and self.sender.idle and self.desk.idle and not self.calling

    def close_doors(self) -> None:
        """Take no more in: no updates, no claims."""
        self.receiver.close_doors()
        self.sender.close_doors()

    async def answered(self) -> None:
        """Return when what was taken in is answered and what was claimed is settled."""
        await self.receiver.answered()
        await self.sender.resting.wait()
        await self.pacer.kept.wait()

    def stir(self) -> None:
        """A broadcast may have moved."""
        self.sender.wake()
        self.desk.wake()

    @property
    def _id(self) -> int:
        return int(self.application.bot.id)

    async def _offer_menus(self) -> None:
        """Everybody's menu in each language, and the staff's own, as this version has them."""
        for language in self.world.library.council.languages:
            await self.speaker.offer_commands(languages.commands(None), language)
        for person in await self.surely(lambda tx: staff_in_post(tx, self.world)):
            shown = languages.menu(person)
            await self.speaker.offer_commands(shown.names, shown.language, person.chat_id)

    async def serve(self) -> None:
        """Serve until cancelled. Raises (in a group) AnotherInstance, WebhookActive,
        WebhookNotTaken, TokenRefused."""
        # Before anything is called: the process before this one may have been told to pause.
        await self.pacer.recall(self._id)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._offer_menus())
            group.create_task(self.receiver.serve())
            group.create_task(self.pacer.serve())
            group.create_task(self.sender.serve(self.receiver.alone, self._id))
            group.create_task(self.desk.serve())
