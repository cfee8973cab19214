"""When a consultation takes answers, and whose."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from lamps_street import ABBEY, CHESHAM, CLOSES, LAMPS, OPENS, SAFE, WEST_WYCOMBE, consultation

from engagement.consultations.corrections import exchanged
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import (
    Hearing,
    Phase,
    closing,
    hear_day,
    hearing,
    may_replace,
    not_closed,
    open_for,
    phase,
)
from engagement.errors import HasClosed, NotInWard, NotOpenYet, Refusal

A_MOMENT = timedelta(microseconds=1)
MIDWAY = OPENS + (CLOSES - OPENS) / 2


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (OPENS - A_MOMENT, Phase.UPCOMING),
        (OPENS, Phase.OPEN),
        (MIDWAY, Phase.OPEN),
        (CLOSES - A_MOMENT, Phase.OPEN),
        (CLOSES, Phase.CLOSED),
        (CLOSES + timedelta(days=400), Phase.CLOSED),
    ],
)
def test_it_is_open_from_its_opening_up_to_but_not_at_its_closing(
    now: datetime, expected: Phase
) -> None:
    assert phase(consultation(), now) is expected


def test_the_next_to_close_is_listed_first() -> None:
    late = consultation(slug="late")
    soon = consultation(slug="soon", closes_at=CLOSES - timedelta(days=3))
    assert open_for([late, soon], ABBEY, MIDWAY) == (soon, late)


@pytest.mark.parametrize(
    ("now", "may"),
    [(OPENS - A_MOMENT, True), (OPENS, True), (CLOSES - A_MOMENT, True), (CLOSES, False)],
)
def test_what_was_answered_can_still_be_answered_up_to_the_closing(
    now: datetime, may: bool
) -> None:
    found = not_closed([consultation()], {consultation().slug}, now)
    assert bool(found) is may


def test_of_what_was_answered_the_next_to_close_comes_first_and_nothing_else_is_there() -> None:
    late, other = consultation(slug="late"), consultation(slug="other")
    soon = consultation(slug="soon", closes_at=CLOSES - timedelta(days=3))
    assert not_closed([late, other, soon], {"late", "soon"}, MIDWAY) == (soon, late)


def test_two_that_close_together_stand_in_order_of_their_slugs() -> None:
    benches, trees = consultation(slug="benches"), consultation(slug="trees")
    assert open_for([trees, benches], ABBEY, MIDWAY) == (benches, trees)


def test_what_is_for_other_wards_is_not_listed() -> None:
    assert open_for([consultation()], WEST_WYCOMBE, MIDWAY) == ()


def test_what_names_no_ward_is_for_every_ward() -> None:
    everywhere = consultation(wards=())
    assert open_for([everywhere], WEST_WYCOMBE, MIDWAY) == (everywhere,)


@pytest.mark.parametrize("now", [OPENS - A_MOMENT, CLOSES])
def test_what_is_not_open_is_not_listed(now: datetime) -> None:
    assert open_for([consultation()], ABBEY, now) == ()


@pytest.mark.parametrize(
    ("ward", "now", "refusal"),
    [
        (WEST_WYCOMBE, MIDWAY, NotInWard),
        (ABBEY, OPENS - A_MOMENT, NotOpenYet),
        (ABBEY, CLOSES, HasClosed),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_for_its_own_reason(
    ward: str, now: datetime, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as no:
        check_may_answer(consultation(), ward=ward, answered_from=None, now=now)
    said = {"title": "Lamps in our streets"}
    closes = {"closes": CLOSES} if refusal is HasClosed else {}
    assert no.value.values("en") == {**said, **closes}


@pytest.mark.parametrize("now", [OPENS, MIDWAY, CLOSES - A_MOMENT])
def test_somebody_of_the_ward_may_answer_while_it_is_open(now: datetime) -> None:
    check_may_answer(consultation(), ward=CHESHAM, answered_from=None, now=now)


def test_somebody_who_moved_away_may_finish_what_they_began() -> None:
    check_may_answer(consultation(), ward=WEST_WYCOMBE, answered_from=ABBEY, now=MIDWAY)


def test_a_response_begun_elsewhere_does_not_become_one_of_the_new_ward() -> None:
    with pytest.raises(NotInWard):
        check_may_answer(consultation(), ward=ABBEY, answered_from=WEST_WYCOMBE, now=MIDWAY)


def test_somebody_who_moved_away_cannot_answer_after_it_closed() -> None:
    with pytest.raises(HasClosed):
        check_may_answer(consultation(), ward=WEST_WYCOMBE, answered_from=ABBEY, now=CLOSES)


@pytest.mark.parametrize(
    ("days", "sent", "expected"),
    [
        (-1, False, Hearing.AWAITED),
        (0, False, Hearing.AWAITED),
        (1, False, Hearing.LATE),
        (-1, True, Hearing.SENT),
        (1, True, Hearing.SENT),
    ],
)
def test_people_hear_by_the_day_that_was_promised_or_late(
    days: int, sent: bool, expected: Hearing
) -> None:
    day = consultation().hear_by
    assert hearing(day + timedelta(days=days), day, promised=day, sent=sent) is expected


@pytest.mark.parametrize(
    ("held", "moved"),
    [
        ([], 0),
        ([(-9, -7)], 0),  # over before the close
        ([(-9, -3)], 1),  # only the day after the close counts
        ([(0, 9)], 10),  # the last day itself is one of them
        ([(1, 9)], 0),  # it had been heard before
        ([(-1, 0), (1, 3)], 5),  # one after another
        ([(-1, 4), (0, 5)], 7),  # two at once count once
    ],
)
def test_an_election_stops_the_clock_of_a_promise(held: list[tuple[int, int]], moved: int) -> None:
    day = consultation().hear_by
    days = [(day + timedelta(days=a), day + timedelta(days=b)) for a, b in held]
    found = hear_day(day, day - timedelta(days=4), days)
    assert found == day + timedelta(days=moved)
    if moved:
        assert hearing(found, found, promised=day, sent=False) is Hearing.PAUSED
        late = found + timedelta(days=1)
        assert hearing(late, found, promised=day, sent=False) is Hearing.LATE
        assert hearing(late, found, promised=day, sent=False, told=True) is Hearing.TOLD
        assert hearing(late, found, promised=day, sent=True, told=True) is Hearing.SENT


@pytest.mark.parametrize(
    "change",
    [
        {"wards": (ABBEY,)},
        {"questions": (LAMPS, SAFE)},
        {"questions": (LAMPS.model_copy(update={"options": LAMPS.options[:2]}),)},
        {"questions": (LAMPS.model_copy(update={"key": "light"}),)},
        {"questions": (SAFE,)},
    ],
    ids=["its wards", "its questions", "an option", "a key", "another question"],
)
def test_what_answers_depend_on_may_change_only_before_it_opens(change: dict[str, object]) -> None:
    old = consultation(questions=(LAMPS,))
    new = old.model_copy(update=change)
    assert may_replace(old, new, OPENS - A_MOMENT)
    assert not may_replace(old, new, OPENS)
    assert not may_replace(old, new, CLOSES)


def test_dates_and_wording_may_change_while_it_is_open() -> None:
    old = consultation(questions=(LAMPS,))
    later = {"closes_at": CLOSES + timedelta(days=7)}
    assert may_replace(old, old.model_copy(update=later), MIDWAY)
    reworded = LAMPS.model_copy(update={"text": SAFE.text})
    assert may_replace(old, old.model_copy(update={"questions": (reworded,)}), MIDWAY)


@pytest.mark.parametrize("later", [A_MOMENT, timedelta(days=2)])
def test_what_has_opened_is_not_put_off(later: timedelta) -> None:
    """It would be upcoming again, and all that answers depend on could change."""
    old = consultation(questions=(LAMPS,))
    put_off = old.model_copy(update={"opens_at": OPENS + later})
    assert not may_replace(old, put_off, OPENS)
    assert not may_replace(old, put_off, CLOSES)
    assert may_replace(old, put_off, OPENS - A_MOMENT)
    assert may_replace(put_off, old, MIDWAY)


def test_the_ends_of_a_scale_are_part_of_what_answers_depend_on() -> None:
    assert SAFE.scale is not None
    old = consultation(questions=(SAFE,))
    longer = SAFE.model_copy(update={"scale": SAFE.scale.model_copy(update={"highest": 10})})
    assert not may_replace(old, old.model_copy(update={"questions": (longer,)}), MIDWAY)


@pytest.mark.parametrize(
    ("closes", "day", "at"),
    [
        (time(), 29, None),
        (time(0, 1), 30, time(0, 1)),
        (time(16), 30, time(16)),
        (time(23, 58), 30, time(23, 58)),
        (time(23, 59), 30, None),
        (time(23, 59, 59), 30, None),
    ],
)
def test_midnight_is_the_end_of_the_day_before(closes: time, day: int, at: time | None) -> None:
    moment = datetime.combine(date(2022, 9, 30), closes, OPENS.tzinfo)
    assert closing(moment) == (date(2022, 9, day), at)


def test_the_ends_of_a_scale_and_the_texts_of_questions_change_no_places() -> None:
    assert SAFE.scale is not None
    low, high = SAFE.scale.lowest_label, SAFE.scale.highest_label
    turned = SAFE.scale.model_copy(update={"lowest_label": high, "highest_label": low})
    old = consultation(questions=(SAFE,))
    new = old.model_copy(update={"questions": (SAFE.model_copy(update={"scale": turned}),)})
    assert exchanged(new, old, [old]) == high.say("en")
    clean = SAFE.model_copy(update={"key": "clean", "text": LAMPS.text})
    old = consultation(questions=(SAFE, clean))
    swapped = (
        SAFE.model_copy(update={"text": clean.text}),
        clean.model_copy(update={"text": SAFE.text}),
    )
    new = old.model_copy(update={"questions": swapped})
    assert exchanged(new, old, [old]) == LAMPS.text.say("en")
    assert exchanged(old, old, [new]) is None
