"""The guards against each fault: the code that protects, and the same code without protection.

``tests/cast/without_guards.py`` removes them one at a time in a copy of the project, and checks
that the fault's tests fail. ``tests/suite/test_guards.py`` checks that each is still in its file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """``code`` occurs once in ``file``; with ``without`` in its place the guard is removed."""

    what: str
    file: str
    code: str
    without: str


_TRIED_AGAIN = Guard(
    "a failed commit is retried for as long as it takes",
    "bot/commits.py",
    "                    if cause is None:\n",
    "                    if cause is None or tries >= 0:\n",
)

GUARDS: Mapping[int, tuple[Guard, ...]] = {
    1: (
        Guard(
            "updates waiting in the inbox are handled at the start",
            "bot/receiving/receiver.py",
            "before = await self._left_over()",
            "before: list[Received] = []",
        ),
    ),
    2: (
        Guard(
            "pending replies are sent",
            "bot/receiving/receiver.py",
            "group.create_task(self.pending_replies.send(pending))",
            "group.create_task(self.pending_replies.send(()))",
        ),
    ),
    3: (
        Guard(
            "the claims of a former process become unknown",
            "storage/broadcasts/claims.py",
            ".where(_IS_CLAIMED, others | mine)",
            ".where(_IS_CLAIMED, mine)",
        ),
        Guard(
            "a second sending that had not begun is queued",
            "storage/broadcasts/claims.py",
            ".where(_IS_CLAIMED, not_begun, others | mine)",
            ".where(_IS_CLAIMED, not_begun, mine)",
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
            "the folder for exports is recreated",
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
    8: (
        _TRIED_AGAIN,
        Guard(
            "a new writing connection takes the lock first",
            "storage/engine/server_lock.py",
            "            if cursor.fetchone()[0]:\n",
            "            if cursor.fetchone():\n",
        ),
    ),
    9: (_TRIED_AGAIN,),
    10: (_TRIED_AGAIN,),
    11: (
        Guard(
            "the lock next to the file",
            "wardmote/service/lock.py",
            "            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
            "            pass\n",
        ),
        Guard(
            "a newcomer with the same token exits",
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
            "        if current != steps()[-1]:\n",
            "        if current == '':\n",
        ),
    ),
    13: (
        Guard(
            "the daily clean-up runs once a day",
            "usecases/operations/retention.py",
            "    if await deployment.fact(tx, TIDIED) == today:\n",
            "    if await deployment.fact(tx, TIDIED) == '':\n",
        ),
        Guard(
            "a clock that was set back doesn't delay any row",
            "usecases/broadcasts/deliver.py",
            "    await claims.bring_forward(\n        tx,",
            "    print(\n        tx,",
        ),
        Guard(
            "a claim dated ahead of the clock has ended",
            "storage/broadcasts/claims.py",
            "over = (at <= now - lease) | (at > now + lease)",
            "over = at <= now - lease",
        ),
        Guard(
            "a pending reply dated ahead of the clock is sent",
            "storage/conversation/inbox.py",
            "            (at <= now - longer_than) | (at > now + longer_than),\n",
            "            at <= now - longer_than,\n",
        ),
    ),
    15: (
        Guard(
            "deliveries on hold are not claimed",
            "usecases/broadcasts/deliver.py",
            "    if await held_sends.held(tx) is not None:\n        return []\n",
            "",
        ),
        Guard(
            "ledgers on hold are not filled",
            "usecases/broadcasts/deliver.py",
            "    if await held_sends.held(tx) is not None:\n        return False\n",
            "",
        ),
        Guard(
            "updates stored before a restore are handled without a reply",
            "bot/receiving/receiver.py",
            "            self._silent_up_to = rows[-1].seq\n",
            "            self._silent_up_to = 0\n",
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
            "the pause is stored in the database",
            "bot/sending/pacer.py",
            "                await self._save(marks)\n",
            "                pass\n",
        ),
    ),
    17: (
        Guard(
            "an unknown fate stays unknown",
            "engagement/broadcasts/delivery.py",
            "            return Settlement(DeliveryState.UNKNOWN)\n",
            "            return Settlement(DeliveryState.QUEUED)\n",
        ),
        Guard(
            "nothing is sent a third time",
            "storage/broadcasts/deliveries.py",
            "(deliveries.c.state == DeliveryState.UNKNOWN) & deliveries.c.sent_again.is_(False)\n",
            "deliveries.c.state == DeliveryState.UNKNOWN\n",
        ),
    ),
    18: (
        Guard(
            "a call that never connected counts as not sent",
            "bot/sending/request.py",
            "return Outcome(Fate.NEVER_SENT, description=why",
            "return Outcome(Fate.UNKNOWN, description=why",
        ),
        Guard(
            "a message that was not sent waits for its next try",
            "engagement/broadcasts/delivery.py",
            "            return Settlement(DeliveryState.QUEUED, waits=True)\n",
            "            return Settlement(DeliveryState.FAILED)\n",
        ),
    ),
    19: (
        Guard(
            "people who block the bot get no more messages",
            "engagement/broadcasts/delivery.py",
            "            return Reach.BLOCKED\n",
            "            return None\n",
        ),
        Guard(
            "deleted accounts get no more messages",
            "engagement/broadcasts/delivery.py",
            "            return Reach.GONE\n",
            "            return None\n",
        ),
    ),
    22: (
        Guard(
            "a broadcast is sent once more as plain text",
            "bot/sending/sender.py",
            "        if outcome.reason is Reason.MARKUP_REFUSED:\n",
            "        if outcome.reason is Reason.TOO_LARGE:\n",
        ),
        Guard(
            "a reply is sent once more as plain text",
            "bot/sending/calls.py",
            "        if outcome.reason is Reason.MARKUP_REFUSED:\n",
            "        if outcome.reason is Reason.TOO_LARGE:\n",
        ),
        Guard(
            "its formatting is removed",
            "bot/sending/rendered_messages.py",
            '"text": screen.text if marked else unmarked(screen.text)',
            '"text": screen.text',
        ),
    ),
    23: (
        Guard(
            "not modified counts as done",
            "engagement/broadcasts/bot_api_responses.py",
            "return outcome.fate is Fate.DONE or NOT_MODIFIED in outcome.description",
            "return outcome.fate is Fate.DONE",
        ),
        Guard(
            "a new message is sent in place of a failed edit",
            "bot/sending/speaker.py",
            "            if await self._calls.edit(person.phone, tapped, screen):\n",
            "            if await self._calls.edit(person.phone, tapped, screen) or True:\n",
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
            "an update's text has a maximum length",
            "engagement/broadcasts/update_text.py",
            "    if length > LONGEST_UPDATE:\n",
            "    if length > 9 * LONGEST_UPDATE:\n",
        ),
        Guard(
            "a line in a council's files has a maximum length",
            "content/schema/authored.py",
            "min_length=1, max_length=300)]",
            "min_length=1)]",
        ),
        Guard(
            "a paragraph in a council's files has a maximum length",
            "content/schema/authored.py",
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
            "a response that isn't Telegram's is not taken for one",
            "engagement/broadcasts/bot_api_responses.py",
            "        return Outcome(Fate.UNKNOWN, description=description, reason=reason)\n",
            "        return Outcome(Fate.DONE, description=description)\n",
        ),
    ),
    29: (
        Guard(
            "an update that is done is not handed out again",
            "storage/conversation/inbox.py",
            '    inbox.c.update_id.in_(bindparam("ids", expanding=True)),\n'
            "    inbox.c.state == InboxState.NEW,\n",
            '    inbox.c.update_id.in_(bindparam("ids", expanding=True)),\n',
        ),
        Guard(
            "one row per update",
            "storage/conversation/inbox.py",
            'await tx.execute(upsert(tx, inbox, key=("bot", "update_id")), rows)',
            "await tx.execute(inbox.insert(), rows)",
        ),
    ),
    30: (
        Guard(
            "updates are in the inbox's own order",
            "storage/conversation/inbox.py",
            "inbox.c.attempts\n).order_by(inbox.c.seq)",
            "inbox.c.attempts\n).order_by(inbox.c.update_id)",
        ),
    ),
    31: (
        Guard(
            "errors from unreadable updates are caught",
            "bot/receiving/turn_runner.py",
            "        except Exception as unreadable:\n",
            "        except ZeroDivisionError as unreadable:\n",
        ),
    ),
    32: (
        Guard(
            "a consultation closes at its end",
            "engagement/consultations/lifecycle.py",
            "    if now >= consultation.closes_at:\n        return Phase.CLOSED\n",
            "",
        ),
        Guard(
            "a button of a removed consultation is an old one",
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
            "every answer is added to the history",
            "storage/consultations/answers.py",
            "    await tx.execute(_KEEP_HISTORY, row)\n",
            "",
        ),
    ),
    34: (
        Guard(
            "another kind of message has a handler",
            "bot/application.py",
            "        MessageHandler(private & new & LEFT_OUT, other_messages.other_kind),\n",
            "",
        ),
        Guard(
            "an edit has a handler",
            "bot/application.py",
            "MessageHandler(private & edits & words & ~filters.LOCATION, edited_messages.edited)"
            ",\n",
            "\n",
        ),
    ),
    35: (
        Guard(
            "text is escaped",
            "content/words.py",
            "    return Html(html.escape(text, quote=False))\n",
            "    return Html(text)\n",
        ),
        Guard(
            "a cell does not run as a formula",
            "reports/responses_csv.py",
            '    return f"\'{cell}" if cell.startswith(RUNS_AS_FORMULA) else cell\n',
            "    return cell\n",
        ),
    ),
    36: (
        Guard(
            "the position is stored with the response",
            "storage/consultations/responses.py",
            '        position=bindparam("to_position", type_=String),\n',
            "",
        ),
    ),
    37: (
        Guard(
            "one lane per person",
            "usecases/conversation/receive.py",
            "incoming.append(_incoming(kept, lane, received_at))",
            "incoming.append(_incoming(kept, STRANGERS_LANE, received_at))",
        ),
    ),
    38: (
        Guard(
            "posts without the secret are refused",
            "web/webhook_posts.py",
            '        if not self._has_secret(scope["headers"]):\n',
            '        if scope["headers"] is None:\n',
        ),
        Guard(
            "posts announced as too large are refused",
            "web/webhook_posts.py",
            "    if int(length) > LARGEST:\n",
            "    if int(length) < 0:\n",
        ),
        Guard(
            "posts that turn out too large are refused",
            "web/webhook_posts.py",
            "        if len(body) > LARGEST:\n",
            "        if len(body) < 0:\n",
        ),
        Guard(
            "posts without an update id are refused",
            "web/webhook_posts.py",
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
            "an invite expires",
            "storage/staff/members.py",
            "invites.c.used_at.is_(None), invites.c.expires_at > now",
            "invites.c.used_at.is_(None)",
        ),
    ),
    40: (
        Guard(
            "staff who have left have no role",
            "storage/staff/members.py",
            "where(staff.c.contact_id.is_not(None), staff.c.left_at.is_(None))",
            "where(staff.c.id.is_not(None))",
        ),
    ),
    45: (
        Guard(
            "a row whose contact is gone reaches a final state",
            "storage/broadcasts/claims.py",
            "    await settle(tx, forgotten, now)\n",
            "",
        ),
    ),
    48: (
        Guard(
            "every message is looked at as it was sent",
            "usecases/conversation/receive.py",
            "safety.marked(_kept(update, purpose, world, place=place, voice=speaks), update)",
            "_kept(update, purpose, world, place=place, voice=speaks)",
        ),
        Guard(
            "signposts come before the handler",
            "bot/receiving/turn_runner.py",
            "        await self._show_signposts(tx, turn)\n        token = ",
            "        token = ",
        ),
        Guard(
            "only the named open the words",
            "usecases/operations/safety_alerts.py",
            "    if person.staff is None or not await reads_danger(tx, world, person):\n",
            "    if person.staff is None:\n",
        ),
        Guard(
            "words are kept only of people who have joined",
            "usecases/operations/safety_alerts.py",
            "    if not person.has_joined or person.contact is None or not text:\n",
            "    if person.contact is None or not text:\n",
        ),
        Guard(
            "words of danger are left out of exports",
            "usecases/insight/export.py",
            "found = [_without_danger(consultation, response) for response in page]",
            "found = page",
        ),
    ),
}
