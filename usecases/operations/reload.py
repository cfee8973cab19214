"""Reloading a council's edited files without a restart: a command requests it, the bot does it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from content.library import Library
from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import has_begun, is_approved
from engagement.consultations.steering import as_decided, authored_of, edited_in_vain
from storage.operations import deployment
from usecases import world as worlds
from usecases.consultations import closed_by_file
from usecases.world import Loaded, Transaction, World

RELOAD = "reload"
"""The fact that holds the state of a reload."""
FILES = "reload-files"
"""The fact that holds the digest of the files that were checked when the reload was requested."""
OTHERS = "others"
"""Its value once the bot has read other files than those."""
WANTED, DONE, REFUSED = "wanted", "done", "refused"


@dataclass(frozen=True, slots=True)
class InVain:
    """A date that was edited in a consultation's file to no effect: "opens_at" or "closes_at", as
    the file has it, and as staff have decided."""

    slug: str
    name: str
    file: datetime
    decided: datetime


@dataclass(frozen=True, slots=True)
class ConsultationChanges:
    """What a reload changes in the consultations, by slug. ``stays`` are those that have opened
    and whose file is gone: they stay in force. ``closing`` are those of the new and the changed
    that nobody can answer, because their closing has passed already. ``moved`` are
    those that have opened and of which people hear later now, with the day they were promised.
    ``in_vain`` are those whose edited dates have no effect, as staff have decided otherwise, as
    they are in force. ``unapproved`` are those that were approved to open, or waited for that, and
    that this edit has cancelled. ``themes`` are those that people follow and that have left the
    files."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    moved: tuple[tuple[str, date], ...] = ()
    in_vain: tuple[InVain, ...] = ()
    unapproved: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


async def ask(tx: Transaction, world: World) -> ConsultationChanges:
    """Ask the running bot to read its files again.

    Publishes their content here already, so that anything the bot would have to refuse is refused
    now, while somebody is watching. Returns what changes in the consultations. Raises
    OpenConsultationChanged.
    """
    closing = await closed_by_file.would_close(tx, world.library, world.now())
    found = await _changes(tx, world.library, world.now())
    edited = (*found.new, *found.changed)
    found = replace(found, closing=tuple(c.slug for c in closing if c.slug in edited))
    loaded = await worlds.load(tx, world.library, world.now(), story=world.is_approved_by_nobody)
    found = replace(found, themes=loaded.themes_gone)
    await deployment.remember(tx, RELOAD, WANTED)
    await deployment.remember(tx, FILES, digest(world.library))
    return found


async def _changes(tx: Transaction, library: Library, now: datetime) -> ConsultationChanges:
    before = await worlds.check(tx, library, now)
    authored = {slug: authored_of(found) for slug, found in before.items()}
    files = library.consultations
    gone = sorted(before.keys() - files.keys())
    return ConsultationChanges(
        new=tuple(slug for slug in files if slug not in before),
        changed=tuple(slug for slug in files if slug in before and files[slug] != authored[slug]),
        moved=tuple(
            (slug, before[slug].hear_by)
            for slug in files
            if slug in before
            and has_begun(before[slug], now)
            and as_decided(files[slug], before[slug]).hear_by > before[slug].hear_by
        ),
        in_vain=in_vain(library, before, now),
        unapproved=tuple(
            slug
            for slug, found in before.items()
            if is_approved(found, now) and slug in files and files[slug] != authored[slug]
        ),
        withdrawn=tuple(slug for slug in gone if not has_begun(before[slug], now)),
        stays=tuple(slug for slug in gone if has_begun(before[slug], now)),
    )


def in_vain(
    library: Library, before: Mapping[str, Consultation], now: datetime
) -> tuple[InVain, ...]:
    """The dates in these files that change nothing, next to what is in force so far. An edit that
    cancels an approval cancels what was decided about the dates too: they change then."""
    return tuple(
        InVain(slug, name, getattr(file, name), getattr(as_decided(file, before[slug]), name))
        for slug, file in library.consultations.items()
        if slug in before and not is_approved(before[slug], now)
        for name in edited_in_vain(file, before[slug])
    )


def digest(library: Library) -> str:
    """A digest of all that the files say."""
    said = (
        library.council, library.wards.items(), library.former.items(), library.boards,
        library.plans, library.consultations.items(), library.postcodes.items(),
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()


async def is_due(tx: Transaction) -> bool:
    """Whether a reload was requested."""
    return await deployment.fact(tx, RELOAD) == WANTED


async def take_up(tx: Transaction, world: World, library: Library) -> Loaded:
    """Publish the newly read files. Returns what to renew the world with after the commit.

    Notes whether they are the files that were checked when the reload was requested. Raises
    OpenConsultationChanged.
    """
    loaded = await worlds.load(tx, library, world.now(), story=world.is_approved_by_nobody)
    checked = await deployment.fact(tx, FILES)
    if checked is not None and checked != digest(library):
        await deployment.remember(tx, FILES, OTHERS)
    await deployment.remember(tx, RELOAD, DONE)
    return loaded


async def refuse(tx: Transaction) -> None:
    """Note that the files were invalid; the former ones stay in force."""
    await deployment.remember(tx, RELOAD, REFUSED)


async def state(tx: Transaction) -> str | None:
    """The state: "wanted", "done" or "refused"; None if no reload was ever requested."""
    return await deployment.fact(tx, RELOAD)


async def read_others(tx: Transaction) -> bool:
    """Whether the bot has read other files than those that were checked."""
    return await deployment.fact(tx, FILES) == OTHERS
