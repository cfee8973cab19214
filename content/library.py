"""A council's files loaded as one frozen value, or all the errors in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from content import (
    council_files,
    crosschecks,
    duration,
    election_days,
    located_yaml,
    media,
    outlines,
    postcodes,
)
from content.colliding_labels import collisions
from content.council_files import Sheets
from content.outlines import Outlines
from content.postcodes import PostcodeTable
from content.problems import ContentError, Problem
from content.schema.authored import local
from content.schema.consultation import Consultation
from content.schema.council import Board, Council, Ward
from content.schema.opening import FEWEST_DAYS, days_open
from content.schema.plan import Plan, Theme
from content.unreachable import too_few_offered

__all__ = ["ContentError", "Library", "Problem", "council_directory", "load"]

COUNCILS = Path(__file__).parent / "councils"
_WARD_WORDS = frozenset({"ward", "wards", "the", "okręg", "okręgu", "وارڈ"})
"""Words that people put around a ward's name."""
_BETWEEN = re.compile(r"[,;،\n]|&|\b(?:and|i|oraz|اور)\b", re.IGNORECASE)
"""What people put between the names of several wards."""
FEWEST_LETTERS = 3  # a shorter part of a ward's name matches too much


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that one council has authored."""

    council: Council
    wards: Mapping[str, Ward]  # by code, in order of name
    boards: tuple[Board, ...]
    plans: tuple[Plan, ...]
    consultations: Mapping[str, Consultation]  # by slug, in order of opens_at
    postcodes: Mapping[str, str]  # "HP123HP" -> the code of its ward
    districts: frozenset[str] = frozenset()  # "HP12": a postcode of any other is outside
    former: Mapping[str, Ward] = field(default_factory=dict)  # wards of other years, by code
    successors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a ward of another year: the wards in force its postcodes are in, most shared first."""
    warnings: tuple[str, ...] = ()
    outlines: Outlines | None = None  # for drawing a map of the wards
    folder: Path = COUNCILS  # where pictures and recordings are, by their names

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of all plans."""
        return tuple(theme for plan in self.plans for theme in plan.themes)

    def ward(self, code: str) -> Ward:
        """The ward with this code, of any year in the files. Raises KeyError."""
        return self.wards[code] if code in self.wards else self.former[code]

    @property
    def plan_wards(self) -> tuple[Ward, ...]:
        """The wards the plans are for, in order of name; every ward if no plan names any."""
        named = {code for plan in self.plans for code in plan.wards} & self.wards.keys()
        return tuple(ward for ward in self.wards.values() if not named or ward.code in named)

    def ward_of(self, postcode: str) -> str | None:
        """The code of the ward a postcode is in, however it is typed; None outside this council."""
        return self.postcodes.get(postcodes.compact(postcode))

    def is_named(self, ward: Ward, text: str) -> bool:
        """Whether ``text`` is the whole name of a ward."""
        return _bare_name(ward.name) == _bare_name(text)

    def wards_matching(self, text: str) -> tuple[Ward, ...]:
        """The wards somebody may mean by ``text``, in order of name.

        A ward with exactly this name is returned alone. Otherwise all wards whose name has these
        words in a row, the last of them perhaps unfinished; fewer than three letters match
        nothing. Capitals, punctuation, "and" or "&", and "ward" after the name make no difference.
        """
        wanted = _bare_name(text)
        exact = tuple(ward for ward in self.wards.values() if _bare_name(ward.name) == wanted)
        if exact or len(wanted.replace(" ", "")) < FEWEST_LETTERS:
            return exact
        return tuple(
            ward for ward in self.wards.values() if f" {wanted}" in f" {_bare_name(ward.name)}"
        )

    def wards_named(self, text: str) -> tuple[Ward, ...]:
        """The wards whose whole names make up ``text``, in its order: one, or several with commas
        or "and" between them. Nothing if any part isn't a name."""
        by_name = {_bare_name(ward.name): ward for ward in self.wards.values()}
        parts = [bare for part in _BETWEEN.split(text) if (bare := _bare_name(part))]
        found: dict[str, Ward] = {}
        while parts:
            # The most parts first: "Booker, Cressex and Castlefield" is one ward.
            for many in range(len(parts), 0, -1):
                ward = by_name.get(" ".join(parts[:many]))
                if ward is not None:
                    found[ward.code] = ward
                    del parts[:many]
                    break
            else:
                return ()
        return tuple(found.values())

    def board_of(self, ward: str) -> Board | None:
        """The board that leads in ``ward``, or None."""
        return next((board for board in self.boards if ward in board.wards), None)

    def board(self, slug: str) -> Board:
        """The board with this slug. Raises KeyError."""
        for board in self.boards:
            if board.slug == slug:
                return board
        raise KeyError(slug)

    def theme(self, slug: str) -> Theme | None:
        """The theme with this slug, of any plan, or None."""
        return next((theme for theme in self.themes if theme.slug == slug), None)


def council_directory(slug: str) -> Path:
    """The folder of a council that comes with the program. Raises ContentError."""
    known = sorted(path.name for path in COUNCILS.iterdir() if (path / "council.yaml").is_file())
    if slug not in known:
        expected = f"expected a council that comes with the program ({', '.join(known)})"
        raise ContentError([Problem("councils", None, None, expected, located_yaml.show(slug))])
    return COUNCILS / slug


def slug_in(directory: Path) -> str | None:
    """Which council these files are of; None where that cannot be read. Nothing else is checked."""
    document = located_yaml.read(directory / "council.yaml", "council.yaml", [])
    slug = document.value.get("slug") if document and isinstance(document.value, dict) else None
    return slug if isinstance(slug, str) else None


def load(directory: Path, now: datetime | None = None) -> Library:
    """Read and check a council's files. Raises ContentError with every problem found.

    ``now`` tells what has opened from what is to open, and what has been from what is to come.

    The directory holds council.yaml, wards.yaml, boards.yaml and postcodes.csv, and may hold
    plans/*.yaml, consultations/*.yaml and outlines.json. Each file is checked on its own, then
    against the others; the second part skips what needs a broken file, so that one mistake isn't
    reported a hundred times.
    """
    if not directory.is_dir():
        raise ContentError([Problem(str(directory), None, None, "expected a directory", "nothing")])
    problems: list[Problem] = []
    sheets = council_files.read(directory, problems)
    problems.extend(crosschecks.disagreements(sheets, now))
    drawn = outlines.read(directory, problems)
    if problems:
        raise ContentError(problems)
    found = replace(_library_from(sheets), outlines=drawn, folder=directory)
    if now is None:
        return found
    return replace(found, warnings=(*found.warnings, *dated_warnings(found, now)))


def dated_warnings(library: Library, now: datetime) -> Iterator[str]:
    """Days in the files that meet an election, or are still to come though they are said to have
    been."""
    council = library.council
    yield from election_days.of_council(council, now)
    for consultation in library.consultations.values():
        yield from election_days.of_consultation(consultation, council, library.successors, now)
    for plan in library.plans:
        yield from election_days.of_plan(plan, council.timezone, now)


def _library_from(sheets: Sheets) -> Library:
    # A missing sheet is a problem, and with a problem we don't get this far.
    assert sheets.council is not None
    wards_file, table = sheets.in_force.wards, sheets.in_force.postcodes
    assert wards_file is not None
    assert sheets.boards is not None
    assert table is not None
    wards = sorted(wards_file.value.wards, key=lambda ward: _words(ward.name))
    consultations = [sheet.value for sheet in sheets.consultations if sheet is not None]
    consultations.sort(key=lambda consultation: (consultation.opens_at, consultation.slug))
    library = Library(
        council=sheets.council.value,
        wards=MappingProxyType({ward.code: ward for ward in wards}),
        boards=sheets.boards.value.boards,
        plans=tuple(sheet.value for sheet in sheets.plans if sheet is not None),
        consultations=MappingProxyType({each.slug: each for each in consultations}),
        postcodes=MappingProxyType(table.wards),
        districts=frozenset(postcode[:-3] for postcode in table.wards),
        former=MappingProxyType(_former(sheets)),
        successors=MappingProxyType(_successors(sheets, table)),
    )
    cut = [warning for document in sheets.documents for warning in document.warnings]
    return replace(library, warnings=(*cut, *_warnings(library, table)))


def _former(sheets: Sheets) -> dict[str, Ward]:
    files = [other.wards.value for other in sheets.others if other.wards is not None]
    return {ward.code: ward for file in files for ward in file.wards}


def _successors(sheets: Sheets, now: PostcodeTable) -> dict[str, tuple[str, ...]]:
    shared: dict[str, Counter[str]] = {}
    for other in sheets.others:
        for postcode, ward in (other.postcodes.wards if other.postcodes else {}).items():
            if postcode in now.wards:
                shared.setdefault(ward, Counter())[now.wards[postcode]] += 1
    return {
        ward: tuple(sorted(counts, key=lambda code: (-counts[code], code)))
        for ward, counts in shared.items()
    }


def _warnings(library: Library, table: PostcodeTable) -> Iterator[str]:
    """Things that a council may have intended, and may also have forgotten."""
    yield from _of_other_years(library)
    names = Counter(ward.name for ward in library.wards.values())
    for name in sorted(name for name, times in names.items() if times > 1):
        yield f"{names[name]} wards are called {name}: nobody can tell which is which"
    planned = {code for plan in library.plans for code in plan.wards}
    for ward in library.wards.values():
        if ward.code in planned and library.board_of(ward.code) is None:
            named = f"{ward.name} ({ward.code})"
            yield f"{named} is in a plan and has no board: only officers send there"
    for ward in library.wards.values():
        if ward.code not in table.first_lines:
            yield f"{ward.name} ({ward.code}) has no postcode: people can only pick it by name"
    yield from _untranslated(library)
    for consultation in library.consultations.values():
        yield from collisions(consultation)
        yield from _required_words(consultation)
        yield from too_few_offered(consultation)
        yield from _takes_longer(consultation)
        yield from media.not_recorded(consultation)
    yield from _offsets(library)
    for consultation in library.consultations.values():
        if (line := too_short(consultation, library.council.timezone)) is not None:
            yield line


def _takes_longer(consultation: Consultation) -> Iterator[str]:
    said, needed = consultation.minutes, duration.worked_out(consultation)
    if said is not None and needed > said + 1:
        yield (
            f"{consultation.slug}: minutes says {said}, but reading and answering takes about "
            f"{needed}. Leave it out, and the bot says what it takes"
        )


def _required_words(consultation: Consultation) -> Iterator[str]:
    for question in consultation.questions:
        if question.required and not question.needs_answer:
            yield (
                f"{consultation.slug}: {question.key} is in people's own words, so it can be "
                "skipped though it is required"
            )


def too_short(consultation: Consultation, zone: str) -> str | None:
    """The warning about a consultation that closes soon after it opens."""
    days = days_open(consultation.opens_at, consultation.closes_at, zone)
    if days >= FEWEST_DAYS:
        return None
    return (
        f"{consultation.slug} is open for {days} {'day' if days == 1 else 'days'}, less "
        f"than {FEWEST_DAYS}. Is that long enough to read it and answer?"
    )


def _offsets(library: Library) -> Iterator[str]:
    """Times whose offset is not the council's on that day, as after the clocks have changed."""
    zone = library.council.timezone
    for consultation in library.consultations.values():
        for name in ("opens_at", "closes_at"):
            moment = getattr(consultation, name)
            there = local(moment, zone)
            if moment.utcoffset() != there.utcoffset():
                yield (
                    f"{consultation.slug}: {name} {moment.isoformat()} is {there:%H:%M} on "
                    f"{there:%d %B %Y} by the council's clocks, which are at "
                    f"{there.isoformat()[-6:]} that day"
                )


def _of_other_years(library: Library) -> Iterator[str]:
    year = library.council.vintage
    for plan in library.plans:
        if plan.wards and not library.wards.keys() & set(plan.wards):
            yield f"{plan.slug} names no ward of {year}, the year in force"
    for board in library.boards:
        if not library.wards.keys() & set(board.wards):
            yield f"{board.slug} leads no ward of {year}, the year in force"
    for consultation in library.consultations.values():
        if consultation.wards and not library.wards.keys() & set(consultation.wards):
            yield f"{consultation.slug} is for no ward of {year}, the year in force"


def _untranslated(library: Library) -> Iterator[str]:
    for consultation in library.consultations.values():
        for language in library.council.languages:
            if any(language not in text.root for text in consultation.texts):
                yield f"{consultation.slug} lacks words in {language}: English is shown instead"


def _words(text: str) -> str:
    """A name for comparing: lower-case letters and digits, single spaces, no "and"."""
    spelt = re.sub(r"[^\w]|_", " ", re.sub(r"['’]", "", text.casefold()))
    return " ".join(word for word in spelt.split() if word != "and")


def _bare_name(text: str) -> str:
    """The name in "Abbey ward", "the Abbey ward" or "okręg Abbey"."""
    words = [word for word in _words(text).split() if word not in _WARD_WORDS]
    return " ".join(words) or _words(text)
