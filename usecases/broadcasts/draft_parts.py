"""What the draft of a message already has, and what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engagement.broadcasts.lifecycle import CORRECTIONS, URGENT, BroadcastKind
from engagement.broadcasts.polls import FEWEST_ANSWERS
from engagement.broadcasts.refusals import UrgentForOfficers
from engagement.staff.rights import MAY_SEND_URGENT, StaffMember


def is_correction(data: Mapping[str, Any]) -> bool:
    """Whether it corrects another message: then its wards and its subject are that one's."""
    return data.get("kind") in CORRECTIONS


def has_own_words(data: Mapping[str, Any]) -> bool:
    """Whether the text is ours and not the author's."""
    return data.get("kind") == BroadcastKind.NEW_WARDS


def is_poll(data: Mapping[str, Any]) -> bool:
    """Whether it is a quick poll: it has answers and an end, and no subject."""
    return data.get("kind") == BroadcastKind.POLL


POLL_STEPS = ("text", "answers", "wards", "end", "preview")
"""What a quick poll is asked for, in order."""


def next_step(data: Mapping[str, Any]) -> str:
    """The first step of a quick poll for which there is nothing yet; its preview, if there is
    everything."""
    there = {
        "text": data.get("text"),
        "answers": len(data.get("answers", ())) >= FEWEST_ANSWERS,
        "wards": data["wards"],
        "end": data.get("closes"),
    }
    return next((step for step, given in there.items() if not given), "preview")


def is_whole(data: Mapping[str, Any]) -> bool:
    """Whether a draft has its text and its subject, or a quick poll all it is asked for."""
    if is_poll(data):
        return next_step(data) == "preview"
    return bool(data.get("text")) and data.get("kind") is not None


def text_so_far(data: Mapping[str, Any]) -> str:
    """The text of a draft that has no subject yet; empty for any other."""
    return "" if is_whole(data) or is_poll(data) else str(data.get("text", ""))


def on_its_own(data: Mapping[str, Any]) -> dict[str, Any]:
    """A correction as a message of its own, whose subject is still to be chosen."""
    kept = {name: value for name, value in data.items() if name not in ("corrects", "kind")}
    return {**kept, "kind": None, "corrected_words": "", "uncorrects": True}


def may_send_urgent(member: StaffMember) -> bool:
    """Whether this member may send an urgent message."""
    return member.role in MAY_SEND_URGENT


def check_urgent(member: StaffMember, data: Mapping[str, Any]) -> None:
    """Raise UrgentForOfficers for an urgent message of somebody who may not send one."""
    if data.get("kind") in URGENT and not may_send_urgent(member):
        raise UrgentForOfficers


def own_part(member: StaffMember, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A draft without the wards that its author's role does not cover any more. Its text stays;
    where no ward is left, wards come next. A correction is for everybody who got the message: if
    its author may not write to all of them, its words become a message of their own. That of an
    urgent message is not urgent from somebody who may not send one."""
    if data.get("kind") == BroadcastKind.URGENT_CORRECTION and not may_send_urgent(member):
        data = {**data, "kind": BroadcastKind.CORRECTION}
    own = [*member.own(data["wards"])]
    if len(own) == len(data["wards"]):
        return data
    if is_correction(data):
        data = on_its_own(data)
    if has_own_words(data):
        return {**data, "wards": [], "step": "wards", "kind": None, "text": "", "lost": True}
    step = data["step"] if own or data["step"] == "text" else "wards"
    return {**data, "wards": own, "step": step, "lost": True}
