"""The text of an update: its limits, and what becomes of links and styles."""

from __future__ import annotations

import pytest

from content.typed_words import room
from engagement.broadcasts.styled_text import Mark, plain_text
from engagement.broadcasts.update_text import (
    FRAME,
    HEADING,
    LONGEST_MESSAGE,
    LONGEST_UPDATE,
    MOST_ROOM,
    as_corrected,
    check_update,
    fitting,
)
from engagement.errors import TextEmpty, TextTakesTooMuchRoom, TextTooLong


def test_the_limits_are_those_that_the_messages_promise() -> None:
    assert (LONGEST_UPDATE, MOST_ROOM) == (3000, 3319)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_update_without_words_is_refused(text: str) -> None:
    with pytest.raises(TextEmpty):
        check_update(text)


def test_an_update_may_be_as_long_as_the_limit() -> None:
    assert check_update(f" {'a' * (LONGEST_UPDATE - 2)} ") == "a" * (LONGEST_UPDATE - 2)
    assert len(check_update("a" * LONGEST_UPDATE)) == LONGEST_UPDATE
    with pytest.raises(TextTooLong) as refused:
        check_update("a" * (LONGEST_UPDATE + 1))
    assert refused.value.values("en") == {"length": LONGEST_UPDATE + 1, "most": LONGEST_UPDATE}


def test_emoji_take_twice_the_room() -> None:
    assert check_update("🌳" * (MOST_ROOM // 2))
    with pytest.raises(TextTakesTooMuchRoom) as refused:
        check_update("🌳" * (MOST_ROOM // 2 + 1))
    assert refused.value.values("en") == {"length": MOST_ROOM // 2 + 1, "most": MOST_ROOM // 2}


def link(offset: int, length: int, url: str | None = "https://example.org/a") -> Mark:
    return Mark("text_link", offset, length, url)


@pytest.mark.parametrize(
    ("text", "marks", "sent"),
    [
        ("See here.", [link(4, 4)], "See here (https://example.org/a)."),
        ("See here .", [link(4, 5)], "See here (https://example.org/a) ."),
        ("🌳 here", [link(3, 4)], "🌳 here (https://example.org/a)"),
        ("example.org/a", [link(0, 13)], "example.org/a"),
        ("Example.org/a/ now", [link(0, 14)], "Example.org/a/ now"),
        ("a b", [link(0, 1, "x.org"), link(2, 1, "y.org")], "a (x.org) b (y.org)"),
        ("a b", [link(2, 1, "y.org"), link(0, 1, "x.org")], "a (x.org) b (y.org)"),
    ],
)
def test_an_address_stands_behind_its_words(text: str, marks: list[Mark], sent: str) -> None:
    assert plain_text(text, marks) == (sent, False)


@pytest.mark.parametrize(
    ("mark", "lost"),
    [(Mark("bold", 0, 1), True), (Mark("pre", 0, 1), True), (link(0, 1, None), True),
     (link(0, 1, ""), True), (Mark("url", 0, 1), False), (Mark("url", 0, 1, "x.org"), False)],
)  # fmt: skip
def test_what_cannot_be_sent_is_told(mark: Mark, lost: bool) -> None:
    assert plain_text("a", [mark]) == ("a", lost)


@pytest.mark.parametrize(
    ("rooms", "count"),
    [
        ([10], 1),
        ([MOST_ROOM], 1),
        ([MOST_ROOM, 1], 1),
        ([10, 10], 2),
        ([1271, 1271], 2),
        ([1271, 1272], 1),
        ([1271, 1272, 1], 1),
        ([10] * 20, 5),
    ],
)
def test_texts_fit_from_the_first_on_each_with_room_for_its_heading(
    rooms: list[int], count: int
) -> None:
    """What comes after one that has no room waits with it: the order stays."""
    assert fitting(rooms) == count
    assert count == 1 or sum(room + FRAME for room in rooms[:count]) <= LONGEST_MESSAGE


def test_a_text_without_corrections_stays_as_it_is() -> None:
    assert as_corrected("On Tuesday.", []) == ("On Tuesday.", ())


def test_of_a_long_text_as_much_is_shown_above_a_correction_as_there_is_room_for() -> None:
    assert as_corrected("On Tuesday.", ["On Friday."])[0] == "On Tuesday."
    text, shown = as_corrected("lamps " * 500, ["y" * 1600])
    assert [*shown] == ["y" * 1600]
    assert text.endswith("lamps… /news")
    assert MOST_ROOM - 6 <= room(text) + HEADING + 1600 <= MOST_ROOM
    text, shown = as_corrected("x" * 3000, ["🌳" * (MOST_ROOM // 2)])
    assert (text, len(shown)) == ("", 1)


def test_the_wrong_text_is_cut_and_no_correction() -> None:
    """Of two the first was left out, and nothing said so: each is about something else."""
    place, day = "place " * 150, "day " * 225
    text, shown = as_corrected("lamps " * 400, [place, day])
    assert [*shown] == [place, day]
    assert text.endswith("lamps… /news")
    assert room(text) + sum(HEADING + room(one) for one in shown) <= MOST_ROOM


def test_of_too_long_corrections_the_oldest_are_cut_and_none_is_left_out() -> None:
    first, second, third = "a " * 1000, "b " * 500, "c " * 1000
    text, shown = as_corrected("On Tuesday.", [first, second, third])
    assert [one[0] for one in shown] == ["a", "b", "c"]
    assert shown[0].endswith("a… /news")
    assert [*shown[1:]] == [second, third]
    assert text in ("On Tuesday.", "… /news")
    assert room(text) + sum(HEADING + room(one) for one in shown) <= MOST_ROOM
