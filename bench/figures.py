"""Waiting times as people read them: the middle, the slow end, and what they are held against."""

from __future__ import annotations

import math
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of waiting: ``seconds`` as measured, ``beside`` what they are compared with, and
    the most the p95 should be, in seconds, where somebody has said so."""

    name: str
    seconds: Sequence[float]
    beside: Sequence[float] = ()
    target: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the target is met, or there is none."""
        return self.target is None or p95(self.seconds) < self.target


def p95(seconds: Sequence[float]) -> float:
    """The time within which 95 in 100 were served; of fewer than twenty, the longest."""
    ordered = sorted(seconds)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def table(lines: Sequence[Line], *, beside: str) -> str:
    """Lines under one another, in milliseconds; ``beside`` names the other column."""
    head = ("", "times", "median", "p95", "longest", f"p95 {beside}", "ratio", "target")
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
    """What this is measured on, by which command."""
    return (
        f"{os.cpu_count()} cores ({_processor()}), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}: python -m bench\n{busy()}"
    )


def busy() -> str:
    """How busy the machine has been, with this or with anything else."""
    minute, five, fifteen = os.getloadavg()
    return f"Load: {minute:.2f} (1 minute), {five:.2f} (5), {fifteen:.2f} (15)"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unnamed")


def _cells(line: Line) -> tuple[str, ...]:
    beside, ratio, target = "", "", ""
    if line.beside:
        beside, ratio = _ms(p95(line.beside)), f"{p95(line.seconds) / p95(line.beside):.2f}"
    if line.target is not None:
        target = f"< {_ms(line.target)} {'met' if line.is_met else 'MISSED'}"
    middle, slow = _ms(statistics.median(line.seconds)), _ms(p95(line.seconds))
    longest = _ms(max(line.seconds))
    return (line.name, str(len(line.seconds)), middle, slow, longest, beside, ratio, target)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"
