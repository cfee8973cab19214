"""docs/retention.md, against the tables and the periods of the code."""

from the_pages import read, rows, section

from engagement.operations import retention
from storage.tables import metadata

PAGE = read("docs/retention.md")
TABLES = {row[0].strip("`"): row for row in rows(section(PAGE, "# Retention")) if len(row) == 3}


def test_every_table_has_a_row_that_says_how_long_it_is_kept():
    assert TABLES.keys() == metadata.tables.keys()
    assert [name for name, row in TABLES.items() if not row[1] or not row[2]] == []


def test_the_page_gives_the_periods_of_the_code():
    days = {
        "drafts": "7 days",
        "inbox": f"{retention.INBOX_KEPT.days} days",
        "invites": f"{retention.INVITES_KEPT.days} days",
        "arrivals": f"{retention.ARRIVALS_KEPT.days * 24} hours",
        "audit": f"{retention.AUDIT_KEPT.days // 365} years",
        "staff": f"{retention.AUDIT_KEPT.days // 365} years",
        "contacts": f"{retention.LINK_KEPT.days // 30} months",
        "comments": f"{retention.WORDS_KEPT.days // 30} months",
        "deliveries": f"{retention.RECIPIENTS_KEPT.days // 30} months",
        "safety_words": f"{retention.SAFETY_WORDS_KEPT.days} days",
        "voice_sounds": f"{retention.SOUNDS_KEPT.days} days",
        "safety_alerts": f"{retention.SAFETY_ALERTS_KEPT.days // 30} months",
        "duties": f"{retention.DUTIES_KEPT.days // 30} months",
        "alarms": f"{retention.ALARMS_KEPT.days // 30} months",
    }
    assert {name: text for name, text in days.items() if text not in TABLES[name][2]} == {}


COLUMNS = {
    "residents": {
        "id": "random id",
        "ward": "a ward",
        "vintage": "the year of its boundaries",
        "source": "the poster",
        "joined_at": "the day they joined",
    },
    "responses": {
        "resident_id": "random id",
        "consultation": "which consultation",
        "ward": "in which ward",
        "vintage": "which year's boundaries",
        "version_id": "which version of the questions",
        "state": "how far they came",
        "position": "how far they came",
        "receipt": "its receipt",
        "mode": "on their own or a shared phone",
        "started_at": "when",
        "updated_at": "when",
        "completed_at": "when",
        "short": "in which form",
        "learnt": "what there is to learn",
    },
    "guests": {
        "seat": "random numbers",
        "owner_id": "the phone of its owner",
        "consultation": "for which consultation",
        "number": "as which person of the phone",
        "begun_at": "when they began",
        "used_at": "last wrote",
        "rests": "whether they have finished",
    },
}
"""What the page says of each column of the tables that are about people and kept for good, or that
say who shares a phone."""


def test_the_page_names_every_column_of_these_tables():
    for name, said in COLUMNS.items():
        assert {column.name for column in metadata.tables[name].columns} == said.keys()
        assert [words for words in said.values() if words not in TABLES[name][1]] == []
