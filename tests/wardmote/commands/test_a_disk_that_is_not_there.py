"""A database whose file has gone, as with a disk that isn't mounted, becomes no new council."""

import pytest
from deployment import Deployment, shows

BESIDE = ("", "-wal", "-shm")


def taken_away(deployment: Deployment, *, all_of_it: bool) -> None:
    """Move the database away, as if its disk had gone; the lock only with ``all_of_it``."""
    away = deployment.folder / "away"
    away.mkdir()
    names = [path.name for path in deployment.folder.glob("wardmote.db*")]
    for name in names if all_of_it else [f"wardmote.db{end}" for end in BESIDE]:
        if (deployment.folder / name).exists():
            (deployment.folder / name).rename(away / name)


def put_back(deployment: Deployment) -> None:
    for path in (deployment.folder / "away").iterdir():
        path.replace(deployment.folder / path.name)


async def test_what_runs_before_each_start_makes_no_new_council(deployment: Deployment) -> None:
    """It said "The database is up to date." and the bot greeted everybody as a stranger."""
    await deployment.kill(await deployment.runs())
    taken_away(deployment, all_of_it=True)
    code, said = await deployment.command("migrate")
    assert code == 1
    assert "There is no database here. If its disk or file is missing, put that back." in said
    assert not (deployment.folder / "wardmote.db").exists()
    put_back(deployment)
    assert (await deployment.command("migrate"))[0] == 0
    await deployment.runs()


@pytest.mark.parametrize("all_of_it", [True, False])
async def test_nobody_is_thanked_into_a_file_that_has_gone(
    deployment: Deployment, all_of_it: bool
) -> None:
    await deployment.runs()
    amina = await deployment.joins("Amina")
    taken_away(deployment, all_of_it=all_of_it)
    amina.type("/help")
    await deployment.see(lambda: shows(amina, "can't save"))
    put_back(deployment)
    await deployment.see(lambda: shows(amina, "/ward"))


async def test_the_doctor_says_that_the_bot_holds_the_only_copy(deployment: Deployment) -> None:
    await deployment.runs()
    await deployment.joins("Amina")
    taken_away(deployment, all_of_it=False)
    code, said = await deployment.command("doctor")
    assert code == 1
    assert "bad  database: its file has gone while a bot runs on it. Don't stop the bot" in said, (
        said
    )
    assert "--new" not in said
