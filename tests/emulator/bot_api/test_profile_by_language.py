"""The bot's name, descriptions, commands and menu button, by language and chat."""

import pytest
from bot_side import BotSide

from emulator import Emulator, Phone
from emulator.bot_api.commands import commands_for

TEXTS = [
    ("Name", "name", 64, "BOT_TITLE_INVALID"),
    ("Description", "description", 512, "BOT_DESC_INVALID"),
    ("ShortDescription", "short_description", 120, "BOT_SHARETEXT_INVALID"),
]


@pytest.mark.parametrize(("method", "field", "longest", "refusal"), TEXTS)
async def test_a_text_has_its_limit_and_falls_back_to_the_default_language(
    bot: BotSide, method: str, field: str, longest: int, refusal: str
) -> None:
    default, polish = "d" * longest, "ż" * longest
    await bot.do(f"setMy{method}", **{field: default})
    await bot.do(f"setMy{method}", **{field: polish, "language_code": "pl"})
    for language, expected in [("", default), ("pl", polish), ("ur", default)]:
        assert await bot.do(f"getMy{method}", language_code=language) == {field: expected}
    refused = await bot.refusal(f"setMy{method}", **{field: "x" * (longest + 1)})
    assert refused == (400, f"Bad Request: {refusal}")
    await bot.do(f"setMy{method}", **{field: "", "language_code": "pl"})
    assert await bot.do(f"getMy{method}", language_code="pl") == {field: default}


async def test_the_bot_bears_its_name_and_cannot_go_without_one(bot: BotSide) -> None:
    assert await bot.do("getMyName") == {"name": "WardmoteBot"}
    await bot.do("setMyName", name="Neighbourhood chat")
    assert (await bot.do("getMe"))["first_name"] == "Neighbourhood chat"
    refused = await bot.refusal("setMyName", name="")
    assert refused == (400, "Bad Request: BOT_TITLE_INVALID")
    assert await bot.do("getMyName") == {"name": "Neighbourhood chat"}


async def test_without_any_description_there_is_an_empty_one(bot: BotSide) -> None:
    await bot.do("setMyDescription", description="About")
    await bot.do("setMyDescription")
    assert await bot.do("getMyDescription", language_code="pl") == {"description": ""}


@pytest.mark.parametrize("method", ["setMyName", "setMyCommands", "deleteMyCommands"])
@pytest.mark.parametrize("code", ["polish", "PL", "p1"])
async def test_a_language_is_two_small_letters(bot: BotSide, method: str, code: str) -> None:
    given = {"setMyName": {"name": "x"}, "setMyCommands": {"commands": []}}.get(method, {})
    refused = await bot.refusal(method, **given, language_code=code)
    assert refused == (400, "Bad Request: invalid language code specified")


async def test_deleted_commands_give_way_to_the_wider_ones(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    def menu() -> list[str]:
        return [command["command"] for command in commands_for(telegram, amina.user)]

    own = {"scope": {"type": "chat", "chat_id": amina.user_id}}
    await bot.do("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await bot.do("setMyCommands", commands=[{"command": "send", "description": "Send"}], **own)
    polish = [{"command": "pomoc", "description": "Pomoc"}]
    await bot.do("setMyCommands", commands=polish, language_code="pl")
    assert menu() == ["send"]
    assert await bot.do("deleteMyCommands", **own)
    assert menu() == ["help"]
    amina.language_code = "pl-PL"
    assert menu() == ["pomoc"]
    assert await bot.do("getMyCommands", **own) == []


async def test_a_menu_button_is_kept_by_chat(amina: Phone, bot: BotSide) -> None:
    assert await bot.do("getChatMenuButton") == {"type": "commands"}
    await bot.do("setChatMenuButton", menu_button={"type": "commands"}, chat_id=amina.user_id)
    assert await bot.do("getChatMenuButton", chat_id=amina.user_id) == {"type": "commands"}
    await bot.do("setChatMenuButton", chat_id=amina.user_id)
    assert await bot.do("getChatMenuButton", chat_id=amina.user_id) == {"type": "default"}
    refused = await bot.refusal("setChatMenuButton", menu_button={"type": "round"})
    assert refused == (400, "Bad Request: can't parse menu button JSON object")
    refused = await bot.refusal("setChatMenuButton", chat_id=77)
    assert refused == (400, "Bad Request: chat not found")
