"""A database is not served, changed, saved or replaced in the name of another council."""

import shutil
from pathlib import Path

from deployment import Deployment
from kill_and_look import asked

OTHER = "north-northamptonshire"
WRONG = {"WARDMOTE_COUNCIL": OTHER, "WARDMOTE_CONTENT": ""}
SAYS = f"belongs to the council 'buckinghamshire', and WARDMOTE_COUNCIL is '{OTHER}'"
COMMANDS = (
    ("run",),
    ("migrate",),
    ("migrate", "--new"),
    ("backup",),
    ("healthy",),
    ("doctor",),
    ("invite", "--role", "operator"),
    ("staff", "list"),
    ("consultation", "list"),
    ("sends", "hold"),
    ("set-aside",),
    ("content", "reload"),
    ("check-content",),
    ("accept-bot",),
)


def councils(deployment: Deployment) -> list[str]:
    """The council that the database belongs to, if it knows one."""
    rows = asked(deployment, "SELECT value FROM deployment WHERE name = 'council'")
    return [row[0] for row in rows]


def renamed(deployment: Deployment, slug: str) -> Path:
    """A copy of the council's files, with another slug."""
    folder = deployment.folder / slug
    shutil.copytree(deployment.content, folder)
    path = folder / "council.yaml"
    path.write_text(path.read_text().replace("slug: buckinghamshire", f"slug: {slug}"))
    return folder


async def test_every_command_refuses_the_database_of_another_council(
    deployment: Deployment,
) -> None:
    """The database is one from before slugs were stored: it gets its council's at the start."""
    assert councils(deployment) == []
    await deployment.kill(await deployment.runs())
    assert councils(deployment) == ["buckinghamshire"]
    for words in COMMANDS:
        code, said = await deployment.command(*words, **WRONG)
        assert (code, SAYS in said) == (1, True), (words, said)
    assert not [*(deployment.folder / "backups").glob("*.tar")]
    assert councils(deployment) == ["buckinghamshire"]


async def test_the_doctor_gives_no_advice_about_another_council_s_people(
    deployment: Deployment,
) -> None:
    await deployment.with_residents(12)
    await deployment.kill(await deployment.runs())
    code, said = await deployment.command("doctor", **WRONG)
    assert (code, f"bad  council: This database {SAYS}" in said) == (1, True), said
    assert "wards are no longer in force" not in said


async def test_a_new_database_knows_its_council(deployment: Deployment) -> None:
    (deployment.folder / "wardmote.db").unlink()
    await deployment.command("migrate", "--new")
    assert councils(deployment) == ["buckinghamshire"]
    code, said = await deployment.command("run", **WRONG)
    assert (code, SAYS in said) == (1, True), said


async def test_a_restore_does_not_replace_the_database_of_another_council(
    deployment: Deployment,
) -> None:
    await deployment.kill(await deployment.runs())
    await deployment.command("backup")
    [file] = (deployment.folder / "backups").glob("wardmote-*.tar")
    code, said = await deployment.command("restore", str(file), **WRONG)
    assert (code, f"Nothing was restored. This database {SAYS}" in said) == (1, True), said


async def test_a_backup_with_another_council_s_database_is_not_restored(
    deployment: Deployment,
) -> None:
    """A database from before slugs were stored was saved with the wrong settings."""
    await deployment.command("backup", **WRONG)
    [file] = (deployment.folder / "backups").glob("wardmote-*.tar")
    await deployment.kill(await deployment.runs())
    code, said = await deployment.command("restore", str(file))
    assert (code, f"is a backup of another council, '{OTHER}'" in said) == (1, True), said


async def test_a_council_whose_slug_has_changed_goes_on(deployment: Deployment) -> None:
    await deployment.kill(await deployment.runs())
    new = {
        "WARDMOTE_COUNCIL": "new-bucks",
        "WARDMOTE_CONTENT": str(renamed(deployment, "new-bucks")),
    }
    code, said = await deployment.command("run", **new)
    assert (code, "run `wardmote accept-council`" in said) == (1, True), said
    code, said = await deployment.command("accept-council", **new)
    assert (code, "now belongs to the council 'new-bucks'" in said) == (0, True), said
    await deployment.kill(await deployment.runs(**new))
    code, said = await deployment.command("accept-council", **new)
    assert "Nothing has changed" in said
    code, said = await deployment.command("run")
    assert code == 1
    assert "belongs to the council 'new-bucks', and WARDMOTE_COUNCIL is 'buckinghamshire'" in said


async def test_a_backup_from_before_a_new_slug_is_restored_as_the_guide_says(
    deployment: Deployment,
) -> None:
    await deployment.kill(await deployment.runs())
    await deployment.command("backup")
    [file] = (deployment.folder / "backups").glob("wardmote-*.tar")
    new = {
        "WARDMOTE_COUNCIL": "new-bucks",
        "WARDMOTE_CONTENT": str(renamed(deployment, "new-bucks")),
    }
    code, said = await deployment.command("accept-council", **new)
    assert "To restore one, run this command with the old settings first" in said
    for words, settings in (
        (("accept-council",), {}),
        (("restore", str(file)), {}),
        (("accept-council",), new),
    ):
        code, said = await deployment.command(*words, **settings)
        assert code == 0, (words, said)
    assert councils(deployment) == ["new-bucks"]
    await deployment.kill(await deployment.runs(**new))


async def test_a_database_that_knew_no_council_is_said_to_know_one_now(
    deployment: Deployment,
) -> None:
    assert councils(deployment) == []
    _, said = await deployment.command("accept-council")
    assert said.startswith("This database now belongs to the council 'buckinghamshire'.")
    _, said = await deployment.command("accept-council")
    assert said.startswith("Nothing has changed")
