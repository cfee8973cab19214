"""Updates made from Telegram's machine-readable specification, as far as it can be read."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from bot_api_spec import SPEC as SPEC

LARGEST_ID = 2**52 - 1
NEWEST_DATE = 2**31 - 1
DEEPEST = 4
EVERY_KIND = "update_id"
SAID = ("", "x", "Grüße", "مرحبا", "1", "0", "a b", "\u202egnol", "<b>", "🏡", "x" * 300)
"""Values of a text of no known meaning: none is a command, a code or a postcode of ours."""

_ALWAYS = re.compile(r"(?:always|must be) [“\"]?(\w+)[”\"]?")
_ONE_OF = re.compile(r"[“\"](\w+)[”\"]")
_ENUMERATED = {("Chat", "type"), ("MessageEntity", "type"), ("Poll", "type"), ("Sticker", "type")}


class Spec:
    """Makes values of the specification's types; the same for the same source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self._types: dict[str, Any] = json.loads(SPEC.read_text())["types"]
        self._chance = chance
        self._turn: dict[str, int] = {}

    @property
    def kinds(self) -> list[str]:
        """Every kind of update there is."""
        return [f["name"] for f in self._types["Update"]["fields"] if f["name"] != EVERY_KIND]

    def update(self, kind: str, who: int) -> dict[str, Any]:
        """An update of this kind from ``who``, in their private chat where it names one."""
        field = next(f for f in self._types["Update"]["fields"] if f["name"] == kind)
        body = self._value(field["types"][0], "", "", 0)
        _comes_from(body, who)
        return {kind: body}

    def _value(self, kind: str, owner: str, name: str, depth: int) -> Any:
        chance = self._chance
        if kind.startswith("Array of "):
            inner = kind.removeprefix("Array of ")
            many = chance.choice((1, 1, 2)) if depth <= DEEPEST else 1
            return [self._value(inner, owner, name, depth + 1) for _ in range(many)]
        if kind in self._types:
            return self._object(kind, depth)
        match kind:
            case "Integer":
                return self._integer(name)
            case "Float":
                return chance.choice((0.0, -1.5, 51.63, 89.999999, 1e300))
            case "Boolean":
                return chance.random() < 0.5
            case _:
                return chance.choice(SAID)

    def _integer(self, name: str) -> int:
        if name.endswith(("date", "time")):
            return self._chance.choice((0, 1, 1_662_400_000, NEWEST_DATE))
        if name.endswith("id"):
            return self._chance.choice((1, 7, 2**31, LARGEST_ID, -LARGEST_ID))
        return self._chance.choice((0, 1, -1, 5, 2**31 - 1, 2**31, LARGEST_ID))

    def _object(self, kind: str, depth: int) -> dict[str, Any]:
        shape = self._types[kind]
        if "subtypes" in shape:
            return self._object(self._chance.choice(self._closed(shape["subtypes"], depth)), depth)
        fields = shape.get("fields", [])
        optional = [f for f in fields if not f["required"]]
        turn = self._turn[kind] = self._turn.get(kind, -1) + 1
        found: dict[str, Any] = {}
        for field in fields:
            # Each optional field has its turn, and now and then comes with others.
            its_turn = optional and field is optional[turn % len(optional)]
            likely = self._chance.random() < (0.08 if depth < 2 else 0.02)
            if field["required"] or (depth < DEEPEST and (its_turn or likely)):
                found[field["name"]] = self._field(kind, field, depth)
            elif self._chance.random() < 0.02:
                found[field["name"]] = None
        if self._chance.random() < 0.05:
            found["something_new"] = self._chance.choice((None, 1, "x", {"id": 1}, [[]]))
        return found

    def _closed(self, kinds: list[str], depth: int) -> list[str]:
        """Deep down only kinds that need nothing below them."""
        known = [k for k in kinds if k in self._types]
        flat = [
            k
            for k in known
            if not any(
                f["required"] and any(t.split()[-1] in self._types for t in f["types"])
                for f in self._types[k].get("fields", [])
            )
        ]
        return flat if depth >= DEEPEST and flat else known

    def _field(self, owner: str, field: dict[str, Any], depth: int) -> Any:
        name, description = field["name"], field["description"]
        if field["types"] == ["String"]:
            always = _ALWAYS.search(description)
            if always is not None:
                return always[1]
            if (owner, name) in _ENUMERATED:
                return self._chance.choice(_ONE_OF.findall(description) or ["private"])
        kind = self._chance.choice(field["types"])
        if depth >= 12:
            return "x" if kind not in ("Integer", "Boolean", "Float") else 1
        return self._value(kind, owner, name, depth + 1)


def _comes_from(body: dict[str, Any], who: int) -> None:
    """Whoever the update names as its sender is ``who``, and so is the private chat."""
    for name in ("from", "user", "actor"):
        if isinstance(body.get(name), dict):
            body[name] |= {"id": who, "is_bot": False}
    for holder in (body, body.get("message")):
        chat = holder.get("chat") if isinstance(holder, dict) else None
        if isinstance(chat, dict):
            chat |= {"id": who, "type": "private"}
