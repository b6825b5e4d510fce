"""Comments of Word files, out and in: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "step.take_comments": (
        "Take in {n} comments from “{file}”",
        "Terima {n} komentar dari “{file}”",
    ),
    "comments_folder": ("From Word comments", "Dari komentar Word"),
    "comments_title": ("Transcripts with comments", "Transkrip berkomentar"),
    "comments_lead": (
        "Each comment stands on a coded passage: its codes a line each, then what was thought."
        " Write comments of your own anywhere: a line with a code’s name codes the passage,"
        " anything else becomes a memo.",
        "Setiap komentar menempel pada kutipan berkode: kodenya satu per baris, lalu"
        " catatannya. Tulis komentar sendiri di mana saja: baris berisi nama kode akan memberi kode"
        " pada kutipan, selain itu menjadi memo.",
    ),
    "comments_memo_title": ("Comment by {author}: {words}", "Komentar {author}: {words}"),
    "comments_memo_title_nobody": ("Comment: {words}", "Komentar: {words}"),
    "comments_log_title": ("Comments from “{file}”", "Komentar dari “{file}”"),
    "comments_log_codes": ("coded with {codes}", "diberi kode {codes}"),
    "comments_log_memo": ("kept as a memo", "disimpan sebagai memo"),
    "comments_log_done": ("marked as resolved", "ditandai selesai"),
    "comments_log_uncoded": ("taken off: {codes}", "dilepas: {codes}"),
    "comments_log_corrected": (
        "{n} places of the text were corrected as in the file.",
        "{n} tempat dalam teks dikoreksi seperti di berkas.",
    ),
    "comment_new": ("new", "baru"),
    "comment_unchanged": ("as it went out", "tetap seperti semula"),
    "comment_changed": ("changed", "berubah"),
    "comment_known": ("taken in before", "sudah diterima"),
    "comment_answered": ("answered", "dibalas"),
    "comment_deleted": ("deleted in the file", "dihapus di berkas"),
    "action_code": ("code", "beri kode"),
    "action_memo": ("memo", "memo"),
    "action_nothing": ("nothing", "tidak ada"),
    "how_edited": ("the text there was edited", "teks di sana disunting"),
    "how_moved": ("the text was moved", "teks dipindahkan"),
    "how_near": (
        "its words are not in the source; nearest place",
        "kata-katanya tidak ada di sumber; tempat terdekat",
    ),
    "said_comments_in": (
        "Codings: {codings}; memos: {memos}; unchanged: {unchanged}",
        "Pengodean: {codings}; memo: {memos}; tetap: {unchanged}",
    ),
    "said_comments_would": (
        "Would be: codings {codings}, memos {memos}; unchanged {unchanged}",
        "Akan menjadi: pengodean {codings}, memo {memos}; tetap {unchanged}",
    ),
    "said_comments_edits": (
        "The text was edited in {n} places; --correct takes that over",
        "Teks disunting di {n} tempat; --correct mengambil alih suntingan itu",
    ),
    "said_comments_edit": ("  “{old}” → “{new}”", "  “{old}” → “{new}”"),
    "said_comments_removed": (
        "Codes that are no longer in the file: {n}; --remove takes them off",
        "Kode yang tidak lagi ada di berkas: {n}; --remove melepasnya",
    ),
    "said_comments_adrift": (
        "Comments without a place in any source: {n}",
        "Komentar tanpa tempat di sumber mana pun: {n}",
    ),
}
