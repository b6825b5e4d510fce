"""What can be wrong with a command line: (what, why, what to do) in English, then in Indonesian."""

from __future__ import annotations

Sentences = tuple[str, str, str]

_USAGE: dict[str, tuple[Sentences, Sentences]] = {
    "project_is_folder": (
        ("“{name}” is a folder", "A project is one file", "Name a file that ends in .makna"),
        ("“{name}” adalah folder", "Sebuah proyek adalah satu berkas", "Sebut berkas .makna"),
    ),
    "no_command": (
        ("“{name}” is neither a command nor a project", "Commands: {commands}", "See makna --help"),
        ("“{name}” bukan perintah dan bukan proyek", "Perintah: {commands}", "Lihat makna --help"),
    ),
    "option_not_one_of": (
        (
            "“{command}” cannot be run like this",
            "“{given}” is no value of {option}: it takes {choices}",
            "See {command} --help",
        ),
        (
            "“{command}” tidak bisa dijalankan begini",
            "“{given}” bukan nilai {option}; pilihannya {choices}",
            "Lihat {command} --help",
        ),
    ),
    "option_no_number": (
        (
            "“{command}” cannot be run like this",
            "“{given}” is no value of {option}: it takes a whole number, at least {least}",
            "See {command} --help",
        ),
        (
            "“{command}” tidak bisa dijalankan begini",
            "“{given}” bukan nilai {option}; isilah bilangan bulat, paling kecil {least}",
            "Lihat {command} --help",
        ),
    ),
    "option_without_value": (
        ("“{command}” cannot be run like this", "{option} needs a value", "See {command} --help"),
        (
            "“{command}” tidak bisa dijalankan begini",
            "{option} memerlukan nilai",
            "Lihat {command} --help",
        ),
    ),
    "no_option": (
        ("“{command}” has no option “{option}”", "It has: {options}", "See {command} --help"),
        ("“{command}” tidak punya opsi “{option}”", "Opsinya: {options}", "Lihat {command} --help"),
    ),
    "missing_argument": (
        ("“{command}” lacks {argument}", "It cannot be run without", "See {command} --help"),
        (
            "“{command}” kekurangan {argument}",
            "Tanpa itu tidak bisa jalan",
            "Lihat {command} --help",
        ),
    ),
    "bad_usage": (
        ("“{command}” cannot be run like this", "{reason}", "See {command} --help"),
        ("“{command}” tidak bisa dijalankan begini", "{reason}", "Lihat {command} --help"),
    ),
    "options_clash": (
        ("{options} do not go together", "Only one of them can be meant", "Choose one"),
        ("{options} tidak bisa bersamaan", "Hanya satu yang bisa dimaksud", "Pilih salah satu"),
    ),
    "one_option_needed": (
        ("Nothing says what to do", "One of these is needed: {options}", "Give one of them"),
        ("Belum jelas harus apa", "Perlu salah satu dari: {options}", "Berikan salah satunya"),
    ),
    "bad_span_form": (
        (
            "“{span}” is not a span",
            "A span is written START:END, in characters counted from 0",
            "Write for example 120:168",
        ),
        (
            "“{span}” bukan rentang",
            "Rentang ditulis AWAL:AKHIR, dihitung per karakter dari 0",
            "Tulis misalnya 120:168",
        ),
    ),
    "bad_assignment": (
        ("“{given}” sets nothing", "It is written NAME=VALUE", "Write for example place=Bekasi"),
        ("“{given}” tidak mengisi apa pun", "Tulis NAMA=NILAI", "Tulis misalnya place=Bekasi"),
    ),
    "bad_link": (
        (
            "“{given}” is not a link",
            "A link is written TYPE:GUID, TYPE being one of {types}",
            "Take the GUID from a list made with --json",
        ),
        (
            "“{given}” bukan tautan",
            "Tautan ditulis TYPE:GUID, dengan TYPE salah satu dari {types}",
            "Ambil GUID dari daftar yang dibuat dengan --json",
        ),
    ),
    "bad_memo_kind": (
        ("“{kind}” is not a kind of memo", "Kinds are: {kinds}", "Use one of these"),
        ("“{kind}” bukan jenis memo", "Jenisnya: {kinds}", "Pakai salah satunya"),
    ),
    "quote_nth": (
        (
            "The quotation is not number {nth} in “{source}”",
            "The text holds these very words {times} time(s)",
            "Check the words, letter by letter, and the number",
        ),
        (
            "Kutipan ke-{nth} itu tidak ada di “{source}”",
            "Kata-kata persis itu ada {times} kali dalam teks",
            "Periksa kata-katanya, huruf demi huruf, dan nomornya",
        ),
    ),
    "no_frame": (
        ("No code frame is called “{name}”", "There are: {frames}", "See makna frames"),
        ("Tidak ada kerangka kode “{name}”", "Yang ada: {frames}", "Lihat makna frames"),
    ),
    "empty_query": (
        ("There is nothing to look for", "The query is empty", "Give a word or a phrase"),
        ("Tidak ada yang dicari", "Kata pencarian kosong", "Berikan kata atau frasa"),
    ),
}

_WORK: dict[str, tuple[Sentences, Sentences]] = {
    "not_yet": (
        (
            "“{what}” is not possible yet",
            "This version of Makna cannot do it; a later one will",
            "Leave it out for now",
        ),
        (
            "“{what}” belum bisa",
            "Makna versi ini belum mampu; versi berikutnya akan bisa",
            "Untuk sementara jangan dipakai",
        ),
    ),
    "no_window": (
        (
            "The window cannot be opened",
            "The system says: {reason}",
            "Install what is missing, or work with the commands: makna --help",
        ),
        (
            "Jendela tidak bisa dibuka",
            "Menurut sistem: {reason}",
            "Pasang yang kurang, atau bekerja lewat perintah: makna --help",
        ),
    ),
    "no_screen": (
        (
            "The window cannot be opened",
            "There is no screen here",
            "Start it in a desktop session, or work with the commands: makna --help",
        ),
        (
            "Jendela tidak bisa dibuka",
            "Di sini tidak ada layar",
            "Jalankan dari sesi desktop, atau bekerja lewat perintah: makna --help",
        ),
    ),
    "no_demo": (
        (
            "There is no demo project yet",
            "This version of Makna ships without one",
            "Make a project of your own: makna new Name.makna",
        ),
        (
            "Proyek contoh belum ada",
            "Makna versi ini belum menyertakannya",
            "Buat proyek sendiri: makna new Nama.makna",
        ),
    ),
    "not_named_makna": (
        (
            "“{name}” is no name for a project",
            "The name of a project ends in .makna",
            "Write for example {example}",
        ),
        (
            "“{name}” bukan nama proyek",
            "Nama proyek berakhiran .makna",
            "Tulis misalnya {example}",
        ),
    ),
    "nothing_imported": (
        (
            "Nothing was imported",
            "{count} skipped; the first: {why}",
            "Add --json for the reason of each",
        ),
        (
            "Tidak ada yang diimpor",
            "{count} dilewati; yang pertama: {why}",
            "Tambahkan --json untuk alasan masing-masing",
        ),
    ),
    "project_not_imported": (
        (
            "“{name}” was not imported",
            "It is a whole project or codebook, which this version of Makna cannot import yet",
            "Export its texts as .docx or .txt and import those",
        ),
        (
            "“{name}” tidak diimpor",
            "Isinya proyek atau buku kode utuh, yang belum bisa diimpor Makna versi ini",
            "Ekspor teksnya sebagai .docx atau .txt lalu impor",
        ),
    ),
    "link_left_out": (
        (
            "“{name}” was left out",
            "It is a link to {target}, and links in a folder are not followed",
            "Name the file that it points to",
        ),
        (
            "“{name}” tidak diambil",
            "Ini tautan ke {target}, dan tautan di dalam folder tidak diikuti",
            "Sebut berkas yang ditunjuknya",
        ),
    ),
    "hidden_left_out": (
        (
            "“{name}” was left out",
            "It is hidden: its name begins with a dot",
            "Name the file itself to try it",
        ),
        (
            "“{name}” tidak diambil",
            "Berkas atau folder ini tersembunyi: namanya diawali titik",
            "Sebut berkasnya langsung untuk mencobanya",
        ),
    ),
    "lock_left_out": (
        (
            "“{name}” was left out",
            "Word keeps it while a document is open; it holds no text",
            "Close the document; the file goes away",
        ),
        (
            "“{name}” tidak diambil",
            "Word menyimpannya selama dokumen terbuka; tidak ada teks di dalamnya",
            "Tutup dokumennya; berkas ini hilang sendiri",
        ),
    ),
    "suffix_left_out": (
        (
            "“{name}” was left out",
            "From a folder only files that end in {known} are taken",
            "Name the file itself to try it",
        ),
        (
            "“{name}” tidak diambil",
            "Dari folder hanya diambil berkas berakhiran {known}",
            "Sebut berkasnya langsung untuk mencobanya",
        ),
    ),
    "not_sound": (
        (
            "“{name}” is not sound",
            "Problems found: {count}",
            "Keep the file, and restore the newest good backup: makna restore",
        ),
        (
            "“{name}” tidak utuh",
            "Masalah yang ditemukan: {count}",
            "Simpan berkasnya, lalu pulihkan cadangan baik terbaru: makna restore",
        ),
    ),
    "stopped": (
        ("Stopped", "You asked for it", "What was finished before is kept"),
        ("Dihentikan", "Anda memintanya", "Yang sudah selesai tetap tersimpan"),
    ),
    "refused": (
        (
            "The system refuses “{name}”",
            "It says: {reason}",
            "Check that it may be read and written, and that there is room",
        ),
        (
            "Sistem menolak “{name}”",
            "Pesannya: {reason}",
            "Periksa apakah boleh dibaca dan ditulis, dan apakah masih ada ruang",
        ),
    ),
    "bug_unlogged": (
        (
            "This is a bug in Makna ({kind})",
            "It happened at {place}; the log could not be written",
            "Please report it with this line",
        ),
        (
            "Ini kesalahan dalam Makna ({kind})",
            "Terjadi di {place}; catatannya tidak bisa ditulis",
            "Mohon laporkan beserta baris ini",
        ),
    ),
    "bug": (
        (
            "This is a bug in Makna ({kind})",
            "Where it happened is written in {log}, without any words of your material",
            "Please report it with that file",
        ),
        (
            "Ini kesalahan dalam Makna ({kind})",
            "Tempatnya tercatat di {log}, tanpa isi data Anda",
            "Mohon laporkan beserta berkas itu",
        ),
    ),
}

ERRORS: dict[str, tuple[Sentences, Sentences]] = {**_USAGE, **_WORK}
