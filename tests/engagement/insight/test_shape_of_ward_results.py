"""What the register keeps of results by ward, and that older entries can still be read."""

from datetime import UTC, datetime

from pydantic import TypeAdapter

from engagement.insight.disclosure import Published
from engagement.insight.option_numbers import PublishedOption, Share
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.ward_results import NotByWard, WardQuestion, WardResults

TABLE = TypeAdapter(ReleasedTable)
ABBEY = WardResults(
    "E05000001",
    60,
    (
        WardQuestion("lamps", (PublishedOption(("yes",), 40, percent=65),)),
        WardQuestion("hours", (PublishedOption(("a", "b"), 20, share=Share.MOST),)),
        WardQuestion("more", why=NotByWard.OWN_WORDS),
    ),
)
BOOKER = WardResults("E05000002", None, (WardQuestion("lamps", why=NotByWard.TOGETHER),))


def test_results_by_ward_come_back_from_the_register_as_they_were():
    now = datetime(2022, 10, 3, 9, tzinfo=UTC)
    limits = Limits(10, 50, 5)
    made = ReleasedTable(Published(90), limits, by_ward=(ABBEY, BOOKER), by_ward_since=now)
    assert TABLE.validate_json(TABLE.dump_json(made)) == made
    assert made.of_ward("E05000001") == ABBEY
    assert ABBEY.has_numbers
    assert not BOOKER.has_numbers
    assert made.of_ward("E05000009") is None


def test_an_entry_from_before_there_were_results_by_ward_is_read():
    limits = {"smallest_cell": 10, "percentage_base": 50, "rounding": 5}
    old = {"published": {"about": 60}, "limits": limits}
    table = TABLE.validate_python(old)
    assert (table.by_ward, table.by_ward_since) == ((), None)
