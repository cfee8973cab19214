"""`wardmote restore`: what is no whole backup of ours changes nothing; what is, loses nobody."""

import asyncio
import hashlib
import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from deployment import Deployment, shows
from saved import asked, backed_up, contents, rewritten
from sqlalchemy import create_engine

from emulator import Phone
from engagement.staff.rights import Role
from storage import migrations


def stands(deployment: Deployment) -> dict[str, bytes]:
    """Every file beside the database."""
    return {
        p.name: p.read_bytes()
        for p in deployment.folder.iterdir()
        if p.is_file() and p.name.startswith("wardmote.db") and not p.name.endswith(".lock")
    }


def step_back(path: Path, revision: str) -> None:
    """Give a database the schema of an earlier version."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrations.HERE))
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()


async def refused(deployment: Deployment, file: Path, why: str) -> None:
    """One line, and everything stands as it stood."""
    before = stands(deployment)
    code, said = await deployment.command("restore", str(file))
    assert (code, why in said) == (1, True), said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1
    after = stands(deployment)
    after.pop("wardmote.db.forgotten", None)
    before.pop("wardmote.db.forgotten", None)
    assert after == before
    assert not [*deployment.folder.glob("wardmote.db.restoring*")]


async def test_what_is_restored_is_what_was_saved_and_the_rest_lies_aside(
    deployment: Deployment,
) -> None:
    here = deployment.folder / "wardmote.db"
    file = await backed_up(deployment)
    process = await deployment.runs()
    await deployment.joins("Amina")
    await deployment.kill(process)
    assert (here.with_name("wardmote.db-wal")).exists()
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert "All sends are held" in said
    assert asked(here, "SELECT count(*) FROM residents") == [(0,)]
    assert here.stat().st_mode & 0o777 == 0o600
    [aside] = deployment.folder.glob("wardmote.db.before-*")
    assert str(aside) in said
    assert asked(aside / "wardmote.db", "SELECT count(*) FROM residents") == [(1,)]
    assert not [*deployment.folder.glob("wardmote.db.restoring*")]


async def test_a_restore_says_that_decisions_since_the_backup_are_undone(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    file = await backed_up(deployment)
    code, said = await deployment.command(
        "consultation", "withdraw", "local-priorities", "--reason", "There was a mistake"
    )
    assert code == 0, said
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert (code, "Decisions about consultations since that backup are undone" in said) == (0, True)
    _, said = await deployment.command("consultation", "list")
    assert "local-priorities  open" in said


async def test_on_a_new_machine_there_is_nothing_to_move_aside(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    (deployment.folder / "wardmote.db").unlink()
    code, said = await deployment.command("restore", str(file))
    assert (code, "The former database" in said) == (0, False), said
    assert (deployment.folder / "wardmote.db").exists()


async def test_beside_a_running_bot_it_is_refused(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    process = await deployment.runs()
    code, said = await deployment.command("restore", str(file))
    assert (code, "Another Wardmote is already using" in said) == (1, True)
    assert process.returncode is None


async def test_a_file_that_is_not_there_is_refused(deployment: Deployment) -> None:
    await refused(deployment, deployment.folder / "no.tar", "There is no file")


@pytest.mark.parametrize("what", ["letter", "a tar of letters", "half", "empty"])
async def test_what_is_no_backup_is_refused(deployment: Deployment, what: str) -> None:
    file = deployment.folder / "x.tar"
    if what == "half":
        whole = (await backed_up(deployment)).read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
    elif what == "a tar of letters":
        rewritten(file, {"letter.txt": b"Dear council"})
    else:
        file.write_bytes(b"Dear council" if what == "letter" else b"")
    await refused(deployment, file, "isn't a complete Wardmote backup")


@pytest.mark.parametrize("name", ["../outside", "/tmp/partc-outside", "a/../../outside", "..\\x"])
async def test_a_name_that_leads_out_of_the_folder_is_refused(
    deployment: Deployment, name: str
) -> None:
    held = contents(await backed_up(deployment))
    manifest = json.loads(held["manifest.json"])
    manifest["files"][name] = manifest["files"]["forgotten"]
    held["manifest.json"] = json.dumps(manifest).encode()
    file = rewritten(deployment.folder / "x.tar", {**held, name: held["forgotten"]})
    await refused(deployment, file, "isn't a plain file inside a folder")
    assert not (deployment.folder / "outside").exists()
    assert not (deployment.folder.parent / "outside").exists()


def as_if(held: dict[str, bytes], **changed: object) -> dict[str, bytes]:
    """A backup's files, with a manifest that says something else."""
    manifest = json.loads(held["manifest.json"]) | changed
    return {**held, "manifest.json": json.dumps(manifest).encode()}


async def test_a_backup_of_another_council_is_refused(deployment: Deployment) -> None:
    """F2."""
    held = contents(await backed_up(deployment))
    file = rewritten(deployment.folder / "x.tar", as_if(held, council="north-northamptonshire"))
    await refused(deployment, file, "is a backup of another council, 'north-northamptonshire'")


async def test_a_small_file_that_claims_to_hold_gigabytes_is_refused_at_once(
    deployment: Deployment,
) -> None:
    """P10. Its manifest tells the sizes: nothing is written before they are known to be true."""
    held = contents(await backed_up(deployment))
    files = json.loads(held["manifest.json"])["files"]
    files["wardmote.db"]["size"] = 3 << 30
    file = rewritten(deployment.folder / "x.tar", as_if(held, files=files))
    await refused(deployment, file, "wardmote.db is not what was saved: its size differs")


def with_holes(target: Path, folder: Path, *names: str) -> None:
    """A tar that does not store the holes in these files."""
    command = ["tar", "--sparse", "--format=gnu", "-cf", str(target), "-C", str(folder), *names]
    subprocess.run(command, check=True)


async def test_a_file_with_holes_that_would_become_gigabytes_is_refused(
    deployment: Deployment, tmp_path: Path
) -> None:
    """P10."""
    held = contents(await backed_up(deployment))
    files = json.loads(held["manifest.json"])["files"]
    files["wardmote.db"]["size"] = 3 << 30
    (tmp_path / "manifest.json").write_bytes(as_if(held, files=files)["manifest.json"])
    with (tmp_path / "wardmote.db").open("wb") as db:
        db.truncate(3 << 30)
    file = deployment.folder / "x.tar"
    names = ["manifest.json", "wardmote.db"]
    with_holes(file, tmp_path, *names)
    assert file.stat().st_size < 1_000_000
    await refused(deployment, file, "which isn't a plain file")


async def test_the_list_of_the_forgotten_stays_private(deployment: Deployment) -> None:
    """P10. However it is rewritten, and whatever it was before."""
    file = await backed_up(deployment)
    forgotten = deployment.folder / "wardmote.db.forgotten"
    forgotten.unlink(missing_ok=True)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert forgotten.stat().st_mode & 0o777 == 0o600
    forgotten.chmod(0o644)
    await deployment.runs()
    assert forgotten.stat().st_mode & 0o777 == 0o600


async def test_a_damaged_database_in_a_backup_is_called_damaged(deployment: Deployment) -> None:
    """P10."""
    held = contents(await backed_up(deployment))
    bad = b"x" * len(held["wardmote.db"])
    files = json.loads(held["manifest.json"])["files"]
    files["wardmote.db"]["sha256"] = hashlib.sha256(bad).hexdigest()
    file = rewritten(deployment.folder / "x.tar", as_if({**held, "wardmote.db": bad}, files=files))
    await refused(deployment, file, "the database is damaged")


async def test_over_a_damaged_database_a_backup_is_restored(deployment: Deployment) -> None:
    """P10."""
    file = await backed_up(deployment)
    (deployment.folder / "wardmote.db").write_bytes(b"x" * 8192)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    await deployment.runs()


async def test_a_changed_byte_is_found(deployment: Deployment) -> None:
    held = contents(await backed_up(deployment))
    held["wardmote.db"] = held["wardmote.db"][:-1] + b"x"
    file = rewritten(deployment.folder / "x.tar", held)
    await refused(deployment, file, "wardmote.db is not what was saved")


async def test_a_file_that_nobody_saved_is_refused(deployment: Deployment) -> None:
    held = contents(await backed_up(deployment))
    file = rewritten(deployment.folder / "x.tar", {**held, "more": b"x"})
    await refused(deployment, file, "which its manifest does not name")


async def test_a_missing_file_is_found(deployment: Deployment) -> None:
    held = contents(await backed_up(deployment))
    del held["forgotten"]
    file = rewritten(deployment.folder / "x.tar", held)
    await refused(deployment, file, "forgotten is missing")


async def test_rows_that_are_not_as_many_as_were_saved_are_found(deployment: Deployment) -> None:
    held = contents(await backed_up(deployment))
    manifest = json.loads(held["manifest.json"])
    manifest["rows"]["answers"] = 7
    held["manifest.json"] = json.dumps(manifest).encode()
    file = rewritten(deployment.folder / "x.tar", held)
    await refused(deployment, file, "the number of rows in answers is not what was saved")


async def test_a_newer_schema_is_refused(deployment: Deployment) -> None:
    here = deployment.folder / "wardmote.db"
    shutil.copy(here, deployment.folder / "kept.db")
    alter(here, "UPDATE alembic_version SET version_num = '9999'")
    file = await backed_up_unseen(deployment)
    shutil.copy(deployment.folder / "kept.db", here)
    await refused(deployment, file, "made by a newer version")


async def test_an_older_schema_is_brought_up(deployment: Deployment) -> None:
    here = deployment.folder / "wardmote.db"
    step_back(here, "0003")
    file = await backed_up_unseen(deployment)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert asked(here, "SELECT version_num FROM alembic_version") == [("0027",)]
    process = await deployment.runs()
    await deployment.kill(process)


async def test_a_broken_database_in_place_is_no_hindrance(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    (deployment.folder / "wardmote.db").write_bytes(b"Dear council")
    (deployment.folder / "wardmote.db-wal").write_bytes(b"Dear council")
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    [aside] = deployment.folder.glob("wardmote.db.before-*")
    assert (aside / "wardmote.db").read_bytes() == b"Dear council"
    assert asked(deployment.folder / "wardmote.db", "PRAGMA integrity_check") == [("ok",)]


async def test_on_postgresql_it_says_what_to_do(deployment: Deployment) -> None:
    url = "postgresql+asyncpg://wardmote:secret@db.example/anytown"
    code, said = await deployment.command("restore", "x.tar", WARDMOTE_DATABASE=url)
    assert (code, "pg_restore" in said) == (1, True)
    assert "wardmote sends hold" in said


async def test_sends_are_held_by_hand_and_the_audit_says_so(deployment: Deployment) -> None:
    here = deployment.folder / "wardmote.db"
    code, said = await deployment.command("sends", "hold")
    assert code == 0, said
    assert "All sends are held" in said
    assert "wardmote sends show" in said
    assert asked(here, "SELECT act FROM audit") == [("held-sends",)]
    code, said = await deployment.command("sends", "show")
    assert (code, "held by hand" in said) == (0, True), said
    again, line = await deployment.command("sends", "hold")
    assert (again, "already" in line) == (0, True), line
    assert (await deployment.command("sends", "show"))[1] == said
    assert (await deployment.command("sends", "release"))[0] == 0


async def test_without_held_sends_there_is_nothing_to_decide(deployment: Deployment) -> None:
    nothing = "Sends are not held"
    for word, ends in (("show", 0), ("release", 1), ("cancel", 1)):
        code, said = await deployment.command("sends", word)
        assert (code, nothing in said) == (ends, True), said


def alter(file: Path, *statements: str) -> None:
    import sqlite3

    db = sqlite3.connect(file)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


async def backed_up_unseen(deployment: Deployment) -> Path:
    """A backup of a database that is not this version's."""
    code, said = await deployment.command("backup")
    assert code == 0, said
    return max((deployment.folder / "backups").glob("wardmote-*.tar"))


async def answered_then_leaves(deployment: Deployment) -> Phone:
    """A resident who has answered, and after the backup chooses to be forgotten at the close."""
    phone = await deployment.joins("Amina")
    phone.tap("Answer now")
    await deployment.see(lambda: shows(phone, "1 of 4."))
    phone.tap("Streets")
    await deployment.see(lambda: shows(phone, "2 of 4."))
    return phone


async def test_who_chose_the_close_since_the_backup_is_still_to_be_forgotten(
    deployment: Deployment,
) -> None:
    """They got messages again, and were never forgotten."""
    here = deployment.folder / "wardmote.db"
    process = await deployment.runs()
    amina = await answered_then_leaves(deployment)
    file = await backed_up(deployment)
    amina.type("/forget")
    await deployment.see(lambda: shows(amina, "Shall we forget you"))

    amina.tap("When it closes")
    await deployment.see(lambda: shows(amina, "We will forget you"))
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert "To be forgotten when it closes, as they chose since: fewer than 10." in said
    assert asked(here, "SELECT count(*) FROM leaving") == [(1,)]
    assert asked(here, "SELECT reach FROM contacts") == [("stopped",)]
    code, said = await deployment.command("restore", str(file))
    assert "as they chose since" in said


async def test_who_stayed_after_all_is_not_forgotten_by_a_restore(deployment: Deployment) -> None:
    here = deployment.folder / "wardmote.db"
    process = await deployment.runs()
    amina = await answered_then_leaves(deployment)
    amina.type("/forget")
    await deployment.see(lambda: shows(amina, "Shall we forget you"))
    amina.tap("When it closes")
    await deployment.see(lambda: shows(amina, "We will forget you"))
    file = await backed_up(deployment)
    amina.start()
    await deployment.see(lambda: shows(amina, "Welcome back"))
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert (code, "as they chose since" in said) == (0, False), said
    assert asked(here, "SELECT count(*) FROM leaving") == [(0,)]


async def test_who_sent_stop_since_the_backup_gets_no_messages_after_a_restore(
    deployment: Deployment,
) -> None:
    """They got messages again: STOP did not stop."""
    here = deployment.folder / "wardmote.db"
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    file = await backed_up(deployment)
    amina.type("/stop")
    await deployment.see(lambda: shows(amina, "You've stopped"))
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert "Get no messages, as they chose since with /stop: fewer than 10." in said
    assert asked(here, "SELECT reach FROM contacts") == [("stopped",)]
    listed = here.with_name("wardmote.db.forgotten")
    assert listed.stat().st_mode & 0o777 == 0o600
    assert str(amina.user_id) not in listed.read_text()


async def test_who_came_back_since_the_backup_is_not_stopped_again(deployment: Deployment) -> None:
    here = deployment.folder / "wardmote.db"
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    amina.type("/stop")
    await deployment.see(lambda: shows(amina, "You've stopped"))
    file = await backed_up(deployment)
    amina.start()
    await deployment.see(lambda: shows(amina, "Welcome back"))
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert (code, "with /stop" in said) == (0, False), said
    assert asked(here, "SELECT reach FROM contacts") == [("reachable",)]


async def changed_their_minds(deployment: Deployment) -> tuple[Phone, Phone]:
    """One who stopped and came back, and one who was to be forgotten at the close and stayed."""
    xena, yan = await deployment.joins("Xena"), await answered_then_leaves(deployment)
    xena.type("/stop")
    await deployment.see(lambda: shows(xena, "You've stopped"))
    xena.start()
    await deployment.see(lambda: shows(xena, "Welcome back"))
    await leaves_at_close(deployment, yan)
    yan.start()
    await deployment.see(lambda: shows(yan, "Welcome back"))
    return xena, yan


async def leaves_at_close(deployment: Deployment, phone: Phone) -> None:
    phone.type("/forget")
    await deployment.see(lambda: shows(phone, "Shall we forget you"))
    phone.tap("When it closes")
    await deployment.see(lambda: shows(phone, "We will forget you"))


async def test_an_older_copy_of_the_list_does_not_undo_what_the_backup_knows(
    deployment: Deployment,
) -> None:
    """Both got messages again, and one was never forgotten."""
    here, listed = deployment.folder / "wardmote.db", deployment.folder / "wardmote.db.forgotten"
    process = await deployment.runs()
    xena, yan = await changed_their_minds(deployment)
    older = listed.read_bytes()
    xena.type("/stop")
    await deployment.see(lambda: shows(xena, "You've stopped"))
    await leaves_at_close(deployment, yan)
    file = await backed_up(deployment)
    await deployment.kill(process)
    listed.write_bytes(older)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert asked(here, "SELECT reach FROM contacts") == [("stopped",), ("stopped",)]
    assert asked(here, "SELECT count(*) FROM leaving") == [(1,)]
    await deployment.runs()
    assert asked(here, "SELECT reach FROM contacts") == [("stopped",), ("stopped",)]
    assert asked(here, "SELECT count(*) FROM leaving") == [(1,)]


async def test_an_older_copy_of_the_list_undoes_nothing_at_a_start(deployment: Deployment) -> None:
    """As after pg_restore, where the list in place is older than the dump."""
    here, listed = deployment.folder / "wardmote.db", deployment.folder / "wardmote.db.forgotten"
    process = await deployment.runs()
    xena, yan = await changed_their_minds(deployment)
    older = listed.read_bytes()
    xena.type("/stop")
    await deployment.see(lambda: shows(xena, "You've stopped"))
    await leaves_at_close(deployment, yan)
    await deployment.kill(process)
    listed.write_bytes(older)
    alive = (datetime.now(UTC) + timedelta(minutes=4)).isoformat()
    alter(here, f"UPDATE deployment SET value = '{alive}' WHERE name = 'alive'")
    await deployment.runs()
    assert asked(here, "SELECT reach FROM contacts") == [("stopped",), ("stopped",)]
    assert asked(here, "SELECT count(*) FROM leaving") == [(1,)]


async def test_staff_removed_since_the_backup_stay_removed(deployment: Deployment) -> None:
    """They could send again."""
    process = await deployment.runs()
    await deployment.with_staff(Role.OFFICER, label="Olu")
    file = await backed_up(deployment)
    _, listed = await deployment.command("staff", "list")
    code, said = await deployment.command("staff", "remove", listed.split()[0])
    assert code == 0, said
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert (code, "Roles of staff ended again: 1." in said) == (0, True), said
    _, listed = await deployment.command("staff", "list")
    assert "Nobody holds a role" in listed
    text = (deployment.folder / "wardmote.db.forgotten").read_text()
    assert "Olu" not in text
    assert text.startswith("-role-ended ")


async def test_whose_duty_ended_since_the_backup_reads_no_words_of_danger(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    await deployment.with_staff(Role.OFFICER, label="Olu")
    await deployment.with_staff(Role.OFFICER, label="Ruth")
    _, listed = await deployment.command("staff", "list")
    numbers = {
        line.split()[2]: line.split()[0] for line in listed.splitlines() if "officer" in line
    }
    until = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()
    for name in ("Olu", "Ruth"):
        code, said = await deployment.command(
            "safeguarding", "name", numbers[name], "--until", until
        )
        assert code == 0, said
    file = await backed_up(deployment)
    await deployment.command("safeguarding", "end", numbers["Olu"])
    await deployment.command("safeguarding", "end", numbers["Ruth"])
    await deployment.command("safeguarding", "name", numbers["Ruth"], "--until", until)
    await deployment.kill(process)
    code, said = await deployment.command("restore", str(file))
    assert (code, "Duties of staff ended again: 1." in said) == (0, True), said
    _, listed = await deployment.command("duty", "list")
    assert [("(over)" in line) for line in listed.splitlines() if "Olu" in line] == [True]
    assert [("(over)" in line) for line in listed.splitlines() if "Ruth" in line] == [False]


async def test_what_a_killed_restore_leaves_is_deleted_at_the_next_start(
    deployment: Deployment,
) -> None:
    """In it are people who have asked since to be forgotten."""
    left = deployment.folder / "wardmote.db.restoring-_x1z72lu"
    former = deployment.folder / "wardmote.db.before-20260301T014000-72lu"
    for folder in (left, former):
        folder.mkdir()
        (folder / "wardmote.db").write_text("people's answers")
    _, said = await deployment.command("doctor")
    for folder in (left, former):
        assert f"look  restored: {folder.name} is left from a restore" in said, said
    await deployment.runs()
    assert (left.exists(), former.exists()) == (False, True)


async def test_without_the_councils_files_it_says_how_to_take_them_out_of_the_backup(
    deployment: Deployment,
) -> None:
    """The disk is lost, and only the backup is left."""
    file = await backed_up(deployment)
    before = contents_of(deployment.content)
    shutil.rmtree(deployment.content)
    code, said = await deployment.command("restore", str(file))
    assert code == 1
    assert "isn't there. The backup holds them. As root: mkdir -p " in said
    line = said.partition("As root: ")[2].partition(". Then restore again")[0]
    await asyncio.to_thread(subprocess.run, ["sh", "-ec", line], check=True)
    assert contents_of(deployment.content) == before
    everybody = {path.stat().st_mode & 0o777 for path in deployment.content.rglob("*.yaml")}
    assert everybody == {0o644}
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said


def contents_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


async def test_it_says_whether_there_was_a_list_of_the_forgotten(deployment: Deployment) -> None:
    file = await backed_up(deployment)
    listed = deployment.folder / "wardmote.db.forgotten"
    listed.unlink(missing_ok=True)
    code, said = await deployment.command("restore", str(file))
    assert code == 0
    assert f"No list of forgotten residents was found at {listed}" in said
    assert "put it there and restore again, before anything is sent" in said
    code, said = await deployment.command("restore", str(file))
    assert code == 0
    assert f"The list of forgotten residents at {listed} was used. It was last written at" in said


async def test_a_list_that_has_lost_somebody_is_noticed(deployment: Deployment) -> None:
    """A clean-up had deleted it: people who were forgotten came back with the next restore."""
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    await forgets(deployment, amina)
    listed = deployment.folder / "wardmote.db.forgotten"
    kept = listed.read_bytes()
    listed.unlink()
    _, said = await deployment.command("doctor")
    assert "look  forgotten: people who were on the list are missing from it" in said
    await deployment.kill(process)
    process = await deployment._begin("run")
    assert process.stdout is not None
    first = await process.stdout.readline()
    assert b"lines of the list of the forgotten are missing" in first
    await deployment.joins("Bilal")
    _, said = await deployment.command("doctor")
    assert "people who were on the list are missing from it" in said
    await deployment.kill(process)
    listed.write_bytes(kept)
    await deployment.kill(await deployment.runs())
    _, said = await deployment.command("doctor")
    assert "people who were on the list are missing from it" not in said


async def forgets(deployment: Deployment, phone: Phone) -> None:
    phone.type("/forget")
    await deployment.see(lambda: shows(phone, "Shall we forget you"))
    phone.tap("Yes, forget me")
    await deployment.see(lambda: shows(phone, "We've forgotten"))
