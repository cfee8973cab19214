"""Formats waiting times as a table: median, p95, a baseline to compare with, and a target."""

from __future__ import annotations

import math
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured wait: ``seconds`` as measured, ``baseline`` the times to compare them with, and
    ``target``, the most the p95 should be in seconds, if there is one."""

    name: str
    seconds: Sequence[float]
    baseline: Sequence[float] = ()
    target: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the target is met, or there is none."""
        return self.target is None or p95(self.seconds) < self.target


def p95(seconds: Sequence[float]) -> float:
    """The time within which 95 in 100 were served; with fewer than twenty, the longest."""
    ordered = sorted(seconds)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def table(lines: Sequence[Measurement], *, baseline: str) -> str:
    """The lines as a text table in milliseconds; ``baseline`` names the baseline's column."""
    head = ("", "times", "median", "p95", "longest", f"p95 {baseline}", "ratio", "target")
    rows = [head, *(_cells(line) for line in lines)]
    shown = [place for place in range(len(head)) if any(row[place] for row in rows[1:])]
    widths = {place: max(len(row[place]) for row in rows) for place in shown}
    return "\n".join(
        "  ".join(
            row[place].rjust(width) if place else row[place].ljust(width)
            for place, width in widths.items()
        ).rstrip()
        for row in rows
    )


def machine() -> str:
    """The machine, the command and the load, as two lines."""
    return (
        f"{os.cpu_count()} cores ({_processor()}), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}: python -m bench\n{busy()}"
    )


def busy() -> str:
    """The machine's load averages, including this benchmark's own load."""
    minute, five, fifteen = os.getloadavg()
    return f"Load: {minute:.2f} (1 minute), {five:.2f} (5), {fifteen:.2f} (15)"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unnamed")


def _cells(line: Measurement) -> tuple[str, ...]:
    baseline, ratio, target = "", "", ""
    if line.baseline:
        baseline = _ms(p95(line.baseline))
        ratio = f"{p95(line.seconds) / p95(line.baseline):.2f}"
    if line.target is not None:
        target = f"< {_ms(line.target)} {'met' if line.is_met else 'MISSED'}"
    middle, slow = _ms(statistics.median(line.seconds)), _ms(p95(line.seconds))
    longest = _ms(max(line.seconds))
    return (line.name, str(len(line.seconds)), middle, slow, longest, baseline, ratio, target)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"
