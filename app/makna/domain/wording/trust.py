"""Backups, repairs and erasures in words: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "step.repair": ("Repair the project", "Perbaiki proyek"),
    "step.erase_source": ("A source was removed for good", "Satu sumber dihapus selamanya"),
    "step.erase_case": ("A case was removed for good", "Satu kasus dihapus selamanya"),
    "step.erased": ("(removed for good)", "(dihapus selamanya)"),
    "check.value": (
        "Row {row} of {table} holds in {column} what does not belong there",
        "Baris {row} di {table} berisi nilai yang tidak semestinya di {column}",
    ),
    "check.bare": (
        "Passage {what} carries no code, memo or star",
        "Kutipan {what} tidak membawa kode, memo, atau bintang",
    ),
    "check.link": (
        "Memo {what} is linked to something that is gone",
        "Memo {what} tertaut ke sesuatu yang sudah tidak ada",
    ),
    "repaired.index": (
        "An index of the database was made anew",
        "Indeks basis data dibuat ulang",
    ),
    "repaired.search": ("The search index was made anew", "Indeks pencarian dibuat ulang"),
    "repaired.layout": (
        "The formatting of source “{source}” was made plain",
        "Format sumber “{source}” dibuat polos",
    ),
    "repaired.text": (
        "Source “{source}” had lost its text and got an empty one; its original may still be there",
        "Teks sumber “{source}” hilang dan diganti teks kosong; berkas aslinya mungkin masih ada",
    ),
    "repaired.clamped": (
        "Passage {what} was shortened to the end of its text",
        "Kutipan {what} dipendekkan sampai akhir teksnya",
    ),
    "repaired.outside": (
        "Passage {what} lay wholly outside its text and was removed; its memos stand in a new memo",
        "Kutipan {what} seluruhnya di luar teks dan dihapus; memonya ada di memo baru",
    ),
    "repaired.turn": (
        "Turn {what} was fitted to its text",
        "Giliran bicara {what} disesuaikan dengan teksnya",
    ),
    "repaired.merged": (
        "Two passages at one place became one: {what}",
        "Dua kutipan di satu tempat digabung: {what}",
    ),
    "repaired.coding": (
        "A coding that was there twice became one: {what}",
        "Pengodean ganda digabung: {what}",
    ),
    "repaired.bare": (
        "Passage {what} carried nothing and was removed",
        "Kutipan {what} tidak membawa apa pun dan dihapus",
    ),
    "repaired.link": (
        "A link of memo {what} to something that is gone was removed",
        "Tautan memo {what} ke sesuatu yang sudah tidak ada dihapus",
    ),
    "repaired.dangling": (
        "Row {row} of {table} referred to a missing row of {parent} and was removed",
        "Baris {row} di {table} merujuk baris {parent} yang tidak ada dan dihapus",
    ),
    "repaired.unlinked": (
        "Row {row} of {table} referred to a missing row of {parent} and was unlinked",
        "Baris {row} di {table} merujuk baris {parent} yang tidak ada dan dilepas",
    ),
    "repaired.memo": ("Memos of repaired passages", "Memo dari kutipan yang diperbaiki"),
    "salvage.partly": (
        "Of “{table}” only {count} rows could be read",
        "Dari “{table}” hanya {count} baris yang terbaca",
    ),
    "said_repaired": ("Repaired: {what}", "Diperbaiki: {what}"),
    "said_left": ("Not repaired: {what}", "Belum diperbaiki: {what}"),
    "said_backup_first": ("Backup made first: {path}", "Cadangan dibuat dulu: {path}"),
    "said_salvaged": (
        "What could be read is in {path}",
        "Yang masih terbaca ada di {path}",
    ),
    "said_erased": ("Removed for good: {names}", "Dihapus selamanya: {names}"),
    "said_would_erase": ("Would be removed for good: {names}", "Akan dihapus selamanya: {names}"),
    "said_still_held": (
        "This backup still holds it: {path}",
        "Cadangan ini masih memuatnya: {path}",
    ),
    "said_backup_gone": ("Backup deleted: {path}", "Cadangan dihapus: {path}"),
    "said_log_held": (
        "These set-aside steps of another version may still hold it: {path}",
        "Langkah dari versi lain yang disisihkan ini mungkin masih memuatnya: {path}",
    ),
    "said_log_gone": ("Set-aside steps deleted: {path}", "Langkah sisihan dihapus: {path}"),
    "said_look_at": ("Look at it yourself: {what}", "Periksa sendiri: {what}"),
    "shown_backup": ("Backup", "Cadangan"),
    "shown_project": ("Project", "Proyek"),
    "shown_size": ("Bytes", "Ukuran (bita)"),
    "shown_steps": ("Steps", "Langkah"),
    "erase.memo": ("memo “{name}”", "memo “{name}”"),
    "erase.example": ("the example of code “{name}”", "contoh pada kode “{name}”"),
    "erase.code": ("the name of code “{name}”", "nama kode “{name}”"),
    "erase.source": (
        "source “{name}”, which other cases share",
        "sumber “{name}”, milik bersama dengan kasus lain",
    ),
    "erase.pseudonym": ("the pseudonym of “{name}”", "samaran untuk “{name}”"),
}
