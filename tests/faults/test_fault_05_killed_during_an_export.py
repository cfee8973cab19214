"""Killed while an export is made: no half-written file is sent, and none stays on the disk.

Fails without the folder that `private_files.emptied` recreates at each start, for this user only.
"""

import re
import tempfile
from pathlib import Path

import pytest
from deployment import Deployment, closed_by_now, shows

from emulator import Phone
from storage.engine.database import Database
from wardmote.service.private_files import CannotBeWritten, emptied, folder_of, put


def documents(phone: Phone) -> list[object]:
    return [m.document for m in phone.messages if m.document]


def left_of_exports(*folders: Path) -> list[Path]:
    """Every file that looks like a temporary file of ours."""
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and re.search(r"exports|wardmote-", str(path.relative_to(folder)))
    ]


async def begin_export(deployment: Deployment, kind: str, **settings: str) -> Phone:
    """Have an officer export all answers; the bot kills itself once the file is made."""
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    amina.type("The alley is dark")
    await deployment.see(lambda: shows(amina, "Shall we keep that"))
    amina.tap("Yes, keep it")
    await deployment.see(lambda: shows(amina, "we've kept that"))
    officer, second = await joins_as_officer(deployment), await joins_as_officer(deployment)
    await deployment.kill(process)
    closed_by_now(deployment)
    process = await deployment.runs(**settings)
    await ask(deployment, officer, second, kind)
    await deployment.died(process)
    return officer


async def joins_as_officer(deployment: Deployment) -> Phone:
    code, link = await deployment.command("invite", "--role", "officer", "--name", "Officer")
    assert code == 0, link
    officer = deployment.emulator.phone("Officer")
    officer.start(link.strip().rpartition("=")[2])
    await deployment.see(lambda: shows(officer, "You are now an officer"))
    return officer


async def ask(deployment: Deployment, officer: Phone, second: Phone, kind: str) -> None:
    officer.type("/export")
    await deployment.see(lambda: shows(officer, "Answers to which questions"))
    officer.tap("2 ")
    await deployment.see(lambda: shows(officer, "We would ask: Officer"))
    officer.tap("Ask for approval")
    await deployment.see(lambda: shows(second, "asks you to approve a file"))
    second.tap("Yes, approve")
    await takes(deployment, officer, kind)


async def takes(deployment: Deployment, officer: Phone, kind: str) -> None:
    await deployment.see(lambda: officer.keyboard_message and kind in str(officer.keyboard_message))
    officer.tap(kind)


@pytest.mark.parametrize("kind", ["CSV", "Excel"])
async def test_fault_05_killed_during_an_export(
    deployment: Deployment, tmp_path: Path, kind: str
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    away = {"TMPDIR": str(temporary)}
    officer = await begin_export(deployment, kind, WARDMOTE_FAILPOINT="drawn", **away)
    made = left_of_exports(deployment.folder, temporary)
    assert made, "no file was made, so there is nothing to clear away"
    if kind == "CSV":
        assert b"The alley is dark" in b"".join(p.read_bytes() for p in made)
    assert all(p.parent.stat().st_mode & 0o077 == 0 for p in made)
    assert documents(officer) == []

    await deployment.runs(**away)
    assert left_of_exports(deployment.folder, temporary) == []
    assert documents(officer) == []
    officer.type("/export")
    await deployment.see(lambda: shows(officer, "Answers to which questions"))
    officer.tap("2 ")
    await takes(deployment, officer, kind)
    await deployment.see(lambda: documents(officer))
    await deployment.see(lambda: not left_of_exports(deployment.folder, temporary))
    assert len(documents(officer)) == 1


def test_a_link_in_the_folders_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """In a folder everybody may write to, somebody else may have created it first."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("kept")
    (tmp_path / "exports").symlink_to(elsewhere)
    with emptied(tmp_path / "exports") as folder:
        assert not folder.is_symlink()
        assert folder.stat().st_mode & 0o777 == 0o700
    assert (elsewhere / "mine").read_text() == "kept"


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotBeWritten, match="folder for exports"), emptied(tmp_path / "file/x"):
        pass


def test_with_a_server_the_folder_is_the_systems_and_its_name_reveals_nothing() -> None:
    one = folder_of(Database("postgresql+asyncpg://wardmote:secret@db.example/anytown"))
    other = folder_of(Database("postgresql+asyncpg://wardmote:secret@db.example/elsewhere"))
    assert one != other
    assert "anytown" not in one.name
    assert one.parent == Path(tempfile.gettempdir())


def test_a_file_is_complete_or_not_there(tmp_path: Path) -> None:
    """The previous file stays until the new one is complete."""
    paper = tmp_path / "summary.md"
    put(paper, b"first")
    (tmp_path / "summary.md.part").mkdir()
    with pytest.raises(OSError, match="directory"):
        put(paper, b"second")
    assert paper.read_bytes() == b"first"
