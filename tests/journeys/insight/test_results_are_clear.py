"""Results say what a scale's ends mean, and list wards by name. S5."""

from datetime import timedelta

from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, answers_all

from bot.views.localiser import Localiser
from bot.views.results import by_name, ward_names


async def test_a_scale_is_explained_where_its_numbers_are(hood: Neighbourhood) -> None:
    people = await hood.residents(12, "HP12 3HP")
    for person in people:
        await answers_all(person)
    consultation = hood.library.consultations["local-priorities"]
    await hood.leap(consultation.closes_at + timedelta(hours=1))
    officer = await hood.officer()
    shown = await officer.types("/results")
    scale = shown[shown.index("3. How easy") :]
    assert scale.splitlines()[2] == "From 1 = Very hard to 5 = Very easy"


async def test_wards_are_in_order_of_name(hood: Neighbourhood) -> None:
    say = Localiser(hood.stage.words, "en", hood.stage.service.world)
    names = ward_names(say, [CHESHAM, BOOKER, ABBEY])
    rows = by_name(names, [(CHESHAM, 30), (BOOKER, 20), (ABBEY, 10)])
    assert rows == [("Abbey", 10), ("Booker, Cressex and Castlefield", 20), ("Chesham", 30)]
