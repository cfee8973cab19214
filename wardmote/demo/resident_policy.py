"""How the story's residents use their phones: the policy by which the emulator's crowd taps."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil

from content.library import Library
from content.schema.consultation import Consultation, Question, QuestionKind
from content.words import Words
from emulator import Member, Message, Move, MoveKind
from wardmote.demo.about_oneself import about_oneself
from wardmote.demo.made_up_residents import Persona
from wardmote.demo.screen_patterns import ScreenPatterns

LEANINGS: Mapping[str, int] = {"strongly_agree": 34, "agree": 44, "strongly_disagree": 2}
"""The weight of an option where a question asks whether people agree; the others weigh 5.
In September 2021 over four in five agreed (Corporate Plan 2021-2025)."""

REMINDING = "This is our one reminder."
"""Words of the reminder, by which people know it."""

NO_PLACE, POSTCODE = 0.3, 0.1
"""How many of those who are asked for a place send none, or type their postcode."""
KNOWN = (6, 3, 1)
"""How often people mean the middle of the first three wards."""

GRID_SECONDS = 60.0
"""Moves happen on a grid of this width, so that many people act at once, as on a busy evening."""

REMARKS_IN: Mapping[str, str] = {"pl": "Więcej ławek w parku", "ur": "گلیوں میں روشنی"}
"""What people write who use the bot in another language than English."""
REMARKS = (
    "More lamps on the path behind the shops, please.",
    "A youth club that opens in the evening.",
    "Somewhere warm to sit that costs nothing.",
    "Fix the pavements & the crossing by the school <soon>",
    "Buses after 7pm. I can't get home from work.",
    "=SUM(1,1) is what my son would write here",
    "Ask us again when it is built.",
)
ASIDES = (
    "depends on the time of day",
    "hard to say really",
    "ask my neighbours too",
)


@dataclass(slots=True)
class ResidentPolicy:
    """Chooses each resident's next move: looks at the phone, recognises the screen, decides.

    It recognises screens by the labels of their buttons and questions by their number, as a
    person would. What a move means is noted with it, for the witness.
    """

    consultation: Consultation
    library: Library
    words: Words
    now: Callable[[], datetime]
    _patterns: dict[str, ScreenPatterns] = field(default_factory=dict)

    def patterns(self, language: str) -> ScreenPatterns:
        """The patterns of the screens in ``language``."""
        return self._patterns.setdefault(language, ScreenPatterns(self.words, language))

    def _say(self, persona: Persona) -> Callable[[str], str]:
        return lambda key: self.words.plain(key, persona.language)

    def __call__(self, member: Member, dice: random.Random) -> Move | None:
        """The next move of one member; None where there is nothing to do now."""
        move = self._next(member, dice)
        if move is None:
            return None
        # On a grid of absolute time: replies arrive moments apart, which would spread the moves.
        due = self.now().timestamp() + move.after
        after = ceil(due / GRID_SECONDS) * GRID_SECONDS - self.now().timestamp()
        return replace(move, after=after)

    def _next(self, member: Member, dice: random.Random) -> Move | None:
        persona = member.traits["persona"]
        if not isinstance(persona, Persona):
            raise TypeError("a member of this crowd needs a persona")
        if member.phone.last is None:
            days = timedelta(days=persona.joins_after).total_seconds()
            payload = persona.payload if persona.by == "poster" else ""
            return Move(MoveKind.START, payload, after=days)
        shown = member.phone.keyboard_message or member.phone.last
        return (
            self._joining(persona, shown)
            or about_oneself(self.words, member, persona, shown, dice)
            or self._answering(member, persona, shown, dice)
            or self._leaving(member, persona, shown)
        )

    def _joining(self, persona: Persona, shown: Message) -> Move | None:
        labels, say = labels_of(shown), self._say(persona)
        if say("button-start") in labels:
            return Move(MoveKind.TAP, say("button-start"), after=6)
        if labels == [say("button-yes"), say("button-no")]:
            return Move(MoveKind.TAP, say("button-yes"), after=3)
        if say("button-poster-yes") in labels:
            return Move(MoveKind.TAP, say("button-poster-yes"), after=4)
        if say("button-more") in labels:
            number = [*self.library.wards].index(persona.ward) + 1
            label = f"{number} {self.library.wards[persona.ward].name}"
            if label in labels or str(number) in labels:
                return Move(MoveKind.TAP, label if label in labels else str(number), after=8)
            return Move(MoveKind.TYPE, str(number), after=8)
        if say("button-list") in labels:
            if persona.by == "list":
                return Move(MoveKind.TAP, say("button-list"), after=5)
            name = self.library.wards[persona.ward].name
            return Move(MoveKind.TYPE, name if persona.by == "name" else persona.postcode, after=9)
        return None

    def _answering(
        self, member: Member, persona: Persona, shown: Message, dice: random.Random
    ) -> Move | None:
        labels, say = labels_of(shown), self._say(persona)
        if say("button-yes-keep") in labels and "aside" in member.memory:
            question, aside = member.memory["aside on"], member.memory.pop("aside")
            note = {"does": "comments", "question": str(question), "value": str(aside)}
            return Move(MoveKind.TAP, say("button-yes-keep"), after=4, note=note)
        meant = self.consultation.title.say(persona.language) in shown.text
        if say("button-answer-now") in labels and meant:
            # The welcome mentions /ward; an invitation does not.
            invited = "/ward" not in shown.text
            wants = (
                persona.answers == "at once"
                or (persona.answers == "invited" and invited)
                or (persona.answers == "reminded" and REMINDING in shown.text)
            )
            if wants and "begun" not in member.memory:
                return Move(MoveKind.TAP, say("button-answer-now"), after=dice.uniform(5, 90))
        asked = self.consultation.questions
        number = self.patterns(persona.language).question(shown.text, asked)
        if number is None and "begun" in member.memory and say("button-learn-next") in labels:
            return Move(MoveKind.TAP, say("button-learn-next"), after=dice.uniform(5, 40))
        if number is not None and labels:
            member.memory["begun"] = True
            return self._question(member, persona, shown, number, dice)
        if say("button-change-answers") in labels and "begun" in member.memory:
            rounds = member.memory.setdefault("rounds", 1)
            if persona.changes and rounds == 1:
                return Move(MoveKind.TAP, say("button-change-answers"), after=3600 * 20)
        return None

    def _question(
        self, member: Member, persona: Persona, shown: Message, number: int, dice: random.Random
    ) -> Move | None:
        question = self.consultation.questions[number - 1]
        again = "rounds" in member.memory
        if again:
            member.memory["rounds"] = 2
        if persona.gives_up_at == number:
            member.memory["gave up"] = True
            return None
        if again and number > 1:
            return Move(
                MoveKind.TAP, self._way_on(persona, shown), after=3, note={"does": "moves on"}
            )
        if persona.remarks and question.kind is QuestionKind.SINGLE and "said" not in member.memory:
            member.memory["said"] = True
            aside = dice.choice(ASIDES)
            member.memory["aside on"], member.memory["aside"] = question.key, aside
            return Move(MoveKind.TYPE, aside, after=12)
        if question.kind is QuestionKind.SEVERAL:
            return self._several(member, persona, shown, question, dice)
        if question.kind is QuestionKind.RANKING:
            return self._ranking(member, persona, shown, question, dice)
        if question.kind is QuestionKind.TEXT:
            return self._words(persona, shown, question, dice)
        if question.kind is QuestionKind.PLACE:
            return self._place(persona, shown, question, dice)
        if question.scale is None and not question.options:
            # What has no button is skipped: a number, a day.
            return Move(MoveKind.TAP, self._way_on(persona, shown), after=dice.uniform(2, 15))
        return self._one(persona, shown, question, again, dice)

    def _one(
        self,
        persona: Persona,
        shown: Message,
        question: Question,
        again: bool,
        dice: random.Random,
    ) -> Move:
        if question.scale is not None:
            number = dice.choices([1, 2, 3, 4, 5], [4, 6, 5, 3, 2])[0]
            value = str(number)
        else:
            weights = weights_of(question, persona)
            place = dice.choices(range(len(weights)), weights)[0]
            place = (place + 1) % len(weights) if again else place
            number, value = place + 1, question.options[place].key
        note = {"does": "chooses", "question": question.key, "value": value}
        said = question.options[number - 1].label if question.options else None
        label = said.say(persona.language) if said else str(number)
        if persona.types:
            return Move(MoveKind.TYPE, label, after=dice.uniform(4, 20), note=note)
        label = label if label in labels_of(shown) else str(number)
        return Move(MoveKind.TAP, label, after=dice.uniform(2, 15), note=note)

    def _several(
        self,
        member: Member,
        persona: Persona,
        shown: Message,
        question: Question,
        dice: random.Random,
    ) -> Move:
        free = [n for n, option in enumerate(question.options, 1) if not option.exclusive]
        wanted = _wanted(member, question, sorted(dice.sample(free, dice.randint(1, 3))))
        ticked = self.patterns(persona.language).chosen(shown.text, labels_of(shown))
        for number in wanted:
            if number not in ticked:
                option = question.options[number - 1]
                note = {"does": "ticks", "question": question.key, "value": option.key}
                kind = MoveKind.TYPE if persona.types else MoveKind.TAP
                label = option.label.say(persona.language)
                by_label = kind is MoveKind.TAP and label in labels_of(shown)
                said = label if by_label else str(number)
                return Move(kind, said, after=dice.uniform(2, 8), note=note)
        done = self._say(persona)("button-done")
        kind = MoveKind.TYPE if persona.types else MoveKind.TAP
        return Move(kind, done, after=3, note={"does": "moves on"})

    def _ranking(
        self,
        member: Member,
        persona: Persona,
        shown: Message,
        question: Question,
        dice: random.Random,
    ) -> Move:
        free = [n for n, option in enumerate(question.options, 1) if not option.exclusive]
        wanted = _wanted(member, question, dice.sample(free, dice.randint(1, 3)))
        labels = labels_of(shown)
        ranked = self.patterns(persona.language).ranked(shown.text, labels)
        kind = MoveKind.TYPE if persona.types else MoveKind.TAP
        if ranked < len(wanted):
            number = wanted[ranked]
            option = question.options[number - 1]
            label = option.label.say(persona.language)
            said = label if kind is MoveKind.TYPE or label in labels else str(number)
            note = {"does": "ranks", "question": question.key, "value": option.key}
            return Move(kind, said, after=dice.uniform(2, 8), note=note)
        return Move(kind, self._say(persona)("button-done"), after=3, note={"does": "moves on"})

    def _place(
        self, persona: Persona, shown: Message, question: Question, dice: random.Random
    ) -> Move:
        """Most people mean one of three places that all of them know; some type their postcode."""
        chance = dice.random()
        if chance < NO_PLACE:
            way = self._way_on(persona, shown)
            return Move(MoveKind.TAP, way, after=5, note={"does": "moves on"})
        note = {"does": "chooses", "question": question.key}
        if chance < NO_PLACE + POSTCODE:
            note["value"] = persona.ward
            return Move(MoveKind.TYPE, persona.postcode, after=dice.uniform(9, 30), note=note)
        wards = [w for w in self.library.plan_wards if self.consultation.is_for(w.code)]
        ward = dice.choices(wards[: len(KNOWN)], KNOWN[: len(wards)])[0]
        note["value"] = f"{ward.latitude:.3f},{ward.longitude:.3f}"
        return Move(MoveKind.PLACE, note["value"], after=dice.uniform(9, 30), note=note)

    def _words(
        self, persona: Persona, shown: Message, question: Question, dice: random.Random
    ) -> Move:
        if dice.random() < 0.35:
            return Move(
                MoveKind.TAP, self._way_on(persona, shown), after=5, note={"does": "moves on"}
            )
        text = REMARKS_IN.get(persona.language) or dice.choice(REMARKS)
        note = {"does": "writes", "question": question.key, "value": text}
        return Move(MoveKind.TYPE, text, after=dice.uniform(20, 90), note=note)

    def _way_on(self, persona: Persona, shown: Message) -> str:
        """Keep, done or skip. Done without a choice would lead nowhere, as on a branch that a
        changed answer has opened."""
        labels, seen = labels_of(shown), self.patterns(persona.language)
        chosen = seen.chosen(shown.text, labels) or seen.ranked(shown.text, labels)
        names = ("keep", "done", "skip") if chosen else ("keep", "skip", "done")
        ways = [self._say(persona)(f"button-{name}") for name in names]
        return next(way for way in ways if way in labels)

    def _leaving(self, member: Member, persona: Persona, shown: Message) -> Move | None:
        for key in ("button-forget-later", "button-forget-counted", "button-forget-yes"):
            way = self._say(persona)(key)
            if way in labels_of(shown):
                return Move(MoveKind.TAP, way, after=6, note={"does": "forget"})
        through = {"rounds", "gave up"} & member.memory.keys() or persona.answers == "never"
        if not persona.leaves or not through or "left" in member.memory:
            return None
        member.memory["left"] = True
        note = {"does": persona.leaves}
        if persona.leaves in ("block", "vanish"):
            kind = MoveKind.BLOCK if persona.leaves == "block" else MoveKind.LEAVE
            return Move(kind, after=3600 * 30, note=note)
        if persona.leaves == "forget":
            return Move(MoveKind.TYPE, "/forget", after=3600 * 50)
        return Move(MoveKind.TYPE, "/stop", after=3600 * 26, note=note)


def weights_of(question: Question, persona: Persona) -> list[int]:
    """The weight of each option for this resident: by ``LEANINGS`` where the question asks for
    agreement, else by their ward's lean."""
    keys = [option.key for option in question.options]
    if "strongly_agree" in keys:
        return [LEANINGS.get(key, 5) for key in keys]
    return [1 + 6 * (place == persona.lean % len(keys)) for place in range(len(keys))]


def _wanted(member: Member, question: Question, numbers: list[int]) -> list[int]:
    """The options this member wants at a question: ``numbers``, unless they have chosen before."""
    wanted = member.memory.setdefault(f"wanted {question.key}", numbers)
    if not isinstance(wanted, list):
        raise TypeError("wanted options are a list")
    return wanted


def labels_of(message: Message) -> list[str]:
    """The labels of a message's buttons, row by row."""
    return [button.text for row in message.buttons for button in row]
