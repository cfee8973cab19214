"""Updates as Telegram sends them, for tests to modify and push."""

from company import Person


def message(user: int, **fields: object) -> dict[str, object]:
    """A private message as Telegram sends it."""
    return {
        "message": {
            "message_id": 900_001,
            "date": 1_662_400_000,
            "text": "hello",
            "chat": {"id": user, "type": "private", "first_name": "Amina"},
            "from": {"id": user, "is_bot": False, "first_name": "Amina"},
            **fields,
        }
    }


def command(user: int, name: str) -> dict[str, object]:
    """A command, such as /mine."""
    mark = {"type": "bot_command", "offset": 0, "length": len(name)}
    return message(user, text=name, entities=[mark])


def replies(person: Person, *openings: str) -> list[str]:
    """Which of these texts the bot has sent, in order."""
    return [o for m in person.from_bot for o in openings if o in m.text]
