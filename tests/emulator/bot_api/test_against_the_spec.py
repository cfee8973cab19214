"""The request models agree with the published specification, parameter by parameter."""

import json
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from emulator.bot_api import request_objects
from emulator.bot_api.methods import METHODS
from emulator.bot_api.request_objects import InputFile, Parameters
from emulator.bot_api.requests import LEFT_OUT

SPEC = Path(__file__).parents[4] / "shared/data/telegram/bot_api_10.1.json"
SIMPLE = {int: "Integer", str: "String", bool: "Boolean", float: "Float"}
NESTED = [
    made
    for made in vars(request_objects).values()
    if isinstance(made, type) and issubclass(made, Parameters) and made is not Parameters
]

pytestmark = pytest.mark.skipif(not SPEC.exists(), reason="The specification is not at hand.")


@cache
def spec() -> Any:
    return json.loads(SPEC.read_text("utf-8"))


def names(annotation: Any) -> set[str]:
    """What the specification would call an annotation."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return names(inside[0])
    if origin in (Union, UnionType):
        return set().union(*(names(part) for part in inside))
    if origin is Literal:
        return {"String"}
    if origin is list:
        return {f"Array of {name}" for name in names(inside[0])}
    if annotation is NoneType:
        return set()
    if annotation is InputFile or issubclass(annotation, BaseModel):
        return {annotation.__name__}
    return {SIMPLE[annotation]}


def official(types: list[str]) -> set[str]:
    """The specification's own names, a family of objects spelt out as its members."""
    found: set[str] = set()
    for name in types:
        found |= set(spec()["types"].get(name, {}).get("subtypes") or [name])
    return found


def agrees(model: type[BaseModel], name: str, fields: list[dict[str, Any]]) -> None:
    left_out = LEFT_OUT.get(name, frozenset())
    by_name = {field["name"]: field for field in fields}
    assert set(model.model_fields) == set(by_name) - left_out
    assert left_out <= {key for key, field in by_name.items() if not field["required"]}
    for key, field in model.model_fields.items():
        assert field.is_required() == by_name[key]["required"], key
        whole = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        assert names(whole) == official(by_name[key]["types"]), key


@pytest.mark.parametrize("method", METHODS)
def test_a_method_takes_what_the_specification_says(method: str) -> None:
    agrees(METHODS[method][0], method, spec()["methods"][method].get("fields", []))


@pytest.mark.parametrize("model", NESTED, ids=lambda model: model.__name__)
def test_an_object_is_made_as_the_specification_says(model: type[BaseModel]) -> None:
    described = spec()["types"][model.__name__]
    agrees(model, model.__name__, described.get("fields", []))


def test_what_is_left_out_belongs_to_something_that_exists() -> None:
    assert set(LEFT_OUT) <= set(METHODS) | {model.__name__ for model in NESTED}
