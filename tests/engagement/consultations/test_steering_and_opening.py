"""What a consultation needs for opening, and what each later decision makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from lamps_street import ABBEY, CLOSES, OPENS, WEST_WYCOMBE, consultation

from content.schema.authored import Localised
from content.schema.consultation import Consultation
from content.schema.opening import MadeUp, WithoutTelegram
from content.schema.question import Question, QuestionKind
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, Stage, may_replace, not_closed, phase, stage
from engagement.consultations.managing_refusals import NoSuchTime
from engagement.consultations.opening import Lack, Lacking, moment_of, readiness
from engagement.consultations.refusals import IsPaused, WasWithdrawn
from engagement.consultations.steering import (
    Steered,
    SteeringAct,
    SteeringStep,
    steered,
    steering,
)
from engagement.consultations.typed_moments import moment_typed
from engagement.errors import NoSuchConsultation, Refusal

LONDON = "Europe/London"
BEFORE, MIDWAY = OPENS - timedelta(days=7), OPENS + (CLOSES - OPENS) / 2
LATER = CLOSES + timedelta(days=7)
DAY = timedelta(days=1)
OPENED = (SteeringAct.OPENED, BEFORE, None)

Decision = tuple[SteeringAct, datetime, datetime | None]


def decided(*decisions: Decision, reason: str = "settled") -> Steered:
    """The consultation after these decisions."""
    steps = [
        SteeringStep(act, at, until=until, reason=reason, id=number)
        for number, (act, at, until) in zip(count(1), decisions, strict=False)
    ]
    return steered(consultation(), steering(steps))


def ready(**changed: object) -> Consultation:
    """A consultation that has all it needs."""
    given = {
        "decision_due": date(2022, 12, 1),
        "languages": ("en",),
        "equality_note": "Some have no phone, so there is paper too.",
        "without_telegram": WithoutTelegram(telephone="01632 960001"),
        "other_ways": Localised("Ring 01632 960001."),
        **changed,
    }
    return consultation().model_copy(update=given)


def lacks(
    found: Consultation, *, now: datetime = BEFORE, story: bool = False, boundaries: bool = False
) -> list[Lacking]:
    return [*readiness(found, now=now, zone=LONDON, story=story, boundaries=boundaries).lacking]


@pytest.mark.parametrize(
    ("decisions", "now", "expected"),
    [
        ((), MIDWAY, Stage.CHECKED),
        (((SteeringAct.ASKED, BEFORE, None),), MIDWAY, Stage.ASKED),
        (
            ((SteeringAct.ASKED, BEFORE, None), (SteeringAct.DECLINED, BEFORE, None)),
            MIDWAY,
            Stage.CHECKED,
        ),
        ((OPENED,), BEFORE, Stage.APPROVED),
        ((OPENED,), OPENS, Stage.OPEN),
        ((OPENED, (SteeringAct.VOIDED, BEFORE, None)), MIDWAY, Stage.CHECKED),
        ((OPENED, (SteeringAct.PAUSED, OPENS, MIDWAY)), MIDWAY - DAY, Stage.PAUSED),
        ((OPENED, (SteeringAct.PAUSED, OPENS, MIDWAY)), MIDWAY, Stage.OPEN),
        (
            (OPENED, (SteeringAct.PAUSED, OPENS, MIDWAY), (SteeringAct.RESUMED, OPENS, None)),
            MIDWAY - DAY,
            Stage.OPEN,
        ),
        ((OPENED,), CLOSES, Stage.CLOSED),
        ((OPENED, (SteeringAct.EXTENDED, MIDWAY, LATER)), CLOSES, Stage.OPEN),
        ((OPENED, (SteeringAct.EXTENDED, MIDWAY, LATER)), LATER, Stage.CLOSED),
        ((OPENED, (SteeringAct.CLOSED, MIDWAY, None)), MIDWAY, Stage.CLOSED),
        ((OPENED, (SteeringAct.WITHDRAWN, MIDWAY, None)), MIDWAY, Stage.WITHDRAWN),
        ((OPENED, (SteeringAct.REPORTED, CLOSES, None)), LATER, Stage.REPORTED),
    ],
)
def test_each_decision_leads_to_its_stage(
    decisions: tuple[Decision, ...], now: datetime, expected: Stage
) -> None:
    assert stage(decided(*decisions), now) is expected


def test_what_is_approved_after_its_date_opens_at_that_moment() -> None:
    found = decided((SteeringAct.OPENED, MIDWAY, None))
    assert found.opens_at == MIDWAY
    assert phase(found, MIDWAY) is Phase.OPEN


def test_people_hear_as_many_days_later_as_it_closes() -> None:
    found = decided(OPENED, (SteeringAct.EXTENDED, MIDWAY, LATER))
    assert found.closes_at == LATER
    assert found.hear_by == consultation().hear_by + timedelta(days=7)


def test_an_early_close_does_not_move_the_day_on_which_people_hear() -> None:
    found = decided(OPENED, (SteeringAct.CLOSED, MIDWAY, None))
    assert found.hear_by == consultation().hear_by


@pytest.mark.parametrize(
    ("decisions", "refusal"),
    [
        ((), NoSuchConsultation),
        ((OPENED, (SteeringAct.PAUSED, OPENS, CLOSES - DAY)), IsPaused),
        ((OPENED, (SteeringAct.WITHDRAWN, MIDWAY - DAY, None)), WasWithdrawn),
    ],
)
def test_nothing_is_taken_before_the_approval_in_a_pause_or_after_a_withdrawal(
    decisions: tuple[Decision, ...], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        check_may_answer(decided(*decisions), ward=ABBEY, answered_from=None, now=MIDWAY)


def test_nobody_elsewhere_learns_the_title_of_what_nobody_has_approved() -> None:
    with pytest.raises(NoSuchConsultation):
        check_may_answer(decided(), ward=WEST_WYCOMBE, answered_from=None, now=MIDWAY)


def test_a_pause_says_until_when_and_a_withdrawal_why() -> None:
    pause = decided(OPENED, (SteeringAct.PAUSED, OPENS, CLOSES - DAY))
    with pytest.raises(IsPaused) as paused:
        check_may_answer(pause, ward=ABBEY, answered_from=None, now=MIDWAY)
    assert paused.value.values("en")["opens"] == CLOSES - DAY
    gone = decided(OPENED, (SteeringAct.WITHDRAWN, OPENS, None))
    with pytest.raises(WasWithdrawn) as withdrawn:
        check_may_answer(gone, ward=ABBEY, answered_from=None, now=MIDWAY)
    assert withdrawn.value.values("en")["reason"] == "settled"


def test_what_is_paused_can_still_be_answered_later_and_what_is_withdrawn_cannot() -> None:
    pause = decided(OPENED, (SteeringAct.PAUSED, OPENS, CLOSES - DAY))
    gone = decided(OPENED, (SteeringAct.WITHDRAWN, OPENS, None))
    assert not_closed([pause], {pause.slug}, MIDWAY) == (pause,)
    assert not_closed([gone], {gone.slug}, MIDWAY) == ()


def test_before_the_approval_a_file_may_change_altogether_also_after_its_date() -> None:
    other = consultation(wards=("E05013120",), opens_at=MIDWAY)
    assert may_replace(decided(), other, MIDWAY)
    assert not may_replace(decided(OPENED), other, MIDWAY)


def test_a_consultation_with_all_it_needs_may_open() -> None:
    assert lacks(ready()) == []


@pytest.mark.parametrize(
    ("changed", "lack"),
    [
        ({"decision_due": None}, Lacking(Lack.DECISION_DUE)),
        ({"languages": ()}, Lacking(Lack.LANGUAGES)),
        ({"languages": ("en", "pl")}, Lacking(Lack.TRANSLATION, "pl")),
        ({"equality_note": None}, Lacking(Lack.EQUALITY_NOTE)),
        ({"without_telegram": None}, Lacking(Lack.WITHOUT_TELEGRAM)),
        ({"other_ways": None}, Lacking(Lack.WITHOUT_TELEGRAM)),
        ({"made_up": (MadeUp.EQUALITY_NOTE,)}, Lacking(Lack.MADE_UP, "equality_note")),
        (
            {"closes_at": datetime.fromisoformat("2023-03-26T01:30:00+00:00")},
            Lacking(Lack.NO_SUCH_TIME, "2023-03-26 01:30"),
        ),
    ],
)
def test_each_thing_that_is_missing_is_named(changed: dict[str, object], lack: Lacking) -> None:
    assert lacks(ready(**changed)) == [lack]


def test_what_has_closed_already_may_not_open() -> None:
    assert lacks(ready(), now=CLOSES) == [Lacking(Lack.OVER)]


def test_what_would_close_before_it_opens_may_not_open() -> None:
    assert lacks(ready(closes_at=OPENS)) == [Lacking(Lack.OVER)]


def test_what_is_voided_closes_at_the_date_of_its_file() -> None:
    found = decided(
        OPENED, (SteeringAct.EXTENDED, BEFORE, LATER), (SteeringAct.VOIDED, BEFORE, None)
    )
    assert (found.closes_at, found.hear_by) == (CLOSES, consultation().hear_by)


def test_what_is_made_up_may_open_in_the_story_alone() -> None:
    assert lacks(ready(made_up=(*MadeUp,)), story=True) == []


def test_a_place_is_asked_for_only_where_the_wards_have_boundaries() -> None:
    where = Question(key="where", kind=QuestionKind.PLACE, text=Localised("Where is it?"))
    asks = ready(questions=(*consultation().questions, where))
    assert lacks(asks, boundaries=True) == []
    assert lacks(asks, story=True) == [Lacking(Lack.BOUNDARIES)]
    assert lacks(ready()) == []


def test_fewer_than_28_days_are_said_and_may_open() -> None:
    short = ready(closes_at=OPENS + timedelta(days=26))
    found = readiness(short, now=BEFORE, zone=LONDON, story=False, boundaries=False)
    assert (found.is_ready, found.few_days) == (True, 27)
    long = ready(closes_at=OPENS + timedelta(days=40))
    told = readiness(long, now=BEFORE, zone=LONDON, story=False, boundaries=False)
    assert told.few_days is None


def test_a_way_without_telegram_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least one way"):
        WithoutTelegram()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-10-14 17:00", datetime(2022, 10, 14, 16, 0, tzinfo=UTC)),
        ("14 October 2022 17:00", datetime(2022, 10, 14, 16, 0, tzinfo=UTC)),
        ("14 października 2022, 17.00", datetime(2022, 10, 14, 16, 0, tzinfo=UTC)),
        ("2022-12-01T09:30", datetime(2022, 12, 1, 9, 30, tzinfo=UTC)),
        # Twice that night: the later one, which takes answers for longer.
        ("2022-10-30 01:30", datetime(2022, 10, 30, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_day_and_an_hour_are_by_the_council_s_clocks(text: str, expected: datetime) -> None:
    assert moment_typed(text, today=date(2022, 9, 1), zone=LONDON) == expected


@pytest.mark.parametrize(
    "text",
    ["14 October 2022", "soon", "2022-13-01 17:00", "2022-10-14 25:00", "2023-03-26 01:30", ""],
)
def test_a_time_without_an_hour_or_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(NoSuchTime):
        moment_typed(text, today=date(2022, 9, 1), zone=LONDON)


def test_the_clocks_leap_over_an_hour_in_spring_alone() -> None:
    assert moment_of(datetime(2023, 3, 26, 1, 30), LONDON) is None  # noqa: DTZ001
    assert moment_of(datetime(2023, 3, 26, 2, 0), LONDON) is not None  # noqa: DTZ001
