"""The file format of a backup: a tar that begins with a manifest of its files and checksums."""

from __future__ import annotations

import hashlib
import os
import tarfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

MANIFEST, DATABASE, FORGOTTEN, COUNCIL = "manifest.json", "wardmote.db", "forgotten", "council"
PART = 1 << 20
LARGEST_MANIFEST = 16 << 20

Progress = Callable[[int], None]
"""Called with the number of bytes just done."""


class InvalidBackup(Exception):
    """This file isn't a complete backup by Wardmote; the text says why."""


class FileRecord(BaseModel):
    """One file of a backup. ``size`` in bytes."""

    model_config = ConfigDict(frozen=True)

    sha256: str
    size: int


class Manifest(BaseModel):
    """What a backup contains. ``rows`` counts the main tables' rows, for an independent check."""

    model_config = ConfigDict(frozen=True)

    wardmote: str
    made_at: AwareDatetime
    schema_revision: str
    council: str
    rows: dict[str, int]
    files: dict[str, FileRecord]


def checksum_of(path: Path, progress: Progress = lambda _: None) -> FileRecord:
    """The checksum and the size of a file, read piece by piece."""
    with path.open("rb") as file:
        return _copied(file, None, progress)


def write(target: Path, files: dict[str, Path], manifest: Manifest, progress: Progress) -> None:
    """Write the tar, readable by this user alone, through to the disk. Raises OSError."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
            # First, so that a reader need not search the file for it.
            _add(tar, MANIFEST, manifest.model_dump_json(indent=1).encode(), manifest)
            for name, path in files.items():
                member = tarfile.TarInfo(name)
                member.size, member.mode = manifest.files[name].size, _mode_of(name)
                member.mtime = int(manifest.made_at.timestamp())
                with path.open("rb") as file:
                    tar.addfile(member, _ProgressReader(file, progress))
        out.flush()
        os.fsync(out.fileno())


def _mode_of(name: str) -> int:
    """The council's files are public, and the bot's user reads them when root has taken them out;
    the rest is private."""
    return 0o644 if name.startswith(f"{COUNCIL}/") else 0o600


def extract(archive: Path, folder: Path, progress: Progress = lambda _: None) -> Manifest:
    """Extract a backup into ``folder``, and compare each file with its checksum.

    Nothing is written outside ``folder``, for any names in the tar, and nothing at all unless every
    name and size is as its manifest says. Raises InvalidBackup.
    """
    try:
        with tarfile.open(archive, "r:") as tar:
            manifest = _manifest(tar)
            _compare(tar, manifest, archive.stat().st_size)
            for member in _files(tar):
                expected = manifest.files[member.name]
                source = tar.extractfile(member)
                if source is None:
                    raise InvalidBackup(f"{member.name} cannot be read")
                path = folder / member.name
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with path.open("xb") as file:
                    found = _copied(source, file, progress)
                    file.flush()
                    os.fsync(file.fileno())
                if found != expected:
                    raise InvalidBackup(
                        f"{member.name} is not what was saved: its checksum differs"
                    )
    except tarfile.TarError as error:
        raise InvalidBackup(f"it cannot be read ({error})") from None
    return manifest


def manifest_of(archive: Path) -> Manifest:
    """The manifest of a backup, with nothing else read. Raises InvalidBackup."""
    try:
        with tarfile.open(archive, "r:") as tar:
            return _manifest(tar)
    except tarfile.TarError as error:
        raise InvalidBackup(f"it cannot be read ({error})") from None


def _compare(tar: tarfile.TarFile, manifest: Manifest, archive_size: int) -> None:
    """Compare names and sizes with the manifest before anything is written: a small file may claim
    to hold gigabytes. Raises InvalidBackup."""
    left = dict(manifest.files)
    for member in _files(tar):
        expected = left.pop(_safe(member), None)
        if expected is None:
            raise InvalidBackup(f"it contains {member.name!r}, which its manifest does not name")
        if member.size != expected.size:
            raise InvalidBackup(f"{member.name} is not what was saved: its size differs")
    if left:
        raise InvalidBackup(f"{min(left)} is missing from it")
    if not {DATABASE, FORGOTTEN} <= manifest.files.keys():
        raise InvalidBackup("it contains no database")
    if sum(record.size for record in manifest.files.values()) > archive_size:
        raise InvalidBackup("it is smaller than the files it claims to hold")


def check(archive: Path, manifest: Manifest) -> None:
    """Read back a backup just written, and compare each checksum. Raises InvalidBackup."""
    with tarfile.open(archive, "r:") as tar:
        if _manifest(tar) != manifest:
            raise InvalidBackup("its manifest is not what was written")
        for member in _files(tar):
            source = tar.extractfile(member)
            if source is None or _copied(source, None) != manifest.files.get(member.name):
                raise InvalidBackup(f"{member.name} is not what was written")


def _manifest(tar: tarfile.TarFile) -> Manifest:
    first = tar.next()
    if first is None or first.name != MANIFEST or first.size > LARGEST_MANIFEST:
        raise InvalidBackup("it does not begin with a manifest")
    source = tar.extractfile(first)
    try:
        manifest = Manifest.model_validate_json(source.read() if source else b"")
    except ValidationError:
        raise InvalidBackup("its manifest cannot be read") from None
    return manifest


def _files(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    return islice(tar, 1, None)  # after the manifest


def _safe(member: tarfile.TarInfo) -> str:
    """The name of a plain file inside the folder. Raises InvalidBackup for any other."""
    path = PurePosixPath(member.name)
    plain = member.isreg() and not member.issparse()
    if path.is_absolute() or ".." in path.parts or "\\" in member.name or not plain:
        raise InvalidBackup(
            f"it contains {member.name!r}, which isn't a plain file inside a folder"
        )
    return member.name


def _add(tar: tarfile.TarFile, name: str, data: bytes, manifest: Manifest) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), 0o600
    member.mtime = int(manifest.made_at.timestamp())
    tar.addfile(member, BytesIO(data))


def _copied(
    source: IO[bytes], target: IO[bytes] | None, progress: Progress = lambda _: None
) -> FileRecord:
    digest, size = hashlib.sha256(), 0
    while part := source.read(PART):
        digest.update(part)
        size += len(part)
        if target is not None:
            target.write(part)
        progress(len(part))
    return FileRecord(sha256=digest.hexdigest(), size=size)


class _ProgressReader:
    """A file that reports how much of it was read."""

    def __init__(self, file: IO[bytes], progress: Progress) -> None:
        self._file = file
        self._progress = progress

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        self._progress(len(part))
        return part
