"""Why a chapter cannot be refreshed: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    "refresh_no_file": (
        (
            "There is no “{name}” to refresh",
            "no such file",
            "Export the chapter there once without --refresh, or choose the file you write in",
        ),
        (
            "“{name}” tidak ada, jadi tidak bisa disegarkan",
            "berkasnya tidak ditemukan",
            "Ekspor dulu bab ke sana tanpa --refresh, atau pilih berkas yang sedang Anda tulis",
        ),
    ),
    "refresh_only_chapter": (
        (
            "“{kind}” cannot be refreshed",
            "only the chapter, as a Word file (.docx), can",
            "Leave --refresh out: the document is then written anew",
        ),
        (
            "“{kind}” tidak bisa disegarkan",
            "hanya bab dalam berkas Word (.docx) yang bisa",
            "Jangan pakai --refresh: dokumen ditulis ulang seluruhnya",
        ),
    ),
    "refresh_not_word": (
        (
            "“{name}” cannot be refreshed",
            "it is not a Word document (.docx)",
            "Choose the file to which the chapter was exported",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "ini bukan dokumen Word (.docx)",
            "Pilih berkas tempat bab diekspor",
        ),
    ),
    "refresh_old_word": (
        (
            "“{name}” cannot be refreshed",
            "it is a document of Word 97–2003 (.doc)",
            "Save it as .docx in Word and refresh that",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "ini dokumen Word 97–2003 (.doc)",
            "Simpan sebagai .docx di Word, lalu segarkan hasilnya",
        ),
    ),
    "refresh_password": (
        (
            "“{name}” cannot be refreshed",
            "it is protected by a password",
            "Take the password off in Word (File, Info, Protect Document), refresh, put it back",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "berkas ini dilindungi kata sandi",
            "Lepas kata sandi di Word (File, Info, Protect Document), segarkan, lalu pasang lagi",
        ),
    ),
    "refresh_macros": (
        (
            "“{name}” cannot be refreshed",
            "it is a document with macros (.docm)",
            "Save it as .docx in Word and refresh that",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "ini dokumen dengan makro (.docm)",
            "Simpan sebagai .docx di Word, lalu segarkan hasilnya",
        ),
    ),
    "refresh_strict": (
        (
            "“{name}” cannot be refreshed",
            "it was saved as “Strict Open XML”",
            "Save it as “Word Document (.docx)” and refresh that",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "berkas ini disimpan sebagai “Strict Open XML”",
            "Simpan sebagai “Word Document (.docx)”, lalu segarkan hasilnya",
        ),
    ),
    "refresh_encoding": (
        (
            "“{name}” cannot be refreshed",
            "its part {part} is not written in UTF-8",
            "Open it in Word or LibreOffice, save it, and try again",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "bagian {part} di dalamnya tidak ditulis dalam UTF-8",
            "Buka di Word atau LibreOffice, simpan, lalu coba lagi",
        ),
    ),
    "refresh_no_controls": (
        (
            "“{name}” cannot be refreshed",
            "nothing in it is marked as written by Makna",
            "Export the chapter to a new file and go on writing there; copies of its text as plain "
            "text lose the marks",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "tidak ada bagian di dalamnya yang ditandai sebagai tulisan Makna",
            "Ekspor bab ke berkas baru dan lanjutkan menulis di sana; teks yang disalin sebagai "
            "teks biasa kehilangan tandanya",
        ),
    ),
    "refresh_other_project": (
        (
            "“{name}” cannot be refreshed",
            "its chapter was written from another project",
            "Open the project from which it was exported",
        ),
        (
            "“{name}” tidak bisa disegarkan",
            "babnya ditulis dari proyek lain",
            "Buka proyek asal berkas itu",
        ),
    ),
    "refresh_open": (
        (
            "“{name}” is open in {program}",
            "its file “{lock}” says so",
            "Save and close it there, then refresh; if it is closed, delete “{lock}”",
        ),
        (
            "“{name}” sedang dibuka di {program}",
            "berkas “{lock}” menandainya",
            "Simpan dan tutup di sana, lalu segarkan; kalau sudah ditutup, hapus “{lock}”",
        ),
    ),
    "refresh_changed_meanwhile": (
        (
            "“{name}” was not refreshed",
            "it was saved by another program in the meantime",
            "Close it there and refresh again",
        ),
        (
            "“{name}” tidak disegarkan",
            "berkas ini disimpan oleh program lain sementara itu",
            "Tutup di sana, lalu segarkan lagi",
        ),
    ),
}
