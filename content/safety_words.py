"""The words of danger of every language, and who to call: read from content/safety and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from content.schema.council import Council, HelpLineName
from content.schema.safety import HelpLine, HelpLines, SafetyWords

SAFETY = Path(__file__).parent / "safety"


@cache
def safety_words() -> tuple[SafetyWords, ...]:
    """The phrases of each language, in order of its code. Read once per process."""
    files = sorted((SAFETY / "words").glob("*.yaml"))
    return tuple(SafetyWords.model_validate(yaml.safe_load(f.read_text("utf-8"))) for f in files)


@cache
def help_lines() -> HelpLines:
    """Who to call, unless a council's own file says otherwise. Read once per process."""
    written = yaml.safe_load((SAFETY / "help_lines.yaml").read_text("utf-8"))
    return HelpLines.model_validate(written)


def help_line(council: Council, name: HelpLineName) -> HelpLine:
    """One of the lines to call: the council's own, or the one that comes with the program."""
    found: HelpLine = council.help_lines.get(name) or getattr(help_lines(), name)
    return found
