"""The reply to /help, and the commands of each staff role in words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.screens import Button, Screen, data
from bot.views.localiser import Localiser
from content.words import Html, separator
from engagement.staff.rights import MAY_SEE_RESULTS, MAY_SEE_STATUS, MAY_SEND, Role
from usecases.conversation.menu import Menu


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
    if shown.role is not None:
        parts += role_help(say, shown.role)
    if shown.named:
        parts.append(say.html("help-named"))
    parts.append(say.html("help-really", council=council.name))
    if council.contact.website is not None:
        parts.append(say.html("help-website", website=council.contact.website))
    parts[-1] = with_council(say, parts[-1])
    key = "button-new-messages-off" if shown.new_messages else "button-new-messages-on"
    change = Button(say.plain(key), data("n", int(not shown.new_messages)))
    rows = ((change,),) if shown.joined else ()
    return Screen(Html("\n\n".join(parts)), rows, topic="help")


def not_understood(say: Localiser, *, joined: bool) -> Screen:
    """One line for words that fit nothing: what to do here, and how to reach the council."""
    key = "nothing-to-do" if joined else "nothing-to-do-not-joined"
    return Screen(with_council(say, say.html(key)))


def nothing_to_cancel(say: Localiser) -> Screen:
    """/cancel where nothing is begun."""
    return Screen(say.html("nothing-to-cancel"))


def cancel_which(say: Localiser) -> Screen:
    """More than one broadcast could be cancelled: words don't say which."""
    return Screen(say.html("cancel-which"))


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


def edit_not_counted(say: Localiser) -> Screen:
    """A message that was edited gave no answer that can be changed by it."""
    return Screen(say.html("edit-not-counted"))


def with_council(say: Localiser, text: Html) -> Html:
    """The text, and the council's own telephone number or address if it has one."""
    points = say.world.library.council.contact
    contact = points.phone or points.email or points.website
    if contact is None:
        return text
    name = say.world.library.council.short_name
    return Html(text + " " + say.html("reach-council", council=name, contact=contact))


def role_help(say: Localiser, role: Role) -> list[Html]:
    """The commands of a staff role, as /help and the welcome list them."""
    parts = [say.html("help-staff")] if role in MAY_SEND else []
    if role in MAY_SEE_RESULTS:
        parts.append(say.html("help-officer"))
    if role in MAY_SEE_STATUS:
        parts.append(say.html("help-operator"))
    return parts
