"""``python -m wardmote`` and the ``wardmote`` command."""

import sys

import typer

from wardmote.commands.cli_options import app
from wardmote.commands.settings_or_exit import in_one_line


def main() -> None:
    """Run the command line. What the machine or the database refuses is told in one line."""
    try:
        app(prog_name="wardmote")
    except Exception as error:
        line = in_one_line(error)
        if line is None:
            raise
        typer.echo(line, err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
