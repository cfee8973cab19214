"""The files of one council are not taken for those of another."""

import shutil
from pathlib import Path

import pytest
from deployment import Deployment, shows
from saved import contents

from content.library import council_directory

SAYS = "council.yaml, slug: expected that of WARDMOTE_COUNCIL, buckinghamshire"
OTHER = "north-northamptonshire"


@pytest.mark.parametrize(
    "words",
    [
        ("run",),
        ("doctor",),
        ("migrate",),
        ("invite", "--role", "operator"),
        ("content", "reload"),
        ("poster", "--ward", "E05013120", "--source", "library"),
        ("dress",),
        ("sends", "hold"),
    ],
)
async def test_every_command_says_whose_files_they_are(
    deployment: Deployment, words: tuple[str, ...]
) -> None:
    deployment.content = council_directory(OTHER)
    code, said = await deployment.command(*words)
    assert (code, SAYS in said) == (1, True), said
    assert OTHER in said


async def test_a_backup_is_made_all_the_same_but_without_them(deployment: Deployment) -> None:
    deployment.content = council_directory(OTHER)
    code, said = await deployment.command("backup")
    assert (code, f"are those of {OTHER}, so they are left out" in said) == (0, True), said
    [file] = (deployment.folder / "backups").glob("wardmote-*.tar")
    assert sorted(contents(file)) == ["forgotten", "manifest.json", "wardmote.db"]
    code, said = await deployment.command("restore", str(file))
    assert (code, SAYS in said) == (1, True), said


async def test_a_reload_under_a_running_bot_changes_nothing(deployment: Deployment) -> None:
    await deployment.runs()
    path = Path(deployment.content) / "council.yaml"
    shutil.copy(path, deployment.folder / "before.yaml")
    path.write_text(path.read_text().replace("slug: buckinghamshire", f"slug: {OTHER}"))
    code, said = await deployment.command("content", "reload")
    assert (code, SAYS in said) == (1, True), said
    amina = deployment.emulator.phone("Amina")
    amina.start()
    await deployment.see(lambda: shows(amina, "Buckinghamshire Council"))
