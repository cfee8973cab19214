"""``python -m bench.consult``: ten questions with branches among 10,000 residents, a long reading
list, a round of the sender before an election, and a second table of ten options.

Ratios come first in each table, to the same without branches or with little stored: machines
differ and are never quite idle.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench import reading_lists
from bench.figures import Measurement, busy, machine, table
from bench.held_sends import held_rounds
from bench.lean_site import LeanSite, lean_site, taps
from bench.on_lean import ASKED, UNPACED, on_lean
from bench.ten_questions import QUESTIONS, ten_questions, without_branches
from content.library import Library, council_directory, load
from content.schema.consultation import Consultation, QuestionKind
from content.schema.council import Thresholds
from engagement.consultations import survey
from engagement.consultations.values import Value
from engagement.insight.disclosure import published
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.second_table import second_table
from engagement.insight.summary import Counts, QuestionCount

RESIDENTS, A_SECOND, SECONDS = 10_000, 200, 10
TAP_WITHIN, RULE_WITHIN, ROUND_WITHIN, PAIRS_WITHIN = 0.250, 50e-6, 0.020, 1.0
"""Targets in seconds: a tap's edit, the rule for the next question, an idle round of the sender,
and a second table."""
RULES, PAIRS = 20_000, 20


def libraries() -> tuple[Library, Library]:
    """A council with ten questions in branches, and the same with none."""
    council = load(council_directory("buckinghamshire"))
    ten = ten_questions(council.consultations[ASKED])
    plain = without_branches(ten)
    branching, straight = ({**council.consultations, ASKED: one} for one in (ten, plain))
    return replace(council, consultations=branching), replace(council, consultations=straight)


async def tap_times(site: LeanSite, library: Library) -> tuple[list[float], float]:
    """Seconds from each tap to the edit of its message, at a steady rate, and the seconds of
    processor time that each took."""
    count = A_SECOND * SECONDS
    async with on_lean(site, RESIDENTS, UNPACED, library) as town:
        began = time.process_time()
        await site.load(taps(count, town.tap), every=1 / A_SECOND)
        await site.until("editmessagetext", count)
        each = (time.process_time() - began) / count
        waits: list[float] = (await site.state())["waits"]
        if await town.answered() != count:
            raise RuntimeError("not every answer was stored")
    return waits, each


def rule_times(consultation: Consultation) -> list[float]:
    """Seconds of the rule that says which question comes next, for people on every branch."""
    chance = random.Random(7)  # noqa: S311 (no secret is drawn)
    people = [_answers(consultation, chance) for _ in range(500)]
    keys = [question.key for question in consultation.questions]
    found = []
    for number in range(RULES):
        values, key = people[number % len(people)], keys[number % len(keys)]
        began = time.perf_counter()
        survey.after(consultation, key, values)
        found.append(time.perf_counter() - began)
    return found


def _answers(consultation: Consultation, chance: random.Random) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for question in consultation.questions[: chance.randrange(len(consultation.questions) + 1)]:
        keys = [option.key for option in question.options]
        if question.kind is QuestionKind.SINGLE:
            found[question.key] = chance.choice(keys)
        elif keys:
            found[question.key] = tuple(chance.sample(keys, 2))
    return found


def pair_times(options: int) -> list[float]:
    """Seconds to make the second table of one question with this many options, of which small ones
    were joined in the first."""
    chance = random.Random(7)  # noqa: S311 (no secret is drawn)
    return [_second(options, chance) for _ in range(PAIRS)]


def _second(options: int, chance: random.Random) -> float:
    small = [chance.randrange(2, 9) for _ in range(3)]
    first = [*small, *(chance.randrange(15, 90) for _ in range(options - len(small)))]
    more = [number + chance.randrange(3, 25) for number in first]
    then, now = _counts(first), _counts(more)
    limits = Thresholds()
    before = ReleasedTable(published(then, limits), Limits.of(limits))
    began = time.perf_counter()
    second_table(now, before, limits)
    return time.perf_counter() - began


def _counts(chosen: list[int]) -> Counts:
    people = sum(chosen)
    options = tuple((f"o{n}", number) for n, number in enumerate(chosen))
    question = QuestionCount("first", QuestionKind.SINGLE, people, options)
    return Counts(people, {"E05013120": people}, (question,))


async def measure(say: Callable[[str, str], None]) -> None:
    """Measure and print each part."""
    branching, straight = libraries()
    ours, plain = (rule_times(one.consultations[ASKED]) for one in (branching, straight))
    line = Measurement(f"the next of {QUESTIONS} questions", ours, plain, RULE_WITHIN)
    say("Thousandths of a millisecond, without anybody waiting", micro(line))
    async with lean_site() as site:
        (ours, each), (plain, each_plain) = [
            await tap_times(site, one) for one in (branching, straight)
        ]
    line = Measurement(f"a tap, {A_SECOND} a second", ours, plain, TAP_WITHIN)
    waits = table([line], baseline="without branches")
    say(f"Milliseconds among {RESIDENTS:,} residents", waits)
    line = Measurement("a tap", [each], [each_plain])
    say("Milliseconds of processor time", table([line], baseline="without branches"))
    lists = table(await reading_lists.measure(), baseline=f"of {reading_lists.SMALL}")
    say(f"Milliseconds, a list of {reading_lists.LARGE:,} texts", lists)
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        many, few = await held_rounds(branching, Path(folder))
    line = Measurement("an idle round of the sender, in a hold", many, few, ROUND_WITHIN)
    say("Milliseconds, 200,000 messages sent in 14 days", table([line], baseline="with 200"))
    line = Measurement("a second table, ten options", pair_times(10), pair_times(5), PAIRS_WITHIN)
    say("Milliseconds of processor time", table([line], baseline="with five"))


def micro(line: Measurement) -> str:
    """A table a thousand times finer."""
    ours, plain = ([s * 1000 for s in one] for one in (line.seconds, line.baseline))
    finer = Measurement(line.name, ours, plain, (line.target or 0) * 1000)
    return table([finer], baseline="without branches")


def _say(title: str, body: str) -> None:
    sys.stdout.write(f"{title}\n\n{body}\n\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print. Exits with 0 even if figures are slow: people judge them."""
    _say("Measured on", machine())
    asyncio.run(measure(_say))
    _say("At the end", busy())


if __name__ == "__main__":
    main()
