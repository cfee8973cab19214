"""Starting the demo and stopping it: its port, Ctrl-C, and that each start is fresh."""

import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from demo_process import PATIENCE, demo_process, running_demo

from wardmote.demo import PORTS_TRIED, USUAL_PORT


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
class TwoStarts:
    """What was seen of a demo that was started, joined, stopped, and started again."""

    port: int
    before: list[str]
    code: int
    said: str
    again: list[str]


@pytest.fixture(scope="module")
def two_starts(usual_port_taken: int, tmp_path_factory: pytest.TempPathFactory) -> TwoStarts:
    folder = tmp_path_factory.mktemp("demo")
    with running_demo(folder) as demo:
        demo.new_phone("Zoe")
        before = [entry["label"] for entry in demo.state()["residents"]]
        port = demo.port
        code, said = demo.interrupt()
    with running_demo(folder) as demo:
        again = [entry["label"] for entry in demo.state()["residents"]]
    return TwoStarts(port, before, code, said, again)


def test_a_demo_takes_the_next_port_ends_in_peace_and_starts_fresh(
    two_starts: TwoStarts,
) -> None:
    # One test, so that one worker holds the usual port for all of it.
    assert USUAL_PORT < two_starts.port < USUAL_PORT + PORTS_TRIED
    assert (two_starts.code, two_starts.said) == (0, "Stopped.\n")
    assert "Zoe" in two_starts.before
    assert "Zoe" not in two_starts.again


def test_a_port_asked_for_and_taken_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with demo_process(tmp_path, "--port", str(port)) as process:
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.startswith(f"Port {port} is taken.")
    assert said.endswith("Choose another with --port.\n")
    assert len(said.splitlines()) == 1
