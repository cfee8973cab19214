"""The reply to /help, and the commands of each staff role in words."""

from __future__ import annotations

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
    parts.append(say.html("help-really", council=council.name))
    if council.contact.website is not None:
        parts.append(say.html("help-website", website=council.contact.website))
    key = "button-new-messages-off" if shown.new_messages else "button-new-messages-on"
    change = Button(say.plain(key), data("n", int(not shown.new_messages)))
    rows = ((change,),) if shown.joined else ()
    return Screen(Html("\n\n".join(parts)), rows, topic="help")


def role_help(say: Localiser, role: Role) -> list[Html]:
    """The commands of a staff role, as /help and the welcome list them."""
    parts = [say.html("help-staff")] if role in MAY_SEND else []
    if role in MAY_SEE_RESULTS:
        parts.append(say.html("help-officer"))
    if role in MAY_SEE_STATUS:
        parts.append(say.html("help-operator"))
    return parts
