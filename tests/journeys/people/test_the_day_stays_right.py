"""Once somebody is forgotten only the day is kept of when they answered: the day by the council's
clocks, so that two files from before and after don't tell who was forgotten."""

from datetime import UTC, datetime, timedelta

from company import ABBEY, Neighbourhood


async def test_somebody_who_answered_after_midnight_keeps_that_day(hood: Neighbourhood) -> None:
    await hood.leap(datetime(2022, 9, 10, 23, 30, tzinfo=UTC))  # half past midnight in summer
    amina = await hood.resident("Amina", "Abbey")
    for step in ("Answer now", "1"):
        await amina.taps(step)
    officer = await hood.officer()
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(hours=1))
    (row,) = await hood.exported(officer)
    assert (row["ward_code"], row["began_on"]) == (ABBEY, "2022-09-11")
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    (row,) = await hood.exported(officer)
    assert (row["ward_code"], row["began_on"]) == (ABBEY, "2022-09-11")
