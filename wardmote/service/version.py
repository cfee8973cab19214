"""The program's version, whether it is installed or runs from its folder."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path


def version() -> str:
    """This program's version; "unknown" where neither it nor its project file says so."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    try:
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        pass
    try:
        return metadata.version("wardmote")
    except metadata.PackageNotFoundError:
        return "unknown"
