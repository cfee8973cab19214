"""A crowd of people: each looks at their phone when it changes, thinks, and acts by a policy."""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from emulator.chat import Message
from emulator.people.moves import Move, MoveKind, carry_out
from emulator.people.pace import USUAL_PACES, Pace
from emulator.people.phone import Phone, PhoneError, find_button
from emulator.world import World


@dataclass(slots=True, eq=False)
class Member:
    """One person of the crowd; `memory` belongs to the policy."""

    phone: Phone
    traits: Mapping[str, object]
    memory: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something a member did. `button_label` and `message_text` are filled in for a tap."""

    at: datetime
    user_id: int
    kind: MoveKind
    value: str
    button_label: str
    message_text: str
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """The size of a crowd and how many have begun. Of these, the busy ones have chosen their next
    move; the others have finished, for good or until the bot writes."""

    size: int
    begun: int
    busy: int
    finished: int


Policy = Callable[[Member, random.Random], Move | None]
"""Called once at the start and whenever the bot changed something; None means no move for now.

If a message changes while a member thinks about tapping it, the tap doesn't happen and the policy
is called again. So `memory` should note what was seen, not what was about to be done.
"""


class Crowd:
    """Members with one policy. The same seed, order and answers give the same moves."""

    def __init__(
        self,
        emulator: World,
        policy: Policy,
        seed: int = 7,
        dice: Callable[[str], random.Random] = random.Random,
    ) -> None:
        self._world = emulator
        self._policy = policy
        self._seed = seed
        self._dice = dice
        self._lives: list[_Life] = []
        self._group: asyncio.TaskGroup | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._pace = Pace(emulator.clock)
        self.paces: Mapping[str, float] = USUAL_PACES  # the speeds the page offers, by name
        self.deciding = 0
        self.log: list[LogEntry] = []

    @property
    def members(self) -> list[Member]:
        return [life.member for life in self._lives]

    def add(self, phone: Phone, traits: Mapping[str, object], *, begun: bool = False) -> Member:
        """Add a member, also while the crowd is running. ``begun``: has acted in an earlier run."""
        member = Member(phone, traits)
        life = _Life(self, member, self._dice(f"{self._seed}:{len(self._lives)}"))
        life.begun = begun
        self._lives.append(life)
        if self._group is not None:
            self._begin(life)
        return member

    @property
    def idle(self) -> bool:
        """Whether everyone waits for a change or sleeps on the clock, with no sleep over yet."""
        return not self.deciding and not self._pace.alarm_due(self._world.now())

    @property
    def tally(self) -> Tally:
        """The crowd in four numbers."""
        begun = sum(life.begun for life in self._lives)
        busy = sum(life.begun and life.thinking for life in self._lives)
        return Tally(len(self._lives), begun, busy, begun - busy)

    @property
    def speed(self) -> float:
        """How many seconds of thought pass in one second of the clock; 1 at first.

        A new speed also applies to thoughts in progress; ValueError for one that isn't above 0.
        """
        return self._pace.speed

    @speed.setter
    def speed(self, factor: float) -> None:
        self._pace.speed = factor
        self._world.stir()

    @property
    def paused(self) -> bool:
        return self._pace.paused

    def pause(self) -> None:
        """Stop everyone until `resume`; thoughts in progress stop as well."""
        self._pace.paused = True
        self._world.stir()

    def resume(self) -> None:
        """Let everyone continue their thought where it stopped."""
        self._pace.paused = False
        self._world.stir()

    async def run(self, stop: asyncio.Event) -> None:
        """Let the members act until `stop` is set. An exception in the policy ends the run."""
        detach = self._world.idle_only_when(lambda: self.idle)
        try:
            async with asyncio.TaskGroup() as self._group:
                for life in self._lives:
                    self._begin(life)
                await stop.wait()
                for task in self._tasks:
                    task.cancel()
        finally:
            detach()
            self._group, self._tasks = None, []
            self.deciding = 0
            self._pace.forget()
            self._world.stir()

    def _begin(self, life: "_Life") -> None:
        assert self._group is not None
        life.rouse()
        self._tasks.append(self._group.create_task(life.run()))

    # Called by the members' lives

    def choose(self, member: Member, dice: random.Random) -> Move | None:
        return self._policy(member, dice)

    async def think(self, seconds: float) -> None:
        """Sleep on the clock; until the sleep is over, the member doesn't count as busy."""
        self.busy(-1)
        try:
            await self._pace.think(seconds)
        finally:
            self.busy(+1)

    def busy(self, change: int) -> None:
        self.deciding += change
        if not self.deciding:
            self._world.stir()

    def note(self, member: Member, move: Move, tapped: tuple[str, str]) -> None:
        self.log.append(
            LogEntry(
                self._world.now(), member.phone.user_id, move.kind, move.value, *tapped, move.note
            )
        )


class _Life:
    """One member in a loop: wait, call the policy, think, act."""

    def __init__(self, crowd: Crowd, member: Member, dice: random.Random) -> None:
        self.member = member
        self.begun = False  # has ever done anything
        self.thinking = False  # about the next move
        self._crowd = crowd
        self._dice = dice
        self._waiting = True
        self._look = asyncio.Event()

    def rouse(self) -> None:
        """The phone lit up. From now until their next sleep the member is busy."""
        if self._waiting:
            self._waiting = False
            self._crowd.busy(+1)
        self._look.set()

    async def run(self) -> None:
        stop_listening = self.member.phone.chat.bot_acted.listen(self.rouse)
        try:
            while True:
                await self._look.wait()
                await self._follow_up()
                if not self._look.is_set():
                    self._waiting = True
                    self._crowd.busy(-1)
        finally:
            stop_listening()

    async def _follow_up(self) -> None:
        self._look.clear()
        shown = _version(self.member.phone.keyboard_message)
        move = self._crowd.choose(self.member, self._dice)
        if move is None:
            return
        self.thinking = move.kind is not MoveKind.WAIT
        try:
            await self._crowd.think(move.after)
        finally:
            self.thinking = False
        if move.kind is MoveKind.WAIT or not self._act(move, shown):
            self._look.set()
            return
        # Messages that arrived during the thought were on the screen when the member acted.
        self._look.clear()

    def _act(self, move: Move, shown: tuple[int, int] | None) -> bool:
        """Do it and log it; False if the button is gone or its message has changed."""
        phone = self.member.phone
        message = phone.keyboard_message
        tapped = ("", "")
        if move.kind is MoveKind.TAP:
            button = find_button(message, move.value) if message is not None else None
            if message is None or button is None or _version(message) != shown:
                return False
            tapped = (button.text, message.text)
        try:
            carry_out(move, phone)
        except PhoneError:
            return True  # blocked or deleted: another call of the policy would change nothing
        self.begun = True
        self._crowd.note(self.member, move, tapped)
        return True


def _version(message: Message | None) -> tuple[int, int] | None:
    return None if message is None else (message.message_id, message.revision)
