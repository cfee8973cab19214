"""The image holds all it needs and nothing else, and runs as nobody in particular."""

import importlib.util
import json
import subprocess
import sys
import tomllib
from itertools import takewhile
from types import ModuleType

import click
import pytest
import typer
from the_pages import ROOT, name_of, project_files, read

from wardmote.commands.cli_options import app

PYPROJECT = tomllib.loads(read("pyproject.toml"))
SETUPTOOLS = PYPROJECT["tool"]["setuptools"]
PACKAGES = {pattern.rstrip("*") for pattern in SETUPTOOLS["packages"]["find"]["include"]}
PAPERS = {"requirements.lock", "LICENSE", "pyproject.toml"}
PROJECT = set(project_files())


def container_steps() -> ModuleType:
    """The script that carries the Dockerfile's steps out; here it only reads."""
    spec = importlib.util.spec_from_file_location(
        "container_steps", ROOT / ".ci/container_steps.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


STEPS = container_steps()
IMAGE = STEPS.instructions(read("Dockerfile"))


def only(word: str) -> str:
    found = [rest for name, rest in IMAGE if name == word]
    assert len(found) == 1, f"{word} stands there {len(found)} times"
    return found[0]


def copied() -> list[tuple[str, str]]:
    lines = [rest.split() for word, rest in IMAGE if word == "COPY"]
    return [(source, line[-1]) for line in lines for source in line[:-1]]


def kept_out(name: str) -> bool:
    return bool(STEPS.kept_out(read(".dockerignore"), name))


def test_every_package_is_copied_to_a_folder_of_its_own_name_and_nothing_else_is():
    wanted = {(name, f"./{name}") for name in PACKAGES} | {(name, "./") for name in PAPERS}
    assert set(copied()) == wanted


def test_every_file_a_package_needs_gets_into_the_build():
    named = [
        path
        for package, globs in SETUPTOOLS["package-data"].items()
        for glob in globs
        for path in (ROOT / package).glob(glob)
        if path.is_file() and path in PROJECT
    ]
    code = [path for path in PROJECT if name_of(path).partition("/")[0] in PACKAGES]
    assert len(named) > 10
    assert [name_of(path) for path in {*named, *code} if kept_out(name_of(path))] == []


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        "wardmote.env",
        "content/.env",
        ".git/config",
        ".venv/bin/python",
        "tests/docs/test_dockerfile.py",
        "docs/going-live.md",
        "wardmote.db",
        "bot/wardmote.db-wal",
        "wardmote/wardmote.db.forgotten",
        "bot/__pycache__/bot.cpython-311.pyc",
        "requirements-dev.lock",
    ],
)
def test_nothing_secret_or_needless_gets_into_the_build(name: str):
    assert kept_out(name)


def test_packages_are_built_already_checked_by_hash_and_come_before_the_code():
    words = [f"{word} {rest}" for word, rest in IMAGE]
    pip = next(line for line in words if " pip install " in line)
    assert "--only-binary :all:" in pip
    assert "--require-hashes -r requirements.lock" in pip
    before = [line for line in takewhile(lambda line: line != pip, words) if "COPY" in line]
    assert before == ["COPY requirements.lock ./"]


def test_the_image_is_pythons_own_slim_one_of_our_version():
    assert only("FROM") == f"python:{PYPROJECT['project']['requires-python'].lstrip('>=')}-slim"


def test_it_runs_as_a_user_by_number_who_is_not_root_and_owns_the_data_alone():
    user, group = (int(number) for number in only("USER").split(":"))
    assert min(user, group) >= 10_000
    made = next(rest for word, rest in IMAGE if word == "RUN" and "useradd" in rest)
    assert f"--uid {user} --gid {group}" in made
    assert f"install -d -o {user} -g {group} -m 0700 /data" in made
    assert "chown" not in read("Dockerfile")


def test_all_that_is_written_lies_in_the_one_volume():
    assert json.loads(only("VOLUME")) == ["/data"]
    kept = {"SQLITE_TMPDIR", "WARDMOTE_FORGOTTEN", "WARDMOTE_DATABASE"}
    said = dict(pair.split("=", 1) for pair in only("ENV").split())
    assert all("/data" in said[name] for name in kept)
    assert not {"WARDMOTE_TOKEN", "WARDMOTE_COUNCIL"} & said.keys()


def test_it_migrates_and_then_hands_over_to_the_bot_which_hears_the_stop_signal():
    shell, flag, line = json.loads(only("CMD"))
    assert (shell, flag) == ("sh", "-c")
    assert line == "python -m wardmote migrate && exec python -m wardmote run"
    assert only("STOPSIGNAL") == "SIGTERM"


def test_the_health_check_is_a_command_there_is():
    words = json.loads(only("HEALTHCHECK").partition("CMD ")[2])
    group: click.Group = typer.main.get_command(app)
    assert words[:3] == ["python", "-m", "wardmote"]
    assert words[3] in group.commands


def test_hadolint_finds_nothing():
    linter = ROOT / ".venv/bin/hadolint"
    if not linter.exists():
        pytest.skip("There is no hadolint in .venv/bin.")
    found = subprocess.run([linter, "Dockerfile"], cwd=ROOT, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")
