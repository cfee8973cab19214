"""What docs/going-live.md tells people to type is typed here: launcher, backup, drill."""

import asyncio
import json
import os
import re
import signal
import tarfile
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from deployment import PATIENCE, ROOT, TOKEN, Deployment, shows

PAGE = (ROOT / "docs/going-live.md").read_text("utf-8")
AN_EXAMPLE = "wardmote-20260301T014000Z.tar"


def block(*, holding: str) -> str:
    found = [b for b in re.findall(r"^```\w+\n(.*?)^```", PAGE, re.S | re.M) if holding in b]
    assert len(found) == 1, holding
    return found[0]


class Machine:
    """A council's server: the guide's paths are folders of this test's."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.folder = deployment.folder / "machine"
        self.processes: list[asyncio.subprocess.Process] = []
        for part in ("etc/wardmote", "var/backups/wardmote", "usr/local/bin"):
            (self.folder / part).mkdir(parents=True)
        said = deployment.environment()
        lines = [f"{name}={said[name]}" for name in said if name.startswith("WARDMOTE_")]
        (self.folder / "etc/wardmote/.env").write_text("\n".join(lines))
        self.command("wardmote", block(holding='-m wardmote "$@"'))

    @property
    def backups(self) -> Path:
        return self.folder / "var/backups/wardmote"

    def here(self, text: str) -> str:
        """The guide's words, with this machine's paths."""
        text = text.replace("/srv/wardmote/current", str(ROOT))
        text = text.replace("/var/lib/wardmote", str(self.deployment.folder))
        text = text.replace("/var/backups", f"{self.folder}/var/backups")
        text = text.replace("/usr/local/bin", f"{self.folder}/usr/local/bin")
        text = text.replace("/etc/wardmote", f"{self.folder}/etc/wardmote")
        text = text.replace("http://127.0.0.1:8484", self.deployment.site.url)
        # Ctrl-C reaches all of a terminal's processes; the test's signal reaches one.
        text = text.replace("\nwardmote run", "\nexec wardmote run")
        return text.replace("100200300:made-up", TOKEN)

    def is_monitored_with_a_webhook(self) -> None:
        """From now on the live bot's settings have a port, which is taken, and a webhook."""
        port = self.deployment.site.url.rpartition(":")[2]
        with (self.folder / "etc/wardmote/.env").open("a") as file:
            file.write(
                f"\nWARDMOTE_LISTEN=127.0.0.1:{port}\n"
                "WARDMOTE_WEBHOOK=https://bot.anytown.example/telegram\n"
                "WARDMOTE_WEBHOOK_SECRET=0123456789abcdef\n"
            )

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
        self.processes.append(process)
        return process

    async def says(self, text: str) -> tuple[int, str]:
        process = await self.types(text)
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode or 0, out.decode()


@pytest.fixture
async def machine(deployment: Deployment) -> AsyncIterator[Machine]:
    made = Machine(deployment)
    yield made
    for process in made.processes:
        if process.returncode is None:
            process.kill()
        await process.wait()
        process._transport.close()


async def test_the_launcher_reads_the_settings_from_their_folder(machine: Machine) -> None:
    code, said = await machine.says("wardmote healthy")
    assert (code, said) == (1, "Not healthy: the bot has never run on this database.\n")


def by_cron() -> str:
    """The command of the line for cron, behind its times and its user."""
    return block(holding="* wardmote /usr/local/bin/wardmote backup").split(" ", 6)[6]


def in_the_image() -> str:
    """The image's own way to a backup, without the image."""
    line = block(holding="docker exec wardmote python -m wardmote backup").splitlines()[0]
    return line.replace("docker exec wardmote python -m wardmote", "wardmote")


@pytest.mark.parametrize("typed", [by_cron, in_the_image])
async def test_a_backup_beside_a_running_bot_holds_everybody_and_may_be_made_twice_a_day(
    deployment: Deployment, machine: Machine, typed: Callable[[], str]
) -> None:
    await deployment.runs()
    await deployment.joins("Amina")
    line = typed().replace("/data/backups", "/var/backups/wardmote")
    code, said = await machine.says(line)
    assert code == 0, said
    await deployment.joins("Bilal")
    code, said = await machine.says(line)
    assert code == 0, said
    first, second = sorted(machine.backups.glob("*.tar"))
    assert [residents_in(file) for file in (first, second)] == [1, 2]
    assert {p.stat().st_mode & 0o777 for p in machine.backups.iterdir()} == {0o600}


def residents_in(file: Path) -> int:
    """As the backup's own manifest counts them."""
    with tarfile.open(file) as tar:
        manifest = tar.extractfile("manifest.json")
        assert manifest is not None
        return int(json.load(manifest)["rows"]["residents"])


@pytest.mark.long
async def test_the_drill_ends_with_a_bot_that_serves_from_the_backup(
    deployment: Deployment, machine: Machine
) -> None:
    """Its bot is another than the live one, whose port and webhook are in the settings."""
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    live = "UPDATE deployment SET value = '777' WHERE name = 'bot-number'"
    with closing(connect(deployment.folder / "wardmote.db", timeout=30)) as db, db:
        db.execute(live)
    assert (await machine.says(by_cron()))[0] == 0
    await deployment.kill(process)
    machine.is_monitored_with_a_webhook()
    (made,) = machine.backups.glob("*.tar")
    typed = block(holding="install -d -m 0700 /var/backups/wardmote/drill")
    assert AN_EXAMPLE in typed
    drill = await machine.types(typed.replace(AN_EXAMPLE, made.name))
    assert drill.stdout is not None
    said = ""
    async with asyncio.timeout(PATIENCE):
        while "serves Buckinghamshire Council" not in said:
            line = await drill.stdout.readline()
            assert line, said
            said += line.decode()
    assert "It holds: fewer than 10 " in said, said
    amina.type("/mine")
    await deployment.see(lambda: shows(amina, "You haven't answered"))
    drill.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(drill.wait(), 20) == 0
