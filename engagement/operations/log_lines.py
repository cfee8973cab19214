"""One log line for many events of the same kind, so that a flood cannot fill the disk."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

SECONDS = 60.0
MOST_KINDS = 1_000
"""Kinds remembered at once. Beyond that all are forgotten, and each has its first lines again."""


@dataclass(slots=True)
class _Seen:
    """One kind of event: when its minute began, the lines written in it, and those not written."""

    since: float
    lines: int = 0
    untold: int = 0


@dataclass(slots=True)
class LinesForMany:
    """Decides which events get a log line: the first ``free`` of each kind within ``seconds``; the
    rest are counted, and the next line says how many there were."""

    free: int = 3
    seconds: float = SECONDS
    _seen: dict[Hashable, _Seen] = field(init=False, default_factory=dict)

    def line_for(self, kind: Hashable, now: float) -> int:
        """The number of events that a line written now stands for; 0 if none is written."""
        if len(self._seen) > MOST_KINDS:
            self._seen.clear()
        seen = self._seen.setdefault(kind, _Seen(now))
        if now - seen.since >= self.seconds:
            seen.since, seen.lines = now, 0
        seen.untold += 1
        if seen.lines >= self.free:
            return 0
        seen.lines += 1
        many, seen.untold = seen.untold, 0
        return many
