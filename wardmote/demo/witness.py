"""The independent witness: compares the crowd's own log with what the bot exports and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from content.condition_text import parsed
from content.conditions import holds
from content.schema.consultation import Consultation, QuestionKind
from content.schema.council import Thresholds
from content.schema.question import SEVERAL_KEYS
from emulator import LogEntry, Phone, Seen
from engagement.consultations.survey import ResponseState
from engagement.insight.disclosure import published
from engagement.insight.joining import rounded
from engagement.insight.summary import Counts, QuestionCount, option_keys
from engagement.people.national_grid import square_of
from usecases.release.counting import wards_of
from usecases.world import World
from wardmote.demo.about_oneself import SAYS, STOPS_USING
from wardmote.demo.screen_patterns import ScreenPatterns

COUNTED_APART = (QuestionKind.RANKING, QuestionKind.PLACE)
LEAVING = frozenset({"stop", "forget", "block"})


@dataclass(slots=True)
class ExpectedResponse:
    """One resident's response as it should be, by the crowd's own log."""

    ward: str
    choices: dict[str, str] = field(default_factory=dict)
    ticks: dict[str, set[str]] = field(default_factory=dict)
    ranks: dict[str, list[str]] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)
    of_oneself: dict[str, str] = field(default_factory=dict)  # unless they have stopped its use
    receipt: str = ""
    reopened: datetime | None = None  # when an answer last led to a question not asked before
    ended: datetime | None = None  # when a receipt last appeared

    @property
    def answered(self) -> int:
        """The number of questions with an answer."""
        several = (*self.ticks.values(), *self.ranks.values())
        return len(self.choices) + sum(bool(chosen) for chosen in several)

    @property
    def state(self) -> ResponseState:
        """Started, partial, or complete once they had a receipt. An answer changed since that leads
        to a question not asked before makes it partial, until they have a receipt again."""
        if not self.answered:
            return ResponseState.STARTED
        left = self.ended is None or (self.reopened is not None and self.ended < self.reopened)
        return ResponseState.PARTIAL if left else ResponseState.COMPLETE


def expected_responses(
    consultation: Consultation,
    log: Iterable[LogEntry],
    wards: Mapping[int, str],
    seen_by: Callable[[int], Iterable[Seen]],
    patterns_of: Callable[[int], ScreenPatterns],
) -> dict[int, ExpectedResponse]:
    """By user: the answers they meant to give, when these led to a question not asked before, and
    the receipt among all that was in their chat (``seen_by``), which ``patterns_of`` finds in their
    language."""
    expected: dict[int, ExpectedResponse] = {}
    for entry in log:
        mine = expected.setdefault(entry.user_id, ExpectedResponse(wards[entry.user_id]))
        before = asked_so_far(consultation, mine)
        _note(mine, entry.note)
        if _opens(consultation, before, asked_so_far(consultation, mine)):
            mine.reopened = entry.at
    for user, mine in expected.items():
        for message in seen_by(user):
            _find_receipt(mine, message, patterns_of(user))
    return expected


def _note(mine: ExpectedResponse, note: Mapping[str, str]) -> None:
    """Add what somebody meant with a move."""
    does = note.get("does")
    if does in ("chooses", "writes"):
        mine.choices[note["question"]] = note["value"]
    elif does == "ticks":
        mine.ticks.setdefault(note["question"], set()).symmetric_difference_update({note["value"]})
    elif does == "ranks":
        mine.ranks.setdefault(note["question"], []).append(note["value"])
    elif does == SAYS:
        mine.of_oneself[note["question"]] = note["value"]
    elif does == STOPS_USING:
        mine.of_oneself.clear()
    elif does == "comments":
        mine.comments.setdefault(note["question"], []).append(note["value"])


def _find_receipt(mine: ExpectedResponse, message: Seen, patterns: ScreenPatterns) -> None:
    """Note the receipt of a message, and when it appeared: an edit that leaves the text as it is
    shows no receipt anew."""
    shown = ""
    for text, at in [(message.text, message.at), *((e.text, e.at) for e in message.edits)]:
        found = patterns.receipt(text) if text != shown else None
        shown = text
        if found is not None:
            mine.receipt = found
            mine.ended = at if mine.ended is None else max(at, mine.ended)


def _opens(consultation: Consultation, before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a question wants an answer that was not asked before, or whose answer counts no more.
    What the short form leaves out is wanted of nobody."""
    wanted = {question.key for question in (consultation.short_form or consultation).questions}
    return any(
        value is None and (key not in before or before[key] is not None)
        for key, value in now.items()
        if key in wanted
    )


def asked_so_far(consultation: Consultation, response: ExpectedResponse) -> dict[str, Any]:
    """The questions that are asked after these answers, each with its answer, or None."""
    asked: dict[str, Any] = {}
    given: dict[str, Any] = {}
    for question in consultation.questions:
        key = question.key
        if question.relevant is not None and not holds(parsed(question.relevant), given):
            continue
        several = tuple(response.ranks.get(key) or response.ticks.get(key) or ())
        if several:
            given[key] = several
        elif key in response.choices:
            value = response.choices[key]
            given[key] = int(value) if question.kind is QuestionKind.SCALE else value
        asked[key] = given.get(key)
    return asked


def on_path(consultation: Consultation, response: ExpectedResponse) -> ExpectedResponse:
    """The response without what was answered on a branch that was left since."""
    asked = asked_so_far(consultation, response)
    return replace(
        response,
        choices={key: value for key, value in response.choices.items() if key in asked},
        ticks={key: value for key, value in response.ticks.items() if key in asked},
        ranks={key: value for key, value in response.ranks.items() if key in asked},
        comments={key: value for key, value in response.comments.items() if key in asked},
    )


def expected_row(consultation: Consultation, response: ExpectedResponse) -> tuple[str, ...]:
    """The export row of a response: ward, state, then every question's cells."""
    cells = [response.ward, response.state.value]
    for question in consultation.questions:
        comment = " / ".join(response.comments.get(question.key, []))
        if question.kind is QuestionKind.SEVERAL:
            ticks = response.ticks.get(question.key, set())
            cells += [str(int(o.key in ticks)) if ticks else "" for o in question.options]
            cells.append(comment)
        elif question.kind is QuestionKind.RANKING:
            ranks = response.ranks.get(question.key, [])
            places = {key: str(place) for place, key in enumerate(ranks, start=1)}
            cells += [*(places.get(option.key, "") for option in question.options), comment]
        elif question.kind is QuestionKind.PLACE:
            place = response.choices.get(question.key, "")
            cells += [place, square_of(place), comment]
        elif question.kind is QuestionKind.TEXT:
            cells.append(response.choices.get(question.key, ""))
        else:
            named = {option.key: option.label.say("en") for option in question.options}
            value = response.choices.get(question.key, "")
            cells += [named.get(value, value), comment]
    return tuple(cells)


def exported_row(consultation: Consultation, row: Mapping[str, str]) -> tuple[str, ...]:
    """The same cells from a row of the exported file, without the apostrophes before formulas."""
    names = ["ward_code", "state"]
    for question in consultation.questions:
        if question.kind in SEVERAL_KEYS:
            names += [f"{question.key}.{option.key}" for option in question.options]
        elif question.kind is QuestionKind.PLACE:
            names += [question.key, f"{question.key}.square"]
        else:
            names.append(question.key)
        if question.kind is not QuestionKind.TEXT:
            names.append(f"{question.key}.comment")
    return tuple(row[name].removeprefix("'") for name in names)


def differences(
    consultation: Consultation,
    expected: Iterable[ExpectedResponse],
    exported: Sequence[Mapping[str, str]],
) -> list[str]:
    """Every difference between the exported file and the crowd's own log; empty if they agree."""
    given = [e for e in expected if e.answered or e.comments]
    meant = Counter(expected_row(consultation, e) for e in given)
    read = Counter(exported_row(consultation, row) for row in exported)
    found = [
        f"{n} responses like {row} were given and are not in the file"
        for row, n in (meant - read).items()
    ]
    found += [
        f"{n} responses like {row} are in the file and were never given"
        for row, n in (read - meant).items()
    ]
    return found


def true_counts(
    consultation: Consultation, expected: Iterable[ExpectedResponse], wards: Iterable[str] = ()
) -> Counts:
    """The counts by the crowd's own log, in the consultation's order; where it is for all, of all
    ``wards``. Questions on a branch, places and orders are compared by ``released_witness``."""
    people = [e for e in expected if e.answered]
    questions = []
    for question in consultation.questions:
        key = question.key
        if question.relevant is not None or question.kind in COUNTED_APART:
            continue
        if question.kind is QuestionKind.SEVERAL:
            chosen = [t.ticks[key] for t in people if t.ticks.get(key)]
        else:
            chosen = [{t.choices[key]} for t in people if key in t.choices]
        counts = Counter(option for options in chosen for option in options)
        options = tuple((option, counts[option]) for option in option_keys(question))
        questions.append(QuestionCount(key, question.kind, len(chosen), options))
    by_ward = Counter(t.ward for t in people)
    return Counts(
        people=len(people),
        by_ward={ward: by_ward[ward] for ward in consultation.wards or wards},
        questions=tuple(questions),
    )


AGREEING = frozenset({"strongly_agree", "agree"})


def agreement(expected: Iterable[ExpectedResponse], question: str) -> tuple[int, int]:
    """(the number who agreed, the number who answered) a question, by the crowd's own log."""
    chosen = [e.choices[question] for e in expected if question in e.choices]
    return sum(value in AGREEING for value in chosen), len(chosen)


def agreement_read(
    consultation: Consultation, exported: Iterable[Mapping[str, str]], question: str
) -> tuple[int, int]:
    """The same, read from the exported file."""
    options = consultation.question(question).options
    agreeing = {option.label.say("en") for option in options if option.key in AGREEING}
    cells = [row[question] for row in exported if row[question]]
    return sum(cell in agreeing for cell in cells), len(cells)


def agreement_questions(consultation: Consultation) -> list[str]:
    """The questions that ask whether people agree."""
    return [q.key for q in consultation.questions if AGREEING & {o.key for o in q.options}]


@dataclass(frozen=True, slots=True)
class Reached:
    """How many residents a broadcast was for, and whose phones it reached."""

    audience: int
    arrived: int
    missed: frozenset[int]


def reached(phones: Iterable[Phone], audience: Iterable[int], words: str) -> Reached:
    """``audience`` are the users who should get the broadcast; ``words`` are part of its text."""
    users = set(audience)
    got = [p.user_id for p in phones for m in p.messages if m.from_bot and words in m.text]
    return Reached(len(users), len(got), frozenset(users - set(got)))


def report_expected(
    thresholds: Thresholds, by_ward: Iterable[int], *, some: bool = False
) -> list[str]:
    """What a report may say of these people, each of whom lives in one ward and follows no other:
    the sum of each ward's rounded number. ``some``: it went to some of them only."""
    people = [*by_ward]
    small = [number for number in people if number < thresholds.smallest_cell]
    sum_ = thresholds.smallest_cell * len(small) + sum(
        rounded(number, thresholds.rounding) for number in people if number not in small
    )
    if len(small) == len(people):
        return [f"Of fewer than {sum_} people:", f"Fewer than {sum_} arrived"]
    up_to = "up to " if small or some else ""
    return [f"Of {up_to}about {sum_} people:", f"Up to about {sum_} arrived"]


def compared(expected: Iterable[str], shown: str) -> str:
    """Whether a screen has every line it should have."""
    missing = [line for line in expected if line not in shown]
    return "as expected" if not missing else f"without: {missing[0]}"


def audience_at(
    log: Sequence[LogEntry],
    wards: Mapping[int, str],
    chosen: Iterable[str],
    moment: datetime,
    joined: Mapping[int, datetime],
) -> set[int]:
    """The users who had joined one of ``chosen`` wards by ``moment`` and had not left by then.

    Nobody notices that an account was deleted: it belongs to the audience until a message bounces.
    """
    gone = {e.user_id for e in log if e.at <= moment and e.note.get("does") in LEAVING}
    among = set(chosen)
    return {u for u, at in joined.items() if at <= moment and wards[u] in among} - gone


def results_expected(
    world: World, consultation: Consultation, expected: Iterable[ExpectedResponse]
) -> list[str]:
    """Lines that results published from the crowd's own log must contain."""
    shown = published(
        true_counts(consultation, expected, wards_of(world, consultation)), world.thresholds
    )
    if shown.about is None:
        return [f"Fewer than {world.thresholds.smallest_cell} people answered"]
    people = f"{shown.about} to {shown.about_to}" if shown.about_to else f"{shown.about}"
    lines = [f"About {people} people answered."]
    for question in shown.questions:
        lines += [
            f": about {o.about} ({o.percent}%)"
            for o in question.options
            if o.about is not None and o.percent is not None
        ]
    lines += [f"{world.library.wards[w].name}: about {n}" for w, n in shown.wards.rows]
    return lines
