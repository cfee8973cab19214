"""/mydata: a page with everything we hold about the person who asks."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all
from on_duty import named
from sqlalchemy import select

from bot.views import my_data
from engagement.staff.rights import Role
from storage.broadcasts.records import broadcasts
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.engine.database import Transaction
from storage.operations import held_data
from storage.operations.held_data import HELD, LEFT_OUT, WITHHELD, Keys
from storage.people import contacts
from storage.tables import metadata
from usecases.people.identify import recognise

KEYS = frozenset({"contact_id", "resident_id", "chat_id", "person", "lane", "staff_id", "author"})
LEADS_TO = frozenset({"contacts", "residents", "staff"})


def page(person: Person) -> str:
    document = next(m.document for m in reversed(person.phone.messages) if m.document)
    return document.content.decode()


async def lives(hood: Neighbourhood, person: Person) -> None:
    """Answers, a comment, a changed answer, a theme, a message."""
    await person.taps("Answer now")
    await person.types("I would rather talk about buses")
    await person.taps("Yes, keep it")
    await person.taps("3")
    await person.taps("1")
    await person.taps("3")
    await person.taps("Done")
    await person.taps("4")
    await person.types("More lamps, <please> & benches")
    await person.types("/themes")
    await person.taps("1")
    member = await hood.board_member(BOOKER)
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The playground opens on Saturday.")
    await member.taps("Send")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))


async def test_the_file_has_everything_in_words(hood: Neighbourhood, amina: Person) -> None:
    await lives(hood, amina)
    await amina.types("/mydata")
    found = page(amina)
    for said in (
        "Booker, Cressex and Castlefield",
        "I would rather talk about buses",
        "More lamps, &lt;please&gt; &amp; benches",
        "The playground opens on Saturday.",
        "arrived",
        "answered to the end",
        "What you follow",
        "All answers you ever gave, also former ones",
        str(amina.phone.user_id),
    ):
        assert said in found, said
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert document.filename.startswith("my-data-2022-09-")
    assert "<script" not in found


async def test_the_readable_part_has_no_program_text(hood: Neighbourhood, amina: Person) -> None:
    """It showed drafts' JSON, "About c-local-priorities" and a complaint's "Receipt"."""
    await lives(hood, amina)
    await amina.types("/complain the page is slow")
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/mydata")
    readable, _, program = page(amina).partition("<body>")[2].partition("<pre")
    for text in ("{", "c-local-priorities", ">talk", "_"):
        assert text not in readable, text
    assert "local-priorities" in program
    assert '"drafts"' in program.replace("&quot;", '"')
    assert "<dt>Reference</dt><dd>C-" in readable
    assert "the page is slow" in readable
    assert "Receipt" in readable  # of the answers
    assert "<dl></dl>" not in readable


async def test_the_readable_part_of_staff_has_their_draft_and_role_in_words(
    hood: Neighbourhood,
) -> None:
    member = await hood.board_member(BOOKER)
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The playground opens on Saturday.")
    await member.types("/mydata")
    readable, _, _ = page(member).partition("<pre")
    assert "<dt>Words</dt><dd>The playground opens on Saturday.</dd>" in readable
    assert "board member" in readable
    assert "board-member" not in readable
    assert "joined-staff" not in readable


async def test_staff_read_their_duties_in_words(hood: Neighbourhood) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await ruth.types("/mydata")
    readable, _, _ = page(ruth).partition("<pre")
    assert "Your duties as staff" in readable
    assert "<dt>Duty</dt><dd>reads words of danger</dd>" in readable
    assert "<dt>To the end of</dt><dd>4 December 2022</dd>" in readable


async def test_nobody_elses_words_are_in_it(hood: Neighbourhood, amina: Person) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await answers_all(ben)
    await amina.types("/mydata")
    assert "More lamps" not in page(amina)
    assert str(ben.phone.user_id) not in page(amina)


async def test_while_it_is_made_the_chat_shows_that_a_file_is_coming(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/mydata")
    assert hood.stage.emulator.calls["sendChatAction"] == 1


@pytest.mark.parametrize(
    ("language", "said"), [("polski", "Gdzie mieszkasz"), ("اردو", 'dir="rtl"')]
)
async def test_it_is_in_their_language(amina: Person, language: str, said: str) -> None:
    await amina.types(f"/language {language}")
    await amina.types("/mydata")
    assert said in page(amina)


async def test_a_stranger_reads_that_we_hold_nothing(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    assert "We hold nothing about you" in await sam.types("/mydata")


async def test_who_is_joining_gets_what_we_hold_till_then(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.types("/mydata")
    assert "You have begun to join" in page(sam)


async def test_staff_get_what_they_did_too(hood: Neighbourhood) -> None:
    officer = await hood.officer("Olga Officer")
    await officer.types("/mydata")
    assert "Olga Officer" in page(officer)
    assert "joined-staff" in page(officer)


async def test_staff_read_what_they_decided_about_questions(hood: Neighbourhood) -> None:
    officer = await hood.officer("Ruth")
    await officer.types("/manage")
    for label in ("1 ", "Pause", "Tuesday 6 September", "We are checking it"):
        await officer.taps(label)
    await officer.types("/mydata")
    readable, _, program = page(officer).partition("<pre")
    assert "What you decided about questions" in readable
    assert "<dt>Questions</dt><dd>What should come first in your area?</dd>" in readable
    assert "You paused them" in readable
    assert "<dt>Words</dt><dd>We are checking it</dd>" in readable
    assert "consultation_steps" in program


async def test_every_table_with_something_about_a_person_is_in_the_file() -> None:
    """A new table that leads to a person, and isn't in the file, fails here."""
    lead = {
        table.name
        for table in metadata.sorted_tables
        if {c.name for c in table.columns} & KEYS
        or {key.column.table.name for c in table.columns for key in c.foreign_keys} & LEADS_TO
    }
    assert lead - {table.name for table in (*HELD, *WITHHELD)} == set()
    assert {table.name for table in HELD} - my_data.FIELDS.keys() == set()


async def test_the_part_for_programs_has_every_column(hood: Neighbourhood, amina: Person) -> None:
    await lives(hood, amina)
    async with hood.stage.service.database.read() as tx:
        person = await recognise(tx, hood.stage.service.world, amina.phone.user_id)
        assert person.contact is not None
        keys = Keys(person.id, person.contact.resident_id, person.chat_id)
        rows = await held_data.rows_of(tx, keys)
    assert {*rows["contacts"][0]} == {c.name for c in contacts.contacts.c} - LEFT_OUT
    await amina.types("/mydata")
    of_other_tables = {"broadcasts": {"text"}}
    for table, columns in my_data.FIELDS.items():
        known = {c.name for c in metadata.tables[table].c} | of_other_tables.get(table, set())
        assert {*columns} <= known, table


HURT = "My husband hits me and I don't know where to go"


@pytest.mark.parametrize("joined", [True, False])
async def test_the_file_does_not_tell_that_words_of_danger_were_written(
    hood: Neighbourhood, joined: bool
) -> None:
    """Somebody who hurts them may read it on their phone."""
    sam = hood.stranger()
    await sam.start()
    if not joined:
        await sam.types(HURT)
    await sam.types("Start")
    await sam.types("Yes")
    await sam.types("HP12 3HP")
    if joined:
        await sam.types(HURT)
    await sam.types("/mydata")
    assert "Who decides?" in page(sam)
    assert "safety" not in page(sam)
    assert "hits me" not in page(sam)


async def test_a_message_that_went_wrong_and_holds_words_of_danger_is_not_in_it(
    hood: Neighbourhood, amina: Person
) -> None:
    async def set_aside(tx: Transaction) -> None:
        now, lane = hood.stage.clock.now(), amina.phone.user_id
        for number, payload in ((1, f'{{"wardmote_danger":true,"text":"{HURT}"}}'), (2, '{"b":3}')):
            kept = Incoming(update_id=900_000 + number, lane=lane, payload=payload)
            (stored,) = await inbox.store(tx, 1, [kept], now)
            await inbox.quarantine(tx, stored.seq, f"K7Q-4M{number}", reason="x", now=now)

    await hood.stage.service.batcher.run(set_aside)
    await amina.types("/mydata")
    assert "went wrong" in page(amina)
    assert "wardmote_danger" not in page(amina)
    assert "hits me" not in page(amina)


async def test_numbers_of_other_people_are_not_in_it(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/complain")
    receipt = await amina.types("The lamp is out")
    reference = receipt.split("Your reference: ")[1].split(".")[0]
    officer = await hood.officer()
    await officer.types(f"/complaints {reference}")
    await officer.taps("I have it: tell them")
    await amina.types("/mydata")
    assert "acknowledged_by" not in page(amina)
    await officer.types(f"/requests {reference}")
    await officer.types("/mydata")
    assert "begun to write" in page(officer)
    assert "contact&quot;:" not in page(officer)
    assert '"contact":' not in page(officer)


async def test_what_they_wrote_of_danger_is_in_no_part_of_it(
    hood: Neighbourhood, amina: Person
) -> None:
    """An answer, a comment, a complaint and offered words: the file always says where to ask."""
    await amina.taps("Answer now")
    await amina.types(HURT)
    await amina.taps("Yes, keep it")
    await amina.types(f"Again: {HURT}")
    await amina.types(f"/complain {HURT}")
    await amina.types("/mydata")
    assert "hits me" not in page(amina)
    assert "Words of danger that you wrote" in page(amina)
    assert "Who decides?" in page(amina)


async def test_the_file_of_staff_does_not_say_how_many_people_a_message_went_to(
    hood: Neighbourhood,
) -> None:
    """It had the exact number of each message, and the random id of the last recipient."""
    await hood.residents(3, "HP12 3HP")
    author = await hood.board_member(BOOKER)
    await author.types("/send")
    await author.taps("Something else")
    await author.types("The playground opens on Saturday.")
    await author.taps("Send to")
    await author.types("/mydata")
    found = page(author)
    assert "broadcasts" in found
    for told in ("people_frozen", "filled_to", ": 3,", ":3,"):
        assert told not in found
    async with hood.stage.service.database.read() as tx:
        last = (await tx.execute(select(broadcasts.c.filled_to))).scalar_one()
    assert str(last) not in found
    assert ":00:00" in found  # when it was sent, to the minute


async def test_staff_read_what_they_wrote_and_did_in_words(hood: Neighbourhood) -> None:
    """It was a list of times."""
    member = await hood.board_member(BOOKER)
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The playground opens on Saturday.")
    await member.taps("Send")
    await member.types("/mydata")
    readable, _, program = page(member).partition("<pre")
    for said in (
        "<dt>Words</dt><dd>The playground opens on Saturday.</dd>",
        "<dt>Ward</dt><dd>Booker, Cressex and Castlefield</dd>",
        "<dt>State</dt><dd>sent</dd>",
        "<dt>What you did</dt><dd>You sent a message</dd>",
        "<dt>What you did</dt><dd>You became staff</dd>",
    ):
        assert said in readable, said
    assert "The playground opens on Saturday." in program


async def test_what_staff_wrote_with_words_of_danger_is_not_in_their_file(
    hood: Neighbourhood,
) -> None:
    member = await hood.board_member(BOOKER)
    await member.types("/send")
    await member.taps("Something else")
    await member.types("Does your husband hit you every night? I want to die, he says.")
    await member.taps("Send")
    await member.types("/mydata")
    assert "husband" not in page(member)
    assert "You sent a message" in page(member)


def test_every_act_of_staff_has_words() -> None:
    """One that has none would be "Something else" in the file."""
    words = Path("content/words/en.ftl").read_text()
    said = {*re.findall(r"\[([a-z-]+)\]", words.partition("mydata-act =")[2].partition("}\n")[0])}
    written = [path.read_text() for path in Path("usecases").rglob("*.py")]
    acts = {
        act
        for text in written
        for act in re.findall(
            r'note\(\s*tx,(?:\s*world,\s*member,)?\s*"([a-z-]+)",[^)]*staff_id=m', text
        )
    }
    assert acts
    assert acts <= said
