"""The tour's papers: a transcript of chats and a summary, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema import Consultation, Council
from content.words import Words, day
from emulator import Message


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chat, both sides."""

    title: str
    messages: Sequence[Message]


def as_transcript(chapters: Sequence[Chapter], words: Words) -> str:
    """Every chapter's messages as they stand on the phones at the end."""
    lines = [f"# {words.plain('paper-transcript')}", "", words.plain("paper-transcript-note"), ""]
    for chapter in chapters:
        lines += [f"## {chapter.title}", ""]
        for message in chapter.messages:
            lines += _said(message)
    return "\n".join(lines) + "\n"


def _said(message: Message) -> list[str]:
    if not message.from_bot:
        return [*(f"> {line}" for line in message.text.splitlines()), ""]
    lines = [f"{line}  " for line in message.text.splitlines()]
    lines += [" ".join(f"[{button.text}]" for button in row) for row in message.buttons]
    if message.document is not None:
        lines.append(f"({message.document.filename})")
    return [*lines, ""]


def summary(
    council: Council, consultation: Consultation, results: str, checks: Sequence[str]
) -> str:
    """The results as published, and every total beside its independent count."""
    return "\n".join(
        [
            f"# {consultation.title.say('en')}",
            "",
            f"{council.name}. Open from {day(consultation.opens_at)} to "
            f"{day(consultation.closes_at)} {consultation.closes_at.year}.",
            "",
            "## Results, as published",
            "",
            *(f"{line}  " for line in results.splitlines()),
            "",
            "## Totals, each counted twice",
            "",
            "The first count is what the residents did, by their own account and on their own",
            "phones; the second is what Wardmote says.",
            "",
            "| total | residents | Wardmote | agree |",
            "|---|---|---|---|",
            *checks,
            "",
        ]
    )
