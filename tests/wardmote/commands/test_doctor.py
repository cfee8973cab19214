"""`doctor` says what is good and what is bad, beside a running bot and without one."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from deployment import TOKEN, Deployment

from emulator import CutBefore, RetryAfter, Status


def write(deployment: Deployment, statement: str, *values: object) -> None:
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute(statement, values)
    db.close()


def fact(deployment: Deployment, name: str, value: str) -> None:
    write(deployment, "INSERT OR REPLACE INTO deployment VALUES (?, ?)", name, value)


def lately(deployment: Deployment, **ago: float) -> None:
    """As a bot leaves it that ran just now."""
    (deployment.folder / "wardmote.db").chmod(0o600)
    now = datetime.now(UTC)
    for name in ("alive", "heard", "backed-up-at"):
        fact(deployment, name, (now - timedelta(**{"seconds": ago.get(name, 1)})).isoformat())


async def test_all_is_good_beside_a_running_bot_that_is_not_disturbed(
    deployment: Deployment,
) -> None:
    lately(deployment)
    await deployment.runs(WARDMOTE_LOG_LEVEL="error")
    amina = await deployment.joins("Amina")
    code, said = await deployment.command("doctor")
    assert "bad  " not in said
    assert code == 0, said
    assert "good  running: a bot is running on this database" in said
    assert "good  Telegram: it is reachable and accepts the token" in said
    assert "good  clock: it agrees with Telegram's" in said
    assert "updates come by polling; waiting at Telegram: " in said
    assert "look  groups: it can be added to groups" in said
    assert "has topics" not in said
    assert "look  operator: nobody receives alarms" in said
    assert TOKEN not in said
    assert str(amina.user_id) not in said
    await deployment.joins("Bilal")


@pytest.mark.parametrize(
    ("name", "seconds", "line"),
    [
        ("alive", 600, "bad  clock looked at: last at "),
        ("heard", 600, "bad  Telegram heard: last at "),
        ("backed-up-at", 8 * 86400, "bad  backup: last at "),
    ],
)
async def test_what_is_too_old_is_bad(
    deployment: Deployment, name: str, seconds: float, line: str
) -> None:
    lately(deployment, **{name: seconds})
    code, said = await deployment.command("doctor")
    assert code == 1
    assert line in said
    assert said.count("bad  ") == 1


async def test_files_that_everybody_may_open_are_bad(deployment: Deployment) -> None:
    lately(deployment)
    (deployment.folder / "wardmote.db").chmod(0o644)
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  wardmote.db: every user of this machine can open it" in said


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to somebody else")
async def test_a_file_of_an_owner_without_a_name_ends_no_other_finding(
    deployment: Deployment,
) -> None:
    lately(deployment)
    os.chown(deployment.folder / "wardmote.db", 54_321, -1)
    _, said = await deployment.command("doctor")
    assert "good  wardmote.db: its owner is user id 54321" in said
    for what in ("log: ", "running: ", "disk: "):
        assert f"  {what}" in said


async def test_a_standing_alarm_is_bad_and_what_waits_is_worth_a_look(
    deployment: Deployment,
) -> None:
    lately(deployment)
    fact(deployment, "sends-held", "2026-01-01")
    write(
        deployment,
        "INSERT INTO alarms (kind, detail, since) VALUES ('disk', '{}', '2026-01-01 10:02:00')",
    )
    write(
        deployment,
        "INSERT INTO inbox (bot, update_id, payload, state, attempts, reference, reason, "
        "received_at, processed_at) VALUES (1, 1, 'secret words', 'quarantined', 3, 'K7Q-4MD', "
        "'failed three times: KeyError at a.py:1', '2026-01-01', '2026-01-01 10:02:00')",
    )
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  alarm: The disk is almost full, since 2026-01-01 10:02 UTC." in said
    assert "look  set aside: 1 updates are set aside" in said
    assert "look  sends: all sends are held" in said
    code, listed = await deployment.command("set-aside")
    assert listed == (
        "K7Q-4MD  2026-01-01 10:02 UTC  failed three times: KeyError at a.py:1 (3 tries)\n"
    )
    assert "secret" not in said + listed
    assert (await deployment.command("set-aside", "drop", "K7Q-4MD"))[0] == 0
    assert (await deployment.command("set-aside"))[1] == "Nothing is set aside.\n"
    assert (await deployment.command("set-aside", "again", "K7Q-4MD"))[0] == 1
    assert (await deployment.command("set-aside", "burn", "K7Q-4MD"))[0] == 1


async def test_a_token_telegram_does_not_know_is_bad_and_never_printed(
    deployment: Deployment,
) -> None:
    lately(deployment)
    code, said = await deployment.command("doctor", WARDMOTE_TOKEN="100200300:another")
    assert code == 1
    assert "bad  token: Telegram does not accept it" in said
    assert "another" not in said


@pytest.mark.parametrize("fault", [CutBefore(), Status(502, "Bad Gateway")])
async def test_a_telegram_that_cannot_be_reached_is_bad_and_the_rest_is_looked_at(
    deployment: Deployment, fault: object
) -> None:
    lately(deployment)
    deployment.emulator.faults.next("getMe", fault)
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  Telegram: it cannot be reached" in said
    assert "good  database: it is reachable, undamaged, and has this version's schema" in said


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (RetryAfter(30), "bad  Telegram: it asks to wait, for 30 seconds"),
        (Status(409, "Conflict: terminated"), "bad  Telegram: another program uses this token"),
    ],
)
async def test_a_telegram_that_answers_is_not_called_out_of_reach(
    deployment: Deployment, fault: object, line: str
) -> None:
    lately(deployment)
    deployment.emulator.faults.next("getMe", fault)
    _, said = await deployment.command("doctor")
    assert line in said, said
    deployment.emulator.faults.next("getMe", fault)
    _, said = await deployment.command("run")
    assert ("cannot be reached" in said) == (not isinstance(fault, RetryAfter)), said


async def test_without_a_database_it_says_so_and_makes_none(deployment: Deployment) -> None:
    (deployment.folder / "wardmote.db").unlink()
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  database: There is no database here." in said
    assert not (deployment.folder / "wardmote.db").exists()


async def test_a_damaged_database_is_bad(deployment: Deployment) -> None:
    lately(deployment)
    path = deployment.folder / "wardmote.db"
    body = bytearray(path.read_bytes())
    body[8192:16384] = b"\x07" * 8192
    path.write_bytes(body)
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  database: The database file is damaged." in said


async def test_bad_files_of_the_council_are_bad(deployment: Deployment) -> None:
    lately(deployment)
    (deployment.content / "wards.yaml").write_text("wards: nonsense")
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  content: " in said


async def test_a_list_of_the_forgotten_that_cannot_be_written_is_bad(
    deployment: Deployment,
) -> None:
    lately(deployment)
    nowhere = str(deployment.folder / "nowhere" / "list")
    code, said = await deployment.command("doctor", WARDMOTE_FORGOTTEN=nowhere)
    assert code == 1
    assert "bad  forgotten: the list cannot be written" in said


async def test_nobody_named_no_administrator_and_unread_words_of_danger_are_said(
    deployment: Deployment,
) -> None:
    """Without an administrator it was silent."""
    lately(deployment)
    _, said = await deployment.command("doctor")
    assert "look  safeguarding: nobody reads words of danger: nobody is named who can be" in said
    assert "name two people with `wardmote safeguarding name`" in said
    assert "look  administrator: there is no administrator" in said
    assert "run `wardmote invite --role administrator`" in said
    write(
        deployment,
        "INSERT INTO safety_alerts (reference, has_words, times, raised_at, reminders) "
        "VALUES ('K7Q-4MD', 1, 1, '2026-03-01 09:00:00.000000', 0)",
    )
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  safeguarding: words of danger have not been read since 2026-03-01 09:00" in said
    assert "K7Q-4MD" not in said


async def test_an_officer_without_a_second_person_for_files_is_said(deployment: Deployment) -> None:
    lately(deployment)
    line = "look  files: fewer than two officers or administrators for all wards can be reached"
    _, said = await deployment.command("doctor")
    assert line not in said
    for number, seen in ((1, True), (2, False)):
        write(
            deployment,
            "INSERT INTO contacts (id, chat_id, language, reach, new_messages, last_heard_at) "
            "VALUES (?, ?, 'en', 'reachable', 0, '2026-03-01 09:00:00.000000')",
            number, 7_000_000 + number,
        )  # fmt: skip
        write(
            deployment,
            "INSERT INTO staff (id, contact_id, role, label, every_ward, joined_at) "
            "VALUES (?, ?, 'officer', 'Officer', 1, '2026-03-01 09:00:00.000000')",
            number, number,
        )  # fmt: skip
        _, said = await deployment.command("doctor")
        assert (line in said) == seen, said
        assert "openings:" not in said


async def test_questions_that_nobody_could_open_are_named(deployment: Deployment) -> None:
    lately(deployment)
    write(deployment, "DELETE FROM consultation_steps")
    _, said = await deployment.command("doctor")
    assert "look  openings: fewer than two officers or administrators can be reached" in said
    assert "so nobody can approve the opening of local-priorities; run" in said
    assert "keeping-in-touch;" not in said  # closed in 2022
