"""What the coding desk writes into the history."""

PHRASES: dict[str, tuple[str, str]] = {
    "step.split": (
        "Split {n} codings off into “{code}”",
        "Pisahkan {n} pengodean menjadi “{code}”",
    ),
    "step.code_passages": (
        "Code {n} passages as “{code}”",
        "Beri kode “{code}” pada {n} kutipan",
    ),
    "step.code-turns": (
        "Code all turns of {speaker} as “{code}”",
        "Beri kode “{code}” pada semua giliran {speaker}",
    ),
    "step.translate": ("Translate the passage", "Terjemahkan kutipan"),
}
