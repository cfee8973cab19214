"""Runs the Dockerfile's steps without Docker: COPY and RUN python in an empty folder, then the
image's own command, as another user, on code that cannot be written to.

Steps that only Docker can do (the base image, users, the volume) are named and skipped.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOKEN = "100200300:made-up"  # noqa: S105 (only the emulator knows it)
COUNCIL = "buckinghamshire"
PATIENCE = 60.0
LEFT_OUT = ("groupadd",)
"""RUN lines that begin with these are skipped: only Docker can run them."""


class Failed(Exception):
    """A step did not do what it should; the message says which."""


@dataclass
class Image:
    """The image as built so far; ``root`` is the folder used as the image's /."""

    root: Path
    python: str
    environment: dict[str, str] = field(default_factory=dict)
    working: str = "/"
    user: int | None = None
    stop: signal.Signals = signal.SIGTERM
    health: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    @property
    def here(self) -> Path:
        """The working directory."""
        return self.root / self.working.lstrip("/")

    def inside(self, text: str) -> str:
        """``text`` with the image's /data replaced by its folder on this machine."""
        return text.replace("/data", f"{self.root}/data")

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a process in the image, without this machine's variables."""
        path = f"{self.root}/venv/bin:/usr/bin:/bin"
        fixed = {"PATH": path, "HOME": str(self.here), "TMPDIR": str(self.root / "tmp")}
        return fixed | {k: self.inside(v) for k, v in self.environment.items()}


def instructions(dockerfile: str) -> list[tuple[str, str]]:
    """(keyword, arguments) of each instruction, with lines joined and comments removed."""
    lines = [line for line in dockerfile.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    split = [line.strip().partition(" ") for line in joined.splitlines() if line.strip()]
    return [(word.upper(), rest.strip()) for word, _, rest in split]


def kept_out(dockerignore: str, path: str) -> bool:
    """Whether .dockerignore excludes ``path`` (a file, relative to the project's root)."""
    out = False
    for line in dockerignore.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern = re.escape(line.lstrip("!"))
        pattern = pattern.replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        if re.match(rf"{pattern}(?:/|$)", path):
            out = not line.startswith("!")
    return out


def copy(image: Image, rest: str) -> None:
    """COPY: the files of the build context that .dockerignore does not exclude."""
    *sources, target = rest.split()
    ignored = (ROOT / ".dockerignore").read_text("utf-8")
    for source in sources:
        found = [p for p in [ROOT / source, *(ROOT / source).rglob("*")] if p.is_file()]
        names = [p.relative_to(ROOT).as_posix() for p in found]
        names = [name for name in names if not kept_out(ignored, name)]
        if not names:
            raise Failed(f"COPY {source}: there is no such file, or .dockerignore excludes it.")
        for name in names:
            place = image.here / target / Path(name).relative_to(source if target != "./" else ".")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place)


def run(image: Image, rest: str) -> None:
    """RUN: run commands that begin with python, with the image's own environment."""
    if rest.startswith(LEFT_OUT):
        say(f"skipped, only Docker can do this: RUN {rest}")
        return
    words = shlex.split(rest)
    if words[0] != "python":
        raise Failed(f"RUN {rest}: this check does not know how to run that.")
    # The package index is configured by the machine; nothing else is taken from outside.
    outside = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "HTTP"))}
    done = subprocess.run(
        words, cwd=image.here, env=outside | image.variables, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise Failed(f"RUN {rest}:\n{done.stdout}{done.stderr}")
    say(f"done: RUN {rest}")


def carry_out(image: Image, word: str, rest: str) -> None:
    """Carry out one instruction."""
    match word:
        case "FROM":
            subprocess.run([image.python, "-m", "venv", image.root / "venv"], check=True)
        case "WORKDIR":
            image.working = rest
            image.here.mkdir(parents=True)
        case "COPY":
            copy(image, rest)
        case "RUN":
            run(image, rest)
        case "VOLUME":
            for folder in json.loads(rest):
                (image.root / folder.lstrip("/")).mkdir(mode=0o700)
        case _:
            note(image, word, rest)


def note(image: Image, word: str, rest: str) -> None:
    """Record an instruction that says how the image is run. Raises Failed if it is unknown."""
    match word:
        case "ENV":
            image.environment |= dict(pair.split("=", 1) for pair in shlex.split(rest))
        case "USER":
            image.user = int(rest.partition(":")[0])
        case "STOPSIGNAL":
            image.stop = signal.Signals[rest]
        case "HEALTHCHECK":
            image.health = json.loads(rest.partition("CMD ")[2])
        case "CMD":
            image.command = json.loads(rest)
        case _:
            raise Failed(f"{word}: this check does not know how to run that.")


def prove(image: Image) -> None:
    """Run CMD against the emulator, run the health check, stop it, and check what was written."""
    before = modification_times(image.root)
    port = free_port()
    settings = {
        "WARDMOTE_TOKEN": TOKEN,
        "WARDMOTE_COUNCIL": COUNCIL,
        "WARDMOTE_BOT_API": f"http://127.0.0.1:{port}",
        "WARDMOTE_EMULATOR": "true",
    }
    wardmote = ["python", "-m", "wardmote"]
    finished(begun(image, [*wardmote, "--help"], {}), "--help")
    telegram = begun(image, [*wardmote, "emulator", "--port", str(port), "--token", TOKEN], {})
    try:
        until_said(telegram, str(port))
        finished(begun(image, [*wardmote, "migrate", "--new"], settings), "migrate --new")
        bot = begun(image, image.command, settings)
        try:
            say(until_said(bot, "serves"))
            say(until_healthy(image, settings))
            bot.send_signal(image.stop)
            finished(bot, "CMD, after the stop signal")
        finally:
            bot.kill()
    finally:
        telegram.kill()
    if modification_times(image.root) != before:
        raise Failed("Something was written outside /data and /tmp.")
    say(f"in /data: {', '.join(sorted(p.name for p in (image.root / 'data').iterdir()))}")


def begun(image: Image, words: list[str], settings: dict[str, str]) -> subprocess.Popen[str]:
    """Start a process of the image, as the image's user if we are root."""
    becomes = {"user": image.user, "group": image.user, "extra_groups": []}
    return subprocess.Popen(
        words,
        cwd=image.here,
        env=image.variables | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        umask=0o022,
        **(becomes if os.geteuid() == 0 else {}),
    )


def until_said(process: subprocess.Popen[str], words: str) -> str:
    """The first line of ``process`` that contains ``words``. Raises Failed if it ends first."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if words in line:
            return line.strip()
    raise Failed(f"It exited without printing {words!r}:\n{''.join(said)}")


def finished(process: subprocess.Popen[str], what: str) -> str:
    """Wait for ``process`` to end; return its last line. Raises Failed unless it exits with 0."""
    said, _ = process.communicate(timeout=PATIENCE)
    if process.returncode != 0:
        raise Failed(f"{what} exited with {process.returncode}:\n{said}")
    return said.strip().splitlines()[-1] if said.strip() else ""


def until_healthy(image: Image, settings: dict[str, str]) -> str:
    """The output of HEALTHCHECK once it succeeds; like Docker, we retry it for a while."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return finished(begun(image, image.health, settings), "HEALTHCHECK")
        except Failed:
            if time.monotonic() > until:
                raise


def modification_times(root: Path) -> dict[str, int]:
    """When each file of the image was last written, except in /data and /tmp (nanoseconds)."""
    parts = [root / "app", root / "venv"]
    return {str(p): p.lstat().st_mtime_ns for part in parts for p in part.rglob("*")}


def free_port() -> int:
    """A free port on this machine."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def interpreter(user: int | None) -> str:
    """A Python of the image's version; if we are root, one that ``user`` may run."""
    version = re.search(r"^FROM python:([\d.]+)", dockerfile(), flags=re.MULTILINE)
    assert version is not None
    code = f"import ensurepip, sys; sys.exit(sys.version.partition(' ')[0][:4] != '{version[1]}')"
    becomes = {"user": user, "group": user, "extra_groups": []} if os.geteuid() == 0 else {}
    for found in (
        sys.executable,
        *(f"{d}/python{version[1]}" for d in ("/usr/local/bin", "/usr/bin")),
    ):
        try:
            asked = subprocess.run([found, "-c", code], cwd="/", capture_output=True, **becomes)
        except OSError:
            continue
        if asked.returncode == 0:
            return found
    raise Failed(f"There is no Python {version[1]} with venv that user {user} may run.")


def dockerfile() -> str:
    """The Dockerfile's text."""
    return (ROOT / "Dockerfile").read_text("utf-8")


def say(line: str) -> None:
    """Print one line of progress."""
    sys.stdout.write(f"container: {line}\n")
    sys.stdout.flush()


def set_writable(root: Path, *, writable: bool) -> None:
    """Make everything in the image except /data and /tmp read-only, or writable again."""
    for part in (root / "app", root / "venv"):
        for path in [part, *part.rglob("*")]:
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | 0o200 if writable else mode & ~0o222)


def main() -> None:
    """Run every step in order. Exits with 1 and a message if one fails."""
    began = time.monotonic()
    root = Path(tempfile.mkdtemp(prefix="wardmote-container-"))
    try:
        steps = instructions(dockerfile())
        user = next(int(rest.partition(":")[0]) for word, rest in steps if word == "USER")
        root.chmod(0o755)
        (root / "tmp").mkdir()
        image = Image(root, interpreter(user))
        for word, rest in steps:
            carry_out(image, word, rest)
        if os.geteuid() == 0:
            os.chown(root / "data", user, user)
            os.chown(root / "tmp", user, user)
            say(f"running as user {user}")
        else:
            say("running as the current user: only root can switch to the image's user")
        set_writable(root, writable=False)
        prove(image)
        set_writable(root, writable=True)
    except (Failed, subprocess.SubprocessError) as why:
        sys.exit(f"container: {why}")
    finally:
        shutil.rmtree(root, ignore_errors=True)
    say(f"all good, in {time.monotonic() - began:.0f} seconds. The image itself was not built.")


if __name__ == "__main__":
    main()
