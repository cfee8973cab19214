"""The table from what an act returns to the view that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.screens import Reply, Screen
from bot.views import (
    answered_so_far,
    asked_polls,
    broadcast_approval,
    broadcast_composing,
    broadcast_progress,
    broadcast_send_again,
    celebrating,
    complaints,
    consultations,
    doubted_words,
    equality,
    equality_results,
    export,
    guests,
    held_messages,
    joining,
    languages,
    learning,
    leaving,
    managing,
    my_answers,
    my_data,
    news,
    offers,
    plans,
    poll_making,
    polls,
    questions,
    questions_to_read,
    reading,
    reading_themes,
    receipt,
    requests,
    results,
    results_of_ward,
    safety,
    staff_welcome,
    status,
    submissions,
    theme_changes,
    themes,
    voice_notes,
    wards,
    weekly,
)
from bot.views import help as help_view
from bot.views.localiser import Localiser
from usecases.broadcasts import (
    approval,
    compose,
    compose_questions,
    decline_reason,
    election_hold,
    over,
    poll_questions,
    progress,
    send_again,
)
from usecases.broadcasts import asked_polls as asked_act
from usecases.consultations import (
    answer_poll,
    asked_at_the_end,
    manage_choices,
    mine,
    offered_words,
    open_list,
    opening_over,
    polls_in_front,
    read_questions,
    steps,
    submissions_entered,
    typed_answers,
    undecided_words,
    voice_answers,
)
from usecases.consultations import equality as equality_act
from usecases.consultations import learning as learning_act
from usecases.consultations import managing as managing_act
from usecases.consultations import reading as reading_act
from usecases.consultations import reading_themes as themes_act
from usecases.consultations import reading_voices as voices_act
from usecases.consultations import submissions as submissions_act
from usecases.consultations import theme_changes as theme_changes_act
from usecases.consultations import translations as translations_act
from usecases.conversation import doubted_words as doubted_act
from usecases.conversation import menu
from usecases.conversation import safety as safety_act
from usecases.insight import celebrate, export_approval
from usecases.insight import export as export_act
from usecases.insight import results as results_act
from usecases.insight import results_of_ward as results_of_ward_act
from usecases.operations import close_alert, complain, end_request, safety_alerts
from usecases.operations import complaints as complaints_act
from usecases.operations import my_data as my_data_act
from usecases.operations import requests as requests_act
from usecases.operations import status as status_act
from usecases.people import choose_ward, find_ward, forget, join, language, leave, welcome
from usecases.people import guests as guests_act
from usecases.people import weekly as weekly_act
from usecases.people.whose_turn import WhoQuestion
from usecases.plans import follow_themes, read_plan
from usecases.plans import news as news_act
from usecases.staff import accept_invite

_VIEWS: dict[type, Callable[..., Reply]] = {
    # people
    WhoQuestion: guests.who,
    guests_act.HandedBack: guests.handed_back,
    guests_act.WhichConsultation: guests.which,
    guests_act.GuestPage: guests.page,
    guests_act.GuestTakenBack: guests.taken_back,
    guests_act.GuestHere: guests.here,
    join.Hello: joining.hello,
    join.AgeQuestion: joining.age,
    join.TooYoung: joining.too_young,
    welcome.Joined: joining.joined,
    find_ward.WardQuestion: wards.ward_question,
    find_ward.LocationQuestion: wards.location_question,
    choose_ward.WardShown: wards.ward_shown,
    choose_ward.Following: wards.following,
    choose_ward.HomeQuestion: wards.home_question,
    language.LanguageQuestion: languages.question,
    language.LanguageSet: languages.chosen,
    weekly_act.WeeklyChosen: weekly.chosen,
    asked_at_the_end.WeeklyChosenFirst: weekly.chosen_first,
    leave.Stopped: leaving.stopped,
    leave.Forgotten: leaving.forgotten,
    forget.ForgetQuestion: leaving.forget_question,
    forget.ForgottenLater: leaving.forgotten_later,
    forget.Stayed: leaving.stayed,
    # consultations
    open_list.OpenList: consultations.open_list,
    open_list.Intro: consultations.intro,
    steps.FormQuestion: consultations.form_question,
    steps.Step: questions.step,
    steps.Receipt: receipt.receipt,
    equality_act.EqualityIntro: equality.intro,
    equality_act.EqualityTooYoung: equality.too_young,
    equality_act.EqualityStep: equality.step,
    equality_act.EqualityDone: equality.done,
    equality_act.AboutMe: equality.about_me,
    equality_act.EqualityGone: equality.gone,
    typed_answers.Offer: offers.offer,
    offered_words.WordsDropped: offers.dropped,
    undecided_words.WordsNotSent: offers.not_sent,
    answer_poll.PollShown: polls.poll,
    polls_in_front.NoAnswer: polls.no_answer,
    polls_in_front.WhichPoll: polls.which,
    polls_in_front.PollLater: polls.later,
    voice_answers.SoundToSend: voice_notes.sound,
    voice_answers.OwnNotes: voice_notes.held,
    mine.MyComments: my_answers.my_comments,
    mine.Mine: my_answers.mine,
    managing_act.ManagedList: managing.listed,
    managing_act.Managed: managing.managed,
    opening_over.OpeningOver: managing.over,
    read_questions.QuestionsToRead: questions_to_read.to_read,
    manage_choices.ChoiceQuestion: managing.question,
    manage_choices.ChoiceCheck: managing.check,
    reading_act.ReadingLists: reading.lists,
    reading_act.TextPage: reading.page,
    reading_act.TextShown: reading.text,
    themes_act.ThemesShown: reading_themes.themes,
    themes_act.ThemeQuestion: reading_themes.theme_question,
    theme_changes_act.ThemesToChange: theme_changes.themes,
    theme_changes_act.ThemeToChange: theme_changes.theme,
    theme_changes_act.NewNameQuestion: theme_changes.new_name,
    theme_changes_act.ThemeToJoin: theme_changes.other,
    theme_changes_act.ThemeSure: theme_changes.sure,
    translations_act.TranslationSure: theme_changes.translation_sure,
    themes_act.TranslationQuestion: reading_themes.translation_question,
    voices_act.WhatWasSaid: reading_themes.what_was_said,
    themes_act.LanguageOfText: reading_themes.language_of_text,
    themes_act.LanguagesRead: reading_themes.languages_read,
    submissions_act.WhichConsultation: submissions.which,
    submissions_act.HowItCame: submissions.how,
    submissions_act.SubmissionStep: submissions.step,
    submissions_act.ChangeWhat: submissions.change_what,
    submissions_act.SubmissionPreview: submissions.preview,
    submissions_act.SubmissionKept: submissions.kept,
    submissions_act.SubmissionDropped: submissions.dropped,
    submissions_entered.TakeOutQuestion: submissions.take_out,
    # broadcasts
    compose_questions.WardsQuestion: broadcast_composing.wards_question,
    compose_questions.SubjectQuestion: broadcast_composing.subject_question,
    compose.TextQuestion: broadcast_composing.text_question,
    poll_questions.PollQuestion: poll_making.question,
    poll_questions.AnswersQuestion: poll_making.answers,
    poll_questions.EndQuestion: poll_making.end,
    asked_act.AskedPolls: asked_polls.listed,
    asked_act.AskedPoll: asked_polls.shown,
    asked_act.StopQuestion: asked_polls.stop_question,
    asked_act.PollStopped: asked_polls.stopped,
    compose.Preview: broadcast_composing.preview,
    compose.DraftKept: broadcast_composing.kept,
    compose.DraftDiscarded: broadcast_composing.put_aside,
    approval.ApprovalRequest: broadcast_approval.yes_question,
    decline_reason.Decided: broadcast_approval.decided,
    decline_reason.ReasonOffer: broadcast_approval.reason_offer,
    over.Over: broadcast_approval.over,
    progress.Progress: broadcast_progress.progress,
    send_again.AgainQuestion: broadcast_send_again.again_question,
    election_hold.HeldList: held_messages.held,
    election_hold.HeldMessage: held_messages.message,
    election_hold.HeldDecided: held_messages.decided,
    election_hold.HeldOver: held_messages.over,
    # plans
    news_act.News: news.news,
    read_plan.PlanQuestion: plans.question,
    read_plan.PlanShown: plans.plan,
    read_plan.PartShown: plans.part,
    read_plan.Calendar: plans.calendar,
    follow_themes.ThemesQuestion: themes.themes,
    follow_themes.ThemesKept: themes.themes_kept,
    # insight
    celebrate.WardToCelebrate: celebrating.wards,
    celebrate.Celebration: celebrating.celebration,
    results_act.ResultsList: results.choose,
    results_act.AnsweredSoFar: answered_so_far.answered_so_far,
    results_act.Results: results.results,
    results_act.Themselves: equality_results.themselves,
    results_of_ward_act.ResultsOfWard: results_of_ward.of_ward,
    results_of_ward_act.ResultsAwaited: results_of_ward.awaited,
    results_of_ward_act.WardsWithResults: results_of_ward.wards,
    export_act.FormatQuestion: export.export_format,
    export_act.ExportReady: export.export,
    export_approval.FileQuestion: export.file_question,
    export_approval.FileRequest: export.file_request,
    export_approval.FileDecided: export.file_decided,
    # staff, conversation, operations
    accept_invite.StaffWelcome: staff_welcome.staff_welcome,
    accept_invite.RoleQuestion: staff_welcome.role_question,
    accept_invite.RoleKept: staff_welcome.role_kept,
    menu.Menu: help_view.menu,
    doubted_act.DoubtedWords: doubted_words.doubted,
    safety_act.Signposts: safety.signposts,
    safety_alerts.AlertNotice: safety.alert,
    safety_alerts.AlertsStop: safety.alerts_stop,
    safety_alerts.OpenedAlert: safety.opened,
    safety_alerts.OpenAlerts: safety.open_alerts,
    close_alert.DoneQuestion: safety.done_question,
    close_alert.CloseQuestion: safety.close_question,
    close_alert.ClosedAlert: safety.closed,
    close_alert.ClosedBefore: safety.closed_before,
    close_alert.NotClosed: safety.not_closed,
    close_alert.ClosedElsewhere: safety.closed_elsewhere,
    status_act.Status: status.status,
    complain.ComplaintQuestion: complaints.question,
    complain.ComplaintDoubt: complaints.doubt,
    complain.ComplainElsewhere: complaints.elsewhere,
    complain.ComplaintReceipt: complaints.receipt,
    complain.ComplaintDropped: complaints.dropped,
    complaints_act.ComplaintList: complaints.open_list,
    complaints_act.ComplaintShown: complaints.shown,
    complaints_act.OutcomeQuestion: complaints.outcome_question,
    complaints_act.OutcomePreview: complaints.outcome_preview,
    complaints_act.OutcomeKept: complaints.outcome_kept,
    complaints_act.ComplaintDone: complaints.done_by_colleague,
    requests_act.RequestList: requests.open_list,
    requests_act.WordsQuestion: requests.words_question,
    requests_act.KindQuestion: requests.kind_question,
    requests_act.RequestShown: requests.shown,
    end_request.EndQuestion: requests.end_question,
    end_request.NoRequest: requests.no_request,
    end_request.RequestDone: requests.done_by_colleague,
    my_data_act.MyData: my_data.my_data,
    my_data_act.NothingHeld: my_data.nothing_held,
}


def _heard(say: Localiser, found: learning_act.Heard) -> Reply:
    """A recording, with the screen that is below it."""
    below = screen_for(say, found.below)
    return learning.heard(say, found, below) if isinstance(below, Screen) else below


_VIEWS[learning_act.Heard] = _heard


def screen_for(say: Localiser, value: Any) -> Reply:
    """The screen for a reply value. Raises KeyError for a value that no view knows."""
    return _VIEWS[type(value)](say, value)
