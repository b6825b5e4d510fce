"""Names that a text seems to hold."""

from __future__ import annotations

import pytest

from makna.domain.names import NameFinder, is_label, without_title
from makna.domain.pseudonyms import PseudonymKind

TEXT = """Rapat itu dibuka oleh Bu Rina Wati. Lalu kami pergi ke Sagara dengan Pak Damar.
Menurut Bu Rina Wati, warga di Sagara puas. Warga yang lain diam. Hari Senin kami ke Dinas Kominfo.
Kata Damar, orang Dinas Kominfo sudah tahu, dan Senin depan datang lagi."""


def found() -> dict[str, PseudonymKind]:
    finder = NameFinder()
    finder.read(TEXT)
    return {name.name: name.kind for name in finder.names()}


def test_names_that_recur_are_found_with_their_kind() -> None:
    assert found() == {
        "Rina Wati": PseudonymKind.PERSON,
        "Sagara": PseudonymKind.PLACE,
        "Damar": PseudonymKind.PERSON,
        "Dinas Kominfo": PseudonymKind.ORGANISATION,
    }


def test_first_words_of_sentences_days_and_ordinary_words_are_no_names() -> None:
    assert not {"Warga", "Lalu", "Senin", "Menurut", "Kata"} & found().keys()


def names_in(text: str) -> set[str]:
    finder = NameFinder()
    finder.read(text)
    return {name.name for name in finder.names()}


def test_a_word_after_an_opening_quotation_mark_begins_a_sentence() -> None:
    text = (
        'Dia bilang, "Siap, Pak." Lalu saya bilang, “Siap juga.” [tertawa] Noted ya. [diam] Noted.'
    )
    assert names_in(text) == set()


def test_offices_and_words_for_places_alone_are_no_names() -> None:
    text = """Kata Bu Wali, semua di Kota. Saya dengar Bu Wali ke Kota, juga ke Dinas, ya ke Dinas.
    Then the Mayor said so, and the Mayor left. Saya ikut Bupati Sagara, ya, Bupati Sagara."""
    assert names_in(text) == {"Sagara"}


@pytest.mark.parametrize(
    "label",
    [
        *("P", "I1", "Informan 2", "?", "Peneliti", "Narasumber"),
        *("Teacher 4", "Multiple Students", "Siswa 2", "Kelompok 1"),
    ],
)
def test_what_is_a_label_already_needs_no_pseudonym(label: str) -> None:
    assert is_label(label)


def test_a_title_is_no_part_of_a_name() -> None:
    assert without_title("Bu Hj. Rina Wati") == "Rina Wati"
    assert not is_label("Rina")
