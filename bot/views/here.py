"""Any reply value to its screen: the one table from what acts return to what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.screens import Button, Reply, Screen, data
from bot.views import (
    alarms,
    answering,
    board,
    celebrating,
    joining,
    languages,
    numbers,
    plans,
    reading,
)
from bot.views.spoken import Spoken
from content.words import Html
from usecases.broadcasts import approval, compose, draft, send_again
from usecases.consultations import answer, mine
from usecases.conversation.current_screen import Menu
from usecases.insight import celebrate, export, results
from usecases.operations import status
from usecases.people import choose_ward, join, language, leave, locate
from usecases.plans import follow_themes, news, read_plan


def menu(say: Spoken, shown: Menu) -> Screen:
    """/help, for this person."""
    council = say.world.library.council
    spoken = ", ".join(say.words.plain("language-name", code) for code in council.languages)
    parts = [
        say.html("help", languages=spoken)
        if shown.joined
        else say.html("help-not-joined", council=council.name, languages=spoken)
    ]
    if shown.role is not None:
        parts += joining.role_help(say, shown.role)
    parts.append(say.html("help-really", council=council.name))
    if council.contact.website is not None:
        parts.append(say.html("help-website", website=council.contact.website))
    key = "button-new-messages-off" if shown.new_messages else "button-new-messages-on"
    change = Button(say.plain(key), data("n", int(not shown.new_messages)))
    rows = ((change,),) if shown.joined else ()
    return Screen(Html("\n\n".join(parts)), rows, topic="help")


_VIEWS: dict[type, Callable[..., Reply]] = {
    answer.Intro: answering.intro,
    mine.Mine: answering.mine,
    answer.OpenList: answering.open_list,
    answer.Receipt: answering.receipt,
    answer.Step: answering.step,
    approval.Decided: board.decided,
    approval.Progress: board.progress,
    send_again.AgainQuestion: board.again_question,
    approval.YesQuestion: board.yes_question,
    celebrate.Celebration: celebrating.celebration,
    celebrate.WardToCelebrate: celebrating.wards,
    choose_ward.Following: joining.following,
    choose_ward.WardShown: joining.ward_shown,
    compose.Preview: board.preview,
    compose.PutAside: board.put_aside,
    draft.SubjectQuestion: board.subject_question,
    compose.TextQuestion: board.text_question,
    draft.WardsQuestion: board.wards_question,
    export.ExportReady: numbers.export,
    export.FormatQuestion: numbers.export_format,
    follow_themes.ThemesKept: reading.themes_kept,
    follow_themes.ThemesQuestion: reading.themes,
    join.AgeQuestion: joining.age,
    join.Hello: joining.hello,
    join.Joined: joining.joined,
    join.StaffWelcome: joining.staff_welcome,
    join.TooYoung: joining.too_young,
    language.LanguageQuestion: languages.question,
    language.LanguageSet: languages.chosen,
    leave.ForgetQuestion: joining.forget_question,
    leave.Forgotten: joining.forgotten,
    leave.Stopped: joining.stopped,
    news.News: reading.news,
    locate.LocationQuestion: joining.location_question,
    locate.WardQuestion: joining.ward_question,
    read_plan.PartShown: plans.part,
    read_plan.PlanQuestion: plans.question,
    read_plan.PlanShown: plans.plan,
    results.Results: numbers.results,
    results.ResultsList: numbers.choose,
    status.Status: alarms.status,
    Menu: menu,
}


def view(say: Spoken, value: Any) -> Reply:
    """The screen of a reply value. Raises KeyError for a value no view knows."""
    return _VIEWS[type(value)](say, value)
