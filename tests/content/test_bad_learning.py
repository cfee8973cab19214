"""Pictures, recordings and links that come with a question: what is wrong is told by field."""

from __future__ import annotations

from pathlib import Path

import pytest
from council_copy import Copy, place
from learning import NAME, PICTURE, council
from made_pictures import jpeg_head, png

from content import media
from content.duration import worked_out
from content.schema.authored import Localised
from emulator import recording
from storage.consultations.versions import hash_of

WHICH = "learn-and-listen"
FILE_OF_PICTURE = "questions[1].learn.picture.file"


@pytest.fixture
def written(tmp_path: Path) -> Copy:
    return Copy(council(tmp_path))


def test_it_loads_and_every_file_is_known_by_its_bytes(written: Copy) -> None:
    asked = written.load().consultations[WHICH].question("trees")
    assert asked.learn is not None
    assert asked.learn.picture is not None
    digests = [asked.learn.picture.digest, asked.listen["en"].digest]
    digests += [found.digest for found in asked.learn.listen.values()]
    assert all(digest is not None and len(digest) == 64 for digest in digests)
    assert len({*digests}) == 4


def test_other_bytes_words_or_links_are_another_version(written: Copy) -> None:
    """So that whoever approved the former has not approved this."""
    seen = {hash_of(written.load().consultations[WHICH])}
    (written.directory / "green.png").write_bytes(png(330, 200))
    seen.add(hash_of(written.load().consultations[WHICH]))
    (written.directory / "trees-en.ogg").write_bytes(recording(9))
    seen.add(hash_of(written.load().consultations[WHICH]))
    written.change(NAME, "money for ten trees", "money for nine trees")
    seen.add(hash_of(written.load().consultations[WHICH]))
    written.change(NAME, "green?page=2", "green?page=3")
    seen.add(hash_of(written.load().consultations[WHICH]))
    assert len(seen) == 5


def test_a_consultation_without_any_of_it_keeps_its_version(written: Copy) -> None:
    found = written.load().consultations["local-priorities"]
    assert "learn" not in found.model_dump_json()
    assert "listen" not in found.model_dump_json()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "expected a picture: a whole JPEG or PNG file"),
        (b"GIF89a" + bytes(40), "expected a picture: a whole JPEG or PNG file"),
        (PICTURE[:-20], "expected a picture: a whole JPEG or PNG file"),
        (jpeg_head(20, 10)[:12], "expected a picture: a whole JPEG or PNG file"),
        (PICTURE + bytes(media.LARGEST_PICTURE), "expected a picture of at most 2 MB"),
        (png(9000, 1001), "expected width and height of at most 10000 pixels together"),
        (png(1, 21), "expected width and height of at most 10000 pixels together"),
    ],
)
def test_what_is_no_picture(written: Copy, content: bytes, expected: str) -> None:
    (written.directory / "green.png").write_bytes(content)
    problem = written.problem()
    assert place(problem)[0] == NAME
    assert place(problem)[2] == FILE_OF_PICTURE
    assert problem.expected.startswith(expected)
    assert problem.found == '"green.png"'


def test_a_jpeg_is_a_picture_whatever_its_name(written: Copy) -> None:
    (written.directory / "green.png").write_bytes(jpeg_head(640, 480))
    written.load()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "expected a recording: a whole Ogg file with Opus, MP3 or M4A"),
        (b"OggS", "expected a recording: a whole Ogg file with Opus, MP3 or M4A"),
        (recording(3)[:-5], "expected a recording: a whole Ogg file with Opus, MP3 or M4A"),
        (recording(3).replace(b"OpusHead", b"\x01vorbis."), "expected a recording: a whole Ogg"),
        (bytes(media.LARGEST_RECORDING + 1), "expected a recording of at most 5 MB"),
    ],
)
def test_what_is_no_recording(written: Copy, content: bytes, expected: str) -> None:
    (written.directory / "trees-en.ogg").write_bytes(content)
    problem = written.problem()
    assert place(problem)[0] == NAME
    assert place(problem)[2] == "questions[1].listen.en"
    assert problem.expected.startswith(expected)


@pytest.mark.parametrize("begin", [b"ID3\x04", b"\xff\xfb\x90", b"\x00\x00\x00\x20ftypM4A "])
def test_mp3_and_m4a_are_recordings(written: Copy, begin: bytes) -> None:
    (written.directory / "trees-en.ogg").write_bytes(begin + bytes(100))
    written.load()


@pytest.mark.parametrize(
    ("name", "field"),
    [("green.png", FILE_OF_PICTURE), ("learn-ur.ogg", "questions[1].learn.listen.ur")],
)
def test_a_file_that_is_not_there(written: Copy, name: str, field: str) -> None:
    (written.directory / name).unlink()
    problem = written.problem()
    assert place(problem)[2] == field
    assert str(problem).endswith(f'expected a file in the council\'s folder, found "{name}"')


@pytest.mark.parametrize("name", ["../secret.png", "/etc/hosts.png", ".hidden.png", "a//b.png"])
def test_a_name_that_leads_out_of_the_folder(written: Copy, name: str) -> None:
    written.change(NAME, "file: green.png", f"file: {name}")
    problem = written.problem()
    assert place(problem)[2] == FILE_OF_PICTURE
    assert problem.expected == "expected the name of a file in the council's folder"


@pytest.mark.parametrize(
    "link",
    ["http://www.anytown.example.org/green", "https://localhost/green", "https://1.2.3.4/",
     "https://www.anytown.example.org@evil.example/", "javascript:alert(1)",
     "https://аnytown.example.org/", "https://www.anytown.example.org:8443/",
     "https://www.anytown.example.org/a b", "https://evil.example<b>"],
)  # fmt: skip
def test_a_link_that_is_not_https_or_hides_where_it_leads(written: Copy, link: str) -> None:
    written.change(NAME, "https://www.anytown.example.org/green?page=2", f'"{link}"')
    problem = written.problem()
    assert place(problem)[2] == "questions[1].learn.link"
    assert "begins with https://" in problem.expected


def test_a_picture_without_words_for_it(written: Copy) -> None:
    path = written.directory / NAME
    text = path.read_text("utf-8")
    begin, end = text.index("        alt:\n"), text.index("      link:")
    path.write_text(text[:begin] + text[end:], "utf-8")
    problem = written.problem()
    assert place(problem)[2] == "questions[1].learn.picture.alt"
    assert problem.expected == "expected this field"


def test_a_picture_without_words_in_one_of_the_languages(written: Copy) -> None:
    line = "          ur: میدان پانی میں ہے، اور بیچ میں بنچ ہے۔\n"
    written.change(NAME, line, "")
    problem = written.problem()
    assert place(problem)[2] == "questions[1].learn.picture.alt"
    assert problem.expected == "expected what it shows in ur too, as the text is in it"


def test_words_for_a_picture_that_do_not_fit_under_it(written: Copy) -> None:
    written.change(NAME, "with the bench in the middle.", "with the bench " * 80)
    problem = written.problem()
    assert place(problem)[2] == "questions[1].learn.picture.alt"
    assert problem.expected == "at most 900 characters are expected, in en too"


def test_a_digest_that_an_author_wrote(written: Copy) -> None:
    written.change(NAME, "file: green.png", "file: green.png\n        digest: abc")
    problem = written.problem()
    assert place(problem)[2] == "questions[1].learn.picture.digest"


def test_a_recording_in_a_language_that_the_council_lacks(written: Copy) -> None:
    written.change(NAME, "listen: { en: trees-en.ogg }", "listen: { fr: trees-en.ogg }")
    problem = written.problem()
    assert place(problem)[2] == "questions[1].listen.fr"
    assert problem.expected == "expected a language of council.yaml"


def test_a_language_without_a_recording_is_listed_and_not_refused(written: Copy) -> None:
    lines = [line for line in written.load().warnings if "recording" in line]
    assert lines == [
        f"{WHICH}: trees has no recording in ur under listen. Who listens there hears another "
        "language, and is shown which"
    ]


def test_a_text_that_is_not_translated_is_missed_like_any_other(written: Copy) -> None:
    written.change(NAME, "        ur: کونسل کے پاس دس درختوں کے پیسے ہیں۔\n", "")
    found = written.load().consultations[WHICH]
    assert any("ur" not in text.root for text in found.texts if isinstance(text, Localised))


def test_reading_it_takes_time(written: Copy) -> None:
    before = written.load().consultations[WHICH]
    longer = " ".join(["word"] * 200)
    written.change(NAME, "money for ten trees", longer)
    assert worked_out(written.load().consultations[WHICH]) == worked_out(before) + 1
