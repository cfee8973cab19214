"""The hooks, and what may stand in no file of the project."""

import pytest
import yaml
from the_pages import ROOT, name_of, read, text_files

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


@pytest.mark.parametrize("word", REGISTRIES + MACHINE_PATHS)
def test_no_file_names_a_registry_or_a_place_on_somebodys_machine(word):
    assert [name_of(p) for p in text_files() if word in p.read_text("utf-8")] == []


def test_only_tests_look_outside_the_project():
    found = [name_of(p) for p in text_files() if NEIGHBOUR in p.read_text("utf-8")]
    assert [name for name in found if not name.startswith("tests/")] == []


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
