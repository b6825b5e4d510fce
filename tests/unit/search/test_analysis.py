from __future__ import annotations

import importlib
import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.search import analysis
from makna.search.analysis import LONGEST_WORD, alike, forms, tokens, words
from makna.search.stopwords import function_words

FAMILIES = """
publikasi mempublikasikan dipublikasikan publikasinya terpublikasi pempublikasian publikasikan
komunikasi mengkomunikasikan mengomunikasikan berkomunikasi dikomunikasikan komunikasinya
tulis menulis penulis tulisan ditulis penulisan
kirim mengirim pengirim dikirim pengiriman mengirimkan
pakai memakai dipakai pemakai pemakaian
sampai menyampaikan disampaikan penyampaian tersampaikan
tanya bertanya ditanya menanyakan pertanyaan mempertanyakan
nilai menilai dinilai penilaian nilainya
peran berperan peranan perannya
perintah memerintah pemerintah pemerintahan
percaya kepercayaan mempercayai dipercaya
layan melayani pelayanan layanan dilayani
berita memberitakan pemberitaan beritanya
kelola mengelola dikelola pengelolaan
pengaruh memengaruhi mempengaruhi dipengaruhi berpengaruh
temu bertemu pertemuan ditemukan
masalah permasalahan masalahnya
buka membuka keterbukaan terbuka
""".strip().splitlines()


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.split()[0])
def test_an_indonesian_root_finds_its_family(family: str) -> None:
    root, *others = family.split()
    assert [word for word in others if not alike(root, word, "id")] == []


@pytest.mark.parametrize(
    ("asked", "word"),
    [("masalah", "masa"), ("tulis", "bulis"), ("layan", "layar"), ("publikasi", "republik")],
)
def test_different_indonesian_words_stay_apart(asked: str, word: str) -> None:
    assert not alike(asked, word, "id")


def test_english_words_are_found_in_their_forms() -> None:
    assert alike("interview", "interviewing", "en")
    assert alike("organizations", "organization", "en")
    assert not alike("interview", "interviewing", "id")


def test_a_text_of_unknown_language_is_read_in_both() -> None:
    assert alike("interview", "interviewing", "")
    assert alike("publikasi", "mempublikasikan", "")


def test_words_are_split_as_a_reader_would() -> None:
    text = "Anak-anak, Jum’at; don't 'kata' humas_jakarta publi\u00adkasi e\u0301tude 😂👍🏽 A4"
    expected = ["anak", "anak", "jum'at", "don't", "kata", "humas", "jakarta", "publikasi"]
    assert words(text) == [*expected, "étude", "😂", "👍", "a4"]


def test_positions_count_code_points_of_the_text_as_it_stands() -> None:
    text = "😂 İstanbul, Straße e\u0301tude"
    found = [(token.word, text[token.start : token.end]) for token in tokens(text)]
    assert found[0] == ("😂", "😂")
    assert found[2] == ("strasse", "Straße")
    assert found[3] == ("étude", "e\u0301tude")
    assert text[tokens(text)[1].start : tokens(text)[1].end] == "İstanbul"


@given(st.text())
def test_tokens_stand_in_order_and_are_the_words(text: str) -> None:
    found = tokens(text)
    assert [token.word for token in found] == words(text)
    ends = [0, *(token.end for token in found)]
    assert all(end <= token.start < token.end for end, token in zip(ends, found, strict=False))


@given(st.text(alphabet="abcdeiklmnoprstuy", min_size=1, max_size=14))
def test_every_word_finds_itself(word: str) -> None:
    assert all(alike(word, word, language) for language in ("id", "en", ""))
    assert word in forms(word, "id")


def test_composed_and_decomposed_letters_are_one_word() -> None:
    assert words(unicodedata.normalize("NFD", "café")) == words("café")


def test_an_endless_word_is_cut() -> None:
    assert words("x" * 100_000) == ["x" * LONGEST_WORD]


def test_the_pure_stemmers_give_the_same_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = analysis.analysis_stamp()
    forms.cache_clear()
    monkeypatch.setattr(analysis, "_stem", _purely)
    assert analysis.analysis_stamp() == quick
    forms.cache_clear()


def _purely(algorithm: str, word: str) -> str:
    # The package's own front door would take PyStemmer where it is installed.
    module = importlib.import_module(f"snowballstemmer.{algorithm}_stemmer")
    stemmed: str = getattr(module, f"{algorithm.capitalize()}Stemmer")().stemWord(word)
    return stemmed


def test_function_words_leave_what_researchers_look_for() -> None:
    assert {"yang", "dan", "adalah", "the", "of", "bagaimana"} <= function_words()
    wanted = {"masalah", "kasus", "information", "website", "research", "pr", "jawaban", "waktu"}
    assert not wanted & function_words()


def test_a_text_without_any_space_takes_no_more_memory_than_another() -> None:
    text = "x" * 1_000_000
    words("y")  # the pattern is made
    tracemalloc.start()
    assert words(text) == ["x" * 128]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(text)
