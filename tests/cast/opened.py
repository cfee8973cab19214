"""Consultations that open at the dates of their files, as if a second person had approved each."""

from collections.abc import Iterable
from datetime import UTC, datetime

from content import library
from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from storage.engine.database import Database

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def slugs(council: str = "buckinghamshire") -> tuple[str, ...]:
    """The consultations of a council's files."""
    folder = library.council_directory(council) / "consultations"
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


async def open_by_date(database: Database, which: Iterable[str]) -> None:
    """Let these consultations open at the dates of their files, loaded already or later."""
    async with database.write() as tx:
        for slug in which:
            await steps.add(tx, slug, SteeringAct.OPENED, at=LONG_AGO)
