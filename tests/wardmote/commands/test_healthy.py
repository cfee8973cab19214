"""`healthy` tells a bot that lives from one that does not, and leaves everything as it was."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from deployment import Deployment


def set_alive(deployment: Deployment, ago: timedelta) -> None:
    moment = datetime.now(UTC) - ago
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("INSERT OR REPLACE INTO deployment VALUES ('alive', ?)", (moment.isoformat(),))
    db.close()


async def test_a_bot_is_healthy_from_its_first_minute_and_goes_on_undisturbed(
    deployment: Deployment,
) -> None:
    await deployment.runs()
    await deployment.joins("Amina")
    code, said = await deployment.command("healthy")
    assert (code, said[:8]) == (0, "Healthy.")
    assert f"{datetime.now(UTC):%Y-%m-%d} (UTC)" in said
    await deployment.joins("Bilal")


async def test_a_bot_that_never_ran_is_not_healthy(deployment: Deployment) -> None:
    code, said = await deployment.command("healthy")
    assert (code, said) == (1, "Not healthy: the bot has never run on this database.\n")


@pytest.mark.parametrize("ago", [timedelta(minutes=6), timedelta(minutes=-6)])
async def test_a_bot_that_looked_at_another_time_than_lately_is_not_healthy(
    deployment: Deployment, ago: timedelta
) -> None:
    set_alive(deployment, ago)
    code, said = await deployment.command("healthy")
    assert code == 1
    assert said.startswith("Not healthy: the bot last looked at its clock at ")
    assert said.endswith(", not within 5 minutes.\n")


async def test_a_bot_that_looked_four_minutes_ago_is_healthy(deployment: Deployment) -> None:
    set_alive(deployment, timedelta(minutes=4))
    assert (await deployment.command("healthy"))[0] == 0


async def test_without_a_database_it_says_so_and_makes_none(deployment: Deployment) -> None:
    path = deployment.folder / "wardmote.db"
    path.unlink()
    code, said = await deployment.command("healthy")
    assert code == 1
    assert said.startswith("Not healthy. There is no database here.")
    assert not path.exists()


async def test_a_file_that_is_no_database_of_ours_is_not_healthy(deployment: Deployment) -> None:
    (deployment.folder / "wardmote.db").write_bytes(b"")
    code, said = await deployment.command("healthy")
    assert code == 1
    assert said.startswith("Not healthy. There is no database here.")


async def test_a_database_that_cannot_be_reached_is_not_healthy_and_no_password_is_said(
    deployment: Deployment,
) -> None:
    code, said = await deployment.command(
        "healthy", WARDMOTE_DATABASE="postgresql+asyncpg://wardmote:hidden@127.0.0.1:9/wardmote"
    )
    assert code == 1
    assert said.startswith("Not healthy: the database cannot be reached (")
    assert "hidden" not in said


async def test_asking_changes_no_byte_of_the_database(deployment: Deployment) -> None:
    set_alive(deployment, timedelta(minutes=1))
    path = deployment.folder / "wardmote.db"
    before = path.read_bytes()
    assert (await deployment.command("healthy"))[0] == 0
    assert path.read_bytes() == before
    assert not path.with_name("wardmote.db.lock").exists()


async def test_a_wrong_setting_is_not_healthy_either(deployment: Deployment) -> None:
    code, said = await deployment.command("healthy", WARDMOTE_TOKEN="")
    assert code == 1
    assert said.startswith("WARDMOTE_TOKEN is missing")


async def test_it_does_not_wait_for_whoever_writes(deployment: Deployment) -> None:
    set_alive(deployment, timedelta(minutes=1))
    writer = sqlite3.connect(deployment.folder / "wardmote.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        assert (await deployment.command("healthy"))[0] == 0
    finally:
        writer.close()
