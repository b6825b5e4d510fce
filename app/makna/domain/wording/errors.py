"""What the world does to a project: (what, why, what to do) in English, then in Indonesian."""

from __future__ import annotations

from makna.domain.wording import (
    errors_chapter,
    errors_cli,
    errors_comments,
    errors_documents,
    errors_imports,
    errors_pictures,
    errors_pseudonyms,
    errors_readers,
    errors_refresh,
    errors_reports,
    errors_search,
    errors_trust,
    errors_values,
)

Sentences = tuple[str, str, str]

_SERVICES: dict[str, tuple[Sentences, Sentences]] = {
    "not_found": (
        ("No {thing} is called “{name}”", "It is not in the project", "Check the name or the GUID"),
        (
            "Tidak ada {thing} bernama “{name}”",
            "Proyek ini tidak memuatnya",
            "Periksa nama atau GUID-nya",
        ),
    ),
    "ambiguous": (
        (
            "“{name}” fits more than one {thing}",
            "There are: {candidates}",
            "Give the full path or the GUID",
        ),
        (
            "“{name}” cocok dengan lebih dari satu {thing}",
            "Ada: {candidates}",
            "Berikan jalur lengkap atau GUID",
        ),
    ),
    "gone": (
        ("This {thing} is gone", "It was deleted meanwhile", "Undo brings it back"),
        ("{thing} ini sudah tidak ada", "Telah dihapus", "Batalkan penghapusan untuk memulihkan"),
    ),
    "empty_name": (
        ("The {thing} has no name", "A name cannot be empty", "Type a name"),
        ("{thing} belum bernama", "Nama tidak boleh kosong", "Ketik sebuah nama"),
    ),
    "code_cycle": (
        (
            "“{code}” cannot go below “{target}”",
            "“{target}” is “{code}” itself or lies below it",
            "Choose another place",
        ),
        (
            "“{code}” tidak bisa diletakkan di bawah “{target}”",
            "“{target}” adalah “{code}” sendiri atau ada di bawahnya",
            "Pilih tempat lain",
        ),
    ),
    "code_exists": (
        (
            "There is a code “{name}” here already",
            "Codes side by side need different names",
            "Choose another name, or merge the two",
        ),
        (
            "Kode “{name}” sudah ada di sini",
            "Kode yang bersebelahan harus berbeda nama",
            "Pilih nama lain, atau gabungkan keduanya",
        ),
    ),
    "case_exists": (
        ("There is a case “{name}” already", "Cases need different names", "Choose another name"),
        ("Kasus “{name}” sudah ada", "Nama kasus harus berbeda", "Pilih nama lain"),
    ),
    "variable_exists": (
        (
            "There is a variable “{name}” already",
            "Variables need different names",
            "Choose another name",
        ),
        ("Variabel “{name}” sudah ada", "Nama variabel harus berbeda", "Pilih nama lain"),
    ),
    "bad_color": (
        ("“{color}” is not a colour", "A colour is written #RRGGBB", "Write for example #2E7D4F"),
        ("“{color}” bukan warna", "Warna ditulis #RRGGBB", "Tulis misalnya #2E7D4F"),
    ),
    "bad_shortcut": (
        ("This is not a number key", "Codes can have the keys 1 to 9", "Choose one of them"),
        ("Ini bukan tombol angka", "Kode bisa memakai tombol 1 sampai 9", "Pilih salah satunya"),
    ),
    "bad_span": (
        (
            "{start}:{end} is not a place in this text",
            "It needs 0 ≤ start < end ≤ {length}",
            "Check the positions",
        ),
        (
            "{start}:{end} bukan tempat dalam teks ini",
            "Harus 0 ≤ awal < akhir ≤ {length}",
            "Periksa posisinya",
        ),
    ),
    "bad_stretch": (
        (
            "{start}:{end} is not a place in this text",
            "It needs 0 ≤ start ≤ end ≤ {length}; where both are the same, words are inserted",
            "Check the positions",
        ),
        (
            "{start}:{end} bukan tempat dalam teks ini",
            "Harus 0 ≤ awal ≤ akhir ≤ {length}; kalau keduanya sama, kata disisipkan",
            "Periksa posisinya",
        ),
    ),
    "not_codable": (
        (
            "“{code}” is a category",
            "A category groups codes and is not applied itself",
            "Choose a code below it, or make it a code in its description",
        ),
        (
            "“{code}” adalah kategori",
            "Kategori mengelompokkan kode dan tidak dipakai langsung",
            "Pilih kode di bawahnya, atau jadikan kode lewat keterangannya",
        ),
    ),
    "not_coded": (
        (
            "{start}:{end} is not coded with “{code}”",
            "There is no such coding at exactly this place",
            "List the passages to see the places",
        ),
        (
            "{start}:{end} tidak berkode “{code}”",
            "Tidak ada pengodean itu tepat di tempat ini",
            "Lihat daftar kutipan untuk tempatnya",
        ),
    ),
    "not_yours": (
        (
            "This coding is another coder's",
            "Moving an edge changes only your own codings",
            "Code the passage yourself",
        ),
        (
            "Pengodean ini milik pengode lain",
            "Menggeser batas hanya mengubah pengodean Anda",
            "Beri kode sendiri pada kutipan itu",
        ),
    ),
    "no_picture_typed": (
        (
            "A picture cannot be typed into a text",
            "The character stands for an embedded picture",
            "Leave it out",
        ),
        (
            "Gambar tidak bisa diketik ke dalam teks",
            "Karakter itu menandai gambar tertanam",
            "Hilangkan karakter itu",
        ),
    ),
    "unknown_field": (
        ("There is no field “{field}”", "Known are: {fields}", "Use one of these"),
        ("Tidak ada bidang “{field}”", "Yang dikenal: {fields}", "Pakai salah satunya"),
    ),
    "bad_kind": (
        ("“{kind}” is not a kind of source", "Kinds are: {kinds}", "Use one of these"),
        ("“{kind}” bukan jenis sumber", "Jenisnya: {kinds}", "Pakai salah satunya"),
    ),
    "bad_value": (
        (
            "“{value}” does not fit the variable “{variable}”",
            "It takes a value of type {type}",
            "Change the value, or the variable's type",
        ),
        (
            "“{value}” tidak cocok untuk variabel “{variable}”",
            "Variabel ini bertipe {type}",
            "Ubah nilainya, atau tipe variabelnya",
        ),
    ),
    "bad_expression": (
        (
            "The expression breaks off at “{where}”",
            "Terms are field:value, joined by AND, OR, NOT and ( )",
            "Put values with spaces in quotation marks",
        ),
        (
            "Ekspresi terputus di “{where}”",
            "Suku berbentuk bidang:nilai, dirangkai AND, OR, NOT dan ( )",
            "Beri tanda kutip pada nilai yang berspasi",
        ),
    ),
    "imported_already": (
        (
            "The file is in the project already",
            "It is the source “{source}”",
            "Import it again only if you want it twice",
        ),
        (
            "Berkas ini sudah ada di proyek",
            "Yaitu sumber “{source}”",
            "Impor lagi hanya bila ingin ganda",
        ),
    ),
    "bad_reading": (
        (
            "“{name}” could not be read rightly",
            "Its formatting does not fit its text",
            "Save it again as .docx or .txt and import that",
        ),
        (
            "“{name}” tidak terbaca dengan benar",
            "Formatnya tidak cocok dengan teksnya",
            "Simpan ulang sebagai .docx atau .txt lalu impor",
        ),
    ),
    "unknown_document": (
        ("There is no document “{kind}”", "Documents are: {kinds}", "Use one of these"),
        ("Tidak ada dokumen “{kind}”", "Dokumennya: {kinds}", "Pakai salah satunya"),
    ),
    "quote_not_found": (
        (
            "The quotation is not in “{source}”",
            "It was looked for {nth} time(s) in the text",
            "Check the words and the number",
        ),
        (
            "Kutipan tidak ada di “{source}”",
            "Dicari {nth} kali dalam teks",
            "Periksa kata dan nomornya",
        ),
    ),
    "bad_option": (
        ("{what}", "{why}", "See --help"),
        ("{what}", "{why}", "Lihat --help"),
    ),
}

_STORAGE: dict[str, tuple[Sentences, Sentences]] = {
    "no_file": (
        ("“{name}” is not there", "No such file", "Check the path"),
        ("“{name}” tidak ada", "Berkas tidak ditemukan", "Periksa lokasinya"),
    ),
    "unreadable": (
        (
            "“{name}” cannot be opened",
            "The system refuses to read it",
            "Check its permissions, or copy it elsewhere",
        ),
        (
            "“{name}” tidak bisa dibuka",
            "Sistem menolak membacanya",
            "Periksa izinnya, atau salin ke tempat lain",
        ),
    ),
    "no_folder": (
        ("The folder “{name}” is not there", "No such folder", "Make it, or choose another"),
        ("Folder “{name}” tidak ada", "Folder tidak ditemukan", "Buat foldernya, atau pilih lain"),
    ),
    "exists": (
        ("“{name}” is there already", "Nothing is overwritten", "Choose another name"),
        ("“{name}” sudah ada", "Tidak ada yang ditimpa", "Pilih nama lain"),
    ),
    "newer_schema": (
        (
            "“{name}” was made by a newer Makna",
            "This version does not know its form; the file is untouched",
            "Install the newest Makna",
        ),
        (
            "“{name}” dibuat dengan Makna yang lebih baru",
            "Versi ini belum mengenal bentuknya; berkas tidak diubah",
            "Pasang Makna terbaru",
        ),
    ),
    "damaged": (
        (
            "“{name}” is damaged",
            "SQLite cannot read all of it",
            "Restore the newest good backup",
        ),
        (
            "“{name}” rusak",
            "SQLite tidak bisa membaca seluruhnya",
            "Pulihkan cadangan baik yang terbaru",
        ),
    ),
    "bad_backup": (
        ("“{name}” is not a sound backup", "SQLite finds it damaged", "Choose an older backup"),
        ("“{name}” bukan cadangan yang utuh", "SQLite mendapatinya rusak", "Pilih cadangan lain"),
    ),
    "locked": (
        (
            "“{name}” is open elsewhere",
            "It is in use by process {who}",
            "Close it there, or open it for reading only",
        ),
        (
            "“{name}” sedang terbuka di tempat lain",
            "Dipakai oleh proses {who}",
            "Tutup di sana, atau buka untuk dibaca saja",
        ),
    ),
    "read_only": (
        (
            "“{name}” cannot be changed",
            "The file or its folder is read-only",
            "Save a copy elsewhere and work on that",
        ),
        (
            "“{name}” tidak bisa diubah",
            "Berkas atau foldernya hanya bisa dibaca",
            "Simpan salinan di tempat lain dan kerjakan itu",
        ),
    ),
    "disk_full": (
        (
            "The disk is full",
            "“{name}” could not be written; all earlier steps are safe",
            "Make room and try again",
        ),
        (
            "Penyimpanan penuh",
            "“{name}” tidak bisa ditulis; semua langkah sebelumnya aman",
            "Kosongkan ruang lalu coba lagi",
        ),
    ),
    "disk_error": (
        (
            "“{name}” cannot be reached",
            "The disk or the folder does not answer as it should",
            "Check that the drive is connected, then try again",
        ),
        (
            "“{name}” tidak terjangkau",
            "Penyimpanan atau foldernya bermasalah",
            "Pastikan perangkat tersambung, lalu coba lagi",
        ),
    ),
    "busy": (
        (
            "“{name}” is busy",
            "Another program is writing in it",
            "Close the other program and try again",
        ),
        (
            "“{name}” sedang sibuk",
            "Program lain sedang menulis di dalamnya",
            "Tutup program itu lalu coba lagi",
        ),
    ),
    "history_mismatch": (
        (
            "This step cannot be undone",
            "The project is not what the history left behind; nothing was changed",
            "Go on working; run a check of the project",
        ),
        (
            "Langkah ini tidak bisa dibatalkan",
            "Keadaan proyek berbeda dari riwayat; tidak ada yang diubah",
            "Lanjutkan bekerja; jalankan pemeriksaan proyek",
        ),
    ),
}

ERRORS: dict[str, tuple[Sentences, Sentences]] = {
    **_SERVICES,
    **_STORAGE,
    **errors_cli.ERRORS,
    **errors_imports.ERRORS,
    **errors_pictures.ERRORS,
    **errors_comments.ERRORS,
    **errors_pseudonyms.ERRORS,
    **errors_readers.ERRORS,
    **errors_refresh.ERRORS,
    **errors_reports.ERRORS,
    **errors_documents.ERRORS,
    **errors_chapter.ERRORS,
    **errors_search.ERRORS,
    **errors_trust.ERRORS,
    **errors_values.ERRORS,
}
