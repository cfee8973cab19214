"""The page of the house, against the code: its floors, its rooms in order, and its signposts."""

from __future__ import annotations

import re

from the_pages import FLOORS, PYPROJECT, ROOT, read, rows, section

PAGE = read("docs/house.md")
SIGNPOSTS = rows(section(PAGE, "## To change X, open Y"))


def rooms_held() -> dict[str, str]:
    """The rooms of each floor from the top down, as the import contracts hold them."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    return {
        contract["containers"][0]: " → ".join(contract["layers"])
        for contract in contracts
        if "containers" in contract
    }


def rooms_shown() -> dict[str, str]:
    """The rooms of each floor from the top down, as the page shows them."""
    block = re.search(r"```text\n(.*?)```", section(PAGE, "## Rooms"), flags=re.DOTALL)
    assert block is not None
    lines = re.sub(r"\n +", " ", block.group(1)).splitlines()
    return dict(line.split(maxsplit=1) for line in lines)


def test_the_rooms_are_shown_in_the_order_the_contracts_hold():
    assert len(rooms_held()) == 6
    assert rooms_shown() == rooms_held()


def test_every_room_is_in_a_contract():
    unheld = [
        f"{floor}/{package.parent.name}"
        for floor, order in rooms_held().items()
        for package in FLOORS[floor].glob("*/__init__.py")
        if package.parent.name not in re.split(r"\W+", order)
    ]
    assert unheld == []


def test_thirty_everyday_changes_lead_to_files_that_are_there():
    assert len(SIGNPOSTS) >= 30
    tasks = [row[0] for row in SIGNPOSTS]
    assert len({*tasks}) == len(tasks)
    for task, *cells in SIGNPOSTS:
        paths = re.findall(r"`([^`]+)`", cells[0])
        assert paths, task
        assert [path for path in paths if not (ROOT / path).is_file()] == [], task


def test_the_signposts_lead_to_every_floor():
    opened = {
        path.partition("/")[0] for row in SIGNPOSTS for path in re.findall(r"`([^`]+)`", row[1])
    }
    assert FLOORS.keys() <= opened
