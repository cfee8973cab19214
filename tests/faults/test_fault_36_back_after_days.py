"""Back after three days, or after a restart: the right question is shown, and nothing is asked
twice.

Fails if the position in a consultation is kept in memory instead of with the response.
"""

from datetime import timedelta

from company import Neighbourhood, Person
from deployment import Deployment, shows
from kill_and_look import answers, at_the_first_question, nothing_owed


async def test_fault_36_after_three_days_the_old_button_goes_on(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("3")
    await hood.leap(hood.stage.clock.now() + timedelta(days=3))
    assert amina.question.startswith("2 of 4.")
    await amina.taps("1")
    assert "Your answer: Messages on my phone" in amina.question
    await amina.taps("Done")
    assert amina.question.startswith("3 of 4.")


async def test_fault_36_after_three_days_the_list_leads_to_the_right_question(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("3")
    await hood.leap(hood.stage.clock.now() + timedelta(days=3))
    await amina.types("/consultations")
    await amina.taps(amina.labels[0])
    assert amina.question.startswith("2 of 4.")


async def test_fault_36_after_a_restart_the_next_tap_goes_on(deployment: Deployment) -> None:
    process = await deployment.runs()
    amina = await at_the_first_question(deployment)
    amina.tap("3")
    await deployment.see(lambda: shows(amina, "2 of 4."))
    await deployment.see(lambda: nothing_owed(deployment))
    await deployment.kill(process)
    await deployment.runs()
    amina.tap("1")
    await deployment.see(lambda: shows(amina, "Your answer: "))
    amina.tap("Done")
    await deployment.see(lambda: shows(amina, "3 of 4."))
    assert len(answers(deployment)) == 2
