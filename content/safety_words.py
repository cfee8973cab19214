"""The words of danger of every language, and who to call: read from content/safety and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson
import yaml

from content.schema.council import Council, HelpLineName
from content.schema.safety import HelpLine, HelpLines, SafetyWeights, SafetyWords

SAFETY = Path(__file__).parent / "safety"
WEIGHTS = SAFETY / "weights.json"


# The C loader is some eight times faster; both build only plain values.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), _Loader)  # noqa: S506 (a safe loader)


def safety_words() -> tuple[SafetyWords, ...]:
    """The phrases of each language, in order of its code. They are read anew each time: what is
    made of them is kept, and they take three megabytes."""
    files = sorted((SAFETY / "words").glob("*.yaml"))
    return tuple(SafetyWords.model_validate(_read(f)) for f in files)


@cache
def safety_weights() -> SafetyWeights:
    """What was learned from sentences of danger and harmless ones. Read once per process."""
    return SafetyWeights.model_validate(orjson.loads(WEIGHTS.read_bytes()))


@cache
def help_lines() -> HelpLines:
    """Who to call, unless a council's own file says otherwise. Read once per process."""
    written = _read(SAFETY / "help_lines.yaml")
    return HelpLines.model_validate(written)


def help_line(council: Council, name: HelpLineName) -> HelpLine:
    """One of the lines to call: the council's own, or the one that comes with the program."""
    found: HelpLine = council.help_lines.get(name) or getattr(help_lines(), name)
    return found
