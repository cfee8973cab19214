"""``python -m wardmote`` and the ``wardmote`` command."""

from wardmote.commands.cli_options import app


def main() -> None:
    """Run the command line."""
    app(prog_name="wardmote")


if __name__ == "__main__":
    main()
