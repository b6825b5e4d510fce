"""What is wrong with a regular expression: English, Indonesian."""

from __future__ import annotations

PHRASES = {
    "reason.pattern_bracket_open": ("a ( is never closed", "ada ( yang tidak ditutup"),
    "reason.pattern_bracket_close": ("this ) closes nothing", "tanda ) ini tidak punya pasangan"),
    "reason.pattern_set_open": ("a [ is never closed", "ada [ yang tidak ditutup"),
    "reason.pattern_brace_open": ("a {{ is never closed", "ada {{ yang tidak ditutup"),
    "reason.pattern_range": (
        "the range inside [ ] runs backwards",
        "rentang di dalam [ ] terbalik",
    ),
    "reason.pattern_repeated": (
        "two repetitions follow each other",
        "ada dua tanda pengulangan berurutan",
    ),
    "reason.pattern_nothing_to_repeat": (
        "there is nothing to repeat before *, +, ? or {{",
        "tidak ada yang diulang sebelum *, +, ?, atau {{",
    ),
    "reason.pattern_turned_round": (
        "the first number of a repetition is larger than the second",
        "angka pertama pengulangan lebih besar daripada yang kedua",
    ),
    "reason.pattern_too_long": ("it is too long", "terlalu panjang"),
    "reason.pattern_escape": (
        "what stands after \\ means nothing",
        "yang ditulis sesudah \\ tidak berarti apa-apa",
    ),
    "reason.pattern_group_name": (
        "the name of a group is missing or not allowed",
        "nama kelompok tidak ada atau tidak boleh",
    ),
    "reason.pattern_group": (
        "it refers to a group that is not there",
        "merujuk ke kelompok yang tidak ada",
    ),
    "reason.pattern_property": (
        "no kind of letter is called so",
        "tidak ada jenis huruf bernama begitu",
    ),
    "reason.pattern_flags": (
        "what stands after (? means nothing",
        "yang ditulis sesudah (? tidak berarti apa-apa",
    ),
    "reason.pattern_unclear": ("it cannot be understood", "tidak dapat dipahami"),
}
