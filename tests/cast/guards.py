"""The guards the faults' tests are there for: where each stands, and how it looks taken out.

``tests/cast/without_guards.py`` takes them out one at a time in a copy of the project, and has the
fault's tests fail. ``tests/suite/test_guards.py`` holds that each still stands where it is said to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """``stands`` is in ``file``, once; with ``gone`` in its place the guard is out."""

    what: str
    file: str
    stands: str
    gone: str


_TRIED_AGAIN = Guard(
    "a commit is tried again for as long as it takes",
    "bot/commits.py",
    "                    if trouble is None:\n",
    "                    if trouble is None or tries >= 0:\n",
)

GUARDS: Mapping[int, tuple[Guard, ...]] = {
    1: (
        Guard(
            "what waits in the inbox is taken up at the start",
            "bot/receiving/receiver.py",
            "before = await self._from_before()",
            "before: list[Received] = []",
        ),
    ),
    2: (
        Guard(
            "what was owed is said",
            "bot/receiving/receiver.py",
            "group.create_task(self.debts.pay(owed))",
            "group.create_task(self.debts.pay(()))",
        ),
    ),
    3: (
        Guard(
            "the claims of a former process become unknown",
            "storage/broadcasts/claims.py",
            ".where(_IS_CLAIMED, others | mine)",
            ".where(_IS_CLAIMED, mine)",
        ),
    ),
    4: (
        Guard(
            "a claim is not yet counted as sent",
            "storage/broadcasts/claims.py",
            "            state=DeliveryState.CLAIMED,\n            claimed_by=me,",
            "            state=DeliveryState.SENT,\n            claimed_by=me,",
        ),
    ),
    5: (
        Guard(
            "the folder for exports is made anew",
            "wardmote/service/private_files.py",
            "        _remove(folder)\n        folder.mkdir(mode=0o700)\n",
            "        folder.mkdir(mode=0o700, exist_ok=True)\n",
        ),
    ),
    6: (
        Guard(
            "what is in flight is finished",
            "wardmote/service/lifecycle.py",
            "                await self.bot.answered()\n",
            "",
        ),
    ),
    7: (_TRIED_AGAIN,),
    8: (_TRIED_AGAIN,),
    9: (_TRIED_AGAIN,),
    10: (_TRIED_AGAIN,),
    11: (
        Guard(
            "the lock beside the file",
            "wardmote/service/lock.py",
            "            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
            "            pass\n",
        ),
        Guard(
            "a newcomer to the token leaves",
            "bot/receiving/polling.py",
            "    if outcome.fate is Fate.CONFLICT:\n        if ",
            "    if outcome.fate is Fate.GONE:\n        if ",
        ),
    ),
    12: (
        Guard(
            "a newer schema is refused",
            "storage/migrations/__init__.py",
            "    if current is not None and current not in steps():\n",
            "    if current == '':\n",
        ),
        Guard(
            "an older schema is refused",
            "storage/migrations/__init__.py",
            "        if await tx.run_sync(_current) != steps()[-1]:\n",
            "        if await tx.run_sync(_current) == '':\n",
        ),
    ),
    13: (
        Guard(
            "a day is tidied once",
            "usecases/operations/ticks.py",
            "    if await deployment.fact(tx, TIDIED) == today:\n",
            "    if await deployment.fact(tx, TIDIED) == '':\n",
        ),
        Guard(
            "a clock that was set back delays no row",
            "usecases/broadcasts/deliver.py",
            "    await claims.bring_forward(tx, ",
            "    print(tx, ",
        ),
        Guard(
            "a claim that lies ahead of the clock is over",
            "storage/broadcasts/claims.py",
            "over = (at <= now - lease) | (at > now + lease)",
            "over = at <= now - lease",
        ),
        Guard(
            "a debt that lies ahead of the clock is paid",
            "storage/conversation/inbox.py",
            "            (at <= now - longer_than) | (at > now + longer_than),\n",
            "            at <= now - longer_than,\n",
        ),
    ),
    15: (
        Guard(
            "what is held is not claimed",
            "usecases/broadcasts/deliver.py",
            "    if await holding.held(tx) is not None:\n        return []\n",
            "",
        ),
        Guard(
            "what is held is not filled",
            "usecases/broadcasts/deliver.py",
            "    if await holding.held(tx) is not None:\n        return False\n",
            "",
        ),
        Guard(
            "what was stored before is acted on in silence",
            "bot/receiving/receiver.py",
            "            self._hushed = rows[-1].seq\n",
            "            self._hushed = 0\n",
        ),
    ),
    16: (
        Guard(
            "a 429 pauses the whole bot",
            "bot/sending/pacer.py",
            "            self._pause(max(1.0, outcome.retry_after))\n",
            "            self._pause(0.001)\n",
        ),
        Guard(
            "the pause is in the database",
            "bot/sending/pacer.py",
            "                await self._keep(marks)\n",
            "                pass\n",
        ),
    ),
    17: (
        Guard(
            "a fate that is not known stays so",
            "engagement/broadcasts/delivery.py",
            "            return Settlement(DeliveryState.UNKNOWN)\n",
            "            return Settlement(DeliveryState.QUEUED)\n",
        ),
        Guard(
            "nothing goes a third time",
            "storage/broadcasts/deliveries.py",
            "            deliveries.c.sent_again.is_(False),\n"
            "            deliveries.c.contact_id.is_not(None),\n        )\n        .values(",
            "            deliveries.c.contact_id.is_not(None),\n        )\n        .values(",
        ),
    ),
    18: (
        Guard(
            "what never connected was not sent",
            "bot/sending/request.py",
            "return Outcome(Fate.NEVER_SENT, description=why",
            "return Outcome(Fate.UNKNOWN, description=why",
        ),
        Guard(
            "what was not sent waits for its next try",
            "engagement/broadcasts/delivery.py",
            "            return Settlement(DeliveryState.QUEUED, waits=True)\n",
            "            return Settlement(DeliveryState.FAILED)\n",
        ),
    ),
    19: (
        Guard(
            "whoever blocks us is not written to",
            "engagement/broadcasts/delivery.py",
            "return Settlement(DeliveryState.BLOCKED, Reach.BLOCKED)",
            "return Settlement(DeliveryState.BLOCKED)",
        ),
        Guard(
            "whoever is gone is not written to",
            "engagement/broadcasts/delivery.py",
            "return Settlement(DeliveryState.BLOCKED, Reach.GONE)",
            "return Settlement(DeliveryState.BLOCKED)",
        ),
    ),
    22: (
        Guard(
            "a broadcast goes once more, as plain text",
            "bot/sending/sender.py",
            "        if outcome.reason is Reason.MARKS_REFUSED:\n",
            "        if outcome.reason is Reason.TOO_LARGE:\n",
        ),
        Guard(
            "a reply goes once more, as plain text",
            "bot/sending/calls.py",
            "        if outcome.reason is Reason.MARKS_REFUSED:\n",
            "        if outcome.reason is Reason.TOO_LARGE:\n",
        ),
        Guard(
            "its marks are taken out",
            "bot/sending/rendered_messages.py",
            '"text": screen.text if marked else unmarked(screen.text)',
            '"text": screen.text',
        ),
    ),
    23: (
        Guard(
            "not modified is done",
            "engagement/broadcasts/delivery.py",
            "return outcome.fate is Fate.DONE or NOT_MODIFIED in outcome.description",
            "return outcome.fate is Fate.DONE",
        ),
        Guard(
            "a new message stands in for an edit",
            "bot/sending/speaker.py",
            "            if await self._calls.edit(person.chat_id, tapped, screen):\n",
            "            if await self._calls.edit(person.chat_id, tapped, screen) or True:\n",
        ),
    ),
    24: (
        Guard(
            "a refused token ends the polls",
            "bot/receiving/polling.py",
            "            if outcome.fate is Fate.UNAUTHORISED:\n",
            "            if outcome.fate is Fate.GONE:\n",
        ),
        Guard(
            "a refused token ends the sending",
            "bot/sending/sender.py",
            "        self._refused |= Fate.UNAUTHORISED in tried\n",
            "",
        ),
        Guard(
            "its rows go back to the queue",
            "engagement/broadcasts/delivery.py",
            "        case Fate.SLOW_DOWN | Fate.UNAUTHORISED | Fate.CONFLICT:\n"
            "            return Settlement(DeliveryState.QUEUED, counts=False)\n",
            "        case Fate.SLOW_DOWN | Fate.CONFLICT:\n"
            "            return Settlement(DeliveryState.QUEUED, counts=False)\n"
            "        case Fate.UNAUTHORISED:\n"
            "            return Settlement(DeliveryState.FAILED)\n",
        ),
    ),
    25: (
        Guard(
            "an update has a longest text",
            "usecases/broadcasts/compose.py",
            "    if length > LONGEST_UPDATE:\n",
            "    if length > 9 * LONGEST_UPDATE:\n",
        ),
        Guard(
            "a council's line has a longest text",
            "content/schema.py",
            "min_length=1, max_length=300)]",
            "min_length=1)]",
        ),
        Guard(
            "a council's paragraph has a longest text",
            "content/schema.py",
            "min_length=1, max_length=1500)]",
            "min_length=1)]",
        ),
    ),
    27: (
        Guard(
            "only the allowed steps are taken",
            "storage/broadcasts/records.py",
            ".where(broadcasts.c.id == broadcast_id, broadcasts.c.state.in_(from_states))",
            ".where(broadcasts.c.id == broadcast_id)",
        ),
    ),
    28: (
        Guard(
            "what is no answer of Telegram's is not taken for one",
            "engagement/broadcasts/delivery.py",
            "        return Outcome(Fate.UNKNOWN, description=said, reason=why)\n",
            "        return Outcome(Fate.DONE, description=said)\n",
        ),
    ),
    29: (
        Guard(
            "what is done is not handed out again",
            "storage/conversation/inbox.py",
            '    inbox.c.update_id.in_(bindparam("ids", expanding=True)),\n'
            "    inbox.c.state == InboxState.NEW,\n",
            '    inbox.c.update_id.in_(bindparam("ids", expanding=True)),\n',
        ),
        Guard(
            "one row an update",
            "storage/conversation/inbox.py",
            'await tx.execute(upsert(tx, inbox, key=("bot", "update_id")), rows)',
            "await tx.execute(inbox.insert(), rows)",
        ),
    ),
    30: (
        Guard(
            "the order is the inbox's own",
            "storage/conversation/inbox.py",
            "inbox.c.attempts).order_by(inbox.c.seq)",
            "inbox.c.attempts).order_by(inbox.c.update_id)",
        ),
    ),
    31: (
        Guard(
            "what cannot be read is caught",
            "bot/receiving/acting.py",
            "        except Exception as unreadable:\n",
            "        except ZeroDivisionError as unreadable:\n",
        ),
    ),
    32: (
        Guard(
            "what is over is closed",
            "engagement/consultations/lifecycle.py",
            "    return Phase.OPEN if now < consultation.closes_at else Phase.CLOSED\n",
            "    return Phase.OPEN\n",
        ),
        Guard(
            "a button of what is not there is an old one",
            "usecases/world.py",
            "if known == code:\n                return self.consultation(slug)",
            "if code:\n                return self.consultation(slug)",
        ),
    ),
    33: (
        Guard(
            "a lane keeps its order",
            "bot/receiving/lanes.py",
            "                queue.append(row)\n",
            "                queue.appendleft(row)\n",
        ),
        Guard(
            "every answer is history",
            "storage/consultations/answers.py",
            "    await tx.execute(_KEEP_HISTORY, row)\n",
            "",
        ),
    ),
    34: (
        Guard(
            "another kind of message has a handler",
            "bot/application.py",
            "        MessageHandler(private & new, talking.other_kind),\n",
            "",
        ),
        Guard(
            "an edit has a handler",
            "bot/application.py",
            "MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, talking.edited),\n",
            "\n",
        ),
    ),
    35: (
        Guard(
            "words are escaped",
            "content/words.py",
            "    return Html(html.escape(text, quote=False))\n",
            "    return Html(text)\n",
        ),
        Guard(
            "a cell runs no formula",
            "reports/responses_csv.py",
            '    return f"\'{cell}" if cell.startswith(RUNS_AS_FORMULA) else cell\n',
            "    return cell\n",
        ),
    ),
    36: (
        Guard(
            "the place is stored with the response",
            "storage/consultations/answers.py",
            '        position=bindparam("to_position", type_=String),\n',
            "",
        ),
    ),
    37: (
        Guard(
            "a lane a person",
            "usecases/conversation/receive.py",
            "lane=who or chat or STRANGERS_LANE",
            "lane=STRANGERS_LANE",
        ),
    ),
    38: (
        Guard(
            "who does not know the word is turned away",
            "web/mailbox.py",
            '        if not self._knows_the_word(scope["headers"]):\n',
            '        if scope["headers"] is None:\n',
        ),
        Guard(
            "what announces that it is too large is turned away",
            "web/mailbox.py",
            "    if int(length) > LARGEST:\n",
            "    if int(length) < 0:\n",
        ),
        Guard(
            "what turns out too large is turned away",
            "web/mailbox.py",
            "        if len(body) > LARGEST:\n",
            "        if len(body) < 0:\n",
        ),
        Guard(
            "what has no number is turned away",
            "web/mailbox.py",
            "    if type(number) is not int or not 0 <= number < LARGEST_ID:\n",
            "    if number == '':\n",
        ),
    ),
    39: (
        Guard(
            "an invite is used once",
            "storage/staff/members.py",
            "invites.c.hash == digest, invites.c.used_at.is_(None),",
            "invites.c.hash == digest,",
        ),
        Guard(
            "an invite is over some day",
            "storage/staff/members.py",
            "invites.c.used_at.is_(None), invites.c.expires_at > now",
            "invites.c.used_at.is_(None)",
        ),
    ),
    40: (
        Guard(
            "whoever has left a post holds it no more",
            "storage/staff/members.py",
            "where(staff.c.contact_id.is_not(None), staff.c.left_at.is_(None))",
            "where(staff.c.id.is_not(None))",
        ),
    ),
    45: (
        Guard(
            "a row that leads to nobody has an end",
            "storage/broadcasts/claims.py",
            "    await settle(tx, forgotten, now)\n",
            "",
        ),
    ),
}
