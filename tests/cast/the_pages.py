"""Helpers for tests of the documentation: finding files and reading Markdown pages."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FLOORS = {name: ROOT / name for name in PYPROJECT["tool"]["importlinter"]["root_packages"]}
NOT_TEXT = {".png", ".ttf", ".jpg", ".ico", ".woff2", ".pdf", ".db"}


def project_files() -> list[Path]:
    """Every file of the project: files git tracks, and new ones that are not ignored."""
    if not (ROOT / ".git").exists():  # an unpacked archive has no list of its own
        found = [p for p in ROOT.rglob("*") if p.is_file()]
        hidden = {".venv", "__pycache__", ".wardmote"}
        return [p for p in found if not hidden & {*p.relative_to(ROOT).parts}]
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text_files() -> list[Path]:
    """The project's files that are text."""
    return [p for p in project_files() if p.suffix not in NOT_TEXT]


def pages() -> list[Path]:
    """Every Markdown page of the project."""
    return [p for p in project_files() if p.suffix == ".md"]


def name_of(path: Path) -> str:
    """A file's path relative to the project's root."""
    return path.relative_to(ROOT).as_posix()


def read(name: str) -> str:
    """A page's text."""
    return (ROOT / name).read_text("utf-8")


def rows(text: str) -> list[list[str]]:
    """The cells of every table row in ``text``, without head and separator rows."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    kept = []
    for place, line in enumerate(lines):
        is_rule = set(line) <= set("|-: ")
        is_head = place + 1 < len(lines) and set(lines[place + 1]) <= set("|-: ")
        if not is_rule and not is_head:
            kept.append([cell.strip() for cell in line.strip("|").split("|")])
    return kept


def section(text: str, heading: str) -> str:
    """The text under ``heading``, up to the next heading of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    _, found, rest = f"\n{text}".partition(f"\n{heading}\n")
    assert found, f"there is no heading: {heading}"
    return re.split(rf"^#{{1,{level}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def code_in(text: str) -> list[str]:
    """Every line of code in a page: fenced blocks and code between backticks."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    joined = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    return joined + re.findall(r"`([^`\n]+)`", prose)


def in_one_line(text: str) -> str:
    """``text`` with every run of spaces and line ends as one space."""
    return " ".join(text.split())
