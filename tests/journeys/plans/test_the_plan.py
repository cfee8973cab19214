"""/plan: what is promised, by part, ward and state, and how we will know."""

import dataclasses

from company import Neighbourhood, Person
from council_changes import delivers

from content.library import council_directory, load


async def test_a_plan_shows_what_it_is_and_how_its_promises_stand(amina: Person) -> None:
    """C4: a promise of which nothing is known has "no progress reported yet"."""
    seen = await amina.types("/plan")
    assert "Opportunity Bucks – Succeeding for All" in seen
    assert "12 promises:" in seen
    assert "10 no progress reported yet" in seen
    assert "2 under way" in seen


async def test_the_plan_can_be_read_before_joining(hood: Neighbourhood) -> None:
    assert "12 promises" in await hood.stranger().types("/plan")


async def test_promises_come_a_few_at_a_time(amina: Person) -> None:
    await amina.types("/plan")
    first = await amina.taps("1")
    assert "1 to 4 of 12" in first
    assert "5 to 8 of 12" in await amina.taps("More")
    assert "9 to 12 of 12" in await amina.types("more")
    assert "More" not in amina.labels
    assert "Which part?" in await amina.taps("The whole plan")


async def test_promises_are_narrowed_by_state(hood: Neighbourhood, amina: Person) -> None:
    delivers(hood, "launch-conference")
    await amina.types("/plan")
    await amina.taps("1")
    seen = await amina.taps("Done")
    assert "Only what is done." in seen
    assert "A conference to launch the programme" in seen
    assert "1 September 2022: It took place." in seen
    assert "Local action plans" not in seen
    assert "Local action plans" in await amina.taps("Any state")


async def test_promises_are_narrowed_to_one_s_own_ward(hood: Neighbourhood) -> None:
    far = await hood.resident("Iris", "Iver")
    await far.types("/plan")
    await far.taps("1")
    seen = await far.taps("Only my ward")
    assert "Only promises for Iver." in seen
    assert "Nothing in the plan fits that." in seen
    near = await hood.resident("Ben", "Abbey")
    await near.types("/plan")
    await near.taps("1")
    # Every promise is for Abbey: there is nothing to narrow.
    assert "Only my ward" not in near.labels


async def test_an_old_page_that_is_no_longer_there_is_refused(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/plan")
    await amina.taps("1")
    message = amina.phone.keyboard_message
    assert message is not None
    world = hood.stage.service.world
    (plan,) = hood.library.plans
    short = plan.model_copy(update={"commitments": plan.commitments[:2]})
    world.renew(dataclasses.replace(hood.library, plans=(short,)), world.loaded)
    await amina.taps("More")
    assert "too old" in amina.toast


async def test_how_we_will_know_and_the_next_report_are_told(
    hood: Neighbourhood, amina: Person
) -> None:
    world = hood.stage.service.world
    other = load(council_directory("north-northamptonshire"))
    world.renew(dataclasses.replace(hood.library, plans=other.plans), world.loaded)
    titles = await amina.types("/plan")
    number = next(line.split()[0] for line in titles.splitlines() if "Levelling" in line)
    seen = await amina.taps(number)
    assert "12 promises" in seen
    assert "Next report: " in seen
    assert any("Priority recommendations (4)" in label for label in amina.labels)
    assert "How we will know it is done:" in await amina.taps("2")


async def shown_plan(hood: Neighbourhood, reader: Person, title: str) -> str:
    """The screen of one of North Northamptonshire's plans."""
    world = hood.stage.service.world
    other = load(council_directory("north-northamptonshire"))
    world.renew(dataclasses.replace(hood.library, plans=other.plans), world.loaded)
    titles = await reader.types("/plan")
    number = next(line.split()[0] for line in titles.splitlines() if title in line)
    return await reader.taps(number)


async def test_reports_without_a_day_are_shown_with_their_rhythm(
    hood: Neighbourhood, amina: Person
) -> None:
    """C2. "June 2024" is no day; lead members, officers and the chair belong to the calendar."""
    await shown_plan(hood, amina, "Levelling")
    seen = await amina.taps("When it is reported")
    assert "Full Council: Annual progress report" in seen
    assert "every year.\nJune 2024.\nLead member: Executive Member for Housing" in seen
    assert "every six months.\nOn 18 January 2024.\nAnd in June 2024, to be confirmed." in seen
    assert "Chair: Executive Director for Adults, Health Partnerships and Housing" in seen
    assert "12 promises" in await amina.taps("The whole plan")


async def test_cabinet_s_reports_are_shown_though_no_day_is_named(amina: Person) -> None:
    """C2."""
    await amina.types("/plan")
    seen = await amina.types("When it is reported")
    assert "Cabinet: Update on progress, every six months." in seen
    assert "In November 2022 and every six months after that." in seen


async def test_measures_listed_once_for_several_promises_say_so(
    hood: Neighbourhood, amina: Person
) -> None:
    """C2."""
    await shown_plan(hood, amina, "Levelling")
    seen = await amina.taps("3")
    assert seen.count("Review of crowd funding platforms") == 3
    assert seen.count("The plan lists these once for 3 promises together.") == 3


async def test_what_a_plan_leaves_out_is_said(hood: Neighbourhood, amina: Person) -> None:
    """C7."""
    assert "Not shown here: The reasons for the programme" in await amina.types("/plan")
    assert "The next steps (8)." in await shown_plan(hood, amina, "Big50")
    assert "Not shown here: The COVID-19" in await shown_plan(hood, amina, "Corporate")


async def test_a_priority_is_shown_with_the_council_s_own_line(
    hood: Neighbourhood, amina: Person
) -> None:
    """C5."""
    await shown_plan(hood, amina, "Big50")
    assert "Renowned for being an inspiring, safe place for all" in await amina.taps("2")
