"""Tables, chats, turns and facts of sources: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "table_text_column": (
        "The posts were taken from the column “{column}”.",
        "Isi kiriman diambil dari kolom “{column}”.",
    ),
    "table_rows_without_text": (
        "{count} rows without text were left out.",
        "{count} baris tanpa teks tidak disertakan.",
    ),
    "table_columns_left_out": (
        "These columns were left out, as you chose: {columns}.",
        "Kolom berikut tidak disertakan sesuai pilihan Anda: {columns}.",
    ),
    "table_rows_above": (
        "Lines above the names of the columns that were left out: {count}.",
        "Baris di atas nama kolom yang tidak diambil: {count}.",
    ),
    "table_other_sheets": (
        "Only one sheet was taken; not taken: {sheets}.",
        "Hanya satu lembar yang diambil; yang tidak diambil: {sheets}.",
    ),
    "table_formulas": (
        "{count} formulas have no stored result and were read as empty. Open the file in Excel or "
        "LibreOffice and save it, and they have one.",
        "{count} rumus tidak menyimpan hasil dan dibaca sebagai kosong. Buka berkasnya di Excel "
        "atau LibreOffice lalu simpan, maka hasilnya ada.",
    ),
    "chat_media_left_out": (
        "{count} files of the chat were left out: {names}.",
        "{count} berkas dalam obrolan tidak disertakan: {names}.",
    ),
    "step.import_posts": ("Import {n} posts from “{name}”", "Impor {n} kiriman dari “{name}”"),
    "step.change_turns": ("Find the turns of “{source}” anew", "Cari ulang giliran di “{source}”"),
    "step.reread": (
        "Read “{source}” again as {encoding}",
        "Baca ulang “{source}” sebagai {encoding}",
    ),
    "step.facts": ("Change a fact of “{source}”", "Ubah fakta “{source}”"),
    "shown_facts": ("Facts", "Fakta"),
    "shown_interviewer": ("Asks", "Bertanya"),
    "imported_posts": (
        "{n} posts, each a source of its own.",
        "{n} kiriman, masing-masing menjadi satu sumber.",
    ),
    "said_posts": (
        "Imported {n} posts from {path}",
        "Diimpor: {n} kiriman dari {path}",
    ),
}
