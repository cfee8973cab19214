"""The files of a council, each read and checked on its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field

from content import located_yaml, media, postcodes
from content.located_yaml import Document, Model, Sheet
from content.postcodes import PostcodeTable
from content.problems import Problem
from content.schema.authored import Authored, Line
from content.schema.consultation import Consultation
from content.schema.council import Board, Council, Ward
from content.schema.plan import Plan

WARDS, POSTCODES = "wards", "postcodes"


class WardHead(Authored):
    """Fields at the head of wards.yaml, for every ward without a value of its own."""

    model_config = ConfigDict(extra="ignore")

    vintage: int | None = None
    source: Line | None = None
    population_source: Line | None = None


class WardFile(Authored):
    """wards.yaml, after each ward got the fields of the head."""

    wards: tuple[Ward, ...] = Field(min_length=1)


class BoardFile(Authored):
    """boards.yaml; the list is empty for a council without boards."""

    boards: tuple[Board, ...]


@dataclass(frozen=True, slots=True)
class VintageFiles:
    """The wards of one year's boundaries and the postcodes in them.

    The usual pair is wards.yaml and postcodes.csv; the files of another year are next to them, as
    wards-2025.yaml and postcodes-2025.csv.
    """

    wards: Sheet[WardFile] | None
    postcodes: PostcodeTable | None

    @property
    def year(self) -> int | None:
        """The year of the boundaries, taken from the first ward."""
        return self.wards.value.wards[0].vintage if self.wards else None


@dataclass(frozen=True, slots=True)
class Sheets:
    """The files of one council, each checked on its own. None if a file is missing or broken."""

    council: Sheet[Council] | None
    in_force: VintageFiles
    others: tuple[VintageFiles, ...]
    boards: Sheet[BoardFile] | None
    plans: tuple[Sheet[Plan] | None, ...]
    consultations: tuple[Sheet[Consultation] | None, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every YAML document that was read."""
        sheets: list[Sheet[Any] | None] = [self.council, self.boards]
        sheets += [*self.plans, *self.consultations, *(found.wards for found in self.vintages)]
        return tuple(sheet.document for sheet in sheets if sheet is not None)

    @property
    def vintages(self) -> tuple[VintageFiles, ...]:
        """The files of every year, those in force first."""
        return (self.in_force, *self.others)


def read(directory: Path, problems: list[Problem]) -> Sheets:
    """All files in ``directory``; their errors are added to ``problems``."""
    council = _one(directory, "council.yaml", Council, problems)
    others = [path.stem.removeprefix("wards") for path in sorted(directory.glob("wards-*.yaml"))]
    vintages = [_vintage(directory, mark, problems) for mark in ("", *others)]
    wanted = council.value.vintage if council else None
    in_force = next((found for found in vintages if found.year == wanted), vintages[0])
    return Sheets(
        council=council,
        in_force=in_force,
        others=tuple(found for found in vintages if found is not in_force),
        boards=_one(directory, "boards.yaml", BoardFile, problems),
        plans=_several(directory, "plans", Plan, problems),
        consultations=_consultations(directory, problems),
    )


def _vintage(directory: Path, mark: str, problems: list[Problem]) -> VintageFiles:
    return VintageFiles(
        wards=_wards(directory, f"{WARDS}{mark}.yaml", problems),
        postcodes=postcodes.read(directory / f"{POSTCODES}{mark}.csv", problems),
    )


def _one(
    directory: Path, name: str, model: type[Model], problems: list[Problem]
) -> Sheet[Model] | None:
    document = located_yaml.read(directory / name, name, problems)
    return None if document is None else located_yaml.check(document, model, problems)


def _several(
    directory: Path, folder: str, model: type[Model], problems: list[Problem]
) -> tuple[Sheet[Model] | None, ...]:
    """The sheets of a folder, in order of file name."""
    for path in sorted((directory / folder).glob("*.yml")):
        expected = "expected a name that ends in .yaml"
        problems.append(Problem(f"{folder}/{path.name}", None, None, expected))
    names = sorted(path.name for path in (directory / folder).glob("*.yaml"))
    return tuple(_one(directory, f"{folder}/{name}", model, problems) for name in names)


def _consultations(
    directory: Path, problems: list[Problem]
) -> tuple[Sheet[Consultation] | None, ...]:
    sheets = _several(directory, "consultations", Consultation, problems)
    return tuple(sheet and media.with_digests(directory, sheet, problems) for sheet in sheets)


def _wards(directory: Path, name: str, problems: list[Problem]) -> Sheet[WardFile] | None:
    document = located_yaml.read(directory / name, name, problems)
    if document is None:
        return None
    head = located_yaml.check(document, WardHead, problems)
    if head is None:
        return None
    fields = head.value.model_dump(exclude_none=True)
    return located_yaml.check(_with_head(document, fields), WardFile, problems)


def _with_head(document: Document, head: dict[str, object]) -> Document:
    """The document with the head's fields moved into each ward."""
    if not isinstance(document.value, dict):
        return document
    fields = {name: value for name, value in document.value.items() if name not in head}
    wards = fields.get("wards")
    if isinstance(wards, list):
        fields["wards"] = [_filled(ward, head) for ward in wards]
    return replace(document, value=fields)


def _filled(ward: object, head: dict[str, object]) -> object:
    if not isinstance(ward, dict):
        return ward
    own = head if "population" in ward else {**head, "population_source": None}
    return {**own, **ward}
