"""The running bot: receiver, sender, replies and notices, put together for one token."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.application import BotApplication
from bot.commits import Commit, RetriedCommit
from bot.observer import NoObserver, Observer
from bot.receiving.connection import Connection, since_boot
from bot.receiving.outage import OutageNotices
from bot.receiving.receiver import PATIENCE_SECONDS, Receiver
from bot.receiving.turn_runner import TurnRunner
from bot.receiving.webhook import Webhook
from bot.sending.calls import Calls
from bot.sending.colleagues_screens import ColleaguesScreens
from bot.sending.duty_notices import DutyNotices
from bot.sending.exporter import Drawing, Exporter, OpenReading
from bot.sending.hold_notices import HoldNotices
from bot.sending.old_reports import OldReports
from bot.sending.opening_notices import OpeningNotices
from bot.sending.operator_alerts import OperatorAlerts
from bot.sending.pacer import Pacer
from bot.sending.pending_replies import PendingReplies
from bot.sending.request import TelegramApi
from bot.sending.rights_notices import RightsNotices
from bot.sending.safety_alerts import SafetyAlerts
from bot.sending.sender import Sender
from bot.sending.speaker import Speaker
from bot.sending.staff_menus import StaffMenus
from bot.sending.staff_notices import StaffNotices
from bot.sending.undecided_words import UndecidedWords
from bot.sending.voice_fetcher import VoiceFetcher
from content.words import Words
from engagement.broadcasts.pace import Rates
from usecases.people.leave import Forgotten
from usecases.world import World

Notices = TypeVar("Notices")


@dataclass
class Bot:
    """All parts of the bot that run in one process, for one token.

    ``commit`` runs an act in a shared transaction, ``commit_alone`` in one of its own (if it is
    given); ``retried_commit`` retries the former until it succeeds. ``reached`` is called at each
    failpoint, ``on_forgotten`` before a contact is forgotten. Exports and pictures are made in
    ``export_folder``.
    """

    api: TelegramApi
    application: BotApplication
    commit: Commit
    reading: OpenReading
    drawing: Drawing
    world: World
    words: Words
    rates: Rates = field(default_factory=Rates)
    on_forgotten: Callable[[Forgotten], None] = lambda _: None
    reached: Callable[[str], None] = lambda _: None
    export_folder: Path | None = None
    probe_seconds: float = 1.0
    newcomer_seconds: float = 60.0
    patience_seconds: float = PATIENCE_SECONDS
    observer: Observer = field(default_factory=NoObserver)
    webhook: Webhook | None = None
    steady: Callable[[], float] = since_boot
    commit_alone: Commit | None = None
    retried_commit: RetriedCommit = field(init=False)
    receiver: Receiver = field(init=False)
    sender: Sender = field(init=False)
    staff_notices: StaffNotices = field(init=False)
    exporter: Exporter = field(init=False)
    speaker: Speaker = field(init=False)
    pending_replies: PendingReplies = field(init=False)
    pacer: Pacer = field(init=False)
    calls: Calls = field(init=False)
    operator_alerts: OperatorAlerts = field(init=False)
    staff_menus: StaffMenus = field(init=False)
    rights_notices: RightsNotices = field(init=False)
    hold_notices: HoldNotices = field(init=False)
    duty_notices: DutyNotices = field(init=False)
    old_reports: OldReports = field(init=False)
    opening_notices: OpeningNotices = field(init=False)
    undecided_words: UndecidedWords = field(init=False)
    safety_alerts: SafetyAlerts = field(init=False)
    colleagues_screens: ColleaguesScreens = field(init=False)
    voice_fetcher: VoiceFetcher = field(init=False)

    def __post_init__(self) -> None:
        retried = self.retried_commit = RetriedCommit(self.commit, self.world.draw, self.observer)
        pacer = self.pacer = Pacer(self.world, self.rates, retried, self.observer)
        calls = self.calls = Calls(self.api, pacer, self.world)
        self.exporter = Exporter(
            calls,
            self.reading,
            self.drawing,
            self.world,
            folder=self.export_folder,
            reached=self.reached,
        )
        speaker = self.speaker = Speaker(calls, self.exporter, self.words)
        self.staff_notices = StaffNotices(
            commit=retried, speaker=speaker, world=self.world, words=self.words
        )
        self.sender = Sender(
            api=self.api,
            commit=retried,
            pacer=pacer,
            world=self.world,
            words=self.words,
            on_progress=self.staff_notices.wake,
            reached=self.reached,
            observer=self.observer,
        )
        self.operator_alerts = self._notices(OperatorAlerts, speaker)
        self.rights_notices = self._notices(RightsNotices, speaker)
        self.hold_notices = self._notices(HoldNotices, speaker)
        self.duty_notices = self._notices(DutyNotices, speaker)
        self.old_reports = self._notices(OldReports, speaker)
        self.opening_notices = self._notices(OpeningNotices, speaker)
        self.undecided_words = self._notices(UndecidedWords, speaker)
        self.safety_alerts = self._notices(SafetyAlerts, speaker)
        self.colleagues_screens = self._colleagues_screens(speaker)
        self.voice_fetcher = self._voice_fetcher(speaker)
        self.staff_menus = self._notices(StaffMenus, speaker)
        self.pending_replies = PendingReplies(
            commit=retried, speaker=speaker, world=self.world, words=self.words
        )
        self.receiver = self._receiver(calls)
        self.world.received_up_to = lambda: self.receiver.connection.received_up_to

    def _notices(self, kind: Callable[..., Notices], speaker: Speaker) -> Notices:
        """What sends notices of this kind, or menus."""
        return kind(commit=self.retried_commit, speaker=speaker, world=self.world, words=self.words)

    def _colleagues_screens(self, speaker: Speaker) -> ColleaguesScreens:
        return ColleaguesScreens(
            commit=self.retried_commit, speaker=speaker, world=self.world, words=self.words
        )

    def _voice_fetcher(self, speaker: Speaker) -> VoiceFetcher:
        alone = RetriedCommit(self.commit_alone or self.commit, self.world.draw, self.observer)
        return VoiceFetcher(
            api=self.api,
            pacer=self.pacer,
            commit=self.retried_commit,
            alone=alone,
            speaker=speaker,
            world=self.world,
            words=self.words,
            reached=self.reached,
        )

    def _receiver(self, calls: Calls) -> Receiver:
        return Receiver(
            api=self.api,
            bot_id=lambda: self.application.bot.id,
            runner=TurnRunner(
                application=self.application,
                commit=self.retried_commit,
                reading=self.reading,
                world=self.world,
                words=self.words,
                on_forgotten=self.on_forgotten,
            ),
            commit=self.retried_commit,
            outage=OutageNotices(
                calls,
                self.words,
                self.world.library.council.languages,
                self.patience_seconds,
            ),
            speaker=self.speaker,
            pending_replies=self.pending_replies,
            world=self.world,
            words=self.words,
            broadcasts_changed=self.broadcasts_changed,
            decided=self.colleagues_screens.decided,
            reached=self.reached,
            observer=self.observer,
            webhook=self.webhook,
            connection=Connection(self.world, self.steady),
            probe_seconds=self.probe_seconds,
            newcomer_seconds=self.newcomer_seconds,
            patience_seconds=self.patience_seconds,
        )

    @property
    def calling(self) -> bool:
        """Whether a call to Telegram other than the long poll is under way, or something is being
        drawn for one, or a commit is being retried."""
        busy = self.api.in_flight > 0 or self.exporter.drawing_now > 0
        return busy or self.retried_commit.is_retrying

    @property
    def idle(self) -> bool:
        """Whether everything received is answered, and nothing is waiting to be sent."""
        notices = (self.staff_notices, self.safety_alerts, self.colleagues_screens)
        loops = (self.receiver, self.sender, self.voice_fetcher, *notices)
        return all(loop.idle for loop in loops) and not self.calling

    def stop_intake(self) -> None:
        """Stop taking in updates and claiming deliveries."""
        self.receiver.stop_intake()
        self.sender.stop_claiming()

    async def answered(self) -> None:
        """Return when every update taken in is answered and every claimed delivery is settled."""
        await self.receiver.answered()
        await self.sender.finished.wait()
        await self.pacer.saved.wait()

    def broadcasts_changed(self) -> None:
        """Wake the sender, the staff notices, the safety alerts and what fetches voice notes:
        something may have changed."""
        self.sender.wake()
        self.safety_alerts.wake()
        self.staff_notices.wake()
        self.voice_fetcher.wake()

    @property
    def _id(self) -> int:
        return int(self.application.bot.id)

    async def serve(self) -> None:
        """Serve until cancelled. Raises (in a group) AnotherInstance, WebhookActive,
        WebhookRefused, TokenRefused."""
        # Before any call: Telegram may have asked the previous process to pause.
        await self.pacer.restore(self._id)
        async with asyncio.TaskGroup() as group:
            group.create_task(self.staff_menus.offer())
            group.create_task(self.receiver.serve())
            group.create_task(self.pacer.serve())
            group.create_task(self.sender.serve(self.receiver.alone, self._id))
            group.create_task(self.staff_notices.serve())
            group.create_task(self.safety_alerts.serve())
            group.create_task(self.colleagues_screens.serve())
            group.create_task(self.voice_fetcher.serve())
