"""What can be wrong with a search: (what, why, what to do) in English, then in Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "bad_pattern": (
        (
            "“{pattern}” is not a regular expression",
            "at character {position}: {reason}",
            "Correct the pattern, or search for the exact text instead",
        ),
        (
            "“{pattern}” bukan ekspresi reguler yang sah",
            "pada karakter ke-{position}: {reason}",
            "Perbaiki polanya, atau cari teks persisnya",
        ),
    ),
    "slow_pattern": (
        (
            "The search for “{pattern}” was stopped",
            "the pattern can match in so many ways that trying them takes too long",
            "Use fewer * and +, above all inside brackets, or search fewer sources",
        ),
        (
            "Pencarian “{pattern}” dihentikan",
            "pola ini dapat cocok dengan begitu banyak cara sehingga pencariannya terlalu lama",
            "Kurangi * dan +, terutama di dalam kurung, atau cari di lebih sedikit sumber",
        ),
    ),
}
