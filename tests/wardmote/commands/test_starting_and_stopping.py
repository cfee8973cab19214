"""Starting with something wrong says so in one line; stopping finishes what is in flight."""

import asyncio
import re
import signal
import sys
import time

import pytest
from deployment import Deployment, shows

from emulator import Hang


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"WARDMOTE_TOKEN": ""}, "WARDMOTE_TOKEN is missing"),
        ({"WARDMOTE_BOT_API": "http://example.org"}, "WARDMOTE_BOT_API is wrong"),
        ({"WARDMOTE_DATABASE": "mysql://x"}, "WARDMOTE_DATABASE is wrong"),
        ({"WARDMOTE_MESSAGES_A_SECOND": "fast"}, "WARDMOTE_MESSAGES_A_SECOND is wrong"),
        ({"WARDMOTE_TOKEN": "100200300:another"}, "Telegram does not accept this token"),
        ({"WARDMOTE_BOT_API": "http://127.0.0.1:9"}, "Telegram cannot be reached"),
    ],
)
async def test_a_wrong_setting_is_one_clear_line(
    deployment: Deployment, settings: dict[str, str], line: str
) -> None:
    code, said = await deployment.command("run", **settings)
    assert code == 1
    assert line in said
    assert "Traceback" not in said
    assert "another" not in said


async def test_a_missing_setting_is_named(deployment: Deployment) -> None:
    environment = deployment.environment()
    del environment["WARDMOTE_TOKEN"]
    del environment["WARDMOTE_COUNCIL"]
    deployment.environment = lambda **_: environment
    code, said = await deployment.command("run")
    assert code == 1
    assert "WARDMOTE_TOKEN is missing" in said
    assert "WARDMOTE_COUNCIL is missing" in said


async def test_a_failpoint_is_refused_on_the_real_telegram(deployment: Deployment) -> None:
    code, said = await deployment.command(
        "run", WARDMOTE_FAILPOINT="stored", WARDMOTE_BOT_API="https://api.telegram.org"
    )
    assert code == 1
    assert "WARDMOTE_FAILPOINT is refused" in said


async def test_a_real_bot_needs_somewhere_to_ask_what_is_held(deployment: Deployment) -> None:
    """C8. The privacy notice says "You can ask to see what we hold": it has to say where."""
    path = deployment.content / "council.yaml"
    kept = re.sub(r"^  (phone|email): .*\n", "", path.read_text(), flags=re.MULTILINE)
    path.write_text(kept)
    code, said = await deployment.command("run", WARDMOTE_BOT_API="https://api.telegram.org")
    assert code == 1
    assert "Buckinghamshire Council has no contact" in said
    assert "add a phone or an email under contact in council.yaml" in said
    assert "Traceback" not in said
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "without one the bot refuses to start" in said


async def test_an_emulator_needs_no_contact(deployment: Deployment) -> None:
    path = deployment.content / "council.yaml"
    kept = re.sub(r"^  (phone|email): .*\n", "", path.read_text(), flags=re.MULTILINE)
    path.write_text(kept)
    await deployment.runs()


async def test_no_database_yet_says_what_to_run_and_makes_none(deployment: Deployment) -> None:
    path = deployment.folder / "wardmote.db"
    path.unlink()
    code, said = await deployment.command("run")
    assert code == 1
    assert "There is no database here." in said
    assert "For a new council, run: wardmote migrate --new" in said
    assert not path.exists()
    code, said = await deployment.command("migrate", "--new")
    assert (code, path.exists()) == (0, True)
    assert "A new, empty database was made: nobody has joined" in said
    code, said = await deployment.command("migrate", "--new")
    assert (code, said.strip()) == (0, "The database is up to date.")


async def test_a_content_file_with_a_wrong_ward_code_stops_the_start(
    deployment: Deployment,
) -> None:
    path = deployment.content / "boards.yaml"
    path.write_text(path.read_text().replace("E05013131", "E05099999", 1))
    code, said = await deployment.command("run")
    assert code == 1
    assert "boards.yaml, line " in said
    assert "E05099999" in said
    code, said = await deployment.command("check-content", str(deployment.content))
    assert code == 1
    assert "boards.yaml, line " in said


async def test_an_open_consultation_cannot_change_its_options(deployment: Deployment) -> None:
    process = await deployment.runs()
    await deployment.kill(process)
    path = deployment.content / "consultations" / "local-priorities.yaml"
    path.write_text(path.read_text().replace("- key: jobs", "- key: work"))
    code, said = await deployment.command("run")
    assert code == 1
    assert "The consultation local-priorities has opened" in said


async def test_an_invite_is_a_link_that_works_while_the_bot_runs(deployment: Deployment) -> None:
    await deployment.runs()
    code, link = await deployment.command("invite", "--role", "officer", "--name", "Officer")
    assert code == 0
    assert link.startswith("https://t.me/WardmoteBot?start=")
    officer = deployment.emulator.phone("Officer")
    officer.start(link.strip().rpartition("=")[2])
    await deployment.see(lambda: shows(officer, "You are now an officer"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("invite", "--role", "mayor"), "--role must be one of"),
        (("invite", "--role", "board-member"), "Which wards?"),
        (("invite", "--role", "officer", "--wards", "E05000001"), "isn't the code of a ward of"),
        (("invite", "--role", "board-member", "--board", "nowhere"), "There is no board nowhere"),
        (("poster", "--ward", "E05000001", "--source", "library"), "isn't the code of a ward of"),
    ],
)
async def test_a_wrong_word_on_the_command_line_is_one_clear_line(
    deployment: Deployment, words: tuple[str, ...], line: str
) -> None:
    code, said = await deployment.command(*words)
    assert code == 1
    assert line in said
    assert "Traceback" not in said


async def test_no_log_line_holds_what_people_typed_or_who_they_are(
    deployment: Deployment,
) -> None:
    process = await deployment.runs(WARDMOTE_LOG_LEVEL="debug")
    amina = await deployment.joins("Zebediah", "hp12 3hp")
    amina.type("I live at HP12 3HP, my name is Zebediah")
    await deployment.see(lambda: shows(amina, "didn't understand"))
    deployment.emulator.push({"message": {"message_id": "not a number"}})
    process.send_signal(signal.SIGTERM)
    out, _ = await asyncio.wait_for(process.communicate(), 20)
    said = out.decode().lower()
    for secret in ("zebediah", "hp12", str(amina.user_id), "made-up-for-tests"):
        assert secret not in said


async def test_people_are_answered_before_every_menu_has_been_offered(
    deployment: Deployment,
) -> None:
    deployment.emulator.faults.next("setMyCommands", Hang(20), 10)
    await deployment.runs()
    began = time.monotonic()
    amina = deployment.emulator.phone("Amina")
    amina.start()
    await deployment.see(lambda: shows(amina, "Hello."))
    assert time.monotonic() - began < 15


async def test_a_start_loads_nothing_it_may_never_need(deployment: Deployment) -> None:
    """The webhook's door, another server's dialect, migrations, sheets, cards and maps."""
    of_the_door = {"uvicorn", "starlette", "prometheus_client", "web.door"}
    of_an_act = {"alembic", "typst", "xlsxwriter", "shapely", "emulator"}
    seldom = of_the_door | of_an_act | {"sqlalchemy.dialects.postgresql.base"}
    code = f"import sys, wardmote.commands.run; print(sorted({seldom!r} & {{*sys.modules}}))"
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, env=deployment.environment(), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await run.communicate()
    assert out == b"[]\n"


@pytest.mark.parametrize(
    ("setting", "name", "line"),
    [
        ("WARDMOTE_COUNCIL", "../x", "expected a council that comes with the program"),
        ("WARDMOTE_CONTENT", "/nowhere", "There is no council.yaml in /nowhere."),
    ],
)
async def test_a_database_is_not_made_for_a_council_that_is_not_there(
    deployment: Deployment, setting: str, name: str, line: str
) -> None:
    """It said that the database is up to date."""
    path = deployment.folder / "other.db"
    changed = {"WARDMOTE_CONTENT": "", "WARDMOTE_DATABASE": f"sqlite+aiosqlite:///{path}"}
    code, said = await deployment.command("migrate", **(changed | {setting: name}))
    assert (code, line in said) == (1, True), said
    assert not path.exists()
