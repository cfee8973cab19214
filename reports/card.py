"""Success cards: what was delivered in a ward and what people said, as a picture for a phone."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports import fonts

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("card.typ")

# One typographic point is one pixel.
PIXELS_PER_INCH = 72

LONGEST_TEXT = 240

PALETTE = {
    "paper": "#F8F5EE",
    "box": "#FFFFFF",
    "ink": "#1F2A2C",
    "quiet": "#55605F",
    "deep": "#12474A",
    "hill": "#17525A",
    "near": "#1D5F61",
    "far": "#2A7273",
    "pale": "#DCEBE6",
    "lamp": "#F2C14E",
    "bar": "#1F7F78",
    "track": "#DFE5DE",
    "line": "#D9D4C5",
}

# Embeddings and overrides that change the text direction of everything after them.
_OVERRIDES = dict.fromkeys(range(0x202A, 0x202F))


@dataclass(frozen=True)
class Figure:
    """A number as it may be shown, such as "over 210", and what it counts."""

    value: str
    label: str


@dataclass(frozen=True)
class Bar:
    """One option: its label, and the text shown for it. Without a share no bar is drawn.

    Raises ValueError for a share that is not between 0 and 1.
    """

    label: str
    share: float | None
    shown: str

    def __post_init__(self) -> None:
        if self.share is not None and not 0 <= self.share <= 1:
            raise ValueError(f"expected a share between 0 and 1, not {self.share}")


@dataclass(frozen=True)
class Card:
    """The content of a card, in the reader's language; empty fields are left out.

    Numbers have passed the disclosure rule. ``alt`` describes the picture in words and isn't
    drawn. There is room for 3 figures, 5 bars and 3 successes.
    """

    language: str
    council: str
    title: str
    alt: str
    right_to_left: bool = False
    place: str = ""
    period: str = ""
    figures: tuple[Figure, ...] = ()
    bars_title: str = ""
    bars: tuple[Bar, ...] = ()
    successes: tuple[str, ...] = ()
    thanks: str = ""
    foot: str = ""


class CardTooFull(Exception):
    """More figures, bars or successes than a card has room for."""


def card_png(card: Card) -> bytes:
    """The card as a PNG of 1080 by 1350 pixels; the same bytes for the same card.

    A text that is too long is cut and ends with "…". Raises CardTooFull and fonts.FontsDiffer.
    """
    png = compiler(card).compile(format="png", ppi=PIXELS_PER_INCH)
    if not isinstance(png, bytes):
        # typst returns a list of pages when the content doesn't fit on one.
        raise CardTooFull("A card has room for 3 figures, 5 bars and 3 successes.")
    return png


def compiler(card: Card) -> typst.Compiler:
    """The typst compiler for this card, at any size. Raises fonts.FontsDiffer."""
    # Imported here because it is heavy, and only needed where something is drawn.
    import typst

    faces = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[fonts.installed()],
    )
    return typst.Compiler(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=faces,
        sys_inputs={"card": json.dumps(template_data(card)), "palette": json.dumps(PALETTE)},
    )


def template_data(card: Card) -> dict[str, Any]:
    """The data for the template: the fields of the card, with their texts cleaned."""
    words = {name: _plain(value) for name, value in asdict(card).items() if name != "alt"}
    # typst knows languages but not their regions.
    return {**words, "language": card.language.partition("-")[0]}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value


def plain(text: str) -> str:
    """The text on one line, without control characters, cut to ``LONGEST_TEXT`` characters."""
    text = " ".join(text.translate(_OVERRIDES).split())
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs"))
    return kept if len(kept) <= LONGEST_TEXT else kept[: LONGEST_TEXT - 1] + "…"
