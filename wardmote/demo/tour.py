"""The tour: the whole story without a browser, through the Bot API, with every total checked."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.views.localiser import Localiser
from content.library import Library
from content.schema.consultation import Consultation
from engagement.consultations.survey import ResponseState
from reports.responses_csv import read_back
from usecases.insight.results import Results, results_for
from wardmote.demo import witness
from wardmote.demo.released_witness import compared
from wardmote.demo.staff_approvals import approve_openings, check_openings
from wardmote.demo.staff_broadcasts import invite, remind, send_news
from wardmote.demo.staff_reading import read_urdu
from wardmote.demo.stage import staged, tap_the_first
from wardmote.demo.story import (
    BEFORE_OPENING,
    QUARTER_DAY,
    Story,
    assemble,
    toured_consultations,
)
from wardmote.demo.transcript import Chapter, as_transcript, summary
from wardmote.demo.who_answered import show_who_answered
from wardmote.service.private_files import put

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TourResult:
    """Every total that did not agree, and the folder of the files."""

    differences: tuple[str, ...]
    folder: Path


async def tour(library: Library, *, residents: int, seed: int, out: Path, say: Say) -> TourResult:
    """Run the story of ``residents`` people at each consultation of the tour; write transcript,
    responses and summary. Those of the second are in a folder named after it."""
    differences: list[str] = []
    for number, consultation in enumerate(toured_consultations(library)):
        say(f"{consultation.title.say('en')}")
        folder = out / consultation.slug if number else out
        differences += await _tour(library, consultation, residents, seed, folder, say)
    return TourResult(tuple(differences), out)


async def _tour(
    library: Library, consultation: Consultation, residents: int, seed: int, out: Path, say: Say
) -> list[str]:
    """One consultation, from before its opening until its answers are read. Returns every total
    that did not agree."""
    start = consultation.opens_at + timedelta(hours=1)
    await asyncio.to_thread(partial(out.mkdir, parents=True, exist_ok=True))
    with tempfile.TemporaryDirectory(prefix="wardmote-tour-") as folder:
        async with (
            staged(
                library,
                start=consultation.opens_at - BEFORE_OPENING,
                folder=Path(folder),
                seed=seed,
                tick_seconds=QUARTER_DAY,
                staff_approve=True,
            ) as stage,
            asyncio.TaskGroup() as group,
        ):
            story = await assemble(stage, consultation, residents=residents, seed=seed)
            await approve_openings(story)
            await stage.until(start)
            stop = asyncio.Event()
            group.create_task(story.crowd.run(stop))
            await _run(story, start, out, say)
            stop.set()
        say(f"Written to {out}: transcript.md, responses.csv, summary.md")
    return story.differences


async def _run(story: Story, start: datetime, out: Path, say: Say) -> None:
    stage, consultation = story.stage, story.consultation
    say(f"{len(story.phones)} residents join, some by a poster, most by postcode …")
    await stage.until(start + timedelta(days=7))
    say("An officer invites everybody; a second person approves …")
    await invite(story)
    # Eight days later: in any seven a person gets one message.
    await stage.until(start + timedelta(days=15))
    say("A board member writes to one area …")
    await send_news(story)
    await stage.until(start + timedelta(days=23))
    say("The officer reminds those who have not answered to the end …")
    await remind(story)
    say("Answers come in until the consultation closes …")
    await stage.until(consultation.closes_at + timedelta(minutes=30))
    exported = await _export(story, out)
    results = await _results(story)
    await check_openings(story)
    _check_totals(story, exported)
    await _check_released(story)
    if who := await show_who_answered(story):
        results = f"{results}\n\n{who}"
    for line in _check_agreement(story, exported):
        say(line)
    await read_urdu(story)
    chapters = _chapters(story)
    await asyncio.to_thread(
        put, out / "transcript.md", as_transcript(chapters, stage.words).encode()
    )
    say_it = Localiser(stage.words, "en", stage.service.world)
    text = summary(say_it, consultation, results, story.lines)
    await asyncio.to_thread(put, out / "summary.md", text.encode())


async def _export(story: Story, out: Path) -> list[dict[str, str]]:
    await story.officer.types("/export")
    await tap_the_first(story.officer)
    await story.officer.taps("Ask for approval")
    await story.second.taps("Yes, approve the file")
    await story.officer.taps("CSV")
    document = next(m.document for m in reversed(story.officer.phone.messages) if m.document)
    path = out / "responses.csv"
    await asyncio.to_thread(put, path, document.content)
    with path.open(encoding="utf-8", newline="") as file:
        return read_back(file)


async def _results(story: Story) -> str:
    shown = await story.officer.types("/results")
    return await tap_the_first(story.officer) or shown


def _check_totals(story: Story, exported: list[dict[str, str]]) -> None:
    """Check the exported file and the published results against the crowd's own log."""
    consultation, expected = story.consultation, [*story.expected().values()]
    found = witness.differences(consultation, expected, exported)
    story.differences += found
    story.check("responses whose answers differ", 0, len(found))
    answered = sum(1 for e in expected if e.answered or e.comments)
    story.check("responses in the file", answered, len(exported))
    complete = sum(row["state"] == "complete" for row in exported)
    ended = sum(e.state is ResponseState.COMPLETE for e in expected)
    story.check("complete responses", ended, complete)
    shown = story.officer.phone.last.text if story.officer.phone.last else ""
    lines = witness.results_expected(story.stage.service.world, consultation, expected)
    story.check("results as published", "as expected", witness.compared(lines, shown))


async def _check_released(story: Story) -> None:
    """Check each released number against those who did it by the crowd's own log."""
    service, slug = story.stage.service, story.consultation.slug
    found = await service.batcher.run(
        lambda tx: results_for(tx, service.world, service.world.consultation(slug).consultation)
    )
    boundaries = service.world.loaded.boundaries
    if not isinstance(found, Results) or boundaries is None:
        story.check("results are released", True, False)
        return
    expected, limits = story.expected().values(), service.world.thresholds
    made = compared(story.consultation, expected, found.published, limits, boundaries.ward_at)
    story.differences += made.differences
    agreeing = made.numbers - len(made.differences)
    story.check("released numbers that fit what people did", made.numbers, agreeing)


def _check_agreement(story: Story, exported: list[dict[str, str]]) -> list[str]:
    """Check who agreed, by the crowd's log and by the file; a line for each such question."""
    consultation, expected = story.consultation, [*story.expected().values()]
    lines = []
    for key in witness.agreement_questions(consultation):
        meant = witness.agreement(expected, key)
        found = witness.agreement_read(consultation, exported, key)
        story.check(f"agreed ({key}), of those who answered", meant, found)
        agreed, answered = found
        if answered:
            percent = round(100 * agreed / answered)
            lines.append(f"Agreement ({key}): {agreed} of {answered}, {percent}%")
    return lines


def _chapters(story: Story) -> list[Chapter]:
    """The chats of a resident who finished, one who changed their answers, and the staff."""
    say = story.stage.words.plain
    finished = [user for user, one in story.expected().items() if one.receipt]
    chapters = []
    with suppress(IndexError):
        chapters.append(Chapter(say("paper-chapter-resident"), story.phones[finished[0]].messages))
        changed = [
            u
            for u in finished
            if sum("Change my answers" in e.button_label for e in story.crowd.log if e.user_id == u)
        ]
        chapters.append(Chapter(say("paper-chapter-changed"), story.phones[changed[0]].messages))
    chapters.append(Chapter(say("paper-chapter-board-member"), story.member.phone.messages))
    chapters.append(Chapter(say("paper-chapter-second"), story.other_member.phone.messages))
    chapters.append(Chapter(say("paper-chapter-officer"), story.officer.phone.messages))
    return chapters
