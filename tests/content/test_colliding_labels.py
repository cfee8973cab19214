"""Labels that mean something else when typed are warned of, in every language."""

import shutil
from pathlib import Path

from lamps_street import LAMPS, consultation, option

from content.colliding_labels import collisions
from content.library import council_directory, load


def warnings(*labels: str | dict[str, str]) -> list[str]:
    options = tuple(option(f"o{n}", label) for n, label in enumerate(labels, start=1))
    question = LAMPS.model_copy(update={"options": options})
    return [*collisions(consultation(questions=(question,)))]


def test_labels_that_read_alike_in_any_language_are_warned_of() -> None:
    """W5."""
    assert warnings("Brighter", "More", {"en": "Longer", "pl": "Dłużej"}) == []
    (found,) = warnings("C", "C++")
    assert found == (
        'street-lighting, question lamps: option 2 "C++" (en) reads like option 1 "C": people may '
        "have to tap it"
    )
    (found,) = warnings({"en": "Often", "pl": "Inne"}, {"en": "Other", "pl": "Inne!"})
    assert 'option 2 "Inne!" (pl) reads like option 1 "Inne"' in found


def test_labels_that_read_alike_on_any_keyboard_are_warned_of() -> None:
    """W5."""
    (found,) = warnings({"en": "Meadow", "pl": "Łąka"}, {"en": "Varnish", "pl": "Laka"})
    assert 'option 2 "Laka" (pl) reads like option 1 "Łąka"' in found
    (found,) = warnings({"en": "Nothing", "ur": "کچھ نہیں"}, {"en": "None", "ur": "كچه نہيں"})
    assert "reads like option 1" in found
    assert warnings("👍", "👎") == []


def test_a_label_that_is_a_word_of_ours_is_warned_of() -> None:
    """W5."""
    assert "stops all messages" in warnings("Walk on", {"en": "Halt it", "pl": "Stop"})[0]
    assert "a meaning of its own" in warnings("Next", "Later")[0]
    assert "a meaning of its own" in warnings("Sooner", {"en": "Later", "ur": "مدد"})[0]


def test_a_label_that_is_another_option_s_number_is_warned_of() -> None:
    """W5."""
    assert warnings("1", "2", "3") == []
    found = warnings("0", "1", "2", "3 or more")
    assert len(found) == 3
    assert 'option 3 "2" (en) is a number, and its button shows another, 3' in found[2]


def test_the_check_of_a_council_s_files_shows_them(tmp_path: Path) -> None:
    """W5."""
    folder = tmp_path / "council"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    assert not [w for w in load(folder).warnings if "option " in w]
    path = folder / "consultations" / "local-priorities.yaml"
    path.write_text(path.read_text().replace("Jobs and careers", "Next"))
    assert [w for w in load(folder).warnings if 'option 2 "Next"' in w]
