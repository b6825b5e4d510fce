"""Words of memos without the marks of Markdown."""

import pytest

from makna.domain.markdown_marks import without_marks


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("## Janji\n- **24 jam**, lalu *lambat*", "Janji\n24 jam, lalu lambat"),
        ("> `kode` dan [I4](source:4)", "kode dan I4"),
        ("saya *Citra yang berlaku*, Bayu *Memba", "saya Citra yang berlaku, Bayu Memba"),
        ("warga* menulis nama_berkas dan 3 * 4", "warga menulis nama_berkas dan 3 * 4"),
    ],
)
def test_marks_go_and_words_stay(written: str, shown: str) -> None:
    assert without_marks(written) == shown
