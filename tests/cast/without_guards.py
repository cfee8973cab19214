"""Removes the guards one at a time in a copy of the project, and checks that tests fail.

``python tests/cast/without_guards.py [NUMBER | NAME ...]`` prints one line per guard: which test
caught its removal. It exits with 1 if none did. A number is that of a fault, a name is part of the
file and name of a test.
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
from guards_by_test import BY_TEST

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
LONGEST_SECONDS = 300
TIMES_LONGER, PATIENCE = 3, 75
"""Without a guard, tests may take this many times longer plus this many seconds, because they wait
a minute for something that never comes; some wait for ever."""
FAILED = re.compile(r"^(?:FAILED|ERROR) \S*?(?:::)(test_\w+(?:\[[^\]]*\])?)", re.MULTILINE)


def tests_of(number: int) -> list[str]:
    """The files with tests of this fault, relative to the project's root."""
    named = re.compile(rf"def test_fault_0?{number}_")
    found = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT)) for file in found if named.search(file.read_text())]


def taken_out(copy: Path, guard: Guard) -> None:
    """Write the file without the guard. Raises ValueError unless its text occurs exactly once."""
    file = copy / guard.file
    text = file.read_text()
    if text.count(guard.code) != 1:
        raise ValueError(f"{guard.file}: {guard.what}: the text does not occur exactly once")
    file.write_text(text.replace(guard.code, guard.without))


@dataclass(frozen=True, slots=True)
class Run:
    """The result of one fault's tests in a copy: the first that failed, if any did."""

    failed: str | None
    seconds: float


def run_of(copy: Path, which: int | str, most: float) -> Run:
    """Run a fault's tests, or one test by its name, in this copy, for at most ``most`` seconds.
    Raises RuntimeError if they could not be run."""
    if isinstance(which, int):
        only = ["-k", f"test_fault_{which}_ or test_fault_{which:02d}_", *tests_of(which)]
    else:
        only = [which]
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="wardmote-guards-") as base:
        run = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider",
             f"--basetemp={base}/tests", *only],
            cwd=copy, stdout=PIPE, stderr=STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        try:
            said, _ = run.communicate(timeout=most)
        except subprocess.TimeoutExpired:
            # It has its own process group: anything the tests had started ends with them.
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            return Run("tests that never end", most)
    failed = FAILED.search(said)
    if run.returncode > 1 or (run.returncode == 1 and failed is None):
        raise RuntimeError(f"the tests could not be run: {said[-2000:]}")
    return Run(failed[1] if failed and run.returncode else None, time.monotonic() - began)


class Copies:
    """One copy of the project per thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mine = threading.local()
        known = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        self._files = [name for name in known.stdout.split("\0") if name]

    def mine(self) -> Path:
        """This thread's copy, made at the first call."""
        if not hasattr(self._mine, "copy"):
            self._mine.copy = Path(tempfile.mkdtemp(dir=self._folder)) / ROOT.name
            for name in self._files:
                if (ROOT / name).is_file():
                    target = self._mine.copy / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / name, target)
        copy: Path = self._mine.copy
        return copy


def tried(copies: Copies, which: int | str) -> list[bool]:
    """Remove the guards of this fault or test one at a time, and print which test failed. First the
    tests must pass with every guard in place: otherwise their failures would show nothing."""
    copy = copies.mine()
    whole = run_of(copy, which, LONGEST_SECONDS)
    number = which if isinstance(which, int) else "-"
    if whole.failed is not None:
        said(f"{number:>3}  NOTHING SHOWN: with every guard in place {whole.failed} fails")
        return [False]
    ends = []
    for guard in GUARDS[which] if isinstance(which, int) else BY_TEST[which]:
        try:
            taken_out(copy, guard)
            run = run_of(copy, which, TIMES_LONGER * whole.seconds + PATIENCE)
        finally:
            shutil.copy(ROOT / guard.file, copy / guard.file)
        end = f"caught by {run.failed}" if run.failed else "NOT CAUGHT"
        said(f"{number:>3}  {guard.what}: {end}")
        ends.append(run.failed is not None)
    return ends


def said(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _is_meant(one: int | str, name: str) -> bool:
    return str(one) == name if name.isdecimal() else isinstance(one, str) and name in one


def main(numbers: Iterable[str]) -> int:
    """Try the guards of these faults and tests, or of all; return the exit code."""
    every: list[int | str] = [*GUARDS, *BY_TEST]
    asked = [*numbers]
    wanted = [one for one in every if not asked or any(_is_meant(one, name) for name in asked)]
    if unknown := [name for name in asked if not any(_is_meant(one, name) for one in every)]:
        said(f"There are no guards for {unknown}, only for {every}")
        return 2
    with tempfile.TemporaryDirectory(prefix="wardmote-guards-") as folder:
        copies = Copies(Path(folder))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            caught = [one for ends in pool.map(lambda n: tried(copies, n), wanted) for one in ends]
    said(f"{sum(caught)} of {len(caught)} removals were caught.")
    return 0 if all(caught) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
