"""Who a broadcast is for, and whose news it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lamps_street import ABBEY, CHESHAM, WEST_WYCOMBE

from engagement.broadcasts.audience import Audience, WardPeople, audience, is_news_for
from engagement.broadcasts.lifecycle import BroadcastKind

WARDS = (ABBEY, CHESHAM)


@pytest.mark.parametrize(
    ("whole", "steps"),
    [
        (Audience(WARDS), (30, 20)),
        (Audience(WARDS, followers=True), (30,)),
        (Audience(WARDS, theme="streets"), (30, 20, 15)),
        (Audience(WARDS, theme="streets", followers=True), (30, 21)),
        (Audience(WARDS, not_answered="lamps"), (30, 20)),
    ],
)
def test_each_condition_but_the_answers_makes_a_part(
    whole: Audience, steps: tuple[int, ...]
) -> None:
    ward = WardPeople(live=20, follow=10, live_in=15, follow_in=6)
    assert ward.narrowed(whole) == steps


def test_each_kind_of_broadcast_has_its_audience() -> None:
    def of(kind: BroadcastKind) -> Audience:
        return audience(kind, WARDS, "streets", "lamps")

    assert of(BroadcastKind.INVITATION) == Audience(WARDS, not_answered="lamps")
    assert of(BroadcastKind.NEW_WARDS) == Audience(WARDS, as_one=True)
    news = Audience(WARDS, theme="streets", followers=True)
    assert of(BroadcastKind.UPDATE) == news
    assert of(BroadcastKind.OUTCOME) == replace(news, answered="lamps")
    assert of(BroadcastKind.ECHO) == Audience(WARDS, took_part="lamps")
    with pytest.raises(ValueError, match="those who answered a consultation"):
        audience(BroadcastKind.ECHO, WARDS, None)
    with pytest.raises(ValueError, match="those who answered it"):
        of(BroadcastKind.POLL_STOPPED)


@pytest.mark.parametrize(
    ("wards", "themes", "theme", "expected"),
    [
        ([ABBEY], [], "streets", True),
        ([ABBEY], ["parks"], "streets", False),
        ([ABBEY], ["streets", "parks"], "streets", True),
        ([ABBEY], ["parks"], None, True),
        ([ABBEY], [], None, True),
        ([WEST_WYCOMBE], [], None, False),
        ([WEST_WYCOMBE], ["streets"], "streets", False),
        ([WEST_WYCOMBE, ABBEY], [], None, True),
    ],
)
def test_news_is_for_those_of_its_wards_who_follow_its_theme_or_none(
    wards: list[str], themes: list[str], theme: str | None, expected: bool
) -> None:
    assert is_news_for(WARDS, theme, wards=wards, themes=themes) is expected
