"""What can go wrong with the file of a project while one works: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

_LOST: dict[str, tuple[Sentences, Sentences]] = {
    "at_work": (
        (
            "The last step is still being made",
            "It touches many passages, and a second one at the same time would get in its way",
            "Wait a moment, then try again; what you type is kept",
        ),
        (
            "Langkah terakhir masih dikerjakan",
            "Langkah itu menyangkut banyak kutipan, dan langkah kedua akan mengganggunya",
            "Tunggu sebentar, lalu coba lagi; yang Anda ketik tetap tersimpan",
        ),
    ),
    "empty_file": (
        (
            "“{name}” is empty",
            "There is not one byte in it: a cloud client may not have fetched it yet, or a copy was"
            " broken off",
            "Let the cloud client finish, or copy the file once more, and open it again",
        ),
        (
            "“{name}” kosong",
            "Tidak ada satu bita pun di dalamnya: aplikasi awan mungkin belum mengunduhnya, atau"
            " penyalinan terputus",
            "Tunggu sampai aplikasi awan selesai, atau salin ulang berkasnya, lalu buka lagi",
        ),
    ),
    "no_home": (
        (
            "Settings and backups cannot be kept in “{folder}”",
            "The system says: {reason}",
            "Projects open and keep your work all the same; make room there or allow writing",
        ),
        (
            "Pengaturan dan cadangan tidak dapat disimpan di “{folder}”",
            "Pesan sistem: {reason}",
            "Proyek tetap terbuka dan pekerjaan tetap tersimpan; sediakan ruang atau izin menulis",
        ),
    ),
    "foreign_log": (
        (
            "Beside “{name}” lay unfinished steps of another version of it",
            "The file was put back or replaced after Makna had ended unexpectedly; those steps do"
            " not fit it any more. They are kept in “{log}”, and “{name}” is as it was put there",
            "Open it again to go on with it; put the file of before in its place to see those"
            " steps, with the log under its old name",
        ),
        (
            "Di samping “{name}” ada langkah belum tuntas dari versi lainnya",
            "Berkas itu dikembalikan atau diganti setelah Makna berhenti mendadak; langkah tadi"
            " tidak cocok lagi. Langkah itu disimpan di “{log}”, dan “{name}” tetap seperti adanya",
            "Buka lagi untuk melanjutkan; untuk melihat langkah tadi, taruh kembali berkas yang"
            " lama, dengan log memakai nama semula",
        ),
    ),
    "zeros_file": (
        (
            "“{name}” holds nothing but zeros",
            "So a file looks when a download or a copy was broken off, or the power failed",
            "Fetch the file once more from where it came, and open it again",
        ),
        (
            "“{name}” hanya berisi angka nol",
            "Begitulah berkas bila unduhan atau penyalinan terputus, atau listrik padam",
            "Ambil lagi berkasnya dari tempat asal, lalu buka lagi",
        ),
    ),
    "lost_start": (
        (
            "“{name}” has lost its beginning",
            "It looks like a project whose first bytes were overwritten, as by a failing disk or a"
            " broken synchronisation",
            "Save what can be read into a new file: makna check --repair",
        ),
        (
            "Bagian awal “{name}” hilang",
            "Ini tampak seperti proyek yang bita pertamanya tertimpa, misalnya karena penyimpanan"
            " rusak atau sinkronisasi terputus",
            "Selamatkan yang masih terbaca ke berkas baru: makna check --repair",
        ),
    ),
    "document_file": (
        (
            "“{name}” is a document and no project",
            "It holds what a word processor or a spreadsheet has written",
            "Import it into a project; the project itself may be called almost the same",
        ),
        (
            "“{name}” adalah dokumen, bukan proyek",
            "Isinya ditulis oleh pengolah kata atau lembar kerja",
            "Impor ke sebuah proyek; nama proyeknya mungkin hampir sama",
        ),
    ),
    "archive_file": (
        (
            "“{name}” is an archive and no project",
            "Several files are packed in it",
            "Unpack it, and open the project that lies in it",
        ),
        (
            "“{name}” adalah arsip, bukan proyek",
            "Di dalamnya terkemas beberapa berkas",
            "Ekstrak dulu, lalu buka proyek di dalamnya",
        ),
    ),
    "pdf_file": (
        ("“{name}” is a PDF and no project", "It holds pages", "Import it into a project"),
        ("“{name}” adalah PDF, bukan proyek", "Isinya halaman", "Impor ke sebuah proyek"),
    ),
    "web_page_file": (
        (
            "“{name}” is a web page and no project",
            "A cloud service may have stored a page that asks to log in, or says what went wrong,"
            " in the project's place",
            "Fetch the file once more from the cloud, and open it again",
        ),
        (
            "“{name}” adalah halaman web, bukan proyek",
            "Layanan awan mungkin menyimpan halaman masuk atau pesan galat di tempat proyeknya",
            "Unduh lagi berkasnya dari awan, lalu buka lagi",
        ),
    ),
    "other_database": (
        (
            "“{name}” is a database of another program",
            "It does not bear the mark of a Makna project",
            "Open it with the program that made it",
        ),
        (
            "“{name}” adalah basis data program lain",
            "Tidak ada tanda proyek Makna di dalamnya",
            "Buka dengan program pembuatnya",
        ),
    ),
    "not_a_project": (
        (
            "“{name}” is not a Makna project",
            "The file holds something else",
            "Choose a file that ends in .makna",
        ),
        (
            "“{name}” bukan proyek Makna",
            "Isi berkasnya lain",
            "Pilih berkas berakhiran .makna",
        ),
    ),
}
"""A file that should be a project and holds something else."""
_BACKUP = (
    "The newest good backup of that name is of {at} with {sources} sources and {codings} codings:"
    " {backup}",
    "Cadangan baik terbaru dengan nama itu dari {at}, berisi {sources} sumber dan {codings}"
    " pengodean: {backup}",
)

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    **_LOST,
    **{
        f"{key}_rescue": ((*english[:2], _BACKUP[0]), (*indonesian[:2], _BACKUP[1]))
        for key, (english, indonesian) in _LOST.items()
    },
    "foreign_parts": (
        (
            "“{name}” holds something that Makna did not make",
            "{part} could change or show other things than you ask for; nothing was run",
            "Save what can be read into a new file: makna check --repair",
        ),
        (
            "“{name}” memuat sesuatu yang tidak dibuat Makna",
            "{part} bisa mengubah atau menampilkan hal lain dari yang Anda minta; tidak ada yang"
            " dijalankan",
            "Selamatkan yang masih terbaca ke berkas baru: makna check --repair",
        ),
    ),
    "locked_here": (
        (
            "“{name}” is open elsewhere",
            "Another Makna on this computer has had it open since {since} (process {process})",
            "Close it there, or open it for reading only",
        ),
        (
            "“{name}” sedang terbuka di tempat lain",
            "Makna lain di komputer ini membukanya sejak {since} (proses {process})",
            "Tutup di sana, atau buka untuk dibaca saja",
        ),
    ),
    "locked_there": (
        (
            "“{name}” is open elsewhere",
            "It has been open on the computer “{host}” since {since}",
            "Close it there, or open it for reading only",
        ),
        (
            "“{name}” sedang terbuka di tempat lain",
            "Berkas ini terbuka di komputer “{host}” sejak {since}",
            "Tutup di sana, atau buka untuk dibaca saja",
        ),
    ),
    "file_gone": (
        (
            "“{name}” is no longer where it was",
            "The file was deleted, moved or renamed while it was open; this step was not kept, all"
            " before it are still here",
            "Save a copy now, and go on working in that",
        ),
        (
            "“{name}” tidak ada lagi di tempatnya",
            "Berkas dihapus, dipindah, atau diganti nama saat terbuka; langkah ini tidak tersimpan,"
            " semua yang sebelumnya masih ada di sini",
            "Simpan salinan sekarang, lalu lanjutkan di salinan itu",
        ),
    ),
    "file_replaced": (
        (
            "Another file has taken the place of “{name}”",
            "It was replaced while it was open, perhaps by a cloud client; this step was not kept,"
            " all before it are still here",
            "Save a copy now, and compare it with the new file",
        ),
        (
            "“{name}” telah diganti berkas lain",
            "Berkas diganti saat terbuka, mungkin oleh aplikasi awan; langkah ini tidak tersimpan,"
            " semua yang sebelumnya masih ada di sini",
            "Simpan salinan sekarang, lalu bandingkan dengan berkas yang baru",
        ),
    ),
    "backup_folder": (
        (
            "No backup could be made",
            "Nothing can be written in the folder “{folder}”",
            "Choose another folder for backups in the settings",
        ),
        (
            "Cadangan tidak bisa dibuat",
            "Folder “{folder}” tidak bisa ditulisi",
            "Pilih folder cadangan lain di pengaturan",
        ),
    ),
    "backup_differs": (
        (
            "The backup is not what was to be backed up",
            "Counted after writing, “{name}” held other numbers of rows; it was thrown away",
            "Check the disk, and make the backup elsewhere",
        ),
        (
            "Cadangan tidak sama dengan aslinya",
            "Setelah ditulis, jumlah baris “{name}” berbeda; cadangan itu dibuang",
            "Periksa penyimpanan, lalu buat cadangan di tempat lain",
        ),
    ),
    "damaged_rescue": (
        (
            "“{name}” is damaged",
            "SQLite cannot read all of it",
            "The newest good backup is of {at} with {sources} sources and {codings} codings, and"
            " lacks {missing} later steps: {backup}",
        ),
        (
            "“{name}” rusak",
            "SQLite tidak bisa membaca seluruhnya",
            "Cadangan baik terbaru dari {at}, berisi {sources} sumber dan {codings} pengodean,"
            " kurang {missing} langkah sesudahnya: {backup}",
        ),
    ),
    "damaged_alone": (
        (
            "“{name}” is damaged",
            "SQLite cannot read all of it, and there is no good backup",
            "Save what can be read into a new file: makna check --repair",
        ),
        (
            "“{name}” rusak",
            "SQLite tidak bisa membaca seluruhnya, dan tidak ada cadangan yang baik",
            "Selamatkan yang masih terbaca ke berkas baru: makna check --repair",
        ),
    ),
    "nothing_salvaged": (
        (
            "Nothing could be saved from “{name}”",
            "No table in it can be read",
            "Restore a backup: `makna backups` lists them",
        ),
        (
            "Tidak ada yang bisa diselamatkan dari “{name}”",
            "Tidak ada tabel yang terbaca",
            "Pulihkan cadangan: `makna backups` menampilkan daftarnya",
        ),
    ),
    "erase_unfinished": (
        (
            "The erasure is not complete yet",
            "Another program still reads “{name}”, so traces remain in the file",
            "Close the other program; opening the project once more then removes them",
        ),
        (
            "Penghapusan belum tuntas",
            "Program lain masih membaca “{name}”, jadi jejaknya masih ada di berkas",
            "Tutup program itu; membuka proyek sekali lagi akan menghapusnya",
        ),
    ),
    "in_step": (
        ("This cannot be done now", "Another step is still being made", "Try again in a moment"),
        ("Ini belum bisa dilakukan", "Langkah lain masih dikerjakan", "Coba lagi sebentar"),
    ),
    "bug_in_window": (
        (
            "Something went wrong in the program ({kind})",
            "It is written down without any word of your material; your work is kept",
            "Go on working; if it returns, copy the diagnostics and report it",
        ),
        (
            "Ada yang salah di program ({kind})",
            "Kejadian ini dicatat tanpa isi bahan Anda; pekerjaan Anda tersimpan",
            "Lanjutkan bekerja; bila terulang, salin diagnostik dan laporkan",
        ),
    ),
    "process_died": (
        (
            "{name} could not be finished",
            "The process that worked on it has ended, perhaps for lack of memory",
            "Close other programs and try again; your project is as it was",
        ),
        (
            "{name} tidak bisa diselesaikan",
            "Proses yang mengerjakannya berhenti, mungkin karena kehabisan memori",
            "Tutup program lain lalu coba lagi; proyek Anda tidak berubah",
        ),
    ),
    "bad_address": (
        (
            "This address is not opened",
            "“{address}” leads to no web page and no mail",
            "Copy it from the text if you trust it",
        ),
        (
            "Alamat ini tidak dibuka",
            "“{address}” bukan halaman web atau surel",
            "Salin dari teks bila Anda percaya",
        ),
    ),
}
