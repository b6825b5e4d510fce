"""What a refresh says in the author's file and about it: English, Indonesian."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # comments in the author's file
    "refresh_edited": (
        "This has changed in the project. You edited it here, so it stays as it is. In the project "
        "it now says:",
        "Bagian ini sudah berubah di proyek. Anda menyuntingnya di sini, jadi dibiarkan apa "
        "adanya. Di proyek sekarang berbunyi:",
    ),
    "refresh_cannot_replace": (
        "This has changed in the project, and cannot be replaced where it stands (another form, "
        "tracked changes, or something of yours inside). In the project it now says:",
        "Bagian ini sudah berubah di proyek, tetapi tidak bisa diganti di tempat ini (bentuknya "
        "lain, ada perubahan terlacak, atau ada isi Anda di dalamnya). Di proyek sekarang "
        "berbunyi:",
    ),
    "refresh_lost_code": (
        "This passage no longer has the code “{code}”.",
        "Kutipan ini tidak lagi diberi kode “{code}”.",
    ),
    "refresh_lost_passage": (
        "This passage is no longer in the project.",
        "Kutipan ini tidak ada lagi di proyek.",
    ),
    "refresh_lost_section": (
        "The code of this section is no longer in the project.",
        "Kode bagian ini tidak ada lagi di proyek.",
    ),
    "refresh_left_out": (
        "This is no longer part of the chapter: it was left out in Makna.",
        "Bagian ini tidak lagi masuk bab: sudah dikeluarkan di Makna.",
    ),
    "refresh_empty_section": (
        "This section is no longer in the chapter: it has no passages there now, or was left out "
        "in Makna.",
        "Bagian ini tidak lagi ada di bab: kutipannya sudah tidak ada di sana, atau dikeluarkan "
        "di Makna.",
    ),
    # what was done
    "refresh_backup": (
        "{name} (before refresh {moment})",
        "{name} (sebelum disegarkan {moment})",
    ),
    "export_backup": (
        "{name} (before export {moment})",
        "{name} (sebelum diekspor {moment})",
    ),
    "said_refreshed": (
        "{path}: {updated} updated, {added} added, {told} told in comments, {lost} no longer in "
        "the chapter, {unchanged} unchanged",
        "{path}: {updated} diperbarui, {added} ditambahkan, {told} diberi tahu lewat komentar, "
        "{lost} tidak lagi di bab, {unchanged} tidak berubah",
    ),
    "said_refresh_backup": (
        "The file as it was: {path}",
        "Berkas sebelumnya: {path}",
    ),
    "said_refresh_nothing": (
        "{path}: nothing has changed; the file was left as it is",
        "{path}: tidak ada yang berubah; berkas dibiarkan apa adanya",
    ),
    # problems
    "refresh_section_gone": (
        "{count} new passage(s) of the section “{section}” were not added: you took that section "
        "out of the file",
        "{count} kutipan baru di bagian “{section}” tidak ditambahkan: bagian itu sudah Anda "
        "hapus dari berkas",
    ),
    "refresh_mute": (
        "No comment could be put at “{words}”: it stands where Word allows none",
        "Komentar tidak bisa dipasang pada “{words}”: Word tidak mengizinkannya di sana",
    ),
    "refresh_no_record": (
        "Another program has dropped the record of what Makna wrote, so nothing was replaced: "
        "differences are shown in comments",
        "Program lain menghapus catatan tentang apa yang ditulis Makna, jadi tidak ada yang "
        "diganti: perbedaan ditunjukkan lewat komentar",
    ),
    "refresh_added_unsure": (
        "{count} part(s) that were not in the file were added. Without the record nobody can tell "
        "what is new from what you had deleted: take out again what you do not want",
        "{count} bagian yang tidak ada di berkas ditambahkan. Tanpa catatan itu tidak bisa "
        "dibedakan mana yang baru dan mana yang pernah Anda hapus: hapus lagi yang tidak "
        "diinginkan",
    ),
    "refresh_deleted": (
        "{count} part(s) that you deleted from the file, or emptied, stay away",
        "{count} bagian yang Anda hapus atau kosongkan di berkas tidak dipasang lagi",
    ),
    "refresh_notes_mixed": (
        "new footnotes stand before footnotes of your own: LibreOffice would show them at the "
        "wrong marks. Open the file in Word and save it there once; Word numbers them anew",
        "catatan kaki baru berdiri sebelum catatan kaki Anda sendiri: LibreOffice akan "
        "memasangkannya pada tanda yang keliru. Buka berkas ini di Word dan simpan sekali; Word "
        "menomorinya kembali",
    ),
}
