"""The database is newer or older than the code: it refuses to start and says what to run.

Fails without `migrations.check`.
"""

import sqlite3

from deployment import Deployment


async def test_fault_12_a_newer_database_is_refused(deployment: Deployment) -> None:
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    for command in ("run", "migrate"):
        code, said = await deployment.command(command)
        assert code == 1
        assert "made by a newer version" in said


async def test_fault_12_an_older_database_says_what_to_run(deployment: Deployment) -> None:
    with sqlite3.connect(deployment.folder / "wardmote.db") as db:
        db.execute("DELETE FROM alembic_version")
    db.close()
    code, said = await deployment.command("run")
    assert code == 1
    assert "is older than this version. Run: wardmote migrate" in said
