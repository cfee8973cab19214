"""/reading: officers read what people wrote, in a random order and without numbers while it is
open."""

from datetime import timedelta

from company import BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "More lamps, please"


async def writes(person: Person, text: str) -> None:
    """Answer the last question of the first consultation, in their own words."""
    await person.taps("Answer now")
    for _ in range(3):
        await person.taps("Skip")
    await person.types(text)


async def crowd(hood: Neighbourhood, texts: list[str], place: str = "HP12 3HP") -> list[Person]:
    """One new resident for each of these texts, who has written it."""
    people = await hood.residents(len(texts), place)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    for _ in range(3):
        await hood.all_do(people, lambda phone: phone.tap("Skip"))
    said = dict(zip((p.phone.user_id for p in people), texts, strict=True))
    await hood.all_do(people, lambda phone: phone.type(said[phone.user_id]))
    return people


async def night(hood: Neighbourhood) -> None:
    """Go on until the night after this day is over."""
    now = hood.stage.clock.now()
    await hood.stage.until((now + timedelta(days=1)).replace(hour=6, minute=0))


async def beginnings(person: Person) -> list[str]:
    """What every page of /reading shows."""
    shown, said = [], await person.types("/reading")
    while True:
        shown += [line for line in said.split("\n") if line[:1].isdigit()]
        if "More" not in person.labels:
            return [line.split(" ", 1)[1] for line in shown]
        said = await person.taps("More")


TEN = [f"Text number {n}" for n in range(10)]


async def test_ten_peoples_texts_appear_in_the_night_and_not_before(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, TEN)
    assert "nothing to read" in await officer.types("/reading")
    await night(hood)
    assert sorted(await beginnings(officer)) == TEN
