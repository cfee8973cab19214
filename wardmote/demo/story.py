"""The story's people on a stage: residents with their personas, four members of staff, and the
totals checked so far."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from content.library import Library
from content.schema.consultation import Consultation
from emulator import Crowd, Member, Phone
from engagement.staff.rights import Role
from wardmote.demo import witness
from wardmote.demo.made_up_residents import Persona, PersonaWriter
from wardmote.demo.resident_policy import ResidentPolicy
from wardmote.demo.screen_patterns import ScreenPatterns
from wardmote.demo.stage import ScriptedUser, Stage
from wardmote.demo.witness import ExpectedResponse

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
        return witness.expected_responses(self.crowd.log, self.wards, self.phones, self.patterns_of)

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
    """The consultation the story is about: the first to open."""
    return next(iter(library.consultations.values()))


async def assemble(stage: Stage, consultation: Consultation, *, residents: int, seed: int) -> Story:
    """A new story: staff join by their links, and residents get phones and personas."""
    emulator, library = stage.emulator, stage.library
    board = library.boards[0]

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
    writer = PersonaWriter(library, random.Random(seed), await _posters(stage))  # noqa: S311 (a story)
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
    writer = PersonaWriter(stage.library, random.Random(seed), await _posters(stage))  # noqa: S311
    personas = writer.personas(len(members))
    for (user, memory), persona in zip(members.items(), personas, strict=True):
        member = _give_persona(story, emulator.phones[user], persona)
        member.memory.update(memory)
    return story


async def _posters(stage: Stage) -> dict[str, str]:
    """The payloads of the story's posters, by ward."""
    wards = [ward.code for ward in stage.library.plan_wards][:3]
    return {ward: await stage.poster(ward, "library") for ward in wards}


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
