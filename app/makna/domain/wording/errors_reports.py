"""What can go wrong when a report is made or written: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "quotation_differs": (
        (
            "A quotation from “{source}” ({start}–{end}) is not what the source says",
            "the passage and the text of the source do not agree",
            "Nothing was written. Check the project (makna check) or restore a backup",
        ),
        (
            "Sebuah kutipan dari “{source}” ({start}–{end}) tidak sama dengan sumbernya",
            "tempat kutipan dan teks sumber tidak cocok",
            "Tidak ada yang ditulis. Periksa proyek (makna check) atau pulihkan cadangan",
        ),
    ),
    "no_writer": (
        (
            "“{name}” cannot be written",
            "no document format ends in “{suffix}”",
            "Choose one of: {known}",
        ),
        (
            "“{name}” tidak dapat ditulis",
            "tidak ada format dokumen berakhiran “{suffix}”",
            "Pilih salah satu: {known}",
        ),
    ),
    "cannot_write": (
        (
            "“{name}” could not be written",
            "{reason}",
            "If it is open in another program, close it there; or choose another place",
        ),
        (
            "“{name}” tidak dapat ditulis",
            "{reason}",
            "Jika sedang dibuka di program lain, tutup dahulu; atau pilih tempat lain",
        ),
    ),
}
