"""docs/settings.md says what the settings' class says."""

from pydantic_core import PydanticUndefined
from the_pages import read, rows

from wardmote.service.settings import Settings


def as_written(default: object) -> str:
    if default is PydanticUndefined:
        return "none"
    return "empty" if default is None else f"`{default}`"


def test_every_setting_stands_on_its_page_with_its_default_and_its_description():
    expected = [
        [f"`WARDMOTE_{name.upper()}`", as_written(field.default), field.description]
        for name, field in Settings.model_fields.items()
    ]
    assert rows(read("docs/settings.md")) == expected
