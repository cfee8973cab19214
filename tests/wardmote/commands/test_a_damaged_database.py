"""A damaged SQLite file is called damaged by every command, with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from deployment import Deployment
from saved import backed_up

DAMAGED = "The database file is damaged. Stop the bot, keep the file, and run: wardmote restore"


def no_database(file: Path) -> None:
    file.write_bytes(b"Dear council, " * 1000)


def a_page_in_the_middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for start in range(4096, len(data), 8192):
        data[start : start + 4096] = b"\xff" * 4096
    file.write_bytes(data)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 5])


DAMAGES = [no_database, a_page_in_the_middle, cut_short]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("command", ["run", "doctor"])
async def test_a_damaged_file_is_called_damaged(
    deployment: Deployment, damage: Callable[[Path], None], command: str
) -> None:
    """P10."""
    file = deployment.folder / "wardmote.db"
    damage(file)
    code, said = await deployment.command(command)
    assert code == 1
    assert DAMAGED in said, said
    assert "Traceback" not in said
    assert "DatabaseError" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("migrate",),
        ("invite", "--role", "officer"),
        ("healthy",),
        ("staff", "list"),
        ("sends", "show"),
        ("set-aside",),
    ],
)
async def test_other_commands_call_it_damaged_too(
    deployment: Deployment, words: tuple[str, ...]
) -> None:
    """P10."""
    no_database(deployment.folder / "wardmote.db")
    code, said = await deployment.command(*words)
    assert (code, DAMAGED in said) == (1, True), said


async def test_a_backup_of_it_does_not_blame_the_disk(deployment: Deployment) -> None:
    """P10. It used to say that there was too little space."""
    a_page_in_the_middle(deployment.folder / "wardmote.db")
    code, said = await deployment.command("backup")
    assert code == 1
    assert "No backup was made: the database is damaged" in said, said


@pytest.fixture
async def emptied(deployment: Deployment) -> Deployment:
    """It has served, and its file has no byte left."""
    process = await deployment.runs()
    await deployment.kill(process)
    file = deployment.folder / "wardmote.db"
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    file.touch()
    return deployment


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("command", ["migrate", "run", "doctor", "healthy", "backup"])
async def test_a_file_that_has_become_empty_is_damaged_and_no_new_council(
    emptied: Deployment, command: str, elsewhere: bool
) -> None:
    """`migrate`, which runs before each start, made a new database: nobody had ever joined."""
    listed = emptied.folder / "wardmote.db.forgotten"
    if elsewhere:
        listed.rename(emptied.folder / "list")
    code, said = await emptied.command(command)
    assert (code, "damaged" in said) == (1, True), said
    assert (emptied.folder / "wardmote.db").stat().st_size == 0


async def test_over_an_empty_file_a_backup_is_restored(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    process = await deployment.runs()
    await deployment.kill(process)
    (deployment.folder / "wardmote.db").write_bytes(b"")
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    await deployment.runs()


async def test_a_new_database_that_was_not_finished_is_made_by_the_next_try(
    deployment: Deployment,
) -> None:
    file = deployment.folder / "wardmote.db"
    file.write_bytes(b"")
    code, said = await deployment.command("run")
    assert (code, "run: wardmote migrate --new" in said) == (1, True), said
    code, said = await deployment.command("migrate", "--new")
    assert code == 0, said
    await deployment.runs()


async def test_who_deletes_a_database_gets_a_new_one_if_they_say_so(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    await deployment.kill(process)
    for path in deployment.folder.glob("wardmote.db*"):
        if not path.name.endswith((".lock", ".forgotten")) and path.is_file():
            path.unlink()
    code, said = await deployment.command("migrate", "--new")
    assert code == 0, said
    await deployment.runs()
