"""Take each guard out, one at a time in a copy of the project, and see the fault's tests fail.

``python tests/cast/without_guards.py [NUMBER ...]`` prints a line a guard: which test caught its
removal. It ends with 1 where none did.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, STDOUT

from guards import GUARDS, Guard

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
LONGEST_SECONDS = 300
TIMES_LONGER, PATIENCE = 3, 75
"""Without a guard tests may take so much longer, and wait a minute for what never comes; some wait
for ever."""
FAILED = re.compile(r"^(?:FAILED|ERROR) \S*?(?:::)(test_\w+(?:\[[^\]]*\])?)", re.MULTILINE)


def tests_of(number: int) -> list[str]:
    """The files in which this fault is tried, beside the project's root."""
    named = re.compile(rf"def test_fault_0?{number}_")
    found = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT)) for file in found if named.search(file.read_text())]


def taken_out(copy: Path, guard: Guard) -> None:
    """Write the file without the guard. Raises ValueError where it does not stand there once."""
    file = copy / guard.file
    text = file.read_text()
    if text.count(guard.stands) != 1:
        raise ValueError(f"{guard.file}: {guard.what}: it does not stand there once")
    file.write_text(text.replace(guard.stands, guard.gone))


@dataclass(frozen=True, slots=True)
class Run:
    """How the tests of one fault ended in a copy: the first that failed, if any did."""

    failed: str | None
    seconds: float


def run_of(copy: Path, number: int, most: float) -> Run:
    """Run a fault's tests in this copy, for ``most`` seconds. Raises RuntimeError where they could
    not be run."""
    only = f"test_fault_{number}_ or test_fault_{number:02d}_"
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="wardmote-guards-") as base:
        run = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider",
             f"--basetemp={base}/tests", "-k", only, *tests_of(number)],
            cwd=copy, stdout=PIPE, stderr=STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        try:
            said, _ = run.communicate(timeout=most)
        except subprocess.TimeoutExpired:
            # Its own group: whatever the tests had started ends with them.
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            return Run("tests that never end", most)
    failed = FAILED.search(said)
    if run.returncode > 1 or (run.returncode == 1 and failed is None):
        raise RuntimeError(f"the tests could not be run: {said[-2000:]}")
    return Run(failed[1] if failed and run.returncode else None, time.monotonic() - began)


class Copies:
    """One copy of the project a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mine = threading.local()
        known = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        self._files = [name for name in known.stdout.split("\0") if name]

    def mine(self) -> Path:
        """This thread's, made when it first asks."""
        if not hasattr(self._mine, "copy"):
            self._mine.copy = Path(tempfile.mkdtemp(dir=self._folder)) / ROOT.name
            for name in self._files:
                if (ROOT / name).is_file():
                    target = self._mine.copy / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / name, target)
        copy: Path = self._mine.copy
        return copy


def tried(copies: Copies, number: int) -> list[bool]:
    """Take this fault's guards out, one at a time, and print what became of it. The tests must
    pass with all of them in place first: else it would be no wonder that they fail."""
    copy = copies.mine()
    whole = run_of(copy, number, LONGEST_SECONDS)
    if whole.failed is not None:
        said(f"{number:>3}  NOTHING SHOWN: with every guard in place {whole.failed} fails")
        return [False]
    ends = []
    for guard in GUARDS[number]:
        try:
            taken_out(copy, guard)
            run = run_of(copy, number, TIMES_LONGER * whole.seconds + PATIENCE)
        finally:
            shutil.copy(ROOT / guard.file, copy / guard.file)
        end = f"caught by {run.failed}" if run.failed else "NOT CAUGHT"
        said(f"{number:>3}  {guard.what}: {end}")
        ends.append(run.failed is not None)
    return ends


def said(line: str) -> None:
    """Print a line now."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(numbers: Iterable[str]) -> int:
    """Try the guards of these faults, or of all."""
    wanted = [int(n) for n in numbers] or [*GUARDS]
    if unknown := [n for n in wanted if n not in GUARDS]:
        said(f"No guards are known of: {unknown}. There are some of: {[*GUARDS]}")
        return 2
    with tempfile.TemporaryDirectory(prefix="wardmote-guards-") as folder:
        copies = Copies(Path(folder))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            caught = [one for ends in pool.map(lambda n: tried(copies, n), wanted) for one in ends]
    said(f"{sum(caught)} of {len(caught)} removals were caught.")
    return 0 if all(caught) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
