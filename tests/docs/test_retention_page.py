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
