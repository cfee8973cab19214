"""The error that ends a command, and the wording of its commonest reasons."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from content import library
from content.library import Library
from content.problems import Problem
from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.broadcasts.bot_api_responses import Fate, Outcome
from engagement.consultations.lifecycle import closing
from engagement.operations.database_outage import DatabaseOutage
from storage.engine.outages import NO_SUCH_DATABASE, NOT_LET_IN, outage_of, sqlstate_of
from usecases.operations.reload import InVain
from usecases.people.old_wards import OldWards
from usecases.world import MeaningsExchanged, OpensBeforeElection
from wardmote.service.guarded_numbers import in_words
from wardmote.service.settings import Settings


class CannotRun(Exception):
    """Why the command cannot do its work, in one line for the person who ran it."""


def read_council_files(settings: Settings) -> Library:
    """The council's files: WARDMOTE_CONTENT, or the packaged ones. Raises ContentError, also for
    those of another council."""
    folder = settings.content or library.council_directory(settings.council)
    found = library.load(folder, datetime.now(UTC))
    if found.council.slug != settings.council:
        raise library.ContentError([of_another_council(found.council.slug, settings)])
    return found


def of_another_council(slug: str, settings: Settings) -> Problem:
    """The line for files whose slug isn't the setting."""
    expected = f"expected that of WARDMOTE_COUNCIL, {settings.council}"
    return Problem("council.yaml", None, "slug", expected, f"{slug}. Check WARDMOTE_CONTENT")


def council_files(settings: Settings) -> Library:
    """The council's files. Raises CannotRun where one of them is wrong."""
    try:
        return read_council_files(settings)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None


def council_is_there(settings: Settings) -> None:
    """Raise CannotRun where there is no such council. Its files may still have mistakes."""
    try:
        folder = settings.content or library.council_directory(settings.council)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None
    if not (folder / "council.yaml").is_file():
        raise CannotRun(f"There is no council.yaml in {folder}. Check WARDMOTE_CONTENT.")
    slug = library.slug_in(folder)
    if slug is not None and slug != settings.council:
        raise CannotRun(str(of_another_council(slug, settings)))


def database_unreachable(error: BaseException, settings: Settings) -> str:
    """The line for a database that does not answer: the kind of error, and what to check. For a
    file it says what is wrong with the file."""
    kind = type(error).__name__
    url = urlsplit(settings.database)
    if not url.scheme.startswith("sqlite"):
        if sqlstate_of(error) == NO_SUCH_DATABASE:
            return (
                "The server answers, but has no database of that name. Create it, or check the "
                "name in WARDMOTE_DATABASE."
            )
        if sqlstate_of(error).startswith(NOT_LET_IN):
            return (
                "The server answers, but does not let this role in. Check its name and password "
                "in WARDMOTE_DATABASE."
            )
        if (outage := outage_of(error)) is not None and outage in _WHAT_TO_DO:
            return f"The database cannot be used ({outage}). {_WHAT_TO_DO[outage]}"
        return (
            f"The database cannot be reached ({kind}). Check WARDMOTE_DATABASE, "
            "and that its server is running."
        )
    file = Path(url.path.removeprefix("/"))
    if not file.parent.is_dir():
        return f"There is no folder {file.parent}. Check WARDMOTE_DATABASE."
    if file.exists() and not opens(file):
        return f"{file} is there, but {not_opened(file)}."
    if (outage := outage_of(error)) is not None and outage in _WHAT_TO_DO:
        return f"The database file {file} cannot be used ({outage}). {_WHAT_TO_DO[outage]}"
    return f"The database file {file} cannot be used ({kind}). Check WARDMOTE_DATABASE."


_WHAT_TO_DO = {
    DatabaseOutage.FULL: "Its disk is full: make room, then try again.",
    DatabaseOutage.BUSY: "Another process holds it: try again in a minute.",
    DatabaseOutage.READ_ONLY: "It takes no writes: check its permissions and its mount.",
    DatabaseOutage.BROKEN: "Its disk cannot be read or written: see the system's log.",
}


def telegram_says(outcome: Outcome) -> str:
    """Why a call did not do what it should, and what to do: Telegram may well be reachable."""
    match outcome.fate:
        case Fate.NEVER_SENT | Fate.UNKNOWN:
            return f"it cannot be reached ({outcome.fate}); check network, proxy, certificates"
        case Fate.SLOW_DOWN:
            seconds = max(1, round(outcome.retry_after))
            return f"it asks to wait, for {seconds} seconds: too many calls; try again then"
        case Fate.CONFLICT:
            return "another program uses this token; find out which, and stop it"
        case Fate.UNAUTHORISED:
            return "it does not accept this token; check WARDMOTE_TOKEN with BotFather"
        case _:
            return f"it refuses ({outcome.description or outcome.fate})"


def opens(file: Path) -> bool:
    """Whether this process may read and write the file."""
    return os.access(file, os.R_OK | os.W_OK)


def not_opened(file: Path) -> str:
    """Why this process may not: whose file it is, and what to do."""
    mode = stat.S_IMODE(file.stat().st_mode)
    return (
        f"this user cannot open it: it belongs to {owner_of(file)}, with mode {mode:04o}. "
        "Give it back to the bot's user, and run every command as that user"
    )


def owner_of(file: Path) -> str:
    """The owner's name. In a container a user may have none; then their number."""
    try:
        return file.owner()
    except KeyError:
        return f"user id {file.stat().st_uid}"


def contact_lacking(library: Library) -> str:
    """The line for a council without a contact, where residents would really use the bot."""
    return (
        f"{library.council.name} has no contact. The privacy notice says that people can ask what "
        "you hold, so add a phone or an email under contact in council.yaml, and start again."
    )


def safeguarding_lacking(library: Library) -> str:
    """The line for a council without its own numbers for people in danger."""
    return (
        f"{library.council.name} has no numbers for safeguarding. People in danger are shown them, "
        "so add day and out_of_hours under safeguarding in council.yaml, "
        "and start again."
    )


def policy_made_up(library: Library) -> str:
    """The line for a council whose policy for asking people about themselves is a demo's."""
    return (
        f"{library.council.name} asks people about themselves by a policy that is made up for the "
        "demo. Name your own under equality_questions in council.yaml and take made_up out, or "
        "take out all of it, and start again."
    )


def lacking_for_residents(library: Library) -> list[str]:
    """What these files lack, for which `run` refuses to start where residents may write."""
    council, lines = library.council, []
    if not council.contact.can_be_asked:
        lines.append(contact_lacking(library))
    if not council.safeguarding.is_complete:
        lines.append(safeguarding_lacking(library))
    if council.equality_questions is not None and council.equality_questions.made_up:
        lines.append(policy_made_up(library))
    return lines


def in_old_wards(found: OldWards) -> str:
    """The line about people whose ward is not in force. It is there whether there are any or not,
    and the same for nobody as for a few."""
    few = f"fewer than {found.least} people, perhaps nobody"
    have = (
        f"each has {few}"
        if found.large is None
        else f"{in_words(found.large)} people have one of the larger, and each other has {few}"
    )
    return (
        f"some wards are no longer in force: {have}. They can choose again. "
        'An officer can ask them all: /send, then "People whose ward has changed".'
    )


def staff_without_wards(names: Sequence[str]) -> str:
    """The line about staff none of whose wards is in force."""
    return (
        f"none of the wards of these staff is in force: {', '.join(names)}. "
        "Each needs a new invitation: `wardmote invite`."
    )


def duties_without_wards(names: Sequence[str]) -> str:
    """The line about duties for wards of which none is in force."""
    return (
        f"these duties cover no ward that is in force: {', '.join(names)}. "
        "Give each again, for wards of today: `wardmote duty give`."
    )


def closed_already(consultation: Consultation, zone: str) -> str:
    """The line about a consultation that its file has closed before anybody could answer."""
    last_day, _ = closing(local(consultation.closes_at, zone))
    return (
        f"{consultation.slug} closed already, on {last_day.day} {last_day:%B %Y}: nobody can "
        "answer it. Is the year right?"
    )


def decided_otherwise(date: InVain, zone: str) -> str:
    """The line about a date in a file that changes nothing, as staff have decided otherwise."""
    says, counts = (
        f"{local(m, zone):%d %B %Y, %H:%M}".lstrip("0") for m in (date.file, date.decided)
    )
    is_what = "opens" if date.name == "opens_at" else "closes"
    return (
        f"{date.slug}: {date.name} in its file is now {says}. That changes nothing: by a decision "
        f"of staff it {is_what} on {counts}. See /manage, or wardmote consultation list."
    )


def consultation_already_open(slug: BaseException) -> str:
    """The line for edits to a consultation that has opened. ``slug`` is an
    OpenConsultationChanged, whose text is the consultation's slug."""
    if isinstance(slug, MeaningsExchanged):
        return (
            f'The consultation {slug} has opened, and people have seen "{slug.text}" at another '
            "option, question or end of a scale. Put it back, or answers already given would mean "
            "something else. To ask again, publish it under another name."
        )
    if isinstance(slug, OpensBeforeElection):
        return (
            f"The consultation {slug} is new here, and opens in the hold before an election, "
            f"{slug.days}. Put opens_at after it."
        )
    return (
        f"The consultation {slug} has opened, so its questions, options, branches and wards can no "
        "longer change, and it can't open later. Put them back, or publish it under another name."
    )
