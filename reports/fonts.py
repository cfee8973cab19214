"""Fonts for the cards: Noto fonts in a folder of our own, each checked by its hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("fonts")

# SHA-256 of each file, as Debian's package fonts-noto-core 20201225-1 has it.
_FACES = {
    "NastaliqUrdu-Regular": "fe24c4a05b19482beac11e4b90a0f6754214f1cb5e925cf9e86b48283ac37522",
    "Sans-Bold": "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5",
    "Sans-Regular": "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d",
    "SansArabic-Bold": "ded6fc7359ca36d15d7aab9ef0c066e21ce48b26a069994d6602fa2cb9a1b952",
    "SansArabic-Regular": "504d7407d86875acf7d04dfaa0fd7524d0b8797723bc4aa18022f29db25b0b6e",
    "SansSymbols-Regular": "24b615ceb7d50a2c09060664ca9e24a160c9beb6bfca0563e8359369a4bc0993",
}
PINNED = {f"Noto{face}.ttf": digest for face, digest in _FACES.items()}


class FontsDiffer(Exception):
    """The fonts aren't the pinned ones; the text says which and what to do."""


def checked(folder: Path) -> Path:
    """The folder, if it holds the pinned fonts and no others. Raises FontsDiffer."""
    found = {path.name: _hash(path) for path in folder.glob("*.[ot]t[cf]")}
    differing = sorted({name for name, _ in found.items() ^ PINNED.items()})
    if differing:
        raise FontsDiffer(
            f"These fonts are missing, changed or not ours: {', '.join(differing)}. "
            "Put the folder reports/fonts back as it came with this version of Wardmote."
        )
    return folder


@cache
def installed() -> Path:
    """The folder of the installed fonts, checked once per process. Raises FontsDiffer."""
    return checked(FOLDER)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
