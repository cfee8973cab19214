"""A council whose consultations nobody has approved, as in a real deployment, and its officers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from company import Neighbourhood, on_stage

from content.library import Library
from wardmote.demo.story import first_consultation

WHICH = "local-priorities"


def real(library: Library, **changed: Any) -> Library:
    """The council's files with nothing made up in the first consultation, and these changes."""
    found = library.consultations[WHICH].model_copy(update={"made_up": (), **changed})
    return replace(library, consultations={**library.consultations, WHICH: found})


@asynccontextmanager
async def unopened(library: Library, folder: Path, **more: Any) -> AsyncIterator[Neighbourhood]:
    """The council an hour after its first consultation would have opened by its date."""
    start = first_consultation(library).opens_at + timedelta(hours=1)
    more = {"start": start, **more}
    async with on_stage(library, folder=folder, seed=11, story=False, **more) as stage:
        yield Neighbourhood(stage)
