"""The signposts for somebody in danger: whom to call, and how to remove the words from the chat."""

from __future__ import annotations

from bot.screens import Button, Removal, Screen, data
from bot.views.localiser import Localiser
from content.safety_words import help_line
from content.words import Html
from usecases.conversation.safety import Signposts


def signposts(say: Localiser, shown: Signposts) -> Screen:
    """Whom to call, before anything else is said."""
    council = say.world.library.council
    own = council.safeguarding
    missing = say.plain("safety-number-missing")
    parts = [
        say.html("safety-now", emergency=help_line(council, "emergency").number),
        say.html("safety-nobody-reads"),
        say.html(
            "safety-lines",
            crisis=help_line(council, "crisis").number,
            samaritans=help_line(council, "samaritans").number,
            childline=help_line(council, "childline").number,
            abuse=help_line(council, "abuse").number,
        ),
        say.html(
            "safety-council",
            council=council.name,
            day=own.day or missing,
            out_of_hours=own.out_of_hours or missing,
        ),
    ]
    if shown.passed_on is not None:
        parts.append(say.html("safety-passed-on" if shown.passed_on else "safety-not-kept"))
    remove = Button(say.plain("button-remove-from-chat"), data("dr", shown.message_id))
    topic = f"{TOPIC}-{shown.message_id}"
    return Screen(Html("\n\n".join(parts)), ((remove,),), topic, fresh=True)


TOPIC = "safety"
"""The topic of signposts begins so: each message of the person has signposts of its own."""


def removal(say: Localiser, *, theirs: int, ours: int | None) -> Removal:
    """Both messages, and what to say once they are gone or could not be removed."""
    return Removal(
        message_ids=(theirs,) if ours is None else (theirs, ours),
        topic=f"{TOPIC}-{theirs}",
        done=say.plain("safety-removed"),
        refused=say.plain("safety-remove-late"),
        failed=say.plain("safety-remove-failed"),
    )
