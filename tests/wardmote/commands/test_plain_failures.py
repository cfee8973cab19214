"""What stops a command is one plain line; staff are listed and removed; the version is shown."""

import tomllib
from pathlib import Path

import pytest
from deployment import Deployment
from forked import ROOT

from engagement.staff.rights import Role
from wardmote.commands import cannot_run, doctor_checks
from wardmote.commands.doctor_checks import BAD
from wardmote.service.settings import Settings


@pytest.fixture
def taken(tmp_path: Path) -> None:
    """A file where a folder is expected."""
    (tmp_path / "taken").write_text("")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("demo", "--port", "99999"), "There is no port 99999. Choose one from 1 to 65535."),
        (("emulator", "--port", "99999"), "There is no port 99999. Choose one from 1 to 65535."),
        (("tour", "--out", "taken"), "taken is a file. Give a folder with --out."),
        (("backup", "--to", "taken"), "No backup was made: taken cannot be used"),
        (("wards", "import-boundaries", "nowhere.json"), "nowhere.json"),
        (("restore", "nowhere.tar"), "nowhere.tar"),
        (("emulator", "--token", "x"), "--token: digits, a colon and letters are expected"),
        (("invite", "--role", "officer", "--name", "x\ny"), "--name has line breaks or other"),
        (("invite", "--role", "officer", "--name", "x\u202ey"), "--name has line breaks or other"),
        (("invite", "--role", "officer", "--name", "\x1b[31m"), "--name has line breaks or other"),
        (("poster", "--ward", "E05013120", "--source", " "), "--source is empty."),
        (("poster", "--ward", "E05013120", "--source", "x" * 65), "the most is 64."),
    ],
)
@pytest.mark.usefixtures("taken")
async def test_what_stops_a_command_is_one_plain_line(
    deployment: Deployment, words: tuple[str, ...], line: str
) -> None:
    """F4."""
    code, said = await deployment.command(*words)
    assert code == 1
    assert line in said
    assert len(said.strip().splitlines()) == 1
    assert "a fault ended the process" not in said


async def test_a_name_may_have_the_joiners_of_urdu_words(deployment: Deployment) -> None:
    words = ("invite", "--role", "officer", "--name", "خوش\u200cآمدید")
    code, said = await deployment.command(*words)
    assert (code, "t.me" in said) == (0, True)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("sqlite+aiosqlite:///", "a file is expected, after three slashes"),
        ("sqlite+aiosqlite://", "a file is expected, after three slashes"),
        ("sqlite+aiosqlite:///:memory:", "a file is expected, after three slashes"),
        ("sqlite+aiosqlite://foo/bar.db", "a file is expected, after three slashes"),
        ("postgresql+asyncpg://", "a user, a host and a name are expected"),
        (
            "sqlite+aiosqlite:////nowhere/at/all.db",
            "There is no database here.",
        ),
    ],
)
async def test_a_database_that_cannot_be_is_one_plain_line(
    deployment: Deployment, address: str, line: str
) -> None:
    """F4."""
    code, said = await deployment.command("staff", "list", WARDMOTE_DATABASE=address)
    assert (code, len(said.strip().splitlines())) == (1, 1), said
    assert line in said
    assert "server is running" not in said


async def test_a_file_of_another_user_is_called_so(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P10. Root can open everything, so who may is asked of a stand-in here."""
    file = deployment.folder / "wardmote.db"
    monkeypatch.setattr(cannot_run, "opens", lambda _: False)
    monkeypatch.setattr(doctor_checks, "opens", lambda _: False)
    settings = Settings(
        token="1:x", council="buckinghamshire", database=f"sqlite+aiosqlite:///{file}"
    )
    line = cannot_run.database_unreachable(OSError(), settings)
    assert line.startswith(f"{file} is there, but this user cannot open it: it belongs to ")
    assert "run every command as that user" in line
    found = doctor_checks._permissions(file)
    assert found.mark is BAD
    assert "this user cannot open it" in found.line


async def test_the_version_is_shown(deployment: Deployment) -> None:
    """F9."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    code, said = await deployment.command("--version")
    assert (code, said.strip()) == (0, f"Wardmote {project['version']}")


async def test_a_database_server_that_is_down_is_not_told_as_a_wrong_password(
    deployment: Deployment,
) -> None:
    """At night, with the server down, people were sent to change passwords."""
    address = "postgresql+asyncpg://u:p@127.0.0.1:9/n"
    for words in (("staff", "list"), ("migrate",)):
        code, said = await deployment.command(*words, WARDMOTE_DATABASE=address)
        assert code == 1
        assert "The database cannot be reached (ConnectionRefusedError)." in said
        assert "password" not in said


async def test_staff_are_listed_and_removed_by_command(deployment: Deployment) -> None:
    """F9."""
    await deployment.with_staff(Role.OFFICER, label="Officer for plans")
    await deployment.with_staff(Role.BOARD_MEMBER, "E05013120", label="Member for Abbey")
    code, said = await deployment.command("staff", "list")
    first, second = said.splitlines()
    assert (code, first.split("  ")[1:]) == (0, ["officer", "Officer for plans", "every ward"])
    assert second.split("  ")[1:] == ["board-member", "Member for Abbey", "Abbey"]
    code, said = await deployment.command("staff", "remove", first.split("  ")[0])
    assert (code, said.strip()) == (0, "Officer for plans (officer) no longer holds a role.")
    assert (await deployment.command("staff", "list"))[1].strip() == second
    code, said = await deployment.command("staff", "remove", first.split("  ")[0])
    assert code == 1
    assert "Nobody who holds a role has the number" in said


async def test_a_misspelt_setting_is_reported_by_the_doctor(deployment: Deployment) -> None:
    """F4."""
    _, said = await deployment.command("doctor", WARDMOTE_LISTN="127.0.0.1:1")
    assert "WARDMOTE_LISTN isn't a setting. Did you mean WARDMOTE_LISTEN?" in said


@pytest.mark.parametrize(
    "words",
    [
        ("staff", "list"),
        ("duty", "list"),
        ("safeguarding", "list"),
        ("sends", "show"),
        ("set-aside",),
        ("healthy",),
        ("doctor",),
        ("backup",),
        ("legal-hold", "show"),
        ("invite", "--role", "officer"),
        ("poster", "--ward", "E05013120", "--source", "library"),
        ("content", "reload"),
    ],
)
async def test_a_command_run_before_migrate_creates_no_database(
    deployment: Deployment, words: tuple[str, ...]
) -> None:
    """It left an empty file that every user of the machine could read."""
    database = deployment.folder / "wardmote.db"
    for path in deployment.folder.glob("wardmote.db*"):
        path.unlink()
    code, said = await deployment.command(*words)
    assert code == 1
    assert "There is no database here." in said
    assert "Traceback" not in said
    assert not database.exists()
