"""What is fed: classes of input, each with what must come of it."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from fuzz_spec import LARGEST_ID, Spec

from bot.receiving.polling import ALLOWED_UPDATES
from engagement.consultations.receipt import base36

PLANES = "".join(chr((plane << 16) + 0x1234) for plane in range(17))
ZALGO = "Z" + "".join(chr(0x300 + n) for n in range(60)) + "a"
RTL = "safe\u202egpj.exe\u202c and on"
CORPUS = (
    "More lamps, please",
    "x" * 3000,
    RTL,
    "one\x00two",
    "<b>bold</b> & <script>",
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "@SUM(A1)",
    "🏡" * 50,
    "👨‍👩‍👧‍👦 family",
    ZALGO,
    PLANES,
    "\ufeffmark",
    "line\nline\r\nline\ttab",
    "/no command, for nothing says so",
    "'; DROP TABLE answers; --",
    "{name} {{x}} %s %n",
    "ےہ اردو",
)
"""Texts that are an answer as they stand (fault case 35), but for U+0000, which no database of
ours can hold."""
NO_ANSWERS = ("", "   ", "\n", "\u2003", "x" * 3001, "x" * 4096, "🏡" * 4096)
"""Texts that are refused."""

Body = dict[str, Any]


@dataclass
class Batch:
    """Up to a hundred inputs of one class. ``answers`` are those that must stand after it, by
    (user, question); ``heard`` are users who must be told something; ``first`` is sent and handled
    before the others."""

    name: str
    updates: list[Body]
    senders: set[int]
    answers: dict[tuple[int, str], object] = field(default_factory=dict)
    heard: set[int] = field(default_factory=set)
    arrivals: dict[int, str | None] = field(default_factory=dict)
    may_set_aside: bool = False
    first: list[Body] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        return len(self.first) + len(self.updates)


@dataclass(frozen=True)
class Cast:
    """Who sends: residents with a consultation under way, others, and codes that are good."""

    residents: Sequence[int]
    strangers: Sequence[int]
    consultation: int  # its code
    questions: Sequence[Any]
    poster: tuple[str, str]  # payload, ward
    used_invite: str


class Maker:
    """Makes batches; the same ones for the same seed."""

    def __init__(self, cast: Cast, chance: random.Random) -> None:
        self._cast = cast
        self._chance = chance
        self._spec = Spec(chance)
        self._number = 0
        self._minutes = 0

    @property
    def classes(self) -> dict[Callable[[int], Batch], int]:
        """Each class with its share of a hundred."""
        return {
            self.by_the_spec: 34,
            self.forged_buttons: 15,
            self.our_buttons: 12,
            self.words_as_answers: 13,
            self.words_nobody_waits_for: 8,
            self.start_payloads: 6,
            self.malformed: 12,
        }

    def by_the_spec(self, count: int) -> Batch:
        """Valid updates of every kind: no effect, nothing set aside, nobody else hears of it."""
        kinds = [*ALLOWED_UPDATES, *ALLOWED_UPDATES, *self._spec.kinds]
        updates, senders = [], set()
        for n in range(count):
            who = self._chance.choice(self._cast.strangers)
            updates.append(self._spec.update(kinds[(self._number + n) % len(kinds)], who))
            senders.add(who)
        self._number += count
        return Batch("an update by the specification", updates, senders)

    def forged_buttons(self, count: int) -> Batch:
        """Data we never made, or made for others: a toast, and nothing else."""
        updates, senders = [], set()
        for _ in range(count):
            who = self._chance.choice(self._cast.residents)
            updates.append(self.tap(who, self._forged()))
            senders.add(who)
        return Batch("a forged button", updates, senders)

    def our_buttons(self, count: int) -> Batch:
        """An answer by tap is stored, the last of each question's."""
        answers: dict[tuple[int, str], object] = {}
        updates = []
        single, scale = self._cast.questions[0], self._cast.questions[2]
        for _ in range(count):
            who = self._chance.choice(self._cast.residents)
            if self._chance.random() < 0.5:
                number = self._chance.randint(1, len(single.options))
                answers[who, single.key] = single.options[number - 1].key
                updates.append(self.tap(who, f"q:{base36(self._cast.consultation)}:0:{number}"))
            else:
                number = self._chance.randint(1, 5)
                answers[who, scale.key] = number
                updates.append(self.tap(who, f"q:{base36(self._cast.consultation)}:2:{number}"))
        return Batch("a button of ours", updates, {w for w, _ in answers}, answers)

    def words_as_answers(self, count: int) -> Batch:
        """Kept exactly as written, or refused and the former answer kept."""
        answers: dict[tuple[int, str], object] = {}
        first, updates = [], []
        most = min(max(1, count // 2), len(self._cast.residents))
        senders = {*self._chance.sample(self._cast.residents, most)}
        for who in senders:
            # The question is in the chat before its answer is typed.
            first.append(self.tap(who, f"g:{base36(self._cast.consultation)}:2:1"))
            refused = self._chance.random() < 0.2
            text = self._chance.choice(NO_ANSWERS if refused else CORPUS)
            if not refused:
                self._number += 1
                text = f"{text[:2980]}·{self._number}"
                answers[who, self._cast.questions[3].key] = text.replace("\x00", "")
            updates.append(self.message(who, text))
        return Batch("words as an answer", updates, senders, answers, heard=senders, first=first)

    def words_nobody_waits_for(self, count: int) -> Batch:
        """Somebody we do not know says something: they are told what can be done here."""
        updates = []
        for n in range(count):
            who = self._cast.strangers[n % len(self._cast.strangers)]
            updates.append(self.message(who, self._chance.choice(CORPUS)))
        senders = {*self._cast.strangers[:count]}
        return Batch("words nobody waits for", updates, senders, heard=senders)

    def start_payloads(self, count: int) -> Batch:
        """A good one brings its ward, all others a plain hello; no invite is given away."""
        updates, arrivals, heard = [], {}, set()
        good, ward = self._cast.poster
        letters = string.ascii_letters + string.digits + "_-"
        for n in range(count):
            who = self._cast.strangers[n % len(self._cast.strangers)]
            invite = self._chance.random() < 0.3
            payload = "".join(self._chance.choices(letters, k=self._chance.choice((1, 5, 12, 62))))
            if invite:
                payload = self._chance.choice((self._cast.used_invite, f"i-{payload}"))
            elif self._chance.random() < 0.3:
                payload = good
            else:
                payload = self._chance.choice((f"-{payload}", f"z{payload}zz"[:64], "zzzzzzzzzzzz"))
            updates.append(self.message(who, f"/start {payload}"))
            heard.add(who)
            if not invite:
                arrivals[who] = ward if payload == good else None
        return Batch("a start payload", updates, heard, heard=heard, arrivals=arrivals)

    def malformed(self, count: int) -> Batch:
        """Against the specification: set aside or passed over, and the rest flows."""
        updates, senders = [], set()
        for _ in range(count):
            who = self._chance.choice(self._cast.strangers)
            update = self._spec.update(self._chance.choice(ALLOWED_UPDATES), who)
            self._damage(update)
            updates.append(update)
            senders.add(who)
        return Batch("a malformed update", updates, senders, may_set_aside=True)

    def _damage(self, update: Body) -> None:
        """Put what does not belong there in the place of one value, somewhere."""
        holders: list[tuple[Any, Any]] = []

        def walk(value: Any) -> None:
            inner = value.items() if isinstance(value, dict) else enumerate(value)
            for key, held in [*inner]:
                holders.append((value, key))
                if isinstance(held, (dict, list)):
                    walk(held)

        walk(update)
        odd = (None, [], {}, "x", -1, 10**30, 10**18, True, [None], {"id": []}, 1e308)
        for holder, key in self._chance.sample(holders, min(len(holders), 3)):
            holder[key] = self._chance.choice(odd)

    def _forged(self) -> str:
        chance = self._chance
        verbs = ("q", "g", "ln", "ql", "om", "b", "c", "h", "sw", "y", "t", "r", "e", "ef", "mp",
                 "w", "f", "a", "x")  # fmt: skip
        letters = string.ascii_letters + string.digits + ":"
        match chance.randrange(8):
            case 0:
                return "!" + "".join(chance.choices(letters, k=chance.randint(0, 62)))
            case 1:
                return ":".join([chance.choice(verbs), *["9"] * chance.randint(4, 9)])
            case 2:
                return f"{chance.choice(verbs)}:{'z' * chance.randint(9, 50)}"
            case 3:
                return (
                    f"q:{base36(self._cast.consultation)}:{chance.choice(('-1', '٣', '²', 'é'))}:1"
                )
            case 4:
                return chance.choice(("y:1:1", "t:1", "sy", "sd", "sm", "sx1", "r:1", "ef:1:1"))
            case 5:
                return "é" * 32
            case 6:
                return f"q:{base36(self._cast.consultation)}:{chance.choice(('9', '0', '2'))}:zz"
            case _:
                return f"{chance.choice(verbs)}:{base36(chance.randint(2**31, LARGEST_ID))}"

    def tap(self, who: int, data: str) -> Body:
        """A tap as Telegram tells of it, on a message of ours."""
        person = _person(who)
        chat = {"id": who, "type": "private", "first_name": "P"}
        sender = {"id": 1, "is_bot": True, "first_name": "B"}
        message = {
            "message_id": 1,
            "date": 1_662_400_000,
            "chat": chat,
            "from": sender,
            "text": "?",
        }
        query = str(self._chance.getrandbits(60))
        body = {"id": query, "from": person, "message": message, "chat_instance": "1", "data": data}
        return {"callback_query": body}

    def message(self, who: int, text: str) -> Body:
        """Words as Telegram tells of them, a minute after the last; a command is marked as one.

        Sooner, they would be the rest of a text that the app has cut in two.
        """
        self._minutes += 1
        chat = {"id": who, "type": "private", "first_name": "P"}
        body: Body = {
            "message_id": self._chance.randint(1, 2**31),
            "date": 1_662_400_000 + 60 * self._minutes,
            "chat": chat,
            "from": _person(who),
            "text": text,
        }
        if text.startswith("/start"):
            body["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
        return {"message": body}


def _person(who: int) -> Body:
    return {"id": who, "is_bot": False, "first_name": "P", "language_code": "en"}
