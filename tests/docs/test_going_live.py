"""docs/going-live.md: its units, its compose file and its words fit the program."""

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
import typer
import yaml
from the_pages import ROOT, code_in, read, rows, section

from engagement.operations.alarms import Alarm
from wardmote.commands.cli_options import app
from wardmote.commands.run import GRACE_SECONDS

PAGE = read("docs/going-live.md")
UNITS = dict(
    re.findall(
        r"`/etc/systemd/system/([\w.-]+)`[^`]*?(?:`[^`]+`[^`]*?)?```ini\n(.*?)```", PAGE, re.S
    )
)
LAUNCHER = "/usr/local/bin/wardmote"


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(UNITS[name])
    return parser


def test_the_page_has_every_unit_it_names():
    named = set(re.findall(r"OnFailure=(\S+)|Unit=(\S+)", PAGE))
    assert {name for pair in named for name in pair if name} <= UNITS.keys()
    assert len(UNITS) == 4


def verified(folder: Path, text: dict[str, str]) -> list[str]:
    """What systemd has to say of these units."""
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("There is no systemd-analyze here.")
    files = [folder / name for name in text]
    for file in files:
        file.write_text(text[file.name].replace(LAUNCHER, sys.executable))
    said = subprocess.run([verify, "verify", *files], capture_output=True, text=True)
    return [line for line in said.stderr.splitlines() if "wardmote" in line]


def test_systemd_understands_every_unit_and_would_have_said_so_if_not(tmp_path: Path):
    broken = {name: text.replace("ExecStart=", "ExecBegin=") for name, text in UNITS.items()}
    assert any("ExecBegin" in line for line in verified(tmp_path, broken))
    assert verified(tmp_path, UNITS) == []


def test_the_service_comes_back_has_time_to_stop_and_may_write_in_one_place():
    service = unit("wardmote.service")["Service"]
    assert service["Restart"] == "always"
    assert int(service["TimeoutStopSec"]) > GRACE_SECONDS
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")
    assert service["StateDirectory"] == "wardmote"
    assert "sqlite+aiosqlite:////var/lib/wardmote/wardmote.db" in PAGE
    assert "WatchdogSec" not in service


def test_every_command_called_by_the_launcher_is_there():
    group: click.Group = typer.main.get_command(app)
    launched = re.compile(rf"^(?:\S*=)?(?:sudo -u wardmote wardmote|{LAUNCHER}|wardmote) ([a-z-]+)")
    found = [m[1] for line in code_in(PAGE) if (m := launched.match(line.strip()))]
    assert {"run", "migrate", "healthy", "invite", "poster", "emulator"} <= set(found)
    not_there = {name for name in found if name not in group.commands}
    assert not_there <= {"dress"}


def test_compose_says_what_docker_run_says():
    service = yaml.safe_load(re.search(r"```yaml\n(services:.*?)```", PAGE, re.S)[1])["services"][
        "wardmote"
    ]
    line = next(code for code in code_in(PAGE) if code.startswith("docker run -d"))
    assert service["read_only"]
    assert "--read-only" in line
    assert service["init"]
    assert "--init" in line
    assert service["tmpfs"] == ["/tmp"]
    assert "--tmpfs /tmp" in line
    assert service["cap_drop"] == ["ALL"]
    assert "--cap-drop ALL" in line
    assert f"--security-opt {service['security_opt'][0]}" in line
    assert f"--restart {service['restart']}" in line
    assert f"--env-file {service['env_file']}" in line
    assert all(f"-v {volume}" in line for volume in service["volumes"])
    assert f"--stop-timeout {service['stop_grace_period'].rstrip('s')} " in line
    assert line.endswith(service["image"])


def test_the_logs_lines_are_those_the_program_writes():
    listed = [row[0].strip("`") for row in rows(section(PAGE, "## Alerts when it is down"))]
    code = "".join(
        p.read_text("utf-8") for d in ("bot", "wardmote", "web") for p in (ROOT / d).rglob("*.py")
    )
    written = re.findall(r"log\.(?:info|warning|error)\(\s*\"([^\"]+)\"", code)
    assert sorted(listed) == sorted(set(written))


def test_what_the_start_says_of_proxy_and_certificates_is_what_it_says():
    part = section(PAGE, "## Behind a proxy, or with certificates of your own")
    said = [row[0].strip("`") for row in rows(part) if "see " in row[0]]
    code = read("bot/sending/request.py").replace("{error.status}", "407")
    assert len(said) == 3
    assert [line for line in said if line not in code] == []


def test_every_alarm_stands_on_the_page():
    listed = [row[0].strip("`") for row in rows(section(PAGE, "## Alarms"))]
    assert listed == [alarm.value for alarm in Alarm]
