"""The list of the forgotten: whole lines, whatever the disk does, and no other file harmed."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from deployment import Deployment

from engagement.people.outlasting import Noted, StoppedMessages, WantsMessages
from usecases.people.leave import Forgotten
from wardmote.service.forgotten_lines import LARGEST_ID
from wardmote.service.forgotten_list import (
    listed_in,
    note,
    remember,
    shorten,
    trouble_with,
)
from wardmote.service.private_files import CannotBeWritten

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOTES = "Passwords of the server room\nsecond line\n1 spare key\n"


def clock(seconds: float = 0):
    return lambda: NOW + timedelta(seconds=seconds)


@contextmanager
def room_for(path: Path, size: int) -> Iterator[None]:
    """No file can be larger than ``path`` is now and ``size`` bytes more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    most = (path.stat().st_size if path.exists() else 0) + size
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "wardmote.db.forgotten"


@pytest.mark.parametrize("room", [0, 1, 4, 20])
@pytest.mark.parametrize(
    "add",
    [
        lambda path: remember(path, Forgotten(LARGEST_ID - 1, ("local-priorities",))),
        lambda path: note(path, clock(), StoppedMessages(LARGEST_ID)),
    ],
)
def test_a_line_that_does_not_fit_on_the_disk_leaves_nothing_there(path: Path, add, room) -> None:
    remember(path, Forgotten(7))
    before = path.read_bytes()
    with room_for(path, room), pytest.raises(OSError, match="File too large"):
        add(path)
    assert path.read_bytes() == before
    add(path)
    assert len(path.read_text().splitlines()) == 2
    assert listed_in(path).unknown == ()


def test_a_torn_line_is_not_joined_to_the_next(path: Path) -> None:
    path.write_text(f"7\n{str(LARGEST_ID)[:9]}")
    remember(path, Forgotten(LARGEST_ID))
    assert {Forgotten(7), Forgotten(LARGEST_ID)} <= listed_in(path).forgotten


@pytest.mark.parametrize(
    "damaged",
    [b"38458449594451453845844959445145532", b"77\xf17", b"-stopped 99999999999999999999"],
)
def test_a_damaged_line_spoils_no_other_and_stays_as_it_is(path: Path, damaged: bytes) -> None:
    path.write_bytes(b"7\n" + damaged + b"\n7\n8\n")
    assert listed_in(path).forgotten == {Forgotten(7), Forgotten(8)}
    shorten(path)
    assert path.read_bytes() == b"7\n8\n" + damaged + b"\n"


def test_lines_of_a_later_version_are_kept(path: Path) -> None:
    path.write_text("7\n-merged 123 456\n-hold-kept 99\n7\n")
    listed_in(path)
    shorten(path)
    assert path.read_text() == "7\n-merged 123 456\n-hold-kept 99\n"


def test_another_file_is_refused_and_nothing_in_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES)
    path.chmod(0o644)
    with pytest.raises(CannotBeWritten, match="holds other things than the list"):
        listed_in(path)
    for add in (partial(remember, one=Forgotten(7)), lambda p: note(p, clock(), WantsMessages(7))):
        with pytest.raises(CannotBeWritten):
            add(path)
    shorten_refused(path)
    assert (path.read_text(), path.stat().st_mode & 0o777) == (NOTES, 0o644)


def shorten_refused(path: Path) -> None:
    with pytest.raises(CannotBeWritten):
        shorten(path)


@pytest.mark.parametrize("what", ["folder", "pipe"])
def test_what_is_no_file_is_refused_and_stays_open_to_others(tmp_path: Path, what: str) -> None:
    path = tmp_path / "it"
    path.mkdir() if what == "folder" else os.mkfifo(path)
    path.chmod(0o755)
    with pytest.raises(CannotBeWritten, match="holds other things than the list"):
        listed_in(path)
    assert trouble_with(path) == "something else has its place"
    assert path.stat().st_mode & 0o777 == 0o755


def test_a_list_behind_a_link_is_written_where_the_link_leads(tmp_path: Path, path: Path) -> None:
    real = tmp_path / "real"
    real.write_text("7\n7\n8\n")
    path.symlink_to(real)
    shorten(path)
    assert path.is_symlink()
    assert real.read_text() == "7\n8\n"


def test_a_full_disk_is_found_before_somebody_asks_to_be_forgotten(path: Path) -> None:
    assert trouble_with(path) is None
    remember(path, Forgotten(7))
    before = path.read_bytes()
    with room_for(path, 10):
        assert trouble_with(path) is not None
    assert trouble_with(path) is None
    assert path.read_bytes() == before


def test_of_two_copies_the_later_choice_counts_whichever_is_here(tmp_path: Path) -> None:
    older, newer = tmp_path / "older", tmp_path / "newer"
    note(older, clock(), StoppedMessages(7))
    note(older, clock(60), WantsMessages(7))
    note(older, clock(60), WantsMessages(8))
    newer.write_bytes(older.read_bytes())
    note(newer, clock(90), StoppedMessages(7))
    for one, other in ((older, newer), (newer, older)):
        stopped = listed_in(one).merged(listed_in(other)).others.stopped
        assert (stopped[7].what, stopped[8].what) == (True, False)


def test_after_the_clock_was_set_back_what_is_noted_is_still_the_later(path: Path) -> None:
    year = 365 * 86400
    note(path, clock(year), WantsMessages(7))
    note(path, clock(), StoppedMessages(7))
    at = int(NOW.timestamp()) + year + 1
    assert listed_in(path).others.stopped == {7: Noted(True, at)}


def test_where_no_time_tells_the_one_counts_by_which_nothing_is_sent(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("-stopped 7\n-started 7\n-at-close 8\n-duty-ended 9 moderator\n")
    other.write_text("-stopped 7\n-stays 8\n-duty-given 9 moderator\n")
    for here, there in ((one, other), (other, one)):
        others = listed_in(here).merged(listed_in(there)).others
        assert others.stopped[7].what is True
        assert others.leaving[8].what is False
        assert others.duties[9, "moderator"].what is True


@pytest.mark.parametrize("command", ["run", "backup", "doctor"])
async def test_every_command_says_that_the_setting_names_another_file(
    deployment: Deployment, command: str
) -> None:
    path = deployment.folder / "notes.txt"
    path.write_text(NOTES)
    path.chmod(0o644)
    code, said = await deployment.command(command, WARDMOTE_FORGOTTEN=str(path))
    assert code == 1, said
    assert "WARDMOTE_FORGOTTEN" in said
    assert "Traceback" not in said
    assert (path.read_text(), path.stat().st_mode & 0o777) == (NOTES, 0o644)


async def test_a_folder_in_its_place_keeps_its_mode(deployment: Deployment) -> None:
    path = deployment.folder / "etc"
    path.mkdir(mode=0o755)
    for command in ("run", "backup", "doctor", "staff"):
        words = ["staff", "list"] if command == "staff" else [command]
        _, said = await deployment.command(*words, WARDMOTE_FORGOTTEN=str(path))
        assert "chmod" not in said
        assert path.stat().st_mode & 0o777 == 0o755


async def test_with_a_damaged_line_the_bot_starts_and_the_doctor_says_so(
    deployment: Deployment,
) -> None:
    path = deployment.folder / "wardmote.db.forgotten"
    path.write_bytes(b"7\n38458449594451453845844959445145532\n\xff7\n8\n-merged 1 2\n")
    await deployment.runs(WARDMOTE_LOG_LEVEL="error")
    _, said = await deployment.command("doctor")
    assert "look  forgotten: 3 of its lines cannot be read" in said, said
