"""A draft that can hold words has a sentence that says so when something else begins."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.views.offers import KEPT_BESIDE
from usecases.people.unfinished import WRITTEN
from usecases.people.words_in_hand import IN_HAND

KINDS = {*KEPT_BESIDE, *IN_HAND}


def constants(tree: ast.Module) -> dict[str, str]:
    """The strings that a module gives names to."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def drafts_made() -> Iterator[tuple[str, str, set[str]]]:
    """Each draft that a file of acts makes: where, its kind, and the names written out in it."""
    trees = {path: ast.parse(path.read_text()) for path in Path("usecases").rglob("*.py")}
    everywhere = {name: value for tree in trees.values() for name, value in constants(tree).items()}
    for path, tree in trees.items():
        for scope in ast.walk(tree):
            if not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            names = everywhere | constants(tree)
            keys = {
                key.value if isinstance(key, ast.Constant) else names.get(getattr(key, "id", ""))
                for node in ast.walk(scope)
                if isinstance(node, ast.Dict)
                for key in node.keys
            }
            for call in ast.walk(scope):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Draft":
                    kind = names.get(getattr(call.args[0], "id", ""), "")
                    yield f"{path}:{call.lineno}", kind, {str(key) for key in keys}


@pytest.mark.parametrize(("where", "kind", "names"), [*drafts_made()])
def test_a_draft_that_can_hold_words_can_be_named(where: str, kind: str, names: set[str]) -> None:
    assert kind in KINDS or not names & {*WRITTEN}, where
