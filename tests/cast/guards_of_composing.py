"""Guards of writing and approving a message, each with the test that notices when it is gone."""

from __future__ import annotations

from collections.abc import Mapping

from guards import Guard

BROADCASTS = "tests/journeys/broadcasts/"
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
}
