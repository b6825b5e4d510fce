"""What can go wrong with comments of Word files: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "comments_no_word": (
        (
            "“{name}” is no Word file",
            "comments are read from files that end in .docx",
            "Save it as a Word document (.docx) and choose that",
        ),
        (
            "“{name}” bukan berkas Word",
            "komentar dibaca dari berkas berakhiran .docx",
            "Simpan sebagai dokumen Word (.docx), lalu pilih berkas itu",
        ),
    ),
    "comments_none": (
        (
            "“{name}” has no comments",
            "nothing in it is commented, and nothing of ours came back",
            "Choose the file in which somebody commented",
        ),
        (
            "“{name}” tidak berisi komentar",
            "tidak ada yang dikomentari di dalamnya",
            "Pilih berkas yang sudah diberi komentar",
        ),
    ),
    "comments_no_source": (
        (
            "“{name}” does not fit any source of the project",
            "its text was not found in one",
            "Import it as a source, or name its source (--source)",
        ),
        (
            "“{name}” tidak cocok dengan sumber mana pun di proyek",
            "teksnya tidak ditemukan",
            "Impor sebagai sumber, atau sebutkan sumbernya (--source)",
        ),
    ),
    "comments_nothing_to_write": (
        (
            "There is no text to write",
            "the project has no source with text, or none was chosen",
            "Import a transcript first, or choose a source that has text",
        ),
        (
            "Tidak ada teks untuk ditulis",
            "proyek belum punya sumber yang berisi teks, atau tidak ada yang dipilih",
            "Impor transkrip dahulu, atau pilih sumber yang punya teks",
        ),
    ),
    "comments_only_docx": (
        (
            "“{name}” cannot hold comments",
            "transcripts with comments are Word documents",
            "Choose a name that ends in .docx, or a folder",
        ),
        (
            "“{name}” tidak dapat memuat komentar",
            "transkrip berkomentar berupa dokumen Word",
            "Pilih nama berakhiran .docx, atau sebuah folder",
        ),
    ),
    "comments_stale": (
        (
            "The project has changed since the preview",
            "what the comments stand on is no longer as it was shown",
            "Look at the preview again",
        ),
        (
            "Proyek berubah sejak pratinjau",
            "tempat komentar tidak lagi seperti yang ditampilkan",
            "Lihat pratinjaunya lagi",
        ),
    ),
}
