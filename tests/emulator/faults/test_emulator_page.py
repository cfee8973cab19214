"""The page about the emulator names every fault and every route, and none besides."""

import re
from pathlib import Path

from aiohttp import web

from emulator import Emulator
from emulator.faults.fault_requests import KNOWN
from emulator.page import testing_api

PAGE = (Path(__file__).parents[3] / "docs" / "emulator.md").read_text("utf-8")
FAULTS = PAGE.partition("## Faults")[2].partition("## Routes")[0]
ROUTES = PAGE.partition("## Routes")[2]


def test_every_fault_stands_on_the_page() -> None:
    rows = [line.split("|") for line in FAULTS.splitlines() if line.startswith("| ")]
    cells = [row[1] if row[1].strip().startswith("`") else row[2] for row in rows]
    named = re.findall(r"`(\w+)`", " ".join(cells))
    assert sorted(named) == sorted(KNOWN)


def test_every_route_stands_on_the_page() -> None:
    app = web.Application()
    testing_api.add_routes(app, Emulator())
    there = {
        f"{route.method} {path}"
        for route in app.router.routes()
        if route.method != "HEAD" and route.resource is not None
        for path in paths(route.resource.canonical)
    }
    assert set(re.findall(r"^\| `(\w+ /[\w/]+)`", ROUTES, re.MULTILINE)) == there


def paths(canonical: str) -> list[str]:
    """One path for each act."""
    acts = [path.replace("{act}", act) for path in [canonical] for act in testing_api.DISORDER]
    return list(dict.fromkeys(path.replace("{chat}", "CHAT") for path in acts))
