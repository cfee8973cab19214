"""Many people at once: each looks at the phone when it changes, thinks, and acts by a policy."""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from emulator.chat import Message
from emulator.people.pace import USUAL_PACES, Pace
from emulator.people.phone import Phone, PhoneError, find_button
from emulator.world import Emulator


class MoveKind(StrEnum):
    START = "start"  # value: the payload, or nothing
    TYPE = "type"  # value: the text
    TAP = "tap"  # value: the label, or how it begins
    FORGE = "forge"  # value: callback data that no button carries
    PHOTO = "photo"  # value: the caption, or nothing
    VOICE = "voice"
    STICKER = "sticker"
    CONTACT = "contact"  # value: the phone number
    PLACE = "place"  # value: "latitude,longitude"
    BLOCK = "block"
    UNBLOCK = "unblock"
    LEAVE = "leave"  # deletes the account
    WAIT = "wait"  # does nothing, and is asked again


@dataclass(frozen=True, slots=True)
class Move:
    """What to do, after so many seconds of thought. `note` goes to the log and nowhere else."""

    kind: MoveKind
    value: str = ""
    after: float = 1.0
    note: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Member:
    """One of the crowd; `memory` is the policy's own."""

    phone: Phone
    traits: Mapping[str, object]
    memory: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something a member did. `button_label` and `message_text` belong to a tap."""

    at: datetime
    user_id: int
    kind: MoveKind
    value: str
    button_label: str
    message_text: str
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a crowd there are, and how many have begun: of these, some are busy with what
    they do next, and the others have finished, for good or until the bot writes."""

    size: int
    begun: int
    busy: int
    finished: int


Policy = Callable[[Member, random.Random], Move | None]
"""Asked once at the start and whenever the bot changed something; None: nothing to do now.

A tap whose message changed during the thought does not happen; the policy is asked again. So
`memory` should note what was seen, not what was about to be done.
"""

_ACTS: Mapping[MoveKind, Callable[[Phone, str], object]] = {
    MoveKind.START: lambda phone, value: phone.start(value or None),
    MoveKind.TYPE: lambda phone, value: phone.type(value),
    MoveKind.TAP: lambda phone, value: phone.tap(value),
    MoveKind.FORGE: lambda phone, value: phone.forge(value),
    MoveKind.PHOTO: lambda phone, value: phone.send_photo(value or None),
    MoveKind.VOICE: lambda phone, _: phone.send_voice(),
    MoveKind.STICKER: lambda phone, _: phone.send_sticker(),
    MoveKind.CONTACT: lambda phone, value: phone.send_contact(value),
    MoveKind.PLACE: lambda phone, value: phone.send_location(*_place(value)),
    MoveKind.BLOCK: lambda phone, _: phone.block(),
    MoveKind.UNBLOCK: lambda phone, _: phone.unblock(),
    MoveKind.LEAVE: lambda phone, _: phone.delete_account(),
}


class Crowd:
    """Members with one policy. The same seed, order and answers give the same moves."""

    def __init__(
        self,
        emulator: Emulator,
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
        """One more; also while the crowd is running. ``begun``: has acted in a former run."""
        member = Member(phone, traits)
        life = _Life(self, member, self._dice(f"{self._seed}:{len(self._lives)}"))
        life.begun = begun
        self._lives.append(life)
        if self._group is not None:
            self._begin(life)
        return member

    @property
    def idle(self) -> bool:
        """Everyone waits for a change or sleeps on the clock, and no alarm is due."""
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

        A new one counts for thoughts under way too. ValueError for what is not above nought.
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
        """Nobody acts until `resume`: thoughts under way stand still."""
        self._pace.paused = True
        self._world.stir()

    def resume(self) -> None:
        """Everybody thinks on from where they were."""
        self._pace.paused = False
        self._world.stir()

    async def run(self, stop: asyncio.Event) -> None:
        """Let them live until `stop` is set. What a policy raises ends the run."""
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

    # What a life asks of its crowd

    def choose(self, member: Member, dice: random.Random) -> Move | None:
        return self._policy(member, dice)

    async def think(self, seconds: float) -> None:
        """Sleep on the clock; until the alarm is due the sleeper does not count as busy."""
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
    """One member's days: wait, ask the policy, think, act."""

    def __init__(self, crowd: Crowd, member: Member, dice: random.Random) -> None:
        self.member = member
        self.begun = False  # has ever done anything
        self.thinking = False  # of something to do
        self._crowd = crowd
        self._dice = dice
        self._waiting = True
        self._look = asyncio.Event()

    def rouse(self) -> None:
        """The phone lit up. From this moment until it sleeps again the member is busy."""
        if self._waiting:
            self._waiting = False
            self._crowd.busy(+1)
        self._look.set()

    async def run(self) -> None:
        deaf = self.member.phone.chat.bot_acted.listen(self.rouse)
        try:
            while True:
                await self._look.wait()
                await self._follow_up()
                if not self._look.is_set():
                    self._waiting = True
                    self._crowd.busy(-1)
        finally:
            deaf()

    async def _follow_up(self) -> None:
        self._look.clear()
        shown = _face(self.member.phone.keyboard_message)
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
        # What arrived during the thought was on the screen when the member acted.
        self._look.clear()

    def _act(self, move: Move, shown: tuple[int, int] | None) -> bool:
        """Do it and log it; False when it could not be done."""
        phone = self.member.phone
        message = phone.keyboard_message
        tapped = ("", "")
        if move.kind is MoveKind.TAP:
            button = find_button(message, move.value) if message is not None else None
            if message is None or button is None or _face(message) != shown:
                return False
            tapped = (button.text, message.text)
        try:
            _ACTS[move.kind](phone, move.value)
        except PhoneError:
            return True  # blocked or gone: asking again would change nothing
        self.begun = True
        self._crowd.note(self.member, move, tapped)
        return True


def _face(message: Message | None) -> tuple[int, int] | None:
    return None if message is None else (message.message_id, message.revision)


def _place(value: str) -> tuple[float, float]:
    lat, lon = value.split(",")
    return float(lat), float(lon)
