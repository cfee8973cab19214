"""Typed words as answers: taken at once, or kept only after the person has said what they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from content.asked_in_words import asks_to_stop, complains
from content.learning_words import goes_on
from content.schema.consultation import Consultation, Question, QuestionKind
from content.typed_words import move_in
from content.yes_and_no import says_little
from engagement.consultations.branching import offered
from engagement.consultations.eligibility import not_open
from engagement.consultations.late import Timing
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import Chosen, Comment, Value, check_text
from engagement.consultations.typed_numbers import is_number, numbers_in
from engagement.consultations.values import VoiceNote, is_lost
from storage.consultations import answers, responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations import late
from usecases.consultations.answer import response_to, take
from usecases.consultations.learning import typed_before
from usecases.consultations.learnt import has_read, stands_before
from usecases.consultations.places import read
from usecases.consultations.steps import Receipt, Step, question_at, where_now
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction, World

IN_ONE_BREATH = timedelta(seconds=10)
"""A text sent this soon after a text answer may be more of that answer."""
STILL_THINKING = timedelta(minutes=10)
SAME_TURN = timedelta(seconds=1)
"""An answer and the move to the next question are written in one turn."""
NO, YES, LAST, COMPLAINT, STOP = 0, 1, 2, 3, 4
LONGEST_NUMBER = 2
"""Signs of a number that may have been meant for the question before."""


class Instead(StrEnum):
    """What somebody may have meant with words that could also be kept."""

    COMPLAINT = "complaint"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that are kept only after a yes: as a comment, or added to the text that answers
    ``question``. ``last`` says that they may be added to the text answer given just before."""

    consultation: Consultation
    code: int
    question: Question
    place: int
    text: str
    last: bool = False
    again: bool = False  # they were offered before, and nothing was said
    closing: bool = False  # the questions close soon, and the words are not sent
    handing_back: bool = False  # whoever wrote them hands the phone back
    complained: bool = False  # they came below what was said about a complaint
    aloud: bool = False  # the question is answered in a voice note: they are kept as a comment
    overlaid: bool = False  # something else is below the question: it is named
    no_answer_to: str = ""  # a quick poll below it, of which they are no answer

    @property
    def instead(self) -> Instead | None:
        """What the words may have been for instead."""
        if asks_to_stop(self.text):
            return Instead.STOP
        return Instead.COMPLAINT if self.complained or complains(self.text) else None


async def type_here(
    tx: Transaction,
    world: World,
    person: Person,
    slug: str,
    text: str,
    message_id: int,
    *,
    after_news: bool = False,
    replies: bool = False,
    overlaid: bool = False,
    seen: bool = True,
) -> Step | Receipt | Offer:
    """Take typed words as an answer to the open question, or ask what they are. ``after_news``:
    they may be meant for news that came after it, or for what they reply to (``replies``), so
    nothing is taken without a yes. ``overlaid``: anything newer is below the question: own words
    are asked about, and a yes, a no or a number is never for it. ``seen``: it was in the chat when
    they were typed. If not, own words are asked about, and of a choice that is said.

    Raises TextEmpty, TextTooLong, TooManyChoices, NotAChoice; HasClosed if a yes is too late.
    """
    found, response = await response_to(tx, world, person, world.loaded.consultation_codes[slug])
    question = offered(found.consultation.question(response.position or ""), response.given)
    asked = (found, response, question)
    first = await _read_first(tx, world, person, asked, text, overlaid, after_news)
    if first is not None:
        return first
    seen = seen and not stands_before(question, response)
    reading = read(world, question, response.given.get(question.key), text, person.language)
    if isinstance(reading, Comment):
        last = await text_just_given(tx, world, person, within=STILL_THINKING)
        return await offer_words(tx, world, person, (slug, question), text, last=last is not None)
    meant = (slug, question)
    if question.kind is QuestionKind.TEXT and isinstance(reading, Chosen):
        doubted = overlaid or after_news
        offered_for = (
            meant if doubted else await _perhaps_for(tx, world, person, response, meant, text, seen)
        )
        if offered_for is not None:
            return await offer_words(tx, world, person, offered_for, text)
    if after_news or replies:
        return _not_taken(where_now(world, found, response), after_news=after_news)
    if not isinstance(reading, Chosen):
        return await take(tx, world, person, found, response, question, reading)
    return await _take_words(tx, world, person, asked, reading, message_id, seen)


async def _take_words(
    tx: Transaction,
    world: World,
    person: Person,
    asked: tuple[Published, Response, Question],
    reading: Chosen,
    message_id: int,
    seen: bool,
) -> Step | Receipt:
    """Take what words mean as the answer, and note which message said it."""
    found, response, question = asked
    response = await has_read(tx, person, response, question)
    if not reading.stays:
        key = f"{response.consultation}/{question.key}"
        await words_in_hand.note_written(tx, world, person, key, message_id)
    done = await take(tx, world, person, found, response, question, reading)
    return _after(done, question, reading, response.given.get(question.key), seen=seen)


async def _read_first(
    tx: Transaction,
    world: World,
    person: Person,
    asked: tuple[Published, Response, Question],
    text: str,
    overlaid: bool,
    after_news: bool,
) -> Step | Receipt | None:
    """What words do that say little, or where there is something to learn before the question; None
    if they may be for the question all the same."""
    found, response, question = asked
    before = stands_before(question, response)
    moves = move_in(text) is not None or (before and goes_on(text))
    if overlaid and (moves or says_little(text) or is_number(text)):
        return _not_taken(where_now(world, found, response), after_news=after_news)
    if not before:
        return None
    return await typed_before(tx, world, person, found, response, question, text)


def _after(
    done: Step | Receipt, question: Question, taken: Chosen, former: Value | None, *, seen: bool
) -> Step | Receipt:
    """What is shown after words were taken, with what has to be said of them."""
    if taken.stays and isinstance(done, Step):
        return replace(done, ticked=True)
    is_text = question.kind is QuestionKind.TEXT
    if is_text and former not in (None, taken.value) and not is_lost(former):
        return replace(done, changed=True)
    return done if seen else replace(done, unseen=(question, taken.value))


def _not_taken(shown: Step | Receipt, *, after_news: bool) -> Step | Receipt:
    if isinstance(shown, Receipt):
        return shown
    return replace(shown, after_news=after_news, after_others=not after_news)


async def _perhaps_for(
    tx: Transaction,
    world: World,
    person: Person,
    response: Response,
    asked: tuple[str, Question],
    text: str,
    seen: bool,
) -> tuple[str, Question] | None:
    """What own words are offered for, if they may be something else than the answer to ``asked``:
    more of the text just given, or none at all. None: they are the answer."""
    last = await own_words_just_given(tx, world, person, within=IN_ONE_BREATH)
    # A tap since then means that they have seen this question.
    tapped_since = await _tapped_since_last_answer(tx, person, response)
    if last is not None and last != asked and not tapped_since:
        return last
    was_for_another = not seen or await _repeats_a_number(tx, world, person, text)
    return asked if was_for_another or asks_to_stop(text) or complains(text) else None


async def _repeats_a_number(tx: Transaction, world: World, person: Person, text: str) -> bool:
    """Whether this is the number with which the question before was answered a moment ago."""
    found = await answers.latest(tx, person.resident[0])
    if found is None or world.now() - found[3] > IN_ONE_BREATH or not isinstance(found[2], int):
        return False
    return len(text.strip()) <= LONGEST_NUMBER and numbers_in(text) == (found[2],)


async def may_say_more(tx: Transaction, world: World, person: Person) -> bool:
    """Whether words that nothing waits for may be more of an answer just given."""
    return await own_words_just_given(tx, world, person, within=STILL_THINKING) is not None


async def just_given(tx: Transaction, world: World, person: Person) -> str | None:
    """The text answer given just now, to which words may be added, or None."""
    last = await _last_text(tx, world, person, within=STILL_THINKING)
    return None if last is None else last[2]


async def more_words(tx: Transaction, world: World, person: Person, text: str) -> Offer | None:
    """Words sent soon after an answer in own words, when nothing else waits for them: asks whether
    to add them, or to keep them beside a voice note. None if there was no such answer."""
    last = await own_words_just_given(tx, world, person, within=STILL_THINKING)
    return None if last is None else await offer_words(tx, world, person, last, text)


async def offer_again(tx: Transaction, world: World, person: Person) -> Offer | None:
    """The oldest words of this person that were offered and not decided, to be offered again; None
    if there are none for a consultation that is open."""
    for key, text in (await words_in_hand.still_offered(tx, world, person)).items():
        found = await offer_of(tx, world, person, key, text)
        if found is not None:
            return found
    return None


async def offer_of(
    tx: Transaction, world: World, person: Person, key: str, text: str
) -> Offer | None:
    """Words that were offered before, kept for ``key``, to be offered again; None if no yes to them
    would be taken, or there is no such question."""
    slug, _, named = key.partition("/")
    published = world.loaded.consultations.get(slug)
    if published is None or not await _yes_is_taken(tx, world, person, published.consultation):
        return None
    consultation, code = published.consultation, world.loaded.consultation_codes[slug]
    for place, question in enumerate(consultation.questions):
        if question.key == named:
            aloud = await _is_aloud(tx, person, slug, question)
            return Offer(consultation, code, question, place, text, again=True, aloud=aloud)
    return None


def key_of(world: World, code: int, place: int) -> str:
    """The key under which words are kept that were offered at this question. Raises OldButton."""
    found = world.consultation_coded(code).consultation
    return f"{found.slug}/{question_at(found, place).key}"


async def text_just_given(
    tx: Transaction, world: World, person: Person, *, within: timedelta
) -> tuple[str, Question] | None:
    """The consultation and question of the last answer, if that was a text of an open consultation
    given no longer ago."""
    last = await _last_text(tx, world, person, within=within)
    return None if last is None else last[:2]


async def own_words_just_given(
    tx: Transaction, world: World, person: Person, *, within: timedelta
) -> tuple[str, Question] | None:
    """The same, typed or spoken."""
    last = await _last_own_words(tx, world, person, within=within)
    return None if last is None else last[:2]


async def _last_text(
    tx: Transaction, world: World, person: Person, *, within: timedelta
) -> tuple[str, Question, str] | None:
    """The same, with the answer. To add words to a voice note would put them in its place."""
    last = await _last_own_words(tx, world, person, within=within)
    return None if last is None or isinstance(last[2], VoiceNote) else (*last[:2], str(last[2]))


async def _last_own_words(
    tx: Transaction, world: World, person: Person, *, within: timedelta
) -> tuple[str, Question, Value] | None:
    found = await answers.latest(tx, person.resident[0]) if person.has_joined else None
    published = world.loaded.consultations.get(found[0]) if found else None
    if found is None or published is None or world.now() - found[3] > within:
        return None
    asked = next((q for q in published.consultation.questions if q.key == found[1]), None)
    if asked is None or asked.kind is not QuestionKind.TEXT:
        return None
    if not await is_taken(tx, world, person, published.consultation):
        return None
    return found[0], asked, found[2]


async def _is_aloud(tx: Transaction, person: Person, slug: str, question: Question) -> bool:
    """Whether a question is answered in a voice note that words would take the place of."""
    if question.kind is not QuestionKind.TEXT:
        return False
    response = await responses.response_of(tx, person.resident[0], slug)
    given = None if response is None else response.values.get(question.key)
    return isinstance(given, VoiceNote) and not given.is_lost


async def is_taken(
    tx: Transaction, world: World, person: Person, consultation: Consultation
) -> bool:
    """Whether what this person sends is taken as an answer, if only as a late one."""
    return await late.timing_of(tx, world, person, consultation) is not Timing.CLOSED


async def _yes_is_taken(
    tx: Transaction, world: World, person: Person, consultation: Consultation
) -> bool:
    """Whether a yes from now on is taken: the words may have been typed before the close."""
    return await is_taken(tx, world, replace(person, sent=None), consultation)


async def _tapped_since_last_answer(tx: Transaction, person: Person, response: Response) -> bool:
    found = await answers.latest(tx, person.resident[0])
    return found is None or response.updated_at - found[3] > SAME_TURN


async def offer_words(
    tx: Transaction,
    world: World,
    person: Person,
    what: tuple[str, Question],
    text: str,
    *,
    last: bool = False,
) -> Offer:
    """Ask what words are that were typed at a question, or may be more of it."""
    slug, question = what
    consultation = world.consultation(slug).consultation
    is_paused = phase(consultation, world.now()) is Phase.PAUSED
    if is_paused or not await _yes_is_taken(tx, world, person, consultation):
        raise not_open(consultation, world.now())
    whole = await words_in_hand.offer(tx, world, person, f"{slug}/{question.key}", text)
    place = [q.key for q in consultation.questions].index(question.key)
    code = world.loaded.consultation_codes[slug]
    aloud = await _is_aloud(tx, person, slug, question)
    return Offer(consultation, code, question, place, check_text(whole), last, aloud=aloud)
