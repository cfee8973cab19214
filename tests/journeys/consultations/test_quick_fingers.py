"""Quick fingers: a button tapped twice, and answers typed before the next question is there."""

from company import Person


async def test_two_quick_taps_on_answer_now_show_the_question_once(amina: Person) -> None:
    """The question came twice, and the first copy lost its buttons."""
    amina.phone.tap("Answer now")
    amina.phone.tap("Answer now")
    await amina.settles()
    assert amina.said_by_bot("1 of 4.") == 1
    assert "Skip" in amina.labels


async def test_a_second_tap_a_little_later_shows_it_once_too(amina: Person) -> None:
    offer = amina.phone.keyboard_message
    await amina.taps("Answer now")
    assert offer is not None
    amina.phone.tap("Answer now", offer)
    await amina.settles()
    assert amina.said_by_bot("1 of 4.") == 1


async def test_two_quick_taps_on_later_and_who_decides_say_it_once(amina: Person) -> None:
    for label, said in (("Later", "You can answer until"), ("Who decides?", "Community Boards")):
        offer = next(m for m in reversed(amina.from_bot) if label in str(m.buttons))
        amina.phone.tap(label, offer)
        amina.phone.tap(label, offer)
        await amina.settles()
        assert amina.said_by_bot(said) == 1, label


async def test_after_other_messages_answer_now_brings_the_question_below_again(
    amina: Person,
) -> None:
    offer = amina.phone.keyboard_message
    await amina.taps("Answer now")
    await amina.types("/ward")
    assert offer is not None
    amina.phone.tap("Answer now", offer)
    await amina.settles()
    assert "1 of 4." in amina.sees


async def test_a_double_tap_where_several_may_be_chosen_chooses_once(amina: Person) -> None:
    """The second tap took off what the first had chosen, and nothing showed it."""
    await amina.taps("Answer now")
    await amina.types("1")
    amina.phone.tap("News and questions on paper")
    amina.phone.tap("News and questions on paper")
    await amina.settles()
    assert "✓ Chosen: News and questions on paper" in amina.labels
    amina.phone.tap("✓ Chosen: News and questions on paper")
    amina.phone.tap("✓ Chosen: News and questions on paper")
    await amina.settles()
    assert "News and questions on paper" in amina.labels


async def test_a_double_tap_on_a_theme_follows_it(amina: Person) -> None:
    await amina.types("/themes")
    theme = amina.labels[0]
    amina.phone.tap(theme)
    amina.phone.tap(theme)
    await amina.settles()
    assert amina.labels[0] == f"✓ Chosen: {theme}"
