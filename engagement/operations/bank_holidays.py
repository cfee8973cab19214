"""Bank holidays in England and Wales, 2021 to 2027. Source: https://www.gov.uk/bank-holidays

The government adds days now and then (2022: 19 September; 2023: 8 May), and publishes two years
ahead. A day missing here makes a due date too early, never too late.
"""

from __future__ import annotations

from datetime import date

_DAYS = {
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}

BANK_HOLIDAYS = frozenset(
    date.fromisoformat(f"{year}-{day}") for year, days in _DAYS.items() for day in days.split()
)
