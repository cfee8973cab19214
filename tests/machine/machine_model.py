"""What should be true of everybody, by a reading of its own of what they did: no code of the bot's.

Not modelled: posters, the list of wards, shared locations, languages and typed moves; what the bot
answers is looked at only where an invariant says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from content.library import Library
from content.schema.consultation import Consultation, Question, QuestionKind

TAP_LIFE = timedelta(seconds=150)
MESSAGE_LIFE = timedelta(hours=24)

Given = tuple[str, object]
"""A question's key and the value given; several choices as a tuple."""


@dataclass
class Response:
    """One resident's answers to one consultation."""

    ward: str
    position: str | None
    state: str = "started"
    values: dict[str, object] = field(default_factory=dict)
    history: list[Given] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    offered: dict[str, str] = field(default_factory=dict)
    touched: datetime | None = None


@dataclass
class Folk:
    """One person. ``step`` is an arrival's, ``ward`` a resident's."""

    name: str
    step: str | None = None
    arrived: datetime | None = None
    ward: str | None = None
    reach: str = "reachable"
    unsure: bool = False  # a 403 may have come: whether they are reached is not foreseen
    choosing: tuple[str, datetime] | None = None  # "move" or "follow", and since when
    weekly: list[tuple[datetime, str]] = field(default_factory=list)  # their choices, and when
    here_since: datetime | None = None  # since they last were forgotten
    moved: datetime | None = None  # when they last did
    ever_left: bool = False
    themes: set[str] = field(default_factory=set)
    follows: str | None = None
    responses: dict[str, Response] = field(default_factory=dict)


class Model:
    """Everybody by user id, and what those left behind who were forgotten."""

    def __init__(self, library: Library, codes: dict[int, str]) -> None:
        self.library = library
        self.codes = codes  # what a consultation's buttons carry
        self.folk: dict[int, Folk] = {}
        self.nobodys: list[dict[str, Response]] = []
        self.most_people: Counter[str] = Counter()
        self.released: dict[tuple[str, int], dict[str, Any]] = {}  # as first seen in the register

    # What a person does

    def tap(self, who: int, data: str, now: datetime) -> None:
        """A button was tapped, whichever question stands open now."""
        folk = self.folk[who]
        verb, *rest = data.split(":")
        numbers = [int(part, 36) for part in rest]
        if verb in ("s", "a"):
            self._joins(folk, verb, numbers)
        elif verb in ("mw", "mf") and folk.ward:
            folk.choosing = ("move" if verb == "mw" else "follow", now)
        elif verb == "f" and folk.ward:
            self._asks_to_be_forgotten(folk, numbers[0], now)
        elif verb == "h" and folk.ward and 1 <= numbers[0] <= len(self.library.themes):
            folk.themes ^= {self.library.themes[numbers[0] - 1].slug}
        elif verb == "nw" and folk.ward:
            folk.weekly.append((now, ("all", "one", "three", "questions")[numbers[0]]))
        elif verb == "kw" and folk.ward:
            self._keeps_comment(folk, numbers, now)
        elif verb in ("b", "q", "g") and folk.ward:
            self._answers(folk, verb, numbers, now)

    def text(self, who: int, text: str, now: datetime) -> None:
        """Words were typed, or a command."""
        folk = self.folk[who]
        if text.startswith("/"):
            self._commands(folk, text, now)
            return
        waiting = self._waits(folk, now)
        if waiting == "joining":
            self._says_home(folk, text)
            folk.moved = now
        elif waiting in ("move", "follow"):
            self._says_ward(folk, waiting, text)
            folk.moved = now
        elif waiting:
            self._types(folk, waiting, text, now)

    def blocks(self, who: int) -> None:
        folk = self.folk[who]
        folk.step, folk.ever_left = None, True
        if folk.reach == "reachable":
            folk.reach = "blocked"

    def unblocks(self, who: int) -> None:
        folk = self.folk[who]
        folk.step = None
        if folk.reach == "blocked":
            folk.reach = "reachable"

    # What follows from it

    def audience(self, wards: set[str], theme: str | None) -> tuple[set[int], set[int]]:
        """Who gets what goes to these wards now; and of those, or beside them, who only may."""
        sure, unsure = set(), set()
        for user, folk in self.folk.items():
            there = folk.ward in wards or (folk.follows in wards and folk.follows is not None)
            wants = theme is None or not folk.themes or theme in folk.themes
            if folk.ward and there and wants:
                if folk.unsure and folk.reach != "stopped":
                    unsure.add(user)
                elif folk.reach == "reachable":
                    sure.add(user)
        return sure, unsure

    def answered(self, slug: str) -> list[Response]:
        """Every response with an answer, those of the forgotten too."""
        everybody = [f.responses for f in self.folk.values()] + self.nobodys
        return [r[slug] for r in everybody if slug in r and r[slug].values]

    def _joins(self, folk: Folk, verb: str, numbers: list[int]) -> None:
        if folk.step is None:
            return
        if verb == "s":
            folk.step = "age"
        else:
            folk.step = "ward" if numbers == [1] else None

    def _commands(self, folk: Folk, text: str, now: datetime) -> None:
        if text == "/stop":
            folk.step, folk.choosing, folk.ever_left = None, None, True
            if folk.ward:
                folk.reach = "stopped"
        elif text.startswith("/start"):
            if folk.ward:
                folk.reach, folk.unsure = "reachable", False
            else:
                folk.step, folk.arrived = "hello", now

    def _asks_to_be_forgotten(self, folk: Folk, way: int, now: datetime) -> None:
        """Way 1 is for those who have given nothing that is open, way 4 takes that back."""
        back = [
            slug
            for slug, mine in folk.responses.items()
            if now < self.library.consultations[slug].closes_at and (mine.values or mine.comments)
        ]
        if way == (4 if back else 1):
            for slug in back:
                del folk.responses[slug]
            self._forgets(folk, now)

    def _forgets(self, folk: Folk, now: datetime) -> None:
        folk.weekly, folk.here_since, folk.ever_left = [], now, True
        if folk.responses:
            self.nobodys.append(folk.responses)
        folk.responses, folk.themes, folk.follows = {}, set(), None
        folk.ward = folk.step = folk.choosing = None
        folk.reach, folk.unsure = "reachable", False

    def _waits(self, folk: Folk, now: datetime) -> str | None:
        if folk.step:
            return "joining"
        open_now = self.open_question(folk, now)
        if folk.choosing:
            touched = open_now[1] if open_now else None
            if touched is None or folk.choosing[1] >= touched:
                return folk.choosing[0]
        return open_now[0] if open_now else None

    def open_question(self, folk: Folk, now: datetime) -> tuple[str, datetime] | None:
        found = [
            (slug, r.touched)
            for slug, r in folk.responses.items()
            if r.position and r.touched and self._is_open(self.library.consultations[slug], now)
            if r.values or self.library.consultations[slug].is_for(folk.ward or "")
        ]
        return max(found, key=lambda one: one[1]) if found else None

    def _ward_named(self, text: str) -> str | None:
        for ward in self.library.wards.values():
            if text in (ward.name, ward.code):
                return ward.code
        return "E05013131" if text == "HP12 3HP" else None

    def _says_home(self, folk: Folk, text: str) -> None:
        if folk.step == "hello":
            folk.step = "age" if text.lower() in ("start", "yes") else "hello"
        elif folk.step == "age":
            folk.step = {"yes": "ward", "no": None}.get(text.lower(), "age")
        elif (ward := self._ward_named(text)) is not None:
            folk.step, folk.ward, folk.reach = None, ward, "reachable"

    def _says_ward(self, folk: Folk, purpose: str, text: str) -> None:
        ward = self._ward_named(text)
        if ward is None or (purpose == "follow" and ward == folk.ward):
            return
        folk.choosing = None
        if purpose == "follow":
            folk.follows = ward
            return
        folk.ward = ward
        if folk.follows == ward:
            folk.follows = None

    @staticmethod
    def _is_open(consultation: Consultation, now: datetime) -> bool:
        return consultation.opens_at <= now < consultation.closes_at

    def _answers(self, folk: Folk, verb: str, numbers: list[int], now: datetime) -> None:
        slug = self.codes.get(numbers[0])
        consultation = self.library.consultations.get(slug or "")
        if consultation is None or not self._is_open(consultation, now):
            return
        known = folk.responses.get(consultation.slug)
        ward = self._counts_in(folk, known)
        if consultation.wards and ward not in consultation.wards:
            return
        mine = known or Response(ward or "", consultation.questions[0].key)
        if verb == "b":
            target = mine.position or consultation.questions[0].key
        elif not 0 <= numbers[1] < len(consultation.questions):
            return
        else:
            question = consultation.questions[numbers[1]]
            act = self._tapped if verb == "q" else self._goes
            moved = act(consultation, mine, question, numbers[2])
            if moved is None:
                return
            target = moved
        folk.responses[consultation.slug] = mine
        mine.ward = ward or ""
        self._stands(consultation, mine, target, now)

    @staticmethod
    def _counts_in(folk: Folk, known: Response | None) -> str | None:
        """The ward of a response; where nothing is answered or written in it, that of home."""
        return known.ward if known and (known.values or known.comments) else folk.ward

    def _keeps_comment(self, folk: Folk, numbers: list[int], now: datetime) -> None:
        consultation = self.library.consultations[self.codes[numbers[0]]]
        mine = folk.responses.get(consultation.slug)
        key = consultation.questions[numbers[1]].key
        ward = self._counts_in(folk, mine)
        if consultation.wards and ward not in consultation.wards:
            return
        if mine and key in mine.offered and self._is_open(consultation, now):
            mine.ward = ward or ""
            mine.comments.append((key, mine.offered.pop(key)))

    def _types(self, folk: Folk, slug: str, text: str, now: datetime) -> None:
        consultation, mine = self.library.consultations[slug], folk.responses[slug]
        question = consultation.question(mine.position or "")
        labels = [option.label.say("en") for option in question.options]
        ward = self._counts_in(folk, mine)
        if consultation.wards and ward not in consultation.wards:
            return
        had = mine.values.get(question.key, ())
        if question.kind is QuestionKind.TEXT:
            self._gives(mine, question.key, text)
            target = _after(consultation, question)
        elif (
            question.kind is QuestionKind.SEVERAL
            and text in labels
            and isinstance(had, tuple)
            and question.options[labels.index(text)].key in had
        ):
            self._gives(mine, question.key, had)
            target = question.key
        elif text in labels:
            moved = self._tapped(consultation, mine, question, labels.index(text) + 1)
            if moved is None:
                return
            target = moved
        else:
            # Kept only after a yes.
            before = mine.offered.get(question.key)
            mine.offered[question.key] = f"{before}\n{text}" if before else text
            mine.ward = ward or ""
            return
        mine.ward = ward or ""
        self._stands(consultation, mine, target, now)

    def _tapped(
        self, consultation: Consultation, mine: Response, question: Question, number: int
    ) -> str | None:
        """Where they are after this button; None where it is refused."""
        if question.scale is not None:
            if not question.scale.lowest <= number <= question.scale.highest:
                return None
            self._gives(mine, question.key, number)
            return _after(consultation, question)
        if not 1 <= number <= len(question.options):
            return None
        option = question.options[number - 1]
        if question.kind is QuestionKind.SINGLE:
            self._gives(mine, question.key, option.key)
            return _after(consultation, question)
        had = mine.values.get(question.key, ())
        ticked = _ticked(question, {*had} if isinstance(had, tuple) else set(), option.key)
        if question.max_choices is not None and len(ticked) > question.max_choices:
            return None
        self._gives(mine, question.key, ticked)
        return question.key

    def _goes(
        self, consultation: Consultation, mine: Response, question: Question, way: int
    ) -> str | None:
        keys = [q.key for q in consultation.questions]
        if way == 0:
            return keys[max(0, keys.index(question.key) - 1)]
        several = question.kind is QuestionKind.SEVERAL
        if way not in (1, 2) or (way == 2 and several and not mine.values.get(question.key)):
            return None
        return _after(consultation, question)

    @staticmethod
    def _gives(mine: Response, key: str, value: object) -> None:
        mine.history.append((key, value))
        mine.values[key] = value
        if value == ():
            del mine.values[key]

    def _stands(
        self, consultation: Consultation, mine: Response, target: str, now: datetime
    ) -> None:
        over = target == END or mine.state == "complete"
        mine.position = None if target == END else target
        mine.state = ("complete" if over else "partial") if mine.values else "started"
        mine.touched = now
        people = len(self.answered(consultation.slug))
        self.most_people[consultation.slug] = max(self.most_people[consultation.slug], people)


END = ""
"""Past the last question."""


def _after(consultation: Consultation, question: Question) -> str:
    keys = [*(q.key for q in consultation.questions), END]
    return keys[keys.index(question.key) + 1]


def _ticked(question: Question, had: set[str], key: str) -> tuple[str, ...]:
    exclusive = {option.key for option in question.options if option.exclusive}
    if key in had:
        now = had - {key}
    elif key in exclusive:
        now = {key}
    else:
        now = (had - exclusive) | {key}
    return tuple(option.key for option in question.options if option.key in now)
