"""Every way of saying no: an exception with the key of the sentence that says it."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """A plain no. ``key`` names the sentence, ``values`` fill it; nothing has been changed."""

    key: ClassVar[str] = "refusal"

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.key)
        self.values = values


class NotJoined(Refusal):
    """Someone who has not joined asks for what only residents have."""

    key = "refusal-not-joined"


class StaffOnly(Refusal):
    """A staff command by somebody whose rights, read from the database, do not allow it."""

    key = "refusal-staff-only"


class InviteNotGood(Refusal):
    """Guessed, expired and used invites all get the same neutral sentence."""

    key = "refusal-invite"


class OldButton(Refusal):
    """A button that is no longer, or never was, one of ours."""

    key = "refusal-old-button"


class NoSuchConsultation(Refusal):
    """The consultation was withdrawn, or never existed."""

    key = "refusal-no-such-consultation"


class NotInWard(Refusal):
    """The consultation is for other wards than the resident's."""

    key = "refusal-not-in-ward"


class NotOpenYet(Refusal):
    """The consultation opens later. Values: title, day."""

    key = "refusal-not-open-yet"


class HasClosed(Refusal):
    """The consultation has closed. Values: title, day."""

    key = "refusal-has-closed"


class NoSuchSubject(Refusal):
    """Typed while choosing what a broadcast is about: none of what is listed."""

    key = "refusal-no-such-subject"


class TooManyChoices(Refusal):
    """More options than the question allows. Values: most."""

    key = "refusal-too-many-choices"


class NothingChosen(Refusal):
    """Done was pressed on a several-choices question with nothing ticked."""

    key = "refusal-nothing-chosen"


class AnswerNeeded(Refusal):
    """A required question was skipped."""

    key = "refusal-answer-needed"


class WrongKind(Refusal):
    """A photo, voice note or sticker where a choice or words were asked."""

    key = "refusal-wrong-kind"


class TextTooLong(Refusal):
    """More text than we can keep or send. Values: length, most (both in characters)."""

    key = "refusal-text-too-long"


class TextEmpty(Refusal):
    """A message of nothing but spaces."""

    key = "refusal-text-empty"


class NoSuchLanguage(Refusal):
    """A language that has no words here. Values: languages."""

    key = "refusal-no-such-language"


class NotOnTheList(Refusal):
    """Words that name none of the wards that were listed."""

    key = "refusal-not-on-the-list"


class OwnWard(Refusal):
    """The ward to be followed is the resident's own. Values: ward."""

    key = "refusal-own-ward"


class PostcodeMalformed(Refusal):
    """Something like a postcode that cannot be one."""

    key = "refusal-postcode-malformed"


class PostcodeElsewhere(Refusal):
    """A well-formed postcode that is not in this council's table. Values: council."""

    key = "refusal-postcode-elsewhere"


class PlaceElsewhere(Refusal):
    """A shared location that is in none of this council's wards. Values: council."""

    key = "refusal-place-elsewhere"


class NoSuchWard(Refusal):
    """Words or a number that name no ward."""

    key = "refusal-no-such-ward"


class NotYourWards(Refusal):
    """A broadcast to wards outside the sender's own."""

    key = "refusal-not-your-wards"


class NoWardsChosen(Refusal):
    """Done was pressed with no ward ticked."""

    key = "refusal-no-wards-chosen"


class NobodyToSendTo(Refusal):
    """An audience of nobody."""

    key = "refusal-nobody-to-send-to"


class NoSecondPerson(Refusal):
    """Nobody else may say the second yes for these wards. Values: people."""

    key = "refusal-no-second-person"


class NotYourOwnYes(Refusal):
    """The sender cannot be the second person."""

    key = "refusal-not-your-own-yes"


class AlreadyDecided(Refusal):
    """Somebody has already decided on this broadcast: there is one, and it stands."""

    key = "refusal-already-decided"


class SendsHeld(Refusal):
    """After a restored backup nothing new is sent before a person has decided about the old."""

    key = "refusal-sends-held"


class NothingUnknown(Refusal):
    """Asked to send again to those it may not have reached, and there are none, or no more."""

    key = "refusal-nothing-unknown"


class NothingInHand(Refusal):
    """A draft button, but the draft is gone (sent, cancelled or over seven days old)."""

    key = "refusal-nothing-in-hand"


class PrivateChatOnly(Refusal):
    """Somebody spoke to us in a group, where nothing personal is ever said."""

    key = "refusal-private-chat-only"
