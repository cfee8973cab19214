"""Writes and reads the answers of five people to one consultation."""

from __future__ import annotations

from sqlalchemy import select
from storage_neighbours import ABBEY, AMINA, BEN, CHLOE, DEV, ELSIE, NOW, VINTAGE, move_in

from storage.consultations import answers, comments, responses, versions
from storage.insight import response_pages

SLUG = "local-priorities"
FIVE = (AMINA, BEN, CHLOE, DEV, ELSIE)


class Desk:
    """Writes and reads people's answers to one consultation, one transaction per call."""

    def __init__(self, database, consultation, version_id):
        self._database = database
        self.consultation = consultation
        self.version_id = version_id

    async def begin(self, who, receipt=None, ward=ABBEY, now=NOW):
        async with self._database.write() as tx:
            return await responses.begin(
                tx,
                resident=who.resident,
                consultation=SLUG,
                ward=ward,
                vintage=VINTAGE,
                version_id=self.version_id,
                position="first_theme",
                receipt=receipt or f"R{who.number}",
                now=now,
            )

    async def save(self, who, question, value, now=NOW):
        async with self._database.write() as tx:
            response = await responses.response_of(tx, who.resident, SLUG)
            await answers.save(
                tx,
                resident=who.resident,
                consultation=SLUG,
                ward=response.ward,
                question=self.consultation.question(question),
                value=value,
                replaces=question in response.values,
                version_id=self.version_id,
                now=now,
            )

    async def move(self, who, position, state, now=NOW):
        async with self._database.write() as tx:
            await responses.move(tx, who.resident, SLUG, position=position, state=state, now=now)

    async def comment(self, who, question, words, now=NOW):
        async with self._database.write() as tx:
            await comments.add_comment(
                tx,
                resident=who.resident,
                consultation=SLUG,
                question=question,
                text=words,
                now=now,
            )

    async def values(self, who):
        async with self._database.read() as tx:
            return dict((await responses.response_of(tx, who.resident, SLUG)).values)

    async def ask(self, query, *details):
        async with self._database.read() as tx:
            return await query(tx, *details, SLUG)

    async def history(self, who, question):
        table = answers.answer_history
        async with self._database.read() as tx:
            found = await tx.execute(
                select(table.c.value)
                .where(table.c.resident_id == who.resident, table.c.question == question)
                .order_by(table.c.id)
            )
            return [*found.scalars()]

    async def exported(self, page):
        async with self._database.read() as tx:
            return [
                rows async for rows in response_pages.for_export(tx, SLUG, numbered=str, page=page)
            ]

    async def every(self, *columns):
        async with self._database.read() as tx:
            return [tuple(row) for row in await tx.execute(select(*columns))]


async def desk_for(database, consultation):
    """A desk, once the consultation is published and the five people have moved in."""
    async with database.write() as tx:
        await move_in(tx, *FIVE)
        version_id = await versions.publish(tx, consultation, NOW)
    return Desk(database, consultation, version_id)
