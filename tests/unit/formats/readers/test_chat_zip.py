"""WhatsApp chats as telephones share them: a zip with the chat and its media."""

from __future__ import annotations

import io
import zipfile

import pytest

from makna.domain.errors import BadFile
from makna.formats.registry import read_document

CHAT = "[12/03/24, 10:15:32] Sari: halo\n[12/03/24, 10:16:32] Budi: \u200eIMG-1.jpg <attached>\n"


def packed(**members: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_the_chat_is_read_and_its_media_are_named() -> None:
    data = packed(**{"_chat.txt": CHAT, "IMG-1.jpg": "x", "PTT-2.opus": "y"})
    document = read_document(data, "WhatsApp Chat - Sari.zip")
    assert [turn.speaker for turn in document.turns] == ["Sari", "Budi"]
    assert document.date == "2024-03-12"
    assert dict(document.warnings[-1].args) == {"count": 2, "names": "IMG-1.jpg, PTT-2.opus"}
    assert document.original == ("_chat.txt", CHAT.encode())


def test_the_chat_of_android_is_found_by_its_name() -> None:
    data = packed(**{"WhatsApp Chat with Sari.txt": CHAT, "lain.txt": "kata"})
    assert read_document(data, "a.zip").turns


@pytest.mark.parametrize(
    "members",
    [
        {"a.txt": "kata"},
        {"_chat.txt": "bukan obrolan"},
        {"a.txt": CHAT, "b.txt": CHAT},
        {"x.bin": ""},
    ],
)
def test_any_other_zip_says_so(members: dict[str, str]) -> None:
    with pytest.raises(BadFile) as error:
        read_document(packed(**members), "a.zip")
    assert error.value.key == "zip_no_chat"


def test_what_lies_outside_the_archive_is_only_a_name() -> None:
    document = read_document(packed(**{"_chat.txt": CHAT, "../../x": "y"}), "a.zip")
    assert dict(document.warnings[-1].args)["names"] == "x"
