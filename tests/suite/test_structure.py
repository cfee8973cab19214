"""The structure of the product: no import circles, no long files, no long functions."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from the_pages import FLOORS, ROOT, name_of, project_files

MOST_LINES_IN_A_FILE = 350
MOST_LINES_IN_A_FUNCTION = 45
CODE = {".py", ".js", ".css", ".html", ".typ"}


def product_files() -> list[Path]:
    """Every file of code that ships, except the migrations: each of those is written once."""
    return [
        path
        for path in project_files()
        if path.suffix in CODE
        and name_of(path).partition("/")[0] in FLOORS
        and not name_of(path).startswith("storage/migrations/versions/")
    ]


def circle(imports: Mapping[str, set[str]]) -> list[str]:
    """The modules of one import circle, in order; empty if there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return [*error.args[1]]
    return []


def imports_of(*packages: str) -> dict[str, set[str]]:
    """What each module imports. Imports in functions and under TYPE_CHECKING count."""
    graph = grimp.build_graph(*packages, cache_dir=None)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def too_long(source: str) -> list[str]:
    """The functions of ``source`` with more lines than a function may have."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, functions)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_LINES_IN_A_FUNCTION
    ]


def test_no_import_circle_anywhere_in_the_product():
    imports = imports_of(*FLOORS)
    assert len(imports) > 250
    assert circle(imports) == []


@pytest.mark.parametrize(
    "back",
    [
        "from {package} import below",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from {package}.below import x",
        "def later():\n    import {package}.below",
    ],
    ids=["plain", "for types only", "inside a function"],
)
def test_a_circle_is_found_however_the_import_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, back: str
):
    package = "circle_" + request.node.callspec.id.replace(" ", "_")
    folder = tmp_path / package
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "below.py").write_text(f"from {package} import above\n")
    (folder / "above.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert circle(imports_of(package)) == []
    (folder / "above.py").write_text(back.format(package=package) + "\n")
    assert {f"{package}.above", f"{package}.below"} <= {*circle(imports_of(package))}


def test_no_product_file_has_over_350_lines():
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in product_files()}
    assert len(lines) > 250
    assert {name: n for name, n in lines.items() if n > MOST_LINES_IN_A_FILE} == {}


def test_no_product_function_has_over_45_lines():
    found = {
        name_of(path): too_long(path.read_text("utf-8"))
        for path in product_files()
        if path.suffix == ".py"
    }
    assert {name: functions for name, functions in found.items() if functions} == {}


def test_a_function_of_46_lines_is_found_and_one_of_45_is_not():
    body = "    x = 1\n"
    assert too_long("def fits():\n" + body * 44) == []
    assert too_long("async def grown():\n" + body * 45) == ["grown: 46 lines"]


def test_no_folder_holds_a_file_named_like_itself():
    """The folder names the subject, so the file has to say more. Top-level folders are exempt."""
    twice = [
        name_of(path)
        for path in product_files()
        if path.stem == path.parent.name and path.parent.parent != ROOT
    ]
    assert twice == []
