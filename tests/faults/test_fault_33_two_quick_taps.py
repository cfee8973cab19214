"""Two taps on one question before the first is answered: the last counts, and both are in the
history.

Fails if lanes do not keep their order, or if `answers.save` does not keep history.
"""

from company import Neighbourhood, Person
from kill_and_look_inside import rows


async def test_fault_33_the_last_of_two_quick_taps_counts_and_history_is_kept(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    shown = amina.phone.keyboard_message
    assert shown is not None
    buttons = [button for row in shown.buttons for button in row]
    first, last = buttons[0], next(b for b in buttons if b.text.startswith("Streets"))
    amina.phone.tap_data(shown.message_id, first.data or "")
    amina.phone.tap_data(shown.message_id, last.data or "")
    await amina.settles()
    (answer,) = await rows(hood, "SELECT value FROM answers")
    assert answer == ('"public_realm"',)
    history = await rows(hood, "SELECT value FROM answer_history ORDER BY id")
    assert len(history) == 2
    assert history[0] != answer
    assert history[1] == answer
    assert amina.question.startswith("2 of 4.")
