"""The story's people: who lives where, what they think, and how they use a phone."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil

from content.library import Library
from content.schema import Consultation, Question, QuestionKind, Ward
from content.words import Words
from emulator import Member, Message, Move, MoveKind
from wardmote.demo.screen_patterns import Seen

SHARES = (48, 45, 27, 22, 15, 12, 10, 8, 7, 6)
"""How 200 residents spread over ten wards: numbers worth seeing, two large, one of six."""

LANGUAGES = {"en": 86, "pl": 8, "ur": 6}
"""Of a hundred residents, how many write and read which language (where the council has it)."""

LEANINGS: Mapping[str, int] = {"strongly_agree": 34, "agree": 44, "strongly_disagree": 2}
"""How heavily an option weighs where a question asks whether people agree; the others weigh 5.
In September 2021 over four in five agreed (Corporate Plan 2021-2025)."""

JOINING_DAYS = 4.0
JOINING_MOMENTS = 8
"""People come in crowds, after a leaflet or a school run: at so many moments of those days."""
GRID_SECONDS = 60.0
"""Moves fall on a grid, so that many people act at once, as they would on a busy evening."""

REMARKS = (
    "More lamps on the path behind the shops, please.",
    "A youth club that opens in the evening.",
    "Somewhere warm to sit that costs nothing.",
    "Fix the pavements & the crossing by the school <soon>",
    "Buses after 7pm. I can't get home from work.",
    "=SUM(1,1) is what my son would write here",
    "Ask us again when it is built.",
    "Więcej ławek w parku",
    "گلیوں میں روشنی",
)
ASIDES = (
    "depends on the time of day",
    "hard to say really",
    "ask my neighbours too",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """How one resident will behave. Times in days from the story's start."""

    ward: str
    postcode: str
    joins_after: float
    by: str  # postcode, poster, name or list
    payload: str = ""
    answers: str = "invited"  # at once, invited, or never
    gives_up_at: int | None = None  # the number of the question that is one too many
    changes: bool = False  # goes back over it after the receipt
    leaves: str = ""  # stop, forget, block or vanish (no account any more), after all else
    types: bool = False  # types instead of tapping
    remarks: bool = False  # writes words where a choice is asked
    lean: int = 0  # which option this person's ward leans to
    language: str = "en"


@dataclass(slots=True)
class Playwright:
    """Writes the cast: seeded, so that the same seed tells the same story."""

    library: Library
    chance: random.Random
    posters: Mapping[str, str] = field(default_factory=dict)

    def cast(self, residents: int) -> list[Cast]:
        """``residents`` people over the plan's wards, in the shares of the story."""
        wards = self.library.plan_wards
        homes = self._postcodes()
        counts = spread(residents, shares_of(wards))
        people = [
            self._person(ward.code, homes[ward.code], place)
            for place, (ward, count) in enumerate(zip(wards, counts, strict=True))
            for _ in range(count)
        ]
        self.chance.shuffle(people)
        return people

    def _postcodes(self) -> dict[str, list[str]]:
        homes: dict[str, list[str]] = {}
        for postcode, ward in self.library.postcodes.items():
            homes.setdefault(ward, []).append(postcode)
        return homes

    def _person(self, ward: str, postcodes: Sequence[str], place: int) -> Cast:
        dice = self.chance
        ways = (
            ["postcode"] * 5 + ["name", "list"] + (["poster"] * 3 if ward in self.posters else [])
        )
        answers = dice.choices(["at once", "invited", "never"], [45, 40, 15])[0]
        gives_up = dice.random() < 0.12
        return Cast(
            ward=ward,
            postcode=dice.choice(postcodes),
            joins_after=dice.randrange(JOINING_MOMENTS) * JOINING_DAYS / JOINING_MOMENTS,
            by=dice.choice(ways),
            payload=self.posters.get(ward, ""),
            answers=answers,
            gives_up_at=dice.randint(1, 4) if gives_up else None,
            changes=not gives_up and dice.random() < 0.15,
            leaves=dice.choices(["", "stop", "forget", "block", "vanish"], [86, 5, 4, 3, 2])[0],
            types=dice.random() < 0.25,
            remarks=dice.random() < 0.15,
            lean=place,
            language=self._language(),
        )

    def _language(self) -> str:
        known = self.library.council.languages
        weights = [LANGUAGES.get(language, 0) for language in known]
        return self.chance.choices(known, weights)[0]


def shares_of(wards: Sequence[Ward]) -> Sequence[int]:
    """How a crowd spreads over ``wards``: in numbers worth seeing over ten of them, else by the
    people who live there."""
    if len(wards) == len(SHARES):
        return SHARES
    return [ward.population or 1 for ward in wards]


def spread(total: int, shares: Sequence[int]) -> list[int]:
    """``total`` in proportion to ``shares``, by largest remainder; it adds up exactly."""
    whole = sum(shares)
    counts = [total * share // whole for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda n: (-(total * shares[n] % whole), n))
    for n in by_remainder[: total - sum(counts)]:
        counts[n] += 1
    return counts


@dataclass(slots=True)
class Residents:
    """The policy a crowd taps by: look at the phone, recognise what it asks, decide.

    It knows screens by the labels of their buttons and questions by their number, as a person
    would; what it meant is noted beside every move, for the witness.
    """

    consultation: Consultation
    library: Library
    words: Words
    now: Callable[[], datetime]
    _seen: dict[str, Seen] = field(default_factory=dict)

    def seen(self, language: str) -> Seen:
        """How screens look in ``language``."""
        return self._seen.setdefault(language, Seen(self.words, language))

    def _say(self, who: Cast) -> Callable[[str], str]:
        return lambda key: self.words.plain(key, who.language)

    def __call__(self, member: Member, dice: random.Random) -> Move | None:
        """The next move of one member, or nothing to do now."""
        move = self._next(member, dice)
        if move is None:
            return None
        # On the clock's own grid: replies reach people a moment apart, and would spread them out.
        due = self.now().timestamp() + move.after
        after = ceil(due / GRID_SECONDS) * GRID_SECONDS - self.now().timestamp()
        return replace(move, after=after)

    def _next(self, member: Member, dice: random.Random) -> Move | None:
        who = member.traits["cast"]
        if not isinstance(who, Cast):
            raise TypeError("a member of this crowd carries its cast")
        if member.phone.last is None:
            days = timedelta(days=who.joins_after).total_seconds()
            payload = who.payload if who.by == "poster" else ""
            return Move(MoveKind.START, payload, after=days)
        shown = member.phone.keyboard_message or member.phone.last
        return (
            self._joining(who, shown)
            or self._answering(member, who, shown, dice)
            or self._leaving(member, who, shown)
        )

    def _joining(self, who: Cast, shown: Message) -> Move | None:
        labels, say = labels_of(shown), self._say(who)
        if say("button-start") in labels:
            return Move(MoveKind.TAP, say("button-start"), after=6)
        if labels == [say("button-yes"), say("button-no")]:
            return Move(MoveKind.TAP, say("button-yes"), after=3)
        if say("button-poster-yes") in labels:
            return Move(MoveKind.TAP, say("button-poster-yes"), after=4)
        if say("button-more") in labels:
            number = str([*self.library.wards].index(who.ward) + 1)
            kind = MoveKind.TAP if number in labels else MoveKind.TYPE
            return Move(kind, number, after=8)
        if say("button-list") in labels:
            if who.by == "list":
                return Move(MoveKind.TAP, say("button-list"), after=5)
            name = self.library.wards[who.ward].name
            return Move(MoveKind.TYPE, name if who.by == "name" else who.postcode, after=9)
        return None

    def _answering(
        self, member: Member, who: Cast, shown: Message, dice: random.Random
    ) -> Move | None:
        labels, say = labels_of(shown), self._say(who)
        meant = self.consultation.title.say(who.language) in shown.text
        if say("button-answer-now") in labels and meant:
            # The welcome names /ward; an invitation does not.
            invited = "/ward" not in shown.text
            wants = who.answers == "at once" or (who.answers == "invited" and invited)
            if wants and "begun" not in member.memory:
                return Move(MoveKind.TAP, say("button-answer-now"), after=dice.uniform(5, 90))
        number = self.seen(who.language).question(shown.text)
        if number is not None and labels:
            member.memory["begun"] = True
            return self._question(member, who, shown, number, dice)
        if say("button-change-answers") in labels and "begun" in member.memory:
            rounds = member.memory.setdefault("rounds", 1)
            if who.changes and rounds == 1:
                return Move(MoveKind.TAP, say("button-change-answers"), after=3600 * 20)
        return None

    def _question(
        self, member: Member, who: Cast, shown: Message, number: int, dice: random.Random
    ) -> Move | None:
        question = self.consultation.questions[number - 1]
        again = "rounds" in member.memory
        if again:
            member.memory["rounds"] = 2
        if who.gives_up_at == number:
            member.memory["gave up"] = True
            return None
        if again and number > 1:
            return Move(MoveKind.TAP, self._way_on(who, shown), after=3, note={"does": "moves on"})
        if who.remarks and question.kind is QuestionKind.SINGLE and "said" not in member.memory:
            member.memory["said"] = True
            aside = dice.choice(ASIDES)
            note = {"does": "comments", "question": question.key, "value": aside}
            return Move(MoveKind.TYPE, aside, after=12, note=note)
        if question.kind is QuestionKind.SEVERAL:
            return self._several(member, who, shown, question, dice)
        if question.kind is QuestionKind.TEXT:
            return self._words(who, shown, question, dice)
        return self._one(who, question, again, dice)

    def _one(self, who: Cast, question: Question, again: bool, dice: random.Random) -> Move:
        if question.scale is not None:
            number = dice.choices([1, 2, 3, 4, 5], [4, 6, 5, 3, 2])[0]
            value = str(number)
        else:
            weights = weights_of(question, who)
            place = dice.choices(range(len(weights)), weights)[0]
            place = (place + 1) % len(weights) if again else place
            number, value = place + 1, question.options[place].key
        note = {"does": "chooses", "question": question.key, "value": value}
        said = question.options[number - 1].label if question.options else None
        label = said.say(who.language) if said else str(number)
        if who.types:
            return Move(MoveKind.TYPE, label, after=dice.uniform(4, 20), note=note)
        return Move(MoveKind.TAP, str(number), after=dice.uniform(2, 15), note=note)

    def _several(
        self, member: Member, who: Cast, shown: Message, question: Question, dice: random.Random
    ) -> Move:
        free = [n for n, option in enumerate(question.options, 1) if not option.exclusive]
        wanted = member.memory.setdefault("wanted", sorted(dice.sample(free, dice.randint(1, 3))))
        if not isinstance(wanted, list):
            raise TypeError("wanted options are a list")
        ticked = self.seen(who.language).chosen(shown.text)
        for number in wanted:
            if number not in ticked:
                key = question.options[number - 1].key
                note = {"does": "ticks", "question": question.key, "value": key}
                kind = MoveKind.TYPE if who.types else MoveKind.TAP
                return Move(kind, str(number), after=dice.uniform(2, 8), note=note)
        done = self._say(who)("button-done")
        kind = MoveKind.TYPE if who.types else MoveKind.TAP
        return Move(kind, done, after=3, note={"does": "moves on"})

    def _words(self, who: Cast, shown: Message, question: Question, dice: random.Random) -> Move:
        if dice.random() < 0.35:
            return Move(MoveKind.TAP, self._way_on(who, shown), after=5, note={"does": "moves on"})
        text = dice.choice(REMARKS)
        note = {"does": "writes", "question": question.key, "value": text}
        return Move(MoveKind.TYPE, text, after=dice.uniform(20, 90), note=note)

    def _way_on(self, who: Cast, shown: Message) -> str:
        ways = [self._say(who)(f"button-{name}") for name in ("keep", "done", "skip")]
        return next(way for way in ways if way in labels_of(shown))

    def _leaving(self, member: Member, who: Cast, shown: Message) -> Move | None:
        yes = self._say(who)("button-forget-yes")
        if yes in labels_of(shown):
            return Move(MoveKind.TAP, yes, after=6, note={"does": "forget"})
        through = {"rounds", "gave up"} & member.memory.keys() or who.answers == "never"
        if not who.leaves or not through or "left" in member.memory:
            return None
        member.memory["left"] = True
        note = {"does": who.leaves}
        if who.leaves in ("block", "vanish"):
            kind = MoveKind.BLOCK if who.leaves == "block" else MoveKind.LEAVE
            return Move(kind, after=3600 * 30, note=note)
        if who.leaves == "forget":
            return Move(MoveKind.TYPE, "/forget", after=3600 * 50)
        return Move(MoveKind.TYPE, "/stop", after=3600 * 26, note=note)


def weights_of(question: Question, who: Cast) -> list[int]:
    """How likely each option is for this person: by agreement where that is asked, else by their
    ward's lean."""
    keys = [option.key for option in question.options]
    if "strongly_agree" in keys:
        return [LEANINGS.get(key, 5) for key in keys]
    return [1 + 6 * (place == who.lean % len(keys)) for place in range(len(keys))]


def labels_of(message: Message) -> list[str]:
    """The labels of a message's buttons, row by row."""
    return [button.text for row in message.buttons for button in row]
