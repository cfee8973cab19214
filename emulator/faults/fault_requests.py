"""Faults in JSON: their names and fields in the control API, and checks of a request."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from emulator.bot_api.files import FILE
from emulator.bot_api.methods import BY_NAME
from emulator.chat import Json
from emulator.faults import error_texts
from emulator.faults.injection import (
    CutAfter,
    CutBefore,
    CutMidway,
    Drip,
    Fault,
    Hang,
    Html200,
    Reset,
    RetryAfter,
    Status,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """One of Telegram's error answers, by name."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class _Upgraded:
    to: int


_KINDS: Mapping[str, type] = {
    "retry_after": RetryAfter,
    "status": Status,
    "html_200": Html200,
    "cut_before": CutBefore,
    "cut_after": CutAfter,
    "cut_midway": CutMidway,
    "reset": Reset,
    "drip": Drip,
    "hang": Hang,
    "upgraded": _Upgraded,
    **dict.fromkeys(error_texts.NAMED, _Named),
}
KNOWN = tuple(_KINDS)


class FaultRequest(BaseModel):
    """A request for a fault; its other fields belong to the fault itself."""

    model_config = ConfigDict(extra="allow", strict=True)

    method: str
    fault: str
    times: int = Field(default=1, ge=1, le=1_000_000)
    chat_id: int | None = None


def parse_fault_request(body: Json) -> tuple[FaultRequest, Fault]:
    """The request and its fault; raises ValueError with a sentence about the first error."""
    try:
        order = FaultRequest.model_validate(body)
    except ValidationError as error:
        raise ValueError(_sentence(error)) from None
    if order.method not in ("*", FILE) and order.method.lower() not in BY_NAME:
        raise ValueError(f'There is no method {order.method!r}; "*" means any.')
    return order, _fault(order.fault, order.model_extra or {})


def _fault(name: str, given: Json) -> Fault:
    kind = _KINDS.get(name)
    if kind is None:
        raise ValueError(f"There is no fault {name!r}, only {', '.join(KNOWN)}.")
    known = [field.name for field in fields(kind)]
    if unknown := sorted(given.keys() - set(known)):
        takes = ", ".join(known) or "nothing"
        raise ValueError(f"The fault {name} takes {takes}; not {', '.join(unknown)}.")
    try:
        made: object = TypeAdapter[Any](kind).validate_json(json.dumps(given), strict=True)
    except ValidationError as error:
        raise ValueError(_sentence(error)) from None
    if isinstance(made, _Upgraded):
        return error_texts.upgraded(made.to)
    if isinstance(made, _Named):
        answer = error_texts.NAMED[name]
        return answer.after_effect() if made.done else answer
    return cast(Fault, made)


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    words = first["msg"].removeprefix("Value error, ").rstrip(".")
    place = ".".join(str(step) for step in first["loc"])
    return f"{place}: {words}." if place else f"{words}."
