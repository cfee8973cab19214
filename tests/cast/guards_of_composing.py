"""Guards of writing and approving a message, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

BROADCASTS = "tests/journeys/broadcasts/"
WARDS = BROADCASTS + "test_which_wards_are_chosen.py::"
EMOJI = BROADCASTS + "test_long_texts_with_emoji.py::"

COMPOSING: Mapping[str, tuple[Guard, ...]] = {
    EMOJI + "test_an_invitation_of_emoji_has_its_preview_and_reaches_everybody": (
        Guard(
            "a message is cut in parts as Telegram counts",
            "bot/sending/calls.py",
            "        if part and _room(longer) > LONGEST_MESSAGE:\n",
            "        if part and len(longer) > LONGEST_MESSAGE:\n",
        ),
    ),
    EMOJI + "test_the_rest_of_a_text_of_emoji_is_refused_for_the_same_reason": (
        Guard(
            "the rest of a long text is measured as its first part",
            "usecases/conversation/typed_words.py",
            "            check_size(length=length, taken=so_far.room + room(text))\n",
            "            pass\n",
        ),
    ),
    WARDS + "test_author_and_colleague_read_the_wards_of_a_message_to_many": (
        Guard(
            "the request for approval names every ward",
            "bot/views/broadcast_approval.py",
            ", *wards_in_full(say, asked.wording)]\n",
            "]\n",
        ),
        Guard(
            "the preview names every ward",
            "bot/views/broadcast_composing.py",
            "    parts += wards_in_full(say, shown.wording)\n",
            "",
        ),
    ),
    WARDS + "test_wards_chosen_on_other_pages_are_named": (
        Guard(
            "the wards chosen on other pages are named",
            "bot/views/broadcast_composing.py",
            "    if asked.pages < 2:\n",
            "    if asked.pages:\n",
        ),
    ),
    WARDS + "test_a_ward_typed_twice_stays_chosen": (
        Guard(
            "a typed number of a ward is no tap on its button",
            "bot/handlers/typed_words.py",
            'label.startswith(f"{TICK}:") and label.count(":") == 1',
            "not label",
        ),
    ),
}
