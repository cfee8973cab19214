"""A damaged SQLite file is called damaged by every command, with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from deployment import Deployment

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
