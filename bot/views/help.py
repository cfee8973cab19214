"""The reply to /help, and the commands of each staff role in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.screens import Button, Screen, data
from bot.views.broadcast_message import named
from bot.views.choices import cut
from bot.views.localiser import Localiser
from bot.views.offers import KEPT_BESIDE
from bot.views.reach_council import with_council
from content.words import Html, separator
from engagement.staff.rights import MAY_SEE_RESULTS, MAY_SEE_STATUS, MAY_SEND, Role
from usecases.broadcasts.cancel import CancelQuestion
from usecases.consultations.equality import ground_in
from usecases.conversation.menu import Menu

WHICH = "take-back-which"
"""The topic of the list of messages that can be taken back."""


def menu(say: Localiser, shown: Menu) -> Screen:
    """What this person can do here."""
    council = say.world.library.council
    names = [say.words.plain("language-name", code) for code in council.languages]
    languages = separator(say.language).join(names)
    parts = [
        say.html("help", languages=languages)
        if shown.joined
        else say.html("help-not-joined", council=council.name, languages=languages)
    ]
    if shown.joined and ground_in(say.world) is not None:
        parts.append(say.html("help-equality"))
    if shown.joined and council.shared_phones:
        parts.append(say.html("help-another"))
    if shown.role is not None:
        parts += role_help(say, shown.role, every_ward=shown.every_ward)
    if shown.named:
        parts.append(say.html("help-named"))
    if shown.monitors:
        parts.append(say.html("help-monitoring"))
    parts.append(say.html("help-really", council=council.name))
    if council.contact.website is not None:
        parts.append(say.html("help-website", website=council.contact.website))
    parts[-1] = with_council(say, parts[-1])
    key = "button-new-messages-off" if shown.new_messages else "button-new-messages-on"
    change = Button(say.plain(key), data("n", int(not shown.new_messages)))
    rows = ((change,),) if shown.joined else ()
    return Screen(Html("\n\n".join(parts)), rows, topic="help")


def about_answers(say: Localiser) -> Screen:
    """For words that reply to a receipt: where answers are seen and changed."""
    return Screen(say.html("receipt-mine"))


def not_understood(say: Localiser, *, joined: bool) -> Screen:
    """One line for words that fit nothing: what to do here, and how to reach the council."""
    key = "nothing-to-do" if joined else "nothing-to-do-not-joined"
    return Screen(with_council(say, say.html(key)))


def nothing_to_cancel(say: Localiser, kept: Iterable[str]) -> Screen:
    """/cancel where nothing is begun. ``kept`` are the kinds of what is written and not
    finished."""
    lines = [say.html("nothing-to-cancel"), *(say.html(KEPT_BESIDE[kind]) for kind in kept)]
    return Screen(Html("\n".join(lines)))


def cancel_which(say: Localiser, asked: CancelQuestion) -> Screen:
    """The broadcasts that could be cancelled: words don't say which, or that one is meant."""
    if asked.asked_for:
        return _take_back_which(say, asked)
    names = [named(say, name) for name in asked.names]
    key = "cancel-which" if len(names) > 1 else "cancel-this"
    key = "cancel-under-way" if asked.under_way else key
    return Screen(Html("\n".join([say.html(key), *names])))


def _take_back_which(say: Localiser, asked: CancelQuestion) -> Screen:
    """The list of what can be taken back: a button each, whose number can be typed."""
    rows = []
    for number, (code, name) in enumerate(zip(asked.codes, asked.names, strict=True), start=1):
        words = name.words or say.plain("message-about-new-wards")
        label = say.plain("take-back-row", number=number, words=words)
        rows.append((Button(cut(label), data("tb", code, 1)),))
    return Screen(say.html("take-back-which"), tuple(rows), topic=WHICH, fresh=True)


def nothing_done(say: Localiser, labels: Iterable[str]) -> Screen:
    """Words that decide nothing at a question with buttons: what can be typed instead."""
    named = [say.plain("nothing-done-label", label=label) for label in labels]
    return Screen(say.html("nothing-done", labels=separator(say.language).join(named)))


def welcome(say: Localiser) -> Screen:
    """Somebody has said thanks, or goodbye."""
    return Screen(say.html("welcome"))


def reply_not_kept(say: Localiser) -> Screen:
    """A reply to a message we sent was not kept."""
    return Screen(with_council(say, say.html("reply-not-kept")))


def edit_not_counted(
    say: Localiser,
    writing: bool,
    *,
    sends: bool,
    joined: bool,
    waits: bool = False,
    corrects: bool = False,
    polls: bool = False,
) -> Screen:
    """A message that was edited gave no answer that can be changed by it. ``writing``: whether this
    person is writing a message to residents; ``sends``: whether they may have sent some before. Of
    those one ``waits`` for approval, or one can be put right by a button (``corrects``).
    ``polls``: they have answered a quick poll that is open."""
    if writing:
        return Screen(say.html("edit-not-counted-writing"))
    lines = [say.html("edit-not-counted" if joined or not sends else "edit-changes-nothing")]
    if polls:
        lines.append(say.html("edit-poll"))
    if not sends:
        return Screen(Html("\n".join(lines)))
    if waits:
        lines.append(say.html("edit-waits"))
    if corrects:
        lines.append(say.html("edit-sent-correct"))
    elif not waits:
        lines.append(say.html("edit-sent-stays"))
    return Screen(Html("\n".join(lines)))


def role_help(say: Localiser, role: Role, *, every_ward: bool) -> list[Html]:
    """The commands of a staff role, as /help and the welcome list them: most of an officer's are
    for officers of every ward."""
    parts = [say.html("help-staff")] if role in MAY_SEND else []
    if role in MAY_SEE_RESULTS:
        parts.append(say.html("help-officer" if every_ward else "help-officer-some-wards"))
    if role in MAY_SEE_STATUS:
        parts.append(say.html("help-operator"))
    return parts
