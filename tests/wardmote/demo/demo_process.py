"""The demo as somebody starts it: a process of its own in an empty folder, on loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
PATIENCE = 180
FEW = ("--residents", "3")


class Demo:
    """A demo that serves."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self._process = process
        self.url = url

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def state(self) -> Any:
        with urllib.request.urlopen(f"{self.url}/control/state", timeout=PATIENCE) as answer:
            return json.load(answer)

    def new_phone(self, label: str) -> None:
        request = urllib.request.Request(
            f"{self.url}/control/phones",
            data=json.dumps({"label": label, "side": "resident"}).encode(),
            headers={"X-Emulator": "1", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            answer.read()

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: (exit code, what it said after that)."""
        self._process.send_signal(signal.SIGINT)
        said, _ = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, said


@contextmanager
def demo_process(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command, killed at the end of the block if it still runs."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("WARDMOTE_")}
    with subprocess.Popen(
        [sys.executable, "-m", "wardmote", "demo", *FEW, *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@contextmanager
def running_demo(folder: Path, *words: str) -> Iterator[Demo]:
    """From its line with the address until the block ends."""
    with demo_process(folder, *words) as process:
        assert process.stdout is not None
        said = ""
        while (found := re.search(r"Wardmote is at (http://\S+)", said)) is None:
            line = process.stdout.readline()
            assert line, f"the demo ended: {said}"
            said += line
        yield Demo(process, found.group(1))
