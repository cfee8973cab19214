"""A person's own data as a web page: one file without scripts, pictures or links, readable on any
phone, with the same for programs at its end."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.words import escape

STYLE = (
    "body{font:1.1em/1.5 sans-serif;margin:1em auto;max-width:40em;padding:0 1em;color:#111;"
    "background:#fff}h2{margin-top:2em;border-bottom:1px solid #777}dl{margin:1em 0;padding:.5em "
    "0;border-bottom:1px solid #ccc}dt{font-weight:bold}dd{margin:0 0 .5em;white-space:pre-wrap;"
    "overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
)

Row = tuple[tuple[str, str], ...]
"""Labels and values."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says. ``sections`` are a heading and its rows; ``program`` is JSON."""

    language: str
    right_to_left: bool
    title: str
    lines: tuple[str, ...] = field(repr=False)
    sections: tuple[tuple[str, tuple[Row, ...]], ...] = field(repr=False)
    program_title: str = ""
    program: str = field(default="", repr=False)


def page_bytes(page: Page) -> bytes:
    """The page as UTF-8 HTML."""
    direction = "rtl" if page.right_to_left else "ltr"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(page.language)}" dir="{direction}">\n<head>',
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{escape(page.title)}</title><style>{STYLE}</style>\n</head>\n<body>",
        f"<h1>{escape(page.title)}</h1>",
        *(f"<p>{escape(line)}</p>" for line in page.lines),
    ]
    for heading, rows in page.sections:
        parts.append(f"<h2>{escape(heading)}</h2>")
        for row in rows:
            pairs = (f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in row)
            parts.append(f"<dl>{''.join(pairs)}</dl>")
    if page.program:
        parts.append(f"<h2>{escape(page.program_title)}</h2>")
        parts.append(f'<pre dir="ltr">{escape(page.program)}</pre>')
    return "\n".join([*parts, "</body>\n</html>\n"]).encode()
