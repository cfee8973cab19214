"""The story's people on a stage: residents with their personas, four members of staff, and the
totals checked so far."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from content.library import Library
from content.schema.consultation import Consultation, QuestionKind
from content.schema.council import Board, Ward
from emulator import Crowd, Member, Phone, Seen
from engagement.consultations.branching import branches
from engagement.staff.rights import Role
from wardmote.demo import witness
from wardmote.demo.made_up_residents import Persona, PersonaWriter
from wardmote.demo.resident_policy import ResidentPolicy
from wardmote.demo.screen_patterns import ScreenPatterns
from wardmote.demo.stage import ScriptedUser, Stage
from wardmote.demo.witness import ExpectedResponse, on_path

BEFORE_OPENING = timedelta(hours=1)
"""When the story's staff meet, and approve the openings."""
QUARTER_DAY = 6 * 3600.0
"""Seconds of the story between ticks, since weeks of it pass in seconds."""


@dataclass
class Story:
    """One run of the story: a crowd of residents, and four members of staff who are scripted."""

    stage: Stage
    consultation: Consultation
    crowd: Crowd
    policy: ResidentPolicy
    officer: ScriptedUser
    second: ScriptedUser
    member: ScriptedUser
    other_member: ScriptedUser
    wards: dict[int, str] = field(default_factory=dict)
    phones: dict[int, Phone] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)
    unreached: set[int] = field(default_factory=set)
    differences: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def expected(self) -> dict[int, ExpectedResponse]:
        """Each resident's response as the crowd's own log has it."""
        found = witness.expected_responses(
            self.consultation, self.crowd.log, self.wards, self.seen_by, self.patterns_of
        )
        return {user: on_path(self.consultation, one) for user, one in found.items()}

    @property
    def board(self) -> Board:
        """The board whose members write to their wards."""
        return board_of(self.stage.library, self.consultation)

    def seen_by(self, user: int) -> list[Seen]:
        """Every message of the bot to one resident, as it was and as it became."""
        return self.stage.emulator.witness.of(self.phones[user].chat.id)

    def patterns_of(self, user: int) -> ScreenPatterns:
        """The patterns of the screens in one resident's language."""
        return self.policy.patterns(self.languages[user])

    def joined(self) -> dict[int, datetime]:
        """When each resident saw that they had joined, by the messages on their phones."""
        found: dict[int, datetime] = {}
        for user, phone in self.phones.items():
            for message in phone.messages:
                if message.from_bot and self.patterns_of(user).has_joined(message.text):
                    found.setdefault(user, message.edited_at or message.sent_at)
        return found

    def check(self, what: str, expected: object, found: object) -> None:
        """Note a total, and whether the independent count agrees."""
        agrees = expected == found
        self.lines.append(f"| {what} | {expected} | {found} | {'yes' if agrees else 'NO'} |")
        if not agrees:
            self.differences.append(f"{what}: expected {expected}, found {found}")


def first_consultation(library: Library) -> Consultation:
    """The consultation the demo's story is about: the first to open."""
    return next(iter(library.consultations.values()))


def toured_consultations(library: Library) -> list[Consultation]:
    """The consultations of the tour: the first to open, and the first that asks for a place and
    leads people along branches."""
    first, every = first_consultation(library), library.consultations.values()
    branching = (c for c in every if branches(c) and _asks_for_a_place(c))
    return [first, *(c for c in [next(branching, first)] if c is not first)]


def _asks_for_a_place(consultation: Consultation) -> bool:
    return any(question.kind is QuestionKind.PLACE for question in consultation.questions)


def asked_wards(library: Library, consultation: Consultation) -> tuple[Ward, ...]:
    """The wards in which the story's people live: those the consultation is for, or where it is for
    all the plan's."""
    if not consultation.wards:
        return library.plan_wards
    return tuple(ward for ward in library.plan_wards if consultation.is_for(ward.code))


def board_of(library: Library, consultation: Consultation) -> Board:
    """The first board with a ward of the consultation."""
    asked = {ward.code for ward in asked_wards(library, consultation)}
    return next(board for board in library.boards if asked & {*board.wards})


async def assemble(stage: Stage, consultation: Consultation, *, residents: int, seed: int) -> Story:
    """A new story: staff join by their links, and residents get phones and personas."""
    emulator, library = stage.emulator, stage.library
    board = board_of(library, consultation)

    async def staff(name: str, role: Role, label: str, wards: tuple[str, ...] = ()) -> ScriptedUser:
        user = ScriptedUser(stage, emulator.phone(name))
        await user.start(await stage.invite(role, label, wards))
        emulator.cast(user.phone, label, "board" if wards else "officer")
        return user

    policy = ResidentPolicy(consultation, library, stage.words, stage.clock.now)
    story = Story(
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
    writer = await _writer(stage, consultation, seed)
    for number, persona in enumerate(writer.personas(residents), start=1):
        add_resident(story, persona, f"Resident {number}")
    return story


async def return_to(
    stage: Stage,
    consultation: Consultation,
    members: Mapping[int, Mapping[str, Any]],
    *,
    seed: int,
) -> Story:
    """An earlier story continued, on the phones the emulator has kept."""
    emulator = stage.emulator
    policy = ResidentPolicy(consultation, stage.library, stage.words, stage.clock.now)

    board = [p for p in emulator.phones.values() if p.user.side == "board"]
    officers = [p for p in emulator.phones.values() if p.user.side == "officer"]
    story = Story(
        stage=stage,
        consultation=consultation,
        crowd=Crowd(emulator, policy, seed=seed),
        policy=policy,
        officer=ScriptedUser(stage, officers[0]),
        second=ScriptedUser(stage, officers[1]),
        member=ScriptedUser(stage, board[0]),
        other_member=ScriptedUser(stage, board[1]),
    )
    writer = await _writer(stage, consultation, seed)
    personas = writer.personas(len(members))
    for (user, memory), persona in zip(members.items(), personas, strict=True):
        member = _give_persona(story, emulator.phones[user], persona)
        member.memory.update(memory)
    return story


async def _writer(stage: Stage, consultation: Consultation, seed: int) -> PersonaWriter:
    """Who writes the personas. In the first three wards there are posters."""
    wards = asked_wards(stage.library, consultation)
    posters = {ward.code: await stage.poster(ward.code, "library") for ward in wards[:3]}
    return PersonaWriter(stage.library, wards, random.Random(seed), posters)  # noqa: S311 (a story)


def add_resident(story: Story, persona: Persona, name: str) -> None:
    """Add one resident to the crowd, on a new phone."""
    phone = story.stage.emulator.phone(name, language_code=persona.language)
    _give_persona(story, phone, persona)


def _give_persona(story: Story, phone: Phone, persona: Persona) -> Member:
    story.languages[phone.user_id] = persona.language
    story.wards[phone.user_id] = persona.ward
    story.phones[phone.user_id] = phone
    begun = phone.last is not None
    return story.crowd.add(phone, {"persona": persona}, begun=begun)
