"""Refusals: exceptions that carry the key of the sentence shown to the person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from content.schema.authored import Localised


class Refusal(Exception):
    """A refused request. ``key`` names the sentence, ``values`` fill it, a date as its day and
    a moment as that of a close; nothing was changed.

    What a council wrote, such as a title, is a value in all its languages.
    """

    key: ClassVar[str] = "refusal"

    def __init__(self, **values: str | int | date | Localised) -> None:
        super().__init__(self.key)
        self._values = values

    def values(self, language: str) -> Mapping[str, str | int | date]:
        """What fills the sentence, in the language of its reader."""
        return {
            name: value.say(language) if isinstance(value, Localised) else value
            for name, value in self._values.items()
        }


class NotJoined(Refusal):
    """Someone who hasn't joined asked for something that only residents have."""

    key = "refusal-not-joined"


class StaffOnly(Refusal):
    """A staff command from someone whose rights, read from the database, don't allow it."""

    key = "refusal-staff-only"


class ComplaintsForOfficers(StaffOnly):
    """Complaints or requests, for a member of staff who isn't an officer of every ward."""

    key = "refusal-complaints-for-officers"


class ManagesForOfficers(StaffOnly):
    """Opening, closing or changing consultations, for staff who are not officers."""

    key = "refusal-manage-for-officers"


class StatusForOperators(StaffOnly):
    """The state of the service, for staff who neither run it nor administer it."""

    key = "refusal-status-for-operators"


class NotForSafeguarding(Refusal):
    """Words of danger, or what was done about them, from somebody who isn't named to read them."""

    key = "refusal-safeguarding"


class NotMonitoringOfficer(Refusal):
    """What waits because of an election, for somebody who has no duty to decide about it."""

    key = "refusal-monitoring-officer"


class WaitsForElection(Refusal):
    """Something that would be published, while an election is near. Values: day, from which on it
    can be seen."""

    key = "refusal-election"


class NoSuchAlert(Refusal):
    """No alert has this reference."""

    key = "refusal-no-such-alert"


class InviteNotGood(Refusal):
    """The invite was guessed, expired or used: all get the same neutral sentence."""

    key = "refusal-invite"


class OnlyAdministrator(Refusal):
    """A link whose role would replace that of the only administrator."""

    key = "refusal-only-administrator"


class OldButton(Refusal):
    """A button that is no longer, or never was, one of ours."""

    key = "refusal-old-button"


class RequestGone(OldButton):
    """A button of a request that was taken back or deleted since."""

    key = "refusal-request-gone"


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
    """The consultation has closed. Values: title, closes."""

    key = "refusal-has-closed"


class NoSuchSubject(Refusal):
    """Text typed to choose the subject of a broadcast that matches nothing on the list."""

    key = "refusal-no-such-subject"


class NotAChoice(Refusal):
    """A number or a label that fits none of a question's choices, or more than one."""

    key = "refusal-not-a-choice"


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
    """A photo, voice note or sticker where a choice or text was expected."""

    key = "refusal-wrong-kind"


class WordsBesideFile(Refusal):
    """A photo, video or file with words under it: neither is kept."""

    key = "refusal-words-beside-file"


class NotPlainText(Refusal):
    """A rich message, with headings or tables, where text was expected."""

    key = "refusal-not-plain-text"


class NotOwnWords(Refusal):
    """A forwarded text: it may be somebody else's words."""

    key = "refusal-not-own-words"


class NoPlaceNeeded(Refusal):
    """A location from somebody who isn't choosing a ward."""

    key = "refusal-no-place-needed"


class TextTooLong(Refusal):
    """More text than we can keep or send. Values: length, most (both in characters)."""

    key = "refusal-text-too-long"


class TextTakesTooMuchRoom(Refusal):
    """Few enough characters, but too many emoji for Telegram to take it. Values: length,
    most (about how many characters of this kind)."""

    key = "refusal-text-takes-too-much-room"


class TextEmpty(Refusal):
    """A message without a visible character."""

    key = "refusal-text-empty"


class NoSuchReference(Refusal):
    """A typed reference that no complaint has."""

    key = "refusal-no-such-reference"


class NoSuchLanguage(Refusal):
    """A language that the bot has no words for. Values: languages."""

    key = "refusal-no-such-language"


class NotOnTheList(Refusal):
    """Text that matches none of the wards listed."""

    key = "refusal-not-on-the-list"


class OwnWard(Refusal):
    """The ward to follow is the resident's own. Values: ward."""

    key = "refusal-own-ward"


class PostcodeMalformed(Refusal):
    """Text that looks like a postcode but cannot be one."""

    key = "refusal-postcode-malformed"


class PostcodeElsewhere(Refusal):
    """A well-formed postcode that isn't in this council's table. Values: council."""

    key = "refusal-postcode-elsewhere"


class PostcodeOutside(Refusal):
    """A postcode of a district in which this council has no postcode. Values: council."""

    key = "refusal-postcode-outside"


class PlaceElsewhere(Refusal):
    """A shared location that is in none of this council's wards. Values: council."""

    key = "refusal-place-elsewhere"


class NoSuchWard(Refusal):
    """Text or a number that matches no ward."""

    key = "refusal-no-such-ward"


class OfficersOnly(Refusal):
    """Results or an export, for a member of staff who isn't an officer of every ward."""

    key = "refusal-officers-only"


class NotYourWards(Refusal):
    """A broadcast to wards outside the sender's own."""

    key = "refusal-not-your-wards"


class NoWardsChosen(Refusal):
    """Done was pressed with no ward ticked."""

    key = "refusal-no-wards-chosen"


class NoSecondApprover(Refusal):
    """Nobody else may approve a broadcast to these wards."""

    key = "refusal-no-second-person"


class NoSecondForFile(Refusal):
    """Nobody else may approve a file of answers."""

    key = "refusal-no-second-for-file"


class OwnBroadcast(Refusal):
    """Authors cannot approve their own broadcast."""

    key = "refusal-not-your-own-yes"


class AuthorHasLeft(Refusal):
    """The author of a message that waits for approval may not send it any more."""

    key = "refusal-author-has-left"


class ApprovalExpired(Refusal):
    """A second person answered after the last day for it."""

    key = "refusal-approval-expired"


class AlreadyDecided(Refusal):
    """This broadcast was already approved or declined, and that decision is final."""

    key = "refusal-already-decided"


class SendsHeld(Refusal):
    """After a restore, nothing new is sent until a person decides about the old deliveries."""

    key = "refusal-sends-held"


class NothingUnknown(Refusal):
    """A request to send again to people a broadcast may not have reached, with none left."""

    key = "refusal-nothing-unknown"


class NoSuchDraft(Refusal):
    """A draft button whose draft is gone (sent, cancelled or over seven days old)."""

    key = "refusal-nothing-in-hand"


class OtherDraftKept(NoSuchDraft):
    """The same, while another message is kept for later."""

    key = "refusal-draft-kept"


class PrivateChatOnly(Refusal):
    """A message in a group, where the bot never says anything personal."""

    key = "refusal-private-chat-only"
