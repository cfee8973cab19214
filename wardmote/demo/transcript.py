"""The tour's Markdown files: a transcript of chats, and a summary with the totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.views.localiser import Localiser
from content.schema.consultation import Consultation
from content.words import Words
from emulator import Message

COLUMNS = ("total", "residents", "wardmote", "agree")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chat, with both sides."""

    title: str
    messages: Sequence[Message]


def as_transcript(chapters: Sequence[Chapter], words: Words) -> str:
    """Every chapter's messages, as the phones show them at the end."""
    lines = [f"# {words.plain('paper-transcript')}", "", words.plain("paper-transcript-note"), ""]
    for chapter in chapters:
        lines += [f"## {chapter.title}", ""]
        for message in chapter.messages:
            lines += _lines(message)
    return "\n".join(lines) + "\n"


def _lines(message: Message) -> list[str]:
    if not message.from_bot:
        return [*(f"> {line}" for line in message.text.splitlines()), ""]
    lines = [f"{line}  " for line in message.text.splitlines()]
    lines += [" ".join(f"[{button.text}]" for button in row) for row in message.buttons]
    if message.document is not None:
        lines.append(f"({message.document.filename})")
    return [*lines, ""]


def summary(say: Localiser, consultation: Consultation, results: str, checks: Sequence[str]) -> str:
    """The results as published, and every total next to its independent count."""
    heads = [say.plain(f"paper-column-{name}") for name in COLUMNS]
    return "\n".join(
        [
            f"# {consultation.title.say('en')}",
            "",
            say.plain(
                "paper-open",
                council=say.world.library.council.name,
                opens=say.opens(consultation.opens_at, as_date=True),
                closes=say.closes(consultation.closes_at, as_date=True),
            ),
            "",
            f"## {say.plain('paper-results')}",
            "",
            *(f"{line}  " for line in results.splitlines()),
            "",
            f"## {say.plain('paper-totals')}",
            "",
            say.plain("paper-totals-note"),
            "",
            f"| {' | '.join(heads)} |",
            "|---|---|---|---|",
            *checks,
            "",
        ]
    )
