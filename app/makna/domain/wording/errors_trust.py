"""What can go wrong with the file of a project while one works: English, then Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
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
