"""What docs/going-live.md tells people to type is typed here: launcher, backup, drill."""

import asyncio
import os
import re
import shutil
import signal
import sqlite3
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest
from deployment import PATIENCE, ROOT, TOKEN, Deployment, shows

PAGE = (ROOT / "docs/going-live.md").read_text("utf-8")
DAY = "2026-03-01"


def block(*, holding: str) -> str:
    found = [b for b in re.findall(r"^```sh\n(.*?)^```", PAGE, re.S | re.M) if holding in b]
    assert len(found) == 1, holding
    return found[0]


class Machine:
    """A council's server: the guide's paths are folders of this test's."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.folder = deployment.folder / "machine"
        for part in ("etc/wardmote", "var/backups/wardmote", "usr/local/bin"):
            (self.folder / part).mkdir(parents=True)
        said = deployment.environment()
        lines = [f"{name}={said[name]}" for name in said if name.startswith("WARDMOTE_")]
        (self.folder / "etc/wardmote/.env").write_text("\n".join(lines))
        self.command("wardmote", block(holding='-m wardmote "$@"'))
        self.command("wardmote-backup", block(holding="VACUUM INTO '$file'"))

    @property
    def backups(self) -> Path:
        return self.folder / "var/backups/wardmote"

    def here(self, text: str) -> str:
        """The guide's words, with this machine's paths."""
        text = text.replace("/srv/wardmote/current", str(ROOT))
        text = text.replace("/var/lib/wardmote", str(self.deployment.folder))
        text = text.replace("/var/backups", f"{self.folder}/var/backups")
        text = text.replace("/etc/wardmote", f"{self.folder}/etc/wardmote")
        text = text.replace("http://127.0.0.1:8484", self.deployment.site.url)
        # Ctrl-C reaches all of a terminal's processes; the test's signal reaches one.
        text = text.replace("\nwardmote run", "\nexec wardmote run")
        return text.replace("100200300:made-up", TOKEN).replace(DAY, "today")

    def command(self, name: str, text: str) -> None:
        file = self.folder / "usr/local/bin" / name
        file.write_text(self.here(text))
        file.chmod(0o755)

    async def types(self, text: str) -> asyncio.subprocess.Process:
        path = f"{self.folder}/usr/local/bin:{os.environ['PATH']}"
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WARDMOTE_")}
        process = await asyncio.create_subprocess_exec(
            "sh", "-ec", self.here(text),
            env={**kept, "PATH": path}, cwd=self.folder, stdout=PIPE, stderr=STDOUT,
        )  # fmt: skip
        self.deployment.processes.append(process)
        return process

    async def says(self, text: str) -> tuple[int, str]:
        process = await self.types(text)
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode or 0, out.decode()


@pytest.fixture
def machine(deployment: Deployment) -> Machine:
    if shutil.which("sqlite3") is None:
        pytest.skip("There is no sqlite3 command here.")
    return Machine(deployment)


def people_in(file: Path) -> int:
    with sqlite3.connect(file) as db:
        (count,) = db.execute("SELECT count(*) FROM residents").fetchone()
    db.close()
    return int(count)


async def test_the_launcher_reads_the_settings_from_their_folder(machine: Machine) -> None:
    code, said = await machine.says("wardmote healthy")
    assert (code, said) == (1, "Not healthy: the bot has never run on this database.\n")


async def test_a_backup_beside_a_running_bot_holds_everybody_and_may_be_made_twice_a_day(
    deployment: Deployment, machine: Machine
) -> None:
    await deployment.runs()
    await deployment.joins("Amina")
    assert await machine.says("wardmote-backup") == (0, "")
    await deployment.joins("Bilal")
    old = machine.backups / "wardmote-2020-01-01.db"
    old.touch()
    os.utime(old, (0, 0))
    assert await machine.says("wardmote-backup") == (0, "")
    (made,) = machine.backups.glob("*.db")
    assert people_in(made) == 2
    assert (machine.backups / "newest.forgotten").exists()
    assert {p.stat().st_mode & 0o777 for p in machine.backups.iterdir()} == {0o600}


async def test_the_drill_ends_with_a_bot_that_serves_from_the_backup(
    deployment: Deployment, machine: Machine
) -> None:
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    assert await machine.says("wardmote-backup") == (0, "")
    await deployment.kill(process)
    (made,) = machine.backups.glob("*.db")
    made.rename(machine.backups / "wardmote-today.db")
    drill = await machine.types(block(holding="PRAGMA integrity_check"))
    assert drill.stdout is not None
    lines = [(await asyncio.wait_for(drill.stdout.readline(), PATIENCE)).decode() for _ in "12345"]
    assert lines[:3] == ["ok\n", "1\n", "0\n"]
    assert lines[3:] == ["The database is up to date.\n", lines[4]]
    assert "serves Buckinghamshire Council" in lines[4]
    amina.type("/mine")
    await deployment.see(lambda: shows(amina, "You haven't answered"))
    drill.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(drill.wait(), 20) == 0


async def test_the_images_backup_is_a_whole_database(
    deployment: Deployment, machine: Machine
) -> None:
    await deployment.runs()
    await deployment.joins("Amina")
    line = block(holding="docker exec wardmote python -c").splitlines()[0]
    typed = line.removeprefix("docker exec wardmote ").replace("/data", str(deployment.folder))
    assert await machine.says(f"{ROOT}/.venv/bin/{typed}") == (0, "")
    assert people_in(deployment.folder / "copy.db") == 1
