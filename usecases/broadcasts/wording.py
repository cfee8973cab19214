"""A broadcast as its readers get it: from a draft, or from what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.schema import Consultation, Theme, Ward
from engagement.broadcasts.audience import Audience, audience
from engagement.broadcasts.lifecycle import BroadcastKind
from storage.broadcasts.records import Broadcast
from usecases.people.choose_ward import likely_wards
from usecases.world import World


@dataclass(frozen=True, slots=True)
class Wording:
    """A broadcast as its readers get it."""

    kind: BroadcastKind
    text: str
    wards: tuple[Ward, ...]
    theme: Theme | None = None
    consultation: Consultation | None = None
    code: int | None = None
    home: Ward | None = None  # the reader's ward of former boundaries, where that is the question
    likely: tuple[Ward, ...] = ()


def audience_of(shown: Wording) -> Audience:
    """Who a message is for."""
    theme = shown.theme.slug if shown.theme else None
    return audience(shown.kind, [ward.code for ward in shown.wards], theme)


def wording(world: World, data: Mapping[str, Any]) -> Wording:
    """The message a draft or a stored broadcast makes."""
    slug = data.get("consultation")
    found = world.loaded.consultations.get(slug) if slug else None
    known = world.library.wards.keys() | world.library.former.keys()
    kind = BroadcastKind(data.get("kind", BroadcastKind.UPDATE))
    home = data.get("home") or (data["wards"][0] if kind is BroadcastKind.NEW_WARDS else None)
    return Wording(
        kind=kind,
        text=data["text"],
        wards=tuple(world.library.ward(w) for w in data["wards"] if w in known),
        home=world.library.ward(home) if home in known else None,
        likely=likely_wards(world, home) if home in known else (),
        theme=world.library.theme(data["theme"]) if data.get("theme") else None,
        consultation=found.consultation if found else None,
        code=world.loaded.consultation_codes.get(slug) if slug else None,
    )


def wording_of(world: World, found: Broadcast, text: str, home: str | None = None) -> Wording:
    """The message a stored broadcast makes, for a reader whose former ward is ``home``."""
    return wording(
        world,
        {
            "kind": found.kind,
            "wards": found.wards,
            "theme": found.theme,
            "consultation": found.consultation,
            "text": text,
            "home": home,
        },
    )
