"""The image, the hooks, and what may stand in no file of the project."""

import json
import re
import tomllib

import pytest
import yaml
from the_pages import ROOT, name_of, read, text_files

PYPROJECT = tomllib.loads(read("pyproject.toml"))
PACKAGES = {name.partition(".")[0] for name in PYPROJECT["tool"]["setuptools"]["packages"]}

# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.",
    "yarn" + "pkg.com",
    "cra" + "tes.io",
    "proxy.go" + "lang.org",
    "conda" + ".anaconda.org",
]
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/"]
NEIGHBOUR = "sha" + "red/"


def copied(image: str) -> set[str]:
    return set(re.findall(r"^COPY (.+) \S+$", image, flags=re.MULTILINE))


@pytest.mark.parametrize("word", REGISTRIES + MACHINE_PATHS)
def test_no_file_names_a_registry_or_a_place_on_somebodys_machine(word):
    assert [name_of(p) for p in text_files() if word in p.read_text("utf-8")] == []


def test_only_tests_look_outside_the_project():
    found = [name_of(p) for p in text_files() if NEIGHBOUR in p.read_text("utf-8")]
    assert [name for name in found if not name.startswith("tests/")] == []


def test_the_image_holds_every_package_and_the_lock():
    named = {name for line in copied(read("Dockerfile")) for name in line.split()}
    assert named == PACKAGES | {"requirements.lock", "LICENSE", "pyproject.toml"}


def test_what_the_image_copies_is_not_ignored():
    ignored = read(".dockerignore").splitlines()
    assert "*" in ignored
    kept = {line[1:] for line in ignored if line.startswith("!")}
    assert kept == PACKAGES | {"requirements.lock", "LICENSE", "pyproject.toml"}


def test_the_image_is_not_run_by_root_and_installs_by_hash():
    image = read("Dockerfile")
    assert re.search(r"^USER wardmote$", image, flags=re.MULTILINE)
    assert "--require-hashes -r requirements.lock" in image
    assert f"FROM python:{PYPROJECT['project']['requires-python'].lstrip('>=')}-slim" in image


def test_the_image_migrates_and_then_hands_over_to_the_bot():
    command = re.search(r"^CMD (.+)$", read("Dockerfile"), flags=re.MULTILINE)
    assert command is not None
    shell, flag, line = json.loads(command.group(1))
    assert (shell, flag) == ("sh", "-c")
    assert line == "python -m wardmote migrate && exec python -m wardmote run"


def test_hooks_call_what_is_installed_here_and_nothing_from_elsewhere():
    repos = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    for hook in repos[0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].startswith(".venv/bin/")


def test_nothing_secret_or_local_is_part_of_the_project():
    names = {name_of(path) for path in text_files()}
    assert not {".env", "wardmote.env"} & names
    assert not [name for name in names if name.endswith((".db", ".db.forgotten"))]
    assert ROOT / ".gitignore" in text_files()
