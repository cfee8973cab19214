"""What a demo keeps beside its two databases, so that its story can go on tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from wardmote.service.private_files import put

FILE = "story.json"


class Keepsake(BaseModel):
    """The story's time, and what each neighbour remembers, by their phone's number, in the order
    in which they were cast."""

    model_config = ConfigDict(frozen=True)

    now: AwareDatetime
    members: dict[int, dict[str, Any]]


def kept(folder: Path) -> Keepsake | None:
    """What was kept in ``folder``; None where no story was told to its end there."""
    try:
        return Keepsake.model_validate_json((folder / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def keep(folder: Path, keepsake: Keepsake) -> None:
    """Keep it, whole or not at all."""
    put(folder / FILE, keepsake.model_dump_json().encode())
