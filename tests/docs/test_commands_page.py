"""docs/commands.md says what the command line and the bot say."""

import re

import click
import pytest
import typer
from the_pages import code_in, in_one_line, name_of, pages, read, rows, section

from bot.application import COMMANDS
from wardmote.commands.cli_options import app

PAGE = "docs/commands.md"
TYPED = re.compile(r"(?:-m |\.venv/bin/)wardmote ([a-z][a-z-]*)([^&;]*)")


def commands(group: click.Command | None = None, before: str = "") -> dict[str, click.Command]:
    """Every command by all its words: "run", "wards import-boundaries"."""
    found = {}
    for name, command in (group or typer.main.get_command(app)).commands.items():
        words = before + name
        has_own = hasattr(command, "commands")
        found |= commands(command, f"{words} ") if has_own else {words: command}
    return found


def as_written(param: click.Parameter) -> str:
    if param.required:
        return "required"
    return "none" if param.default in (None, "") else f"`{param.default}`"


def option_name(param: click.Parameter) -> str:
    return f"`{param.opts[0]}`"


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_stands_on_the_page_with_every_option_it_takes(name):
    command = commands()[name]
    part = section(read(PAGE), f"### `{name}`")
    assert in_one_line(command.help) in in_one_line(part)
    expected = [[option_name(p), as_written(p), p.help] for p in command.params]
    assert rows(part) == expected


def test_the_page_has_no_command_that_is_not_there():
    described = re.findall(r"^### `([a-z -]+)`$", read(PAGE), flags=re.MULTILINE)
    assert sorted(described) == sorted(commands())


def test_the_chat_commands_on_the_page_are_those_the_bot_takes():
    described = [row[0] for row in rows(section(read(PAGE), "## In the chat"))]
    assert sorted(described) == sorted(f"`/{name}`" for name in COMMANDS)


def test_every_command_line_in_any_page_could_be_typed():
    wrong = []
    for page in pages():
        for line in code_in(page.read_text("utf-8")):
            for name, rest in TYPED.findall(line):
                second = (rest.split() or [""])[0]
                command = commands().get(name) or commands().get(f"{name} {second}")
                known = {o for p in command.params for o in p.opts} if command else set()
                unknown = set(re.findall(r"(?<=\s)--[a-z-]+", rest)) - known
                if command is None or unknown:
                    wrong.append(f"{name_of(page)}: {line.strip()}")
    assert wrong == []
