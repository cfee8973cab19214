"""`wardmote consultation`: which there are, and what is decided about them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from content.schema.authored import local
from content.schema.consultation import Consultation
from content.words import Words
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.managing_refusals import NotNow, NotReady
from engagement.consultations.typed_moments import moment_typed
from engagement.errors import NoSuchConsultation, Refusal
from engagement.staff.rights import StaffMember
from usecases.consultations import opening, steer
from usecases.consultations.managing import lines_of
from usecases.staff.remove import NoSuchMember, member_numbered
from usecases.world import Transaction, World, read_in_force
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.duties import nobody
from wardmote.commands.transaction import with_council
from wardmote.service.settings import Settings

Deciding = Callable[[Transaction, World, StaffMember | None], Awaitable[None]]
NONE = "No consultation is in force. The bot reads them when it starts: wardmote run"
WITHIN_A_MINUTE = "A running bot takes this up within a minute."


async def listed(settings: Settings) -> str:
    """A line for each consultation, and below one that may not open yet, why. Raises CannotRun."""

    async def read(tx: Transaction, world: World) -> list[str]:
        await read_in_force(tx, world)
        found = sorted(world.all_consultations, key=lambda c: (c.opens_at, c.slug))
        return [line for c in found for line in lines_in_words(world, c)]

    return "\n".join(await with_council(settings, read) or [NONE])


async def asked_to_open(settings: Settings, slug: str, *, by: str) -> str:
    """Ask a second person to approve that it opens. Raises CannotRun."""

    await _decided(settings, slug, by, lambda tx, world, who: opening.ask(tx, world, who, slug))
    return f"{slug}: a second person is asked to approve the opening, with /manage."


async def extended(settings: Settings, slug: str, until: str, *, reason: str, by: str) -> str:
    """Let it close later. Raises CannotRun."""
    moment = _moment(settings, until)

    await _decided(
        settings,
        slug,
        by,
        lambda tx, world, who: steer.extend(tx, world, who, slug, moment, reason),
    )
    return f"{slug} closes on {_said(moment)}. {WITHIN_A_MINUTE}"


async def paused(settings: Settings, slug: str, until: str, *, reason: str, by: str) -> str:
    """Take no answers for a while. Raises CannotRun."""
    moment = _moment(settings, until)

    await _decided(
        settings, slug, by, lambda tx, world, who: steer.pause(tx, world, who, slug, moment, reason)
    )
    return f"{slug} takes no answers until {_said(moment)}. {WITHIN_A_MINUTE}"


async def resumed(settings: Settings, slug: str, *, by: str) -> str:
    """End the pause. Raises CannotRun."""

    await _decided(settings, slug, by, lambda tx, world, who: steer.resume(tx, world, who, slug))
    return f"{slug} goes on. {WITHIN_A_MINUTE}"


async def closed(settings: Settings, slug: str, *, reason: str, by: str) -> str:
    """Close it now. Raises CannotRun."""

    await _decided(
        settings, slug, by, lambda tx, world, who: steer.close(tx, world, who, slug, reason)
    )
    return f"{slug} is closed. {WITHIN_A_MINUTE}"


async def withdrawn(settings: Settings, slug: str, *, reason: str, by: str) -> str:
    """End it without results. Raises CannotRun."""

    await _decided(
        settings, slug, by, lambda tx, world, who: steer.withdraw(tx, world, who, slug, reason)
    )
    return f"{slug} is withdrawn. {WITHIN_A_MINUTE}"


async def reported(settings: Settings, slug: str, *, how: str, by: str) -> str:
    """Note that people have heard what came of it. Raises CannotRun."""

    await _decided(
        settings, slug, by, lambda tx, world, who: steer.report(tx, world, who, slug, how)
    )
    return f"{slug}: people have heard what came of it."


async def _decided(settings: Settings, slug: str, by: str, act: Deciding) -> None:
    council = council_files(settings)
    there: list[tuple[Consultation, Stage]] = []

    async def run(tx: Transaction, world: World) -> None:
        await read_in_force(tx, world)
        found = world.consultation(slug).consultation
        there.append((found, stage(found, world.now())))
        member = await member_numbered(tx, by) if by else None
        if member is not None:
            opening.check_may_steer(world, member, found)
        await act(tx, world, member)

    try:
        await with_council(settings, run, council)
    except NoSuchConsultation:
        raise CannotRun(
            f"No consultation in force is called {slug}. See: consultation list"
        ) from None
    except NoSuchMember:
        raise CannotRun(nobody(by)) from None
    except NotReady:
        raise CannotRun(
            f"{slug} can't open yet. What is missing is below it in: wardmote consultation list"
        ) from None
    except NotNow:
        raise CannotRun(f"{_where(there)} That can't be done now. See: consultation list") from None
    except Refusal as refusal:
        values = {n: _value(v, council.council.timezone) for n, v in refusal.values("en").items()}
        raise CannotRun(Words().plain(refusal.key, "en", **values)) from None


def _where(there: list[tuple[Consultation, Stage]]) -> str:
    """Where the consultation is, for a decision that doesn't fit there."""
    return "; ".join(f"{found.slug} is {_IN_WORDS[at]}." for found, at in there)


_IN_WORDS = {
    Stage.CHECKED: "not approved yet",
    Stage.ASKED: "waiting for a second person's approval already",
    Stage.APPROVED: "approved, and has not opened yet",
    Stage.OPEN: "open, and not paused",
    Stage.PAUSED: "paused",
    Stage.CLOSED: "closed",
    Stage.REPORTED: "closed, and people have heard what came of it",
    Stage.WITHDRAWN: "withdrawn",
}


def _value(value: object, zone: str) -> str | int:
    if isinstance(value, datetime):
        return _said(local(value, zone))
    return value if isinstance(value, int) else str(value)


def _moment(settings: Settings, written: str) -> datetime:
    zone = council_files(settings).council.timezone
    try:
        return moment_typed(
            written, today=local(datetime.now().astimezone(), zone).date(), zone=zone
        )
    except Refusal as refusal:
        raise CannotRun(Words().plain(refusal.key)) from None


def _said(moment: datetime) -> str:
    return f"{moment:%d %B %Y, %H:%M}"


def lines_in_words(world: World, found: Consultation) -> list[str]:
    """One consultation in words: where it is, its dates, and for what it may not open yet."""
    words, zone = Words(), world.library.council.timezone
    now = world.now()
    opens, closes = (_said(local(m, zone)) for m in (found.opens_at, found.closes_at))
    lines = [f"{found.slug}  {stage(found, now).value}  opens {opens}, closes {closes}"]
    ready = opening.readiness_of(world, found)
    lines += [
        f"    {words.plain(key, 'en', **values)}" for key, values in lines_of(found, ready, now)
    ]
    return lines
