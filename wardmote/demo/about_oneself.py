"""What the story's residents say about themselves, where the council asks. All of it is made up."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from content.words import Words
from emulator import Member, Message, Move, MoveKind
from engagement.consultations.equality import NOT_SAID, QUESTIONS, YOUNGEST, EqualityQuestion
from wardmote.demo.made_up_residents import ANSWERS, DECLINES, STOPS, TOO_YOUNG, Persona
from wardmote.demo.screen_patterns import bare

SAYS, STOPS_USING = "says of oneself", "stops using it"
"""What a move means, by its note."""
SKIPPED, UNSAID = 0.05, 0.1
"""How many skip a question, or prefer not to say; the rest by these weights."""
WEIGHTS: Mapping[str, Sequence[int]] = {
    "age": (10, 14, 22, 24, 18, 12),
    "sex": (54, 46),
    "health": (30, 70),
    "activities": (25, 45, 30),
    "ethnic_group": (80, 4, 8, 5, 3),
    "religion": (38, 46, 1, 3, 1, 7, 3, 1),
}


def about_oneself(
    words: Words, member: Member, persona: Persona, shown: Message, dice: random.Random
) -> Move | None:
    """The next move of somebody who was asked about themselves, or would be; None on any other
    screen. Who means to change their answers does that first."""
    first = persona.changes and member.memory.get("rounds", 1) == 1
    if not persona.about or first or "begun" not in member.memory:
        return None
    labels = [button.text for row in shown.buttons for button in row]
    say = words.plain
    language = persona.language
    if (way := say("button-weekly-one", language)) in labels:
        # As many as the council sends anyway: it is asked first.
        member.memory["rounds"] = member.memory.get("rounds", 1)
        return Move(MoveKind.TAP, way, after=dice.uniform(3, 20))
    if (way := say("button-equality-answer", language)) in labels:
        return _offered(words, member, persona, way, dice)
    old = say("button-equality-old-enough", language, age=YOUNGEST)
    young = say("button-equality-younger", language, age=YOUNGEST)
    if old in labels:
        member.memory["introduced"] = True
        label = young if persona.about == TOO_YOUNG else old
        return Move(MoveKind.TAP, label, after=dice.uniform(4, 20))
    if say("button-equality-show", language) in labels and persona.about == STOPS:
        stop = say("button-equality-stop", language)
        return Move(MoveKind.TAP, stop, after=dice.uniform(9, 60), note={"does": STOPS_USING})
    asked = _asked(words, language, shown) if say("button-skip", language) in labels else None
    return None if asked is None else _answer(words, persona, labels, asked, dice)


def _offered(
    words: Words, member: Member, persona: Persona, way: str, dice: random.Random
) -> Move | None:
    if "introduced" in member.memory:
        return None
    if persona.about in (ANSWERS, STOPS, TOO_YOUNG):
        return Move(MoveKind.TAP, way, after=dice.uniform(4, 30))
    if persona.about == DECLINES and "declined" not in member.memory:
        member.memory["declined"] = True
        no = words.plain("button-equality-no", persona.language)
        return Move(MoveKind.TAP, no, after=dice.uniform(2, 9))
    return None


def _asked(words: Words, language: str, shown: Message) -> EqualityQuestion | None:
    """The question on this screen, by its words."""
    said = bare(shown.text)
    for asked in QUESTIONS:
        named = asked.key.replace("_", "-")
        if bare(words.plain("equality-question", language, question=named)) in said:
            return asked
    return None


def _answer(
    words: Words,
    persona: Persona,
    labels: Sequence[str],
    asked: EqualityQuestion,
    dice: random.Random,
) -> Move:
    """An answer, by its label or its number; or none."""
    chance, language = dice.random(), persona.language
    number = dice.choices(range(1, len(asked.answers) + 1), WEIGHTS[asked.key])[0]
    after = dice.uniform(2, 15)
    if chance < SKIPPED:
        return Move(MoveKind.TAP, words.plain("button-skip", language), after=after)
    if chance < SKIPPED + UNSAID:
        number, key = len(asked.answers) + 1, NOT_SAID
        label = words.plain("equality-not-said", language)
    else:
        key = asked.answers[number - 1]
        named = f"{asked.key}-{key}".replace("_", "-")
        label = words.plain("equality-answer", language, answer=named)
    note = {"does": SAYS, "question": asked.key, "value": key}
    if persona.types:
        return Move(MoveKind.TYPE, label, after=after, note=note)
    return Move(MoveKind.TAP, label if label in labels else str(number), after=after, note=note)
