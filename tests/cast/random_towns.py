"""Made-up towns: wards with people who answer, for those who attack what is published of them."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from content.schema.consultation import QuestionKind
from engagement.insight.hangs_on import Branch
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_tables import InWards

KINDS = (
    QuestionKind.SINGLE,
    QuestionKind.SINGLE,
    QuestionKind.SCALE,
    QuestionKind.SEVERAL,
    QuestionKind.RANKING,
    QuestionKind.YES_NO,
)
LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Asked:
    """A question of a made-up consultation."""

    key: str
    kind: QuestionKind
    options: tuple[str, ...]
    exclusive: frozenset[str] = frozenset()
    most: int | None = None
    after: tuple[str, str] | None = None
    """The question and the option after which alone it is asked."""


@dataclass
class Town:
    """A town as it truly is. ``ticks`` are the options that one person chose, none if skipped."""

    questions: tuple[Asked, ...]
    people: dict[str, int]
    ticks: dict[tuple[str, str], list[tuple[str, ...]]] = field(repr=False)

    @property
    def in_wards(self) -> InWards:
        answered = {key: sum(map(bool, given)) for key, given in self.ticks.items()}
        chosen = {
            (*key, option): n
            for key, given in self.ticks.items()
            for option, n in Counter(o for one in given for o in one).items()
        }
        return InWards(answered, chosen)

    @property
    def counts(self) -> Counts:
        inside = self.in_wards
        return Counts(
            people=sum(self.people.values()),
            by_ward=self.people,
            questions=tuple(
                QuestionCount(
                    key=q.key,
                    kind=q.kind,
                    people=sum(inside.answered.get((w, q.key), 0) for w in self.people),
                    options=tuple(
                        (o, sum(inside.chosen.get((w, q.key, o), 0) for w in self.people))
                        for o in q.options
                    ),
                    exclusive=q.exclusive,
                    most=q.most,
                    branch=q.after and Branch(q.after[0], always=frozenset(q.after[1:])),
                )
                for q in self.questions
            ),
        )


def town(seed: int, wards: int = 10, questions: int = 6, *, branch: bool = False) -> Town:
    """The town of this number; with a ``branch``, one more question hangs on another one."""
    draw = random.Random(seed)
    asked = tuple(_asked(draw, n) for n in range(questions))
    size = draw.choice((12, 25, 45, 80, 150))
    people = {f"w{n:02}": _people(draw, size) for n in range(wards)}
    ticks = {}
    for q in asked:
        liked = [draw.random() ** draw.choice((1, 3)) + 0.02 for _ in q.options]
        skips = draw.choice((0.0, 0.02, 0.1, 0.4))
        differ = draw.choice((0.1, 0.5, 1.5))
        for ward, n in people.items():
            here = [one * draw.uniform(0.2, 1.8) ** differ for one in liked]
            ticks[ward, q.key] = [
                () if draw.random() < skips else _given(draw, q, here) for _ in range(n)
            ]
    if branch:
        asked += (_branch(draw, asked, ticks),)
    return Town(asked, people, ticks)


def _people(draw: random.Random, size: int) -> int:
    if draw.random() < 0.15:
        return draw.randrange(12)
    return max(0, round(draw.gauss(size, size / 2)))


def _asked(draw: random.Random, n: int) -> Asked:
    kind = draw.choice(KINDS)
    key = f"q{n}"
    if kind is QuestionKind.YES_NO:
        return Asked(key, kind, ("yes", "no", "dont-know"))
    if kind is QuestionKind.SEVERAL:
        options = tuple(LETTERS[: draw.randint(2, 5)])
        most = draw.choice((None, None, 2))
        if draw.random() < 0.5:
            return Asked(key, kind, (*options, "none"), frozenset({"none"}), most)
        return Asked(key, kind, options, most=most)
    return Asked(key, kind, tuple(LETTERS[: draw.randint(2, 6)]))


def _branch(
    draw: random.Random, asked: tuple[Asked, ...], ticks: dict[tuple[str, str], list]
) -> Asked:
    """A question for those who gave one answer to another, and what they said."""
    parent = draw.choice([q for q in asked if q.kind is not QuestionKind.SEVERAL] or asked)
    option = draw.choice(parent.options)
    made = Asked("branch", QuestionKind.SINGLE, tuple(LETTERS[:3]), after=(parent.key, option))
    for (ward, key), given in [*ticks.items()]:
        if key == parent.key:
            ticks[ward, made.key] = [
                _given(draw, made, [3, 2, 0.3]) if option in one and draw.random() < 0.9 else ()
                for one in given
            ]
    return made


def _given(draw: random.Random, q: Asked, liked: list[float]) -> tuple[str, ...]:
    [first] = draw.choices(q.options, liked)
    if q.kind is not QuestionKind.SEVERAL or first in q.exclusive:
        return (first,)
    others = [o for o in q.options if o not in q.exclusive and o != first]
    more = [o for o in others if draw.random() < liked[q.options.index(o)]]
    return (first, *more[: (q.most or len(q.options)) - 1])
