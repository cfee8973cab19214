"""Makes, reads and rewrites backups of a real deployment."""

import io
import sqlite3
import tarfile
from pathlib import Path

from deployment import Deployment


async def backed_up(deployment: Deployment, *words: str) -> Path:
    """Make a backup; return its file."""
    code, said = await deployment.command("backup", *words)
    assert code == 0, said
    assert "Saved and checked" in said
    return max((deployment.folder / "backups").glob("wardmote-*.tar"))


def asked(file: Path, question: str) -> list[tuple]:
    db = sqlite3.connect(file)
    try:
        return db.execute(question).fetchall()
    finally:
        db.close()


def contents(backup: Path) -> dict[str, bytes]:
    with tarfile.open(backup) as tar:
        return {m.name: tar.extractfile(m).read() for m in tar if m.isreg()}


def rewritten(target: Path, files: dict[str, bytes]) -> Path:
    """A tar of these files in the given order, with any names."""
    with tarfile.open(target, "w") as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return target
