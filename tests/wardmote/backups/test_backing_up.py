"""`wardmote backup`: whole beside a running bot, checked, private, and nothing where it fails."""

import asyncio
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from deployment import TOKEN, Deployment, shows
from saved import asked, backed_up, contents, rewritten

from content.library import council_directory
from wardmote.backups.archive import InvalidBackup, Manifest, check
from wardmote.service.settings import read


async def test_a_backup_beside_a_running_bot_holds_everything_but_the_token(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    file = await backed_up(deployment)
    held = contents(file)
    manifest = json.loads(held["manifest.json"])
    assert next(iter(held)) == "manifest.json"
    assert {"wardmote.db", "forgotten", "council/council.yaml"} <= held.keys()
    for name, kept in manifest["files"].items():
        assert hashlib.sha256(held[name]).hexdigest() == kept["sha256"]
        assert len(held[name]) == kept["size"]
    assert (manifest["rows"]["residents"], manifest["council"]) == (1, "buckinghamshire")
    assert manifest["schema_revision"] == "0027"
    assert TOKEN.encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in file.parent.iterdir()] == [file.name]
    remembered = asked(
        deployment.folder / "wardmote.db",
        "SELECT value FROM deployment WHERE name = 'backed-up-at'",
    )
    assert remembered == [(manifest["made_at"].replace("Z", "+00:00"),)]
    amina.tap("3")
    await deployment.see(lambda: shows(amina, "2 of 4."))
    await deployment.kill(process)


async def an_earlier_one(
    deployment: Deployment, folder: Path, name: str, council: str = "buckinghamshire"
) -> Path:
    """A backup under the name of another time, perhaps of another council."""
    held = contents(await backed_up(deployment))
    manifest = json.loads(held["manifest.json"]) | {"council": council}
    await asyncio.to_thread(folder.mkdir, exist_ok=True)
    return rewritten(folder / name, held | {"manifest.json": json.dumps(manifest).encode()})


async def test_only_so_many_of_ours_stay(deployment: Deployment) -> None:
    folder = deployment.folder / "kept"
    for name in ("wardmote-20200101T000000Z.tar", "wardmote-20210101T000000Z.tar", "letter.tar"):
        await an_earlier_one(deployment, folder, name)
    code, said = await deployment.command("backup", "--to", str(folder), "--keep", "2")
    assert code == 0, said
    left = sorted(p.name for p in folder.iterdir())
    assert len(left) == 3
    assert left[:2] == ["letter.tar", "wardmote-20210101T000000Z.tar"]
    assert "wardmote-20200101T000000Z.tar is older, and was deleted." in said


async def test_backups_of_another_council_are_kept(deployment: Deployment) -> None:
    """Two councils keep theirs in one folder: the second deleted the first one's."""
    folder = deployment.folder / "kept"
    another, ours = "wardmote-20200101T000000Z.tar", "wardmote-20200102T000000Z.tar"
    await an_earlier_one(deployment, folder, another, "north-northamptonshire")
    await an_earlier_one(deployment, folder, ours)
    (folder / "wardmote-20300101T000000Z.tar").write_text("no backup that can be read")
    code, said = await deployment.command("backup", "--to", str(folder), "--keep", "2")
    assert code == 0, said
    left = {p.name for p in folder.iterdir()}
    assert {another, ours, "wardmote-20300101T000000Z.tar"} < left
    assert len(left) == 4
    assert "20300101T000000Z.tar cannot be read as a backup, so it was left there." in said


async def test_the_one_just_made_stays_though_the_clock_was_once_ahead(
    deployment: Deployment,
) -> None:
    folder = deployment.folder / "kept"
    for name in ("wardmote-20990101T000000Z.tar", "wardmote-20980101T000000Z.tar"):
        await an_earlier_one(deployment, folder, name)
    code, said = await deployment.command("backup", "--to", str(folder), "--keep", "1")
    assert code == 0, said
    [left] = folder.iterdir()
    assert left.name < "wardmote-2098"
    assert str(left) in said


@contextmanager
def held_in_place(path: Path) -> Iterator[None]:
    """As long as it is mounted, a file cannot be deleted. Nothing that needs no root does that in a
    folder in which the new backup can be written."""
    if subprocess.run(["mount", "--bind", str(path), str(path)]).returncode:
        pytest.skip("Nothing can be mounted here: that needs root.")
    yield
    subprocess.run(["umount", "--lazy", str(path)], check=True)


async def test_an_older_one_that_cannot_be_deleted_is_named_and_the_backup_is_there(
    deployment: Deployment,
) -> None:
    folder = deployment.folder / "kept"
    older = await an_earlier_one(deployment, folder, "wardmote-20200102T000000Z.tar")
    with held_in_place(older):
        code, said = await deployment.command("backup", "--to", str(folder), "--keep", "1")
    assert code == 0, said
    assert "wardmote-20200102T000000Z.tar is older and could not be deleted" in said
    assert "No backup was made" not in said
    assert len([path for path in folder.iterdir() if path.is_file()]) == 2


async def test_one_of_the_same_second_is_not_written_over(deployment: Deployment) -> None:
    folder = deployment.folder / "kept"
    folder.mkdir()
    seconds = [datetime.now(UTC) + timedelta(seconds=n) for n in range(5)]
    made = [folder / f"wardmote-{second:%Y%m%dT%H%M%SZ}.tar" for second in seconds]
    for file in made:
        file.write_text("x")
    code, said = await deployment.command("backup", "--to", str(folder))
    assert code == 0, said
    assert {file.read_text() for file in made} == {"x"}
    assert len([*folder.iterdir()]) == 6


async def test_what_a_killed_backup_left_is_cleared_away(deployment: Deployment) -> None:
    left = deployment.folder / "backups" / ".wardmote-half-abc"
    left.mkdir(parents=True)
    (left / "wardmote.db").write_text("half")
    file = await backed_up(deployment)
    assert [p.name for p in file.parent.iterdir()] == [file.name]


async def test_two_backups_into_one_folder_at_once_are_refused(deployment: Deployment) -> None:
    folder = deployment.folder / "backups"
    folder.mkdir()
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    code, said = await deployment.command("backup")
    os.close(handle)
    assert (code, "Another backup is being made" in said) == (1, True)


async def test_without_a_database_there_is_nothing_to_save(deployment: Deployment) -> None:
    (deployment.folder / "wardmote.db").unlink()
    code, said = await deployment.command("backup")
    assert (code, "No backup was made. There is no database here." in said) == (1, True)
    assert not (deployment.folder / "wardmote.db").exists()


async def test_a_damaged_database_is_not_called_saved(deployment: Deployment) -> None:
    file = deployment.folder / "wardmote.db"
    whole = bytearray(file.read_bytes())
    whole[100:4096] = b"\xff" * 3996
    file.write_bytes(whole)
    code, said = await deployment.command("backup")
    assert (code, "No backup was made" in said) == (1, True)
    assert "Traceback" not in said
    assert [*(deployment.folder / "backups").iterdir()] == []


async def test_on_postgresql_it_says_what_to_do_and_not_the_password(
    deployment: Deployment,
) -> None:
    url = "postgresql+asyncpg://wardmote:secret@db.example/anytown?sslmode=require&password=secret"
    code, said = await deployment.command("backup", WARDMOTE_DATABASE=url)
    assert (code, "umask 077; pg_dump --format=custom" in said) == (1, True)
    assert "--file=wardmote.dump 'postgresql://wardmote@db.example/anytown?sslmode=require'" in said
    assert "secret" not in said


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for the copy, and not for the backup."""
    disk = tmp_path / "tiny"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("No disk can be mounted here: only root may.")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("room", [400, 100], ids=["for the copy alone", "not even for the copy"])
async def test_a_full_disk_is_one_clear_line_and_leaves_nothing(
    deployment: Deployment, tiny_disk: Path, room: int
) -> None:
    (tiny_disk / "filler").write_bytes(b"-" * 1024 * (400 - room))
    code, said = await deployment.command("backup", "--to", str(tiny_disk))
    assert code == 1
    assert "there is too little space" in said
    assert len(said.strip().splitlines()) == 1
    assert os.listdir(tiny_disk) == ["filler"]  # noqa: PTH208


async def test_a_folder_that_cannot_be_made_is_one_clear_line(deployment: Deployment) -> None:
    (deployment.folder / "a-file").write_text("x")
    code, said = await deployment.command("backup", "--to", str(deployment.folder / "a-file" / "x"))
    assert (code, "cannot be used" in said) == (1, True)


async def test_a_backup_that_was_not_written_as_meant_is_found(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    held = contents(file)
    manifest = Manifest.model_validate_json(held["manifest.json"])
    check(file, manifest)
    whole = bytearray(file.read_bytes())
    place = whole.index(b"SQLite format 3") + 5000
    whole[place] ^= 1
    file.write_bytes(whole)
    with pytest.raises(InvalidBackup, match=r"wardmote\.db"):
        check(file, manifest)


def test_the_settings_are_those_of_run() -> None:
    """The command reads no setting of its own: what is saved is what is served."""
    assert read(token="1:x", council="anytown").database == "sqlite+aiosqlite:///wardmote.db"


async def test_a_backup_follows_no_links(deployment: Deployment, tmp_path: Path) -> None:
    """P10. A link among the council's files may lead to the token."""
    content = tmp_path / "anytown"
    shutil.copytree(council_directory("buckinghamshire"), content)
    secret, folder = tmp_path / "secret.txt", tmp_path / "private"
    secret.write_text("a token nobody may copy")
    folder.mkdir()
    shutil.copy(secret, folder / "inside.txt")
    (content / "notes.txt").symlink_to(secret)
    (content / "more").symlink_to(folder)
    code, said = await deployment.command("backup", WARDMOTE_CONTENT=str(content))
    assert code == 0, said
    assert "notes.txt is a link, so it is left out." in said
    assert "more is a link, so it is left out." in said
    file = max((deployment.folder / "backups").glob("wardmote-*.tar"))
    assert b"a token nobody may copy" not in file.read_bytes()
    assert "council/council.yaml" in contents(file)


async def test_hidden_files_are_not_in_a_backup(deployment: Deployment, tmp_path: Path) -> None:
    """A council may keep its .env, with the token, or .git beside its files."""
    content = tmp_path / "anytown"
    shutil.copytree(council_directory("buckinghamshire"), content)
    (content / ".git").mkdir()
    for name in (".env", ".git/config", ".env.old"):
        (content / name).write_text("a token nobody may copy")
    code, said = await deployment.command("backup", WARDMOTE_CONTENT=str(content))
    assert code == 0, said
    for name in (".env", ".git", ".env.old"):
        assert f"{name} is hidden, so it is left out." in said
    file = max((deployment.folder / "backups").glob("wardmote-*.tar"))
    assert b"a token nobody may copy" not in file.read_bytes()
    code, said = await deployment.command("restore", str(file), WARDMOTE_CONTENT=str(content))
    assert (code, "council's files have changed" in said) == (0, False), said
