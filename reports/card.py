"""Success cards: what was delivered in a ward and what people said, as a picture for a phone."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports import fonts
from reports.reading_direction import reads_to_the_left, with_numbers_whole

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("card.typ")

# One typographic point is one pixel.
PIXELS_PER_INCH = 72

LONGEST_TEXT = 400

MOST_FIGURES = 3
MOST_BARS = 8
MOST_SUCCESSES = 3

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

# Emoji and what joins them: no font here has them, and no meaning may depend on them alone.
_EMOJI = dict.fromkeys([*range(0x1F000, 0x1FB00), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080)])


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
    drawn. ``bars_note`` says what else there is to know of the bars, such as why their shares
    don't add up. ``successes`` were delivered and get a tick; ``outcomes`` are what was decided and
    get none. There is room for 3 figures, 8 bars and 3 of these together: raises CardTooFull.
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
    bars_note: str = ""
    successes: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    thanks: str = ""
    foot: str = ""

    def __post_init__(self) -> None:
        if (
            len(self.figures) > MOST_FIGURES
            or len(self.bars) > MOST_BARS
            or len(self.successes) + len(self.outcomes) > MOST_SUCCESSES
        ):
            raise CardTooFull(
                f"A card has room for {MOST_FIGURES} figures, {MOST_BARS} bars "
                f"and {MOST_SUCCESSES} successes."
            )


class CardTooFull(Exception):
    """More figures, bars or successes than a card has room for."""


def card_png(card: Card) -> bytes:
    """The card as a PNG, 1080 pixels wide and 1350 high; the same bytes for the same card.

    A card with more to say is up to 2500 high. Only what doesn't fit there is cut, and ends with
    "…". Raises fonts.FontsDiffer.
    """
    png = compiler(card).compile(format="png", ppi=PIXELS_PER_INCH)
    assert isinstance(png, bytes)  # typst returns a list only if there are several pages
    return png


def compiler(card: Card) -> typst.Compiler:
    """The typst compiler for this card, at any size. Raises fonts.FontsDiffer."""
    return compiler_of(TEMPLATE, card=template_data(card), palette=PALETTE)


def compiler_of(template: Path, **inputs: dict[str, Any]) -> typst.Compiler:
    """The typst compiler for a template in this folder. Raises fonts.FontsDiffer."""
    # Imported here because it is heavy, and only needed where something is drawn.
    import typst

    faces = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[fonts.installed()],
    )
    return typst.Compiler(
        template,
        root=template.parent,
        font_paths=faces,
        sys_inputs={name: json.dumps(value) for name, value in inputs.items()},
    )


def template_data(card: Card) -> dict[str, Any]:
    """The data for the template: the fields of the card, with their texts cleaned, and which of the
    texts are read in the other direction than the card."""
    told = {name: value for name, value in asdict(card).items() if name not in ("alt", "language")}
    return worded(told, card.language, right_to_left=card.right_to_left)


def worded(told: dict[str, Any], language: str, *, right_to_left: bool) -> dict[str, Any]:
    """The data for a template, with every text in it cleaned and its numbers kept whole, and which
    of the texts are read in the other direction than the picture."""
    other_way: list[str] = []

    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            text = plain(value)
            to_the_left = reads_to_the_left(text, on_such_a_card=right_to_left)
            text = with_numbers_whole(text) if to_the_left else text
            if to_the_left != right_to_left:
                other_way.append(text)
            return text
        if isinstance(value, tuple | list):
            return [cleaned(one) for one in value]
        if isinstance(value, dict):
            return {name: cleaned(one) for name, one in value.items()}
        return value

    words = {name: cleaned(value) for name, value in told.items()}
    # typst knows languages but not their regions.
    return {**words, "language": language.partition("-")[0], "other_way": other_way}


def plain(text: str) -> str:
    """The text on one line, without control characters and emoji, at most ``LONGEST_TEXT`` long."""
    text = " ".join(text.translate(_OVERRIDES).translate(_EMOJI).split())
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs"))
    return kept if len(kept) <= LONGEST_TEXT else kept[: LONGEST_TEXT - 1] + "…"
