"""Second approvals: a named person's yes or no to one content, until a date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class ApprovalSubject(StrEnum):
    """What a second person approves."""

    BROADCAST = "broadcast"
    EXPORT = "export"


class Verdict(StrEnum):
    """What the approvals of one content amount to."""

    NOT_ASKED = "not-asked"
    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    EXPIRED = "expired"  # nobody answered in time


ANSWER_WITHIN = timedelta(days=7)
"""From the asking. Later, what they would approve may be out of date."""


FETCH_WITHIN = timedelta(days=7)
"""From the yes to a file of answers. For a later file somebody is asked again."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One person who was asked. ``said_yes`` is None until they have answered.

    ``content_hash`` is of what they were asked to approve, ``expires_at`` the moment from which
    their answer comes too late.
    """

    staff_id: int
    content_hash: str
    expires_at: datetime
    said_yes: bool | None = None
    reason: str = ""


def hash_of(content: Mapping[str, object]) -> str:
    """The SHA-256 of a content, in hexadecimal: the same for equal values in any order of keys."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def verdict(asked: Iterable[Approval], *, content_hash: str, now: datetime) -> Verdict:
    """What the approvals amount to for this content. Those of another content count for nothing:
    an edit voids a yes. Of several people the first to answer decides, so one answer is enough."""
    mine = [approval for approval in asked if approval.content_hash == content_hash]
    if not mine:
        return Verdict.NOT_ASKED
    answers = {approval.said_yes for approval in mine}
    if False in answers:
        return Verdict.NO
    if True in answers:
        return Verdict.YES
    if all(now >= approval.expires_at for approval in mine):
        return Verdict.EXPIRED
    return Verdict.WAITING
