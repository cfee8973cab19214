"""Who a broadcast is for, and whose news it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lamps_street import ABBEY, CHESHAM, WEST_WYCOMBE

from engagement.broadcasts.audience import Audience, audience, is_news_for
from engagement.broadcasts.lifecycle import BroadcastKind

WARDS = (ABBEY, CHESHAM)


@pytest.mark.parametrize(
    ("whole", "filtered"),
    [
        (Audience(WARDS), False),
        (Audience(WARDS, followers=True), False),
        (Audience(WARDS, theme="streets"), True),
        (Audience(WARDS, not_answered="lamps"), True),
        (Audience(WARDS, theme="streets", not_answered="lamps"), True),
    ],
)
def test_a_theme_or_a_consultation_leaves_some_people_out(whole: Audience, filtered: bool) -> None:
    assert whole.is_filtered is filtered


def test_each_kind_of_broadcast_has_its_audience() -> None:
    def of(kind: BroadcastKind) -> Audience:
        return audience(kind, WARDS, "streets", "lamps")

    assert of(BroadcastKind.INVITATION) == Audience(WARDS, not_answered="lamps")
    assert of(BroadcastKind.NEW_WARDS) == Audience(WARDS)
    news = Audience(WARDS, theme="streets", followers=True)
    assert of(BroadcastKind.UPDATE) == news
    assert of(BroadcastKind.OUTCOME) == replace(news, answered="lamps")


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
