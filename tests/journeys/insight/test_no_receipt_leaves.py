"""The receipt is a key to somebody's answers: no file has one, and no two files can be joined."""

import io
import zipfile

import pytest
from company import Neighbourhood, Person, answers_all
from searched_logs import RECEIPT

from storage.consultations.responses import responses
from storage.engine.database import Transaction
from usecases.insight.export import numbers_of_a_file


async def stored(hood: Neighbourhood) -> list[tuple[str, int]]:
    """(receipt, resident) of every response."""

    async def read(tx: Transaction) -> list[tuple[str, int]]:
        found = await tx.execute(responses.select())
        return [(row.receipt, row.resident_id) for row in found]

    return await hood.stage.service.batcher.run(read)


async def exported_bytes(hood: Neighbourhood, officer: Person, kind: str) -> bytes:
    """Everything in the file that /export sends, unpacked where it is an archive."""
    await hood.may_export(officer)
    await officer.taps(kind)
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    if not zipfile.is_zipfile(io.BytesIO(document.content)):
        return document.content
    with zipfile.ZipFile(io.BytesIO(document.content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("kind", ["CSV", "Excel workbook"])
async def test_no_receipt_and_no_random_id_is_in_any_file(
    hood: Neighbourhood, amina: Person, kind: str
) -> None:
    people = [amina, *await hood.residents(3, "HP12 3HP")]
    for person in people:
        await answers_all(person)
    await hood.closes()
    officer = await hood.officer()
    found = await exported_bytes(hood, officer, kind)
    known = await stored(hood)
    assert len(known) == 4
    for receipt, resident in known:
        for key in (receipt, receipt.replace("-", ""), str(resident)):
            assert key.encode() not in found
    assert b"More lamps, please" in found


async def test_no_receipt_is_in_any_message_to_staff(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    officer = await hood.officer()
    await officer.types("/export")
    await officer.types("/results")
    await hood.closes()
    await exported_bytes(hood, officer, "CSV")
    await officer.types("/results")
    ((receipt, _),) = await stored(hood)
    assert not any(receipt in m.text or RECEIPT.search(m.text) for m in officer.phone.messages)


async def test_two_files_give_a_person_different_numbers_and_another_order(
    hood: Neighbourhood,
) -> None:
    people = await hood.residents(8, "HP12 3HP")
    for number, person in enumerate(people):
        await person.taps("Answer now")
        await person.taps(str(number % 3 + 1))
    await hood.closes()
    officer = await hood.officer()
    first, second = await hood.exported(officer), await hood.exported(officer)
    assert len(first) == len(second) == 8
    assert {row["response"] for row in first} & {row["response"] for row in second} == set()
    assert [row["first_theme"] for row in first] != [row["first_theme"] for row in second]


def test_within_a_file_a_person_keeps_one_number_and_no_two_share_one() -> None:
    numbered = numbers_of_a_file(2**62 + 5)
    ids = [2**61 + n for n in range(1_000)]
    assert [numbered(i) for i in ids] == [numbered(i) for i in ids]
    assert len({numbered(i) for i in ids}) == 1_000
    assert numbers_of_a_file(2**62 + 6)(ids[0]) != numbered(ids[0])
