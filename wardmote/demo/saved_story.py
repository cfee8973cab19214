"""The demo's saved story: the file next to its two databases by which it goes on tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from wardmote.service.private_files import put

FILE = "story.json"


class SavedStory(BaseModel):
    """The story's time, and each resident's memory by the id of their phone's user, in the order
    in which their personas were made."""

    model_config = ConfigDict(frozen=True)

    now: AwareDatetime
    members: dict[int, dict[str, Any]]


def load(folder: Path) -> SavedStory | None:
    """The story saved in ``folder``; None where none was played to its end there."""
    try:
        return SavedStory.model_validate_json((folder / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def save(folder: Path, story: SavedStory) -> None:
    """Save it, whole or not at all."""
    put(folder / FILE, story.model_dump_json().encode())
