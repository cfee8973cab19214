"""A folder in memory where there is one: for tests that commit thousands of times."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")


@contextmanager
def light_folder(name: str) -> Iterator[Path]:
    """A fresh folder, gone afterwards. Nothing these tests look at depends on a disk's flush."""
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=where) as folder:
        yield Path(folder)
