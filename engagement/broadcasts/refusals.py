"""Refusals of broadcasts that are urgent, or whose time is over. The others are in
`engagement/errors.py`."""

from __future__ import annotations

from engagement.errors import Refusal


class WardsNotInUse(Refusal):
    """Staff none of whose wards, or a message one of whose wards, is in force any more."""

    key = "refusal-wards-not-in-use"


class TakenBackByAuthor(Refusal):
    """A monitoring officer who decides about a message that its author has taken back."""

    key = "refusal-taken-back-by-author"


class UrgentForOfficers(Refusal):
    """Other staff who want to send an urgent message."""

    key = "refusal-urgent-for-officers"


class QuestionsClosed(Refusal):
    """An invitation to questions that have closed, for staff. Values: title."""

    key = "refusal-questions-closed"


class HoldDecided(Refusal):
    """What waits before an election was already released or dropped, and that decision is final."""

    key = "refusal-hold-decided"


class NothingToAsk(Refusal):
    """A question of a quick poll, or an answer to it, without letters or digits."""

    key = "refusal-poll-empty"


class PollQuestionTooLong(Refusal):
    """Values: length, most."""

    key = "refusal-poll-question-too-long"


class PollAnswerTooLong(Refusal):
    """An answer that no button can hold. Values: length, most."""

    key = "refusal-poll-answer-too-long"


class PollAnswerTwice(Refusal):
    """An answer that is there already, or reads like one that is. Values: answer."""

    key = "refusal-poll-answer-twice"


class PollAnswerMeansMore(Refusal):
    """An answer that means something else when somebody types it, such as "stop". Values:
    answer."""

    key = "refusal-poll-answer-means-more"


class TooManyPollAnswers(Refusal):
    """Values: most."""

    key = "refusal-poll-answers-many"


class PollAnswersMissing(Refusal):
    """Values: least."""

    key = "refusal-poll-answers-few"


class PollHasLink(Refusal):
    """A link in a quick poll."""

    key = "refusal-poll-link"


class PollHasPersonalData(Refusal):
    """A postcode, a phone number or an e-mail address in a quick poll."""

    key = "refusal-poll-personal"


class PollEndNotWithin(Refusal):
    """An end that has passed, or is too far away. Values: first, last."""

    key = "refusal-poll-end"


class PollEndNotADay(Refusal):
    """Words that are no day on which a poll may end. Values: first, last, example."""

    key = "refusal-poll-end-unclear"


class PollIsOver(Refusal):
    """A quick poll whose end has passed before it was sent, for staff."""

    key = "refusal-poll-over"


class OverByMorning(Refusal):
    """A quick poll, or an invitation, that ends in the night, before anything may go out."""

    key = "refusal-over-by-morning"


class PollHasEnded(Refusal):
    """An answer to a quick poll that takes none any more. Values: closes."""

    key = "refusal-poll-ended"


class PollWasStopped(Refusal):
    """An answer to a quick poll that was stopped. Values: reason."""

    key = "refusal-poll-stopped"


class PollNotForYou(Refusal):
    """An answer from somebody to whom the poll was not sent as the person they are now."""

    key = "refusal-poll-not-for-you"


class PollIsACopy(Refusal):
    """A tap on the copy that its author reads."""

    key = "refusal-poll-copy"


class NotYourPoll(Refusal):
    """Staff who want to see or stop a poll of other wards, or stop a colleague's."""

    key = "refusal-poll-not-yours"
