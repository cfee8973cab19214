"""The database is newer or older than the code: the bot refuses to start, changes nothing and says
what to run; running that is enough.

Fails without `migrations.check`, without its check for a newer schema, and without the same check
before `migrations.upgrade`.
"""

import sqlite3

import pytest
from alembic import command
from alembic.config import Config
from deployment import Deployment, shows
from sqlalchemy import create_engine

from storage import migrations


def whole(deployment: Deployment) -> list[str]:
    """The whole database, as statements."""
    db = sqlite3.connect(deployment.folder / "wardmote.db")
    try:
        return [*db.iterdump()]
    finally:
        db.close()


def step_back_to(deployment: Deployment, step: str) -> None:
    """Recreate the database as an older version left it, without the later migration steps."""
    file = deployment.folder / "wardmote.db"
    file.unlink()
    engine = create_engine(f"sqlite:///{file}")
    config = Config()
    config.set_main_option("script_location", str(migrations.HERE))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)
    engine.dispose()


async def test_fault_12_a_newer_database_is_refused(deployment: Deployment) -> None:
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    before = whole(deployment)
    for command_ in ("run", "migrate"):
        code, said = await deployment.command(command_)
        assert code == 1
        assert "made by a newer version" in said
        assert "Traceback" not in said
    assert whole(deployment) == before
    assert not deployment.emulator.calls


@pytest.mark.parametrize("step", [None, *migrations.steps()[:-1]])
async def test_fault_12_an_older_database_says_what_to_run_and_that_is_enough(
    deployment: Deployment, step: str | None
) -> None:
    if step is None:
        with sqlite3.connect(deployment.folder / "wardmote.db") as db:
            db.executescript("".join(f"DROP TABLE {t};" for t in tables(db)))
        db.close()
    else:
        step_back_to(deployment, step)
    before = whole(deployment)
    code, said = await deployment.command("run")
    assert code == 1
    assert ("is older than" in said) == (step is not None)
    new = ("--new",) if step is None else ()
    assert " ".join(("un: wardmote migrate", *new)) in said
    assert "Traceback" not in said
    assert whole(deployment) == before
    assert not deployment.emulator.calls
    code, said = await deployment.command("migrate", *new)
    assert code == 0, said
    await deployment.runs()
    amina = deployment.emulator.phone("Amina")
    amina.start()
    await deployment.see(lambda: shows(amina, "Hello."))


def tables(db: sqlite3.Connection) -> list[str]:
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]
