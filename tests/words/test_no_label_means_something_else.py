"""A button's label can be typed. It must not be what people say to stop, to be forgotten, for yes
or for no and so on, unless that is what the button does."""

import pytest
from words_in_code import fillings, messages

from content import asked_in_words
from content.words import Words
from content.yes_and_no import is_ok, keeps_or_drops, yes_or_no

SPOKEN = Words()
ANYWHERE = {
    "stop": asked_in_words.asks_to_stop,
    "complain": asked_in_words.asks_to_complain,
    "help": asked_in_words.asks_for_help,
    "forget": asked_in_words.asks_to_be_forgotten,
    "start": asked_in_words.asks_to_start,
    "remove": asked_in_words.asks_to_remove,
    "cancel": asked_in_words.asks_to_cancel,
}
MEANT = {
    "button-start": "start",
    "button-instead-complaint": "complain",
    "button-instead-stop": "stop",
    "button-cancel": "cancel",
    "button-take-back": "cancel",
    "button-remove-from-chat": "remove",
}


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_no_button_s_label_means_something_else_when_it_is_typed(language: str) -> None:
    labels = [
        (key, SPOKEN.plain(key, language, **values))
        for key in messages()
        if key.startswith("button-")
        for values in fillings(key, "Abbey")
    ]
    assert len(labels) > 80
    wrong = [
        (key, label, meaning)
        for key, label in labels
        for meaning, asks in ANYWHERE.items()
        if asks(label) and MEANT.get(key) != meaning
    ]
    assert wrong == []


YES, NO = "yes", "no"
SAYS = {
    "button-yes": YES,
    "button-yes-keep": YES,
    "button-yes-add": YES,
    "button-keep-question": YES,
    "button-keep-submission": YES,
    "button-add-what-was-done": YES,
    "button-manage-choice": YES,
    "button-no": NO,
    "button-forget-no": NO,
    "button-cancel": NO,
    "button-take-back": NO,
    "button-held-drop": NO,
    "button-equality-no": NO,
}


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_no_button_s_label_is_a_yes_or_a_no_to_something_else(language: str) -> None:
    """In English "Go on" was one, and kept words that were on offer further down."""
    wrong = set()
    for key in messages():
        for values in fillings(key, "Abbey") if key.startswith("button-") else ():
            label = SPOKEN.plain(key, language, **values)
            said = {yes_or_no(label, language), keeps_or_drops(label, language)} - {None}
            meant = {SAYS[key] == YES} if key in SAYS else set()
            if not said <= meant or is_ok(label):
                wrong.add((key, label))
    assert wrong == set()
