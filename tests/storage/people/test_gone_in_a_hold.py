"""Voice notes from before it was noted whose authors are gone: which go, and which stay."""

import pytest
from sqlalchemy import text
from storage_callers import settled_in
from storage_neighbours import ABBEY, AMINA, NOW, VINTAGE, move_in
from test_guest_rows import SLUG, go_to

from storage import migrations
from storage.consultations import responses, voice_notes
from storage.people import contacts


@pytest.mark.parametrize(
    ("mode", "linked", "gone"),
    [("chat", False, 1), ("shared phone", False, 0), ("chat", True, 0)],
)
async def test_after_the_upgrade_the_notes_go_of_those_who_were_forgotten(
    malleable, world, mode, linked, gone
):
    here = await settled_in(malleable, world)
    async with malleable.write() as tx:
        await move_in(tx, AMINA)
        await responses.begin(
            tx,
            resident=AMINA.resident,
            consultation=SLUG,
            ward=ABBEY,
            vintage=VINTAGE,
            version_id=here.loaded.consultations[SLUG].version_id,
            position="own_words",
            receipt="R1",
            now=NOW,
        )
        await tx.execute(text("UPDATE responses SET mode = :mode"), {"mode": mode})
        about = (AMINA.resident, SLUG, "own_words")
        await voice_notes.add(tx, 7, about, is_late=False, file_id="-", seconds=3, now=NOW)
        if not linked:
            await contacts.cut_link(tx, AMINA.contact)
        await tx.run_sync(go_to("0026"))
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        assert len(await voice_notes.authors_gone(tx)) == gone
