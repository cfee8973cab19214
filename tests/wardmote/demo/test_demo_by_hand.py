"""Starting the demo and stopping it: its port, Ctrl-C, and that its story goes on."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from demo_process import PATIENCE, demo_process, running_demo

from wardmote.demo.run import PORTS_TRIED, USUAL_PORT


@pytest.fixture(scope="module")
def usual_port_taken() -> Iterator[int]:
    """Somebody sits on the usual port: we do, unless it is taken already."""
    with closing(socket.socket()) as taken:
        # As servers do: what a former listener left lingering does not count as taken.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            taken.bind(("127.0.0.1", USUAL_PORT))
            taken.listen()
        yield USUAL_PORT


@dataclass(frozen=True)
class Starts:
    """What was seen of a demo that was started, joined, stopped, started again, and started
    afresh."""

    port: int
    before: list[str]
    code: int
    said: str
    again: list[str]
    moved_on: bool
    afresh: list[str]


@pytest.fixture(scope="module")
def starts(usual_port_taken: int, tmp_path_factory: pytest.TempPathFactory) -> Starts:
    folder = tmp_path_factory.mktemp("demo")
    with running_demo(folder) as demo:
        demo.new_phone("Zoe")
        first = demo.state()
        before = [entry["label"] for entry in first["residents"]]
        port = demo.port
        code, said = demo.interrupt()
    with running_demo(folder) as demo:
        second = demo.state()
    with running_demo(folder, "--fresh") as demo:
        third = demo.state()
    return Starts(
        port,
        before,
        code,
        said,
        [entry["label"] for entry in second["residents"]],
        second["clock"] >= first["clock"],
        [entry["label"] for entry in third["residents"]],
    )


@pytest.mark.long
def test_a_demo_takes_the_next_port_ends_in_peace_and_goes_on_where_it_stood(
    starts: Starts,
) -> None:
    # One test, so that one worker holds the usual port for all of it.
    assert USUAL_PORT < starts.port < USUAL_PORT + PORTS_TRIED
    assert (starts.code, starts.said) == (0, "Stopped.\n")
    assert "Zoe" in starts.before
    assert starts.again == starts.before
    assert starts.moved_on
    assert "Zoe" not in starts.afresh


def test_a_port_asked_for_and_taken_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with demo_process(tmp_path, "--port", str(port)) as process:
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.startswith(f"Port {port} is taken.")
    assert said.endswith("Choose another with --port.\n")
    assert len(said.splitlines()) == 1
