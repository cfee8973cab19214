"""Which readings are alarms, and which are not quite."""

from datetime import UTC, datetime, timedelta

import pytest

from engagement.operations.alarms import Alarm, Readings, is_same, raised_alarms
from engagement.staff.rights import MAY_SEND, Role, StaffMember, alarm_recipients, second_approvers

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


GB = 1_000_000_000
CASES = [
    (Alarm.CUT_OFF, {"silent_since": ago(minutes=3)}, {}),
    (Alarm.SET_ASIDE, {"last_set_aside": ago(minutes=59)}, {"last_set_aside": ago(minutes=61)}),
    (Alarm.NOT_SAVED, {"not_saved_since": ago(seconds=61)}, {"not_saved_since": ago(seconds=59)}),
    (
        Alarm.NOT_MOVING,
        {"not_moving_since": ago(minutes=16)},
        {"not_moving_since": ago(minutes=14)},
    ),
    (Alarm.PAUSED, {"paused_until": ago(seconds=-61)}, {"paused_until": ago(seconds=-59)}),
    (
        Alarm.TEMPLATE,
        {"template_refused_at": ago(minutes=59)},
        {"template_refused_at": ago(minutes=61)},
    ),
    (Alarm.ANOTHER, {"conflicts": 2}, {"conflicts": 1}),
    (Alarm.TOKEN, {"token_refused_at": NOW}, {}),
    (Alarm.HELD, {"held": True}, {}),
    (Alarm.DISK, {"disk_free": GB, "disk_total": 30 * GB}, {"disk_free": GB, "disk_total": 10**10}),
    (Alarm.DISK, {"disk_free": GB // 3, "disk_total": GB}, {"disk_free": GB, "disk_total": GB}),
    (Alarm.BACKUP, {"last_backup": ago(days=8)}, {"last_backup": ago(days=6)}),
    (Alarm.BACKUP, {"deployed_at": ago(days=8)}, {"deployed_at": ago(days=6)}),
    (Alarm.CLOCK, {"clock_off": timedelta(seconds=61)}, {"clock_off": timedelta(seconds=59)}),
    (Alarm.CLOCK, {"clock_off": timedelta(seconds=-61)}, {"clock_off": timedelta(seconds=-59)}),
    (Alarm.STUCK, {"oldest_unacted": ago(seconds=121)}, {"oldest_unacted": ago(seconds=119)}),
]


@pytest.mark.parametrize(("alarm", "wrong", "well"), CASES)
def test_an_alarm_stands_past_its_threshold_and_not_before(alarm, wrong, well):
    assert set(raised_alarms(Readings(NOW, **wrong))) == {alarm}
    assert raised_alarms(Readings(NOW, **well)) == {}


def test_every_kind_of_alarm_is_tried_here():
    assert {alarm for alarm, _, _ in CASES} == set(Alarm)


def test_an_alarm_stands_from_when_it_went_wrong():
    found = raised_alarms(Readings(NOW, silent_since=ago(minutes=12)))
    assert found[Alarm.CUT_OFF].since == ago(minutes=12)


def test_a_broadcast_that_is_held_is_not_stuck():
    assert Alarm.NOT_MOVING not in raised_alarms(
        Readings(NOW, held=True, not_moving_since=ago(minutes=60))
    )


def test_a_fresh_backup_counts_however_old_the_deployment():
    assert not raised_alarms(Readings(NOW, last_backup=ago(days=1), deployed_at=ago(days=400)))


@pytest.mark.parametrize(("minutes", "same"), [(15, True), (16, False)])
def test_what_comes_back_soon_is_the_same(minutes, same):
    assert is_same(ago(minutes=minutes), NOW) is same


def in_post(number, role):
    return StaffMember(number, number, role, str(role), frozenset(), every_ward=True)


OPERATOR, ADMIN, OFFICER = (
    in_post(1, Role.OPERATOR),
    in_post(2, Role.ADMINISTRATOR),
    in_post(3, Role.OFFICER),
)


def test_operators_are_told_and_administrators_where_there_is_none():
    assert alarm_recipients([ADMIN, OPERATOR, OFFICER]) == (OPERATOR,)
    assert alarm_recipients([ADMIN, OFFICER]) == (ADMIN,)
    assert alarm_recipients([OFFICER]) == ()


def test_an_operator_sends_nothing_and_says_no_second_yes():
    assert Role.OPERATOR not in MAY_SEND
    assert second_approvers(OFFICER, [OFFICER, OPERATOR], ["E05013131"]) == ()
