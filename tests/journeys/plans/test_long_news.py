"""A long page of news: the date of each item is in view, and never apart from its words."""

import pytest
from company import Neighbourhood, Person
from test_news_and_themes import sends

DATE = "5 September 2022"


def long_news(number: int, size: int) -> str:
    line = f"Item {number}. The lamps in Mill Lane are mended, and the path is wider now.\n"
    return (line * (size // len(line) + 1))[:size].strip()


@pytest.mark.parametrize("size", [700, 2_900])
async def test_each_item_of_long_news_has_its_date_in_view(
    hood: Neighbourhood, amina: Person, size: int
) -> None:
    """The dates were screens apart, or the last line of a message."""
    board = await hood.board_member()
    for number in range(1, 5):
        await sends(board, "Something else", long_news(number, size))
    before = len(amina.from_bot)
    await amina.types("/news")
    page = amina.from_bot[before:]
    folded = [e for m in page for e in m.entities if e["type"] == "expandable_blockquote"]
    assert len(folded) == 4
    for message in page:
        lines = message.text.splitlines()
        assert DATE not in lines[-1]
        begins = [n for n, line in enumerate(lines) if line.startswith("Item") and n and
                  not lines[n - 1].startswith("Item")]  # fmt: skip
        assert all(DATE in lines[n - 1] for n in begins)
        assert not lines[0].startswith("Item")


async def test_one_item_alone_and_short_ones_are_not_folded(
    hood: Neighbourhood, amina: Person
) -> None:
    board = await hood.board_member()
    await sends(board, "Something else", long_news(1, 2_900))
    await amina.types("/news")
    assert not any(e["type"] == "expandable_blockquote" for e in amina.from_bot[-1].entities)
