"""What is silence on the line to Telegram, by a clock that stands, jumps and goes back."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.receiving import connection as line_module
from bot.receiving.connection import Connection
from content import library
from engagement.broadcasts.bot_api_responses import Fate
from engagement.consultations.late import Gap
from usecases.world import World

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Hands:
    """The wall's clock and the machine's own count, each moved by hand."""

    def __init__(self) -> None:
        self.wall = NOON
        self.boot = 1000.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.boot += seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def line(hands: Hands) -> Connection:
    council = library.load(library.council_directory("buckinghamshire"))

    async def no_sleep(_: float) -> None:
        """Nothing here sleeps."""

    world = World(council, lambda: hands.wall, no_sleep, lambda: 1)
    made = Connection(world, lambda: hands.boot, lambda: hands.boot)
    made.began(None)
    made.heard()
    return made


def test_polls_that_are_answered_are_no_gap(hands: Hands, line: Connection) -> None:
    hands.pass_by(35)
    assert line.heard() is None


def test_a_long_silence_is_a_gap_from_when_we_last_heard(hands: Hands, line: Connection) -> None:
    hands.pass_by(200)
    assert line.is_silent
    assert line.heard() == NOON
    assert line.heard() is None


def test_a_machine_that_slept_has_a_gap_though_no_poll_failed(
    hands: Hands, line: Connection
) -> None:
    hands.pass_by(3600)
    assert line.last_known == NOON
    assert line.heard() == NOON


def test_failing_polls_begin_the_gap_where_the_line_was_last_good(
    hands: Hands, line: Connection
) -> None:
    hands.pass_by(20)
    line.failed(Fate.UNKNOWN)
    for _ in range(5):
        hands.pass_by(30)
        line.failed(Fate.NEVER_SENT)
    assert line.heard() == NOON + timedelta(seconds=20)


@pytest.mark.parametrize("hours", [1, -1, 24])
def test_a_clock_that_is_set_makes_no_gap(hands: Hands, line: Connection, hours: int) -> None:
    hands.wall += timedelta(hours=hours)
    hands.pass_by(25)
    line.failed(Fate.UNKNOWN)
    hands.pass_by(10)
    assert not line.is_silent
    assert line.heard() is None


def test_a_gap_is_seen_though_the_clock_went_back_in_it(hands: Hands, line: Connection) -> None:
    hands.pass_by(300)
    hands.wall -= timedelta(hours=1)
    assert line.heard() == NOON


@pytest.mark.parametrize(("away", "is_gap"), [(300, True), (100, False), (-3600, False)])
def test_at_a_start_the_clock_tells_how_long_nobody_was_there(
    hands: Hands, line: Connection, away: int, is_gap: bool
) -> None:
    last = NOON - timedelta(seconds=away)
    line.began(last)
    assert (line.heard() == last) is is_gap


def test_a_poll_that_failed_begins_a_gap_where_the_last_good_one_ended(
    hands: Hands, line: Connection
) -> None:
    """A poll that failed proves nothing of the time it took."""
    hands.pass_by(20)
    line.failed(Fate.UNKNOWN)
    hands.pass_by(5)
    line.heard()
    assert line.gap == Gap(NOON, NOON + timedelta(seconds=25))
    hands.pass_by(25)
    line.heard()
    assert line.gap == Gap(NOON, NOON + timedelta(seconds=25))


def test_a_poll_that_took_longer_than_any_does_ends_a_gap(hands: Hands, line: Connection) -> None:
    hands.pass_by(41)
    line.heard()
    assert line.gap == Gap(NOON, NOON + timedelta(seconds=41))


def test_a_restart_is_a_gap_however_short_and_follows_one_just_before_it(
    hands: Hands, line: Connection
) -> None:
    before = Gap(NOON - timedelta(minutes=5), NOON - timedelta(minutes=1))
    last = NOON - timedelta(seconds=10)
    line.began(last, before)
    line.heard()
    assert line.gap == Gap(before.began, NOON, timedelta(seconds=50))


def test_a_first_start_is_no_gap(line: Connection) -> None:
    line.began(None)
    line.heard()
    assert line.gap is None


def test_everything_is_received_up_to_now_while_the_last_poll_brought_all_there_was(
    hands: Hands, line: Connection
) -> None:
    assert line.received_up_to is None
    line.note_waiting(0)
    hands.pass_by(20)
    assert line.received_up_to == NOON + timedelta(seconds=20)
    line.failed(Fate.UNKNOWN)
    hands.pass_by(30)
    assert line.received_up_to == NOON + timedelta(seconds=20)
    line.note_waiting(1)
    assert line.received_up_to is None


def test_conflicts_are_counted_for_ten_minutes(hands: Hands, line: Connection) -> None:
    line.failed(Fate.CONFLICT)
    line.failed(Fate.UNKNOWN)
    assert line.conflicts == 1
    hands.pass_by(601)
    assert line.conflicts == 0


def test_the_machines_own_count_goes_on() -> None:
    assert line_module.since_boot() > 0
