"""What the world does to a project: (what, why, what to do) in English, then in Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "not_found": (
        (
            "There is no {thing} “{name}”",
            "the project does not hold it",
            "Check the name or use the GUID",
        ),
        (
            "Tidak ada {thing} “{name}”",
            "proyek ini tidak memuatnya",
            "Periksa namanya atau pakai GUID",
        ),
    ),
}
