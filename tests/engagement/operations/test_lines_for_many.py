"""One log line for many events. P7."""

from engagement.operations.log_lines import MOST_KINDS, LinesForMany


def test_the_first_few_have_a_line_each_and_the_rest_are_counted_by_the_next() -> None:
    """P7."""
    lines = LinesForMany(free=2, seconds=60)
    assert [lines.line_for("shout", second) for second in (0, 1, 2, 3, 59)] == [1, 1, 0, 0, 0]
    assert lines.line_for("shout", 60) == 4
    assert lines.line_for("whisper", 60) == 1


def test_it_never_remembers_without_end() -> None:
    lines = LinesForMany()
    for number in range(3 * MOST_KINDS):
        assert lines.line_for(number, 0) == 1
    assert len(lines._seen) <= MOST_KINDS + 1
    assert MOST_KINDS == 1_000


def test_after_exactly_as_many_kinds_all_begin_again() -> None:
    lines = LinesForMany(free=1)
    for number in range(MOST_KINDS + 1):
        lines.line_for(number, 0)
    assert len(lines._seen) == MOST_KINDS + 1
    lines.line_for("one more", 0)
    assert len(lines._seen) == 1


def test_three_lines_of_a_kind_are_free_each_minute() -> None:
    lines = LinesForMany()
    assert [lines.line_for("shout", 0) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert [lines.line_for("shout", second) for second in (59.9, 60, 119)] == [0, 4, 1]
