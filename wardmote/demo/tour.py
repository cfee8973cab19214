"""The tour: one whole story told headless through the Bot API, and every total checked."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from content.library import Library
from content.schema import Consultation
from content.words import day
from emulator import Crowd, Member, Phone
from engagement.staff.rights import Role
from reports.responses_csv import read_back
from wardmote.demo import witness
from wardmote.demo.screen_patterns import Seen
from wardmote.demo.stage import Hand, Stage, staged
from wardmote.demo.story import Cast, Playwright, Residents
from wardmote.demo.transcript import Chapter, as_transcript, summary
from wardmote.demo.witness import Told
from wardmote.service.private_files import put

INVITATION = "Your answers shape the plan for your area. It takes a few minutes."
OUTCOME = "Made up for this story: your board has read every answer, and takes the first wishes on."
NEWS = "Thank you to all who have answered so far. The questions stay open until {day}."

Say = Callable[[str], None]
QUARTER_DAY = 6 * 3600.0
"""How often a story's house tidies up: weeks pass in seconds."""


@dataclass
class Company:
    """Everybody on stage: the residents of the crowd, and four members of staff by hand."""

    stage: Stage
    consultation: Consultation
    crowd: Crowd
    policy: Residents
    officer: Hand
    second: Hand
    member: Hand
    other_member: Hand
    wards: dict[int, str] = field(default_factory=dict)
    phones: dict[int, Phone] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)
    bounced: set[int] = field(default_factory=set)
    differences: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def told(self) -> dict[int, Told]:
        """What the crowd says it did."""
        return witness.accounts(self.crowd.log, self.wards, self.phones, self.seen)

    def seen(self, user: int) -> Seen:
        """How one resident reads their screens."""
        return self.policy.seen(self.languages[user])

    def joined(self) -> dict[int, datetime]:
        """When each resident saw that they had joined, by the messages on their phones."""
        found: dict[int, datetime] = {}
        for user, phone in self.phones.items():
            for message in phone.messages:
                if message.from_bot and self.seen(user).has_joined(message.text):
                    found.setdefault(user, message.edited_at or message.sent_at)
        return found

    def check(self, what: str, expected: object, found: object) -> None:
        """Note a total and whether the independent count agrees."""
        agrees = expected == found
        self.lines.append(f"| {what} | {expected} | {found} | {'yes' if agrees else 'NO'} |")
        if not agrees:
            self.differences.append(f"{what}: expected {expected}, found {found}")


@dataclass(frozen=True, slots=True)
class TourResult:
    """What was written, and every total that did not agree."""

    differences: tuple[str, ...]
    folder: Path


async def tour(library: Library, *, residents: int, seed: int, out: Path, say: Say) -> TourResult:
    """Tell the story of ``residents`` people and write transcript, responses and summary."""
    consultation = first_consultation(library)
    start = consultation.opens_at + timedelta(hours=1)
    await asyncio.to_thread(partial(out.mkdir, parents=True, exist_ok=True))
    with tempfile.TemporaryDirectory(prefix="wardmote-tour-") as folder:
        async with (
            staged(
                library,
                start=start,
                folder=Path(folder),
                seed=seed,
                tick_seconds=QUARTER_DAY,
            ) as stage,
            asyncio.TaskGroup() as group,
        ):
            company = await assemble(stage, consultation, residents=residents, seed=seed)
            stop = asyncio.Event()
            group.create_task(company.crowd.run(stop))
            await _tell(company, start, out, say)
            stop.set()
        say(f"Written to {out}: transcript.md, responses.csv, summary.md")
    return TourResult(tuple(company.differences), out)


def first_consultation(library: Library) -> Consultation:
    """The consultation the story is about: the first to open."""
    return next(iter(library.consultations.values()))


async def assemble(
    stage: Stage, consultation: Consultation, *, residents: int, seed: int
) -> Company:
    """Staff join by their links; residents get their phones and their parts."""
    emulator, library = stage.emulator, stage.library
    board = library.boards[0]

    async def staff(name: str, role: Role, label: str, wards: tuple[str, ...] = ()) -> Hand:
        hand = Hand(stage, emulator.phone(name))
        await hand.start(await stage.invite(role, label, wards))
        emulator.cast(hand.phone, label, "board" if wards else "officer")
        return hand

    policy = Residents(consultation, library, stage.words, stage.clock.now)
    company = Company(
        stage=stage,
        consultation=consultation,
        crowd=Crowd(emulator, policy, seed=seed),
        policy=policy,
        officer=await staff("O", Role.OFFICER, "Engagement officer"),
        second=await staff("A", Role.ADMINISTRATOR, "Administrator"),
        member=await staff("B", Role.BOARD_MEMBER, f"{board.name}, first member", board.wards),
        other_member=await staff(
            "C", Role.BOARD_MEMBER, f"{board.name}, second member", board.wards
        ),
    )
    writer = Playwright(library, random.Random(seed), await _posters(stage))  # noqa: S311 (a story)
    for number, cast in enumerate(writer.cast(residents), start=1):
        add_resident(company, cast, f"Resident {number}")
    return company


async def return_to(
    stage: Stage,
    consultation: Consultation,
    members: Mapping[int, Mapping[str, Any]],
    *,
    seed: int,
) -> Company:
    """The company of a story told before, on the phones the emulator has kept."""
    emulator = stage.emulator
    policy = Residents(consultation, stage.library, stage.words, stage.clock.now)

    board = [p for p in emulator.phones.values() if p.user.side == "board"]
    officers = [p for p in emulator.phones.values() if p.user.side == "officer"]
    company = Company(
        stage=stage,
        consultation=consultation,
        crowd=Crowd(emulator, policy, seed=seed),
        policy=policy,
        officer=Hand(stage, officers[0]),
        second=Hand(stage, officers[1]),
        member=Hand(stage, board[0]),
        other_member=Hand(stage, board[1]),
    )
    writer = Playwright(stage.library, random.Random(seed), await _posters(stage))  # noqa: S311
    for (user, memory), cast in zip(members.items(), writer.cast(len(members)), strict=True):
        member = _cast_as(company, emulator.phones[user], cast)
        member.memory.update(memory)
    return company


async def _posters(stage: Stage) -> dict[str, str]:
    """Where the story's posters hang, by ward."""
    wards = [ward.code for ward in stage.library.plan_wards][:3]
    return {ward: await stage.poster(ward, "library") for ward in wards}


def add_resident(company: Company, cast: Cast, name: str) -> None:
    """One more of the crowd."""
    phone = company.stage.emulator.phone(name, language_code=cast.language)
    _cast_as(company, phone, cast)


def _cast_as(company: Company, phone: Phone, cast: Cast) -> Member:
    company.languages[phone.user_id] = cast.language
    company.wards[phone.user_id] = cast.ward
    company.phones[phone.user_id] = phone
    begun = phone.last is not None
    return company.crowd.add(phone, {"cast": cast}, begun=begun)


async def _tell(company: Company, start: datetime, out: Path, say: Say) -> None:
    stage, consultation = company.stage, company.consultation
    say(f"{len(company.phones)} residents join, some by a poster, most by postcode …")
    await stage.until(start + timedelta(days=7))
    say("An officer invites everybody; a second person says yes …")
    await invite(company)
    await stage.until(start + timedelta(days=14))
    say("A board member writes to one area …")
    await news(company)
    say("Answers come in until the consultation closes …")
    await stage.until(consultation.closes_at + timedelta(minutes=30))
    exported = await _export(company, out)
    results = await _results(company)
    check_totals(company, exported)
    for line in check_agreement(company, exported):
        say(line)
    chapters = _chapters(company)
    await asyncio.to_thread(
        put, out / "transcript.md", as_transcript(chapters, stage.words).encode()
    )
    text = summary(stage.words, stage.library.council, consultation, results, company.lines)
    await asyncio.to_thread(put, out / "summary.md", text.encode())


async def invite(company: Company) -> None:
    """The officer invites the plan's wards; the report is checked against the phones."""
    officer = company.officer
    await officer.types("/send")
    wards = [w.code for w in company.stage.library.plan_wards]
    every = len(wards) == len(company.stage.library.wards)
    await officer.taps("All " if every else "The plan's")
    await officer.taps("The questions")
    await officer.types(INVITATION)
    await send_and_check(company, officer, company.second, INVITATION, wards)


async def news(company: Company) -> None:
    """A board member writes to all wards of their board."""
    board = company.stage.library.boards[0]
    member = company.member
    await member.types("/send")
    words = NEWS.format(day=day(company.consultation.closes_at))
    if len(board.wards) > 1:
        await member.taps("All ")
    await member.types("Something else")
    await member.types(words)
    await send_and_check(company, member, company.other_member, words, board.wards)


async def tell_outcome(company: Company) -> None:
    """The officer tells what came of the answers, to all whom the questions were for."""
    officer = company.officer
    wards = [w.code for w in company.stage.library.plan_wards]
    every = len(wards) == len(company.stage.library.wards)
    await officer.types("/send")
    await officer.taps("All " if every else "The plan's")
    await officer.taps("What came of")
    await officer.types(OUTCOME)
    await send_and_check(company, officer, company.second, OUTCOME, wards)


async def send_and_check(
    company: Company, author: Hand, second: Hand, words: str, wards: Sequence[str]
) -> None:
    """Send what stands in the preview, get the second yes if one is needed, check the report."""
    now = company.stage.clock.now()
    due = witness.audience_at(company.crowd.log, company.wards, wards, now, company.joined())
    due -= company.bounced
    shown = await author.taps("Send to")
    if "second person" in shown:
        await second.taps("Yes, send")
    report = author.phone.last.text if author.phone.last else ""
    tally = witness.report_numbers(report)
    seen = witness.reached(company.phones.values(), due, words)
    company.check(f"people this was for: {words[:30]}…", seen.audience, tally.audience)
    company.check("… arrived on their phones", seen.arrived, tally.sent)
    company.check("… did not arrive", len(seen.missed), tally.audience - tally.sent)
    company.bounced |= seen.missed


async def _export(company: Company, out: Path) -> list[dict[str, str]]:
    await company.officer.types("/export")
    await company.officer.taps("1 ")
    await company.officer.taps("CSV")
    document = next(m.document for m in reversed(company.officer.phone.messages) if m.document)
    path = out / "responses.csv"
    await asyncio.to_thread(put, path, document.content)
    with path.open(encoding="utf-8", newline="") as file:
        return read_back(file)


async def _results(company: Company) -> str:
    await company.officer.types("/results")
    return await company.officer.taps("1 ")


def check_totals(company: Company, exported: list[dict[str, str]]) -> None:
    """The file read back, and the published results, against the crowd's own account."""
    consultation, told = company.consultation, [*company.told().values()]
    found = witness.differences(consultation, told, exported)
    company.differences += found
    company.check("responses whose answers differ", 0, len(found))
    answered = sum(1 for t in told if t.answered or t.comments)
    company.check("responses in the file", answered, len(exported))
    receipts = {t.receipt for t in told if t.receipt and not t.forgotten}
    complete = {r["receipt"] for r in exported if r["state"] == "complete"}
    company.check("receipts people hold", len(receipts), len(receipts & complete))
    shown = company.officer.phone.last.text if company.officer.phone.last else ""
    expected = witness.results_expected(company.stage.house.world, consultation, told)
    company.check("results as published", "as expected", _compared(expected, shown))


def check_agreement(company: Company, exported: list[dict[str, str]]) -> list[str]:
    """Who agreed, by the crowd's account and by the file; a line for each question of that kind."""
    consultation, told = company.consultation, [*company.told().values()]
    lines = []
    for key in witness.agreement_questions(consultation):
        meant = witness.agreement(told, key)
        found = witness.agreement_read(consultation, exported, key)
        company.check(f"agreed ({key}), of those who answered", meant, found)
        agreed, answered = found
        if answered:
            percent = round(100 * agreed / answered)
            lines.append(f"Agreement ({key}): {agreed} of {answered}, {percent}%")
    return lines


def _compared(expected: list[str], shown: str) -> str:
    missing = [line for line in expected if line not in shown]
    return "as expected" if not missing else f"without: {missing[0]}"


def _chapters(company: Company) -> list[Chapter]:
    """One resident who went all the way, one who changed their mind, and the staff."""
    say = company.stage.words.plain
    told = company.told()
    whole = [u for u, t in told.items() if t.receipt]
    chapters = []
    with suppress(IndexError):
        chapters.append(Chapter(say("paper-chapter-resident"), company.phones[whole[0]].messages))
        changed = [
            u
            for u in whole
            if sum(
                "Change my answers" in e.button_label for e in company.crowd.log if e.user_id == u
            )
        ]
        chapters.append(Chapter(say("paper-chapter-changed"), company.phones[changed[0]].messages))
    chapters.append(Chapter(say("paper-chapter-board-member"), company.member.phone.messages))
    chapters.append(Chapter(say("paper-chapter-second"), company.other_member.phone.messages))
    chapters.append(Chapter(say("paper-chapter-officer"), company.officer.phone.messages))
    return chapters
