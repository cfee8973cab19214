"""A temporary folder in memory if possible, for tests that commit thousands of times."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")


@contextmanager
def light_folder(name: str) -> Iterator[Path]:
    """A new folder, deleted afterwards. Nothing these tests check depends on a disk's flush."""
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=where) as folder:
        yield Path(folder)
