"""What `--help` says: English as it stands at the commands and options → Indonesian.

A key that ends in a colon is the begin of a text that goes on with a list of names.
"""

from __future__ import annotations

INDONESIAN: dict[str, str] = {
    "Code interviews and documents offline.\n\n"
    "Without a command the window opens, on PROJECT where one is given.": (
        "Mengode wawancara dan dokumen tanpa internet.\n\n"
        "Tanpa perintah, jendela terbuka, dengan PROJECT bila disebut."
    ),
    "Show the version and exit.": "Tampilkan versi lalu selesai.",
    "Show this message and exit.": "Tampilkan bantuan ini lalu selesai.",
    "Print one JSON value.": "Cetak satu nilai JSON.",
    # Projects
    "Open the demo project, or copy it.": "Buka proyek contoh, atau salin.",
    "Open the demo project, or only copy it.\n\n"
    "It opens as a copy of your own, which later calls open again.": (
        "Buka proyek contoh, atau hanya salin.\n\n"
        "Yang terbuka adalah salinan milik Anda; lain kali salinan itu yang dibuka lagi."
    ),
    "Only copy it there.": "Hanya salin ke sana.",
    "By default the window's.": "Biasanya bahasa jendela.",
    "Make a project.": "Buat proyek.",
    "Make a project, with the built-in code frames that are named (`makna frames` lists them).": (
        "Buat proyek, dengan kerangka kode bawaan yang disebut (`makna frames` mendaftarnya)."
    ),
    "A built-in code frame.": "Kerangka kode bawaan.",
    "Who works.": "Siapa yang bekerja.",
    "Counts and settings of a project.": "Jumlah dan pengaturan proyek.",
    "Also how many bytes of the file are for what.": "Juga ukuran tiap bagian berkas, dalam bita.",
    "See whether a project is sound.": "Periksa apakah proyek utuh.",
    "See whether a project is sound; the exit code is 0 only if it is, else 2.": (
        "Periksa apakah proyek utuh; kode keluar 0 hanya bila utuh, selain itu 2."
    ),
    "SQLite's own checks, references between rows, every passage inside its text and no two at one"
    " place, layouts that fit, originals that match their hashes, an index that agrees with the"
    " texts.": (
        "Pemeriksaan SQLite, rujukan antarbaris, setiap kutipan di dalam teksnya dan tidak ada dua"
        " di satu tempat, format yang cocok, berkas asli yang cocok dengan hash-nya, indeks yang"
        " sesuai dengan teks."
    ),
    "With --repair the index is made anew, layouts that do not fit become plain, passages outside"
    " their text are cut or removed with their memos kept, double and empty ones go, and so do rows"
    " that refer to nothing: as one step, which undo takes back. A file that SQLite cannot read"
    " stays as it is; what can be read of it goes into a new one beside it.": (
        "Dengan --repair, indeks dibuat ulang, format yang tidak cocok menjadi polos, kutipan di"
        " luar teks dipotong atau dihapus tetapi memonya disimpan, yang ganda dan yang kosong"
        " dihapus, begitu juga baris yang tidak merujuk apa pun: satu langkah, yang bisa"
        " diurungkan. Berkas yang tidak terbaca SQLite dibiarkan; yang masih terbaca disimpan ke"
        " berkas baru di sampingnya."
    ),
    "Mend what can be mended, after a backup.": "Perbaiki yang bisa, setelah membuat cadangan.",
    "Make a verified copy of a project.": "Buat salinan proyek yang sudah diperiksa.",
    "Make a verified copy of a project, also while it is open elsewhere.": (
        "Buat salinan proyek yang sudah diperiksa, juga saat proyek terbuka di tempat lain."
    ),
    "Without OUT it goes into the folder of the backups, whose old ones are thinned out; if OUT is"
    " a folder it goes there under a name with the time.": (
        "Tanpa OUT, salinan masuk ke folder cadangan, yang cadangan lamanya dijarangkan; bila OUT"
        " sebuah folder, salinan ditaruh di sana dengan nama berisi waktu."
    ),
    "Make a project from a backup.": "Buat proyek dari cadangan.",
    "Make the project OUT from a backup. Nothing is overwritten.": (
        "Buat proyek OUT dari cadangan. Tidak ada yang ditimpa."
    ),
    "List the backups and what they hold.": "Daftar cadangan dan isinya.",
    "List the backups, newest first, with what they hold; of one project when it is given.": (
        "Daftar cadangan beserta isinya, yang terbaru dulu; milik satu proyek bila disebut."
    ),
    "Remove a source or a case for good.": "Hapus sumber atau kasus selamanya.",
    "Remove a source or a case for good, as when a participant withdraws.": (
        "Hapus sumber atau kasus selamanya, misalnya saat partisipan mengundurkan diri."
    ),
    "Texts, originals, images in the history, index and free pages of the file go; nothing before"
    " can be undone any more. Backups that still hold it are listed, and so are set-aside logs of"
    " another version.": (
        "Teks, berkas asli, jejak di riwayat, indeks, dan ruang kosong berkas ikut hilang; langkah"
        " sebelumnya tidak bisa diurungkan lagi. Cadangan yang masih memuatnya didaftar,"
        " begitu pula log sisihan dari versi lain."
    ),
    "By GUID or name; also a removed one.": "Dengan GUID atau nama; juga yang sudah dihapus.",
    "With the sources that are this case's alone.": "Beserta sumber yang hanya milik kasus ini.",
    "Delete the backups and logs that hold it.": "Hapus cadangan dan log yang memuatnya.",
    "Only say what would go.": "Hanya sebutkan apa yang akan hilang.",
    # Sources
    "Import files, folders or a text.": "Impor berkas, folder, atau teks.",
    "Import files; `-` reads a text from stdin, folders are walked.": (
        "Impor berkas; `-` membaca teks dari stdin, folder ditelusuri."
    ),
    "Each file is a step of its own that can be undone. What cannot be imported is skipped and"
    " said; the exit code is 2 if that is all there was.": (
        "Tiap berkas menjadi satu langkah yang bisa diurungkan. Yang tidak bisa diimpor dilewati"
        " dan disebutkan; kode keluar 2 bila tidak ada yang lain."
    ),
    "One of:": "Salah satu dari:",
    "Whom they are about.": "Tentang siapa.",
    "Of the material: id, en, …": "Bahasa bahannya: id, en, …",
    "Of the text that `-` reads.": "Nama teks yang dibaca `-`.",
    "Of plain texts; else it is found out.": "Untuk teks polos; biasanya ditemukan sendiri.",
    "Also files that are in the project already.": "Juga berkas yang sudah ada di proyek.",
    "A speaker who asks the questions.": "Penutur yang bertanya.",
    "Of tables: table (one source) or each.": "Untuk tabel: table (satu sumber) atau each.",
    "Of tables, where the guess is wrong; ROLE is one of:": (
        "Untuk tabel, bila tebakan salah; ROLE salah satu dari:"
    ),
    "Of a workbook.": "Lembar kerja.",
    "Of tables: each account is a case.": "Untuk tabel: tiap akun menjadi kasus.",
    "Of files: memos or codes.": "Komentar berkas: memos atau codes.",
    "Keep where pictures were taken.": "Simpan lokasi pengambilan foto.",
    "List the sources.": "Daftar sumber.",
    "List the sources, by kind and name.": "Daftar sumber, menurut jenis dan nama.",
    "Show, rename and describe a source.": "Tampilkan, ganti nama, dan jelaskan sumber.",
    "Show a source, after renaming and describing it as asked.": (
        "Tampilkan sumber, setelah diganti nama dan dijelaskan seperti diminta."
    ),
    "Empty: take it away.": "Kosong: hapus isinya.",
    "Print the text of a source.": "Cetak teks sumber.",
    "Print the canonical text of a source, in which all positions count.": (
        "Cetak teks baku sumber, tempat semua posisi dihitung."
    ),
    "Remove sources.": "Hapus sumber.",
    "Remove sources with all that is coded in them; undo brings them back.": (
        "Hapus sumber beserta semua pengodeannya; undo mengembalikannya."
    ),
    "With --json, what sources there are then.": "Dengan --json: sumber yang tersisa.",
    "Correct the text of a source.": "Perbaiki teks sumber.",
    "Correct the text of a source; passages follow, and what vanishes with its text is listed.": (
        "Perbaiki teks sumber; kutipan ikut bergeser, dan yang hilang bersama teksnya didaftar."
    ),
    "A:A inserts, an empty TEXT removes.": "A:A menyisipkan, TEXT kosong menghapus.",
    "What is replaced.": "Yang diganti.",
    "What takes its place.": "Penggantinya.",
    "List, rename, merge and link speakers.": "Daftar, ganti nama, gabung, dan tautkan penutur.",
    "List who speaks in a source; show, rename, merge and link the speaker NAME.": (
        "Daftar penutur sumber; tampilkan, ganti nama, gabung, dan tautkan penutur NAME."
    ),
    "The name of another speaker merges the two.": "Nama penutur lain menggabungkan keduanya.",
    "Whose words these are; empty: nobody's.": "Kata-kata siapa; kosong: bukan siapa-siapa.",
    "As --case, making the case where there is none.": "Seperti --case; kasus dibuat bila perlu.",
    "Whether it asks the questions.": "Apakah penutur ini yang bertanya.",
    "Read a source in another encoding, or find its turns anew.": (
        "Baca sumber dengan penyandian huruf lain, atau cari ulang gilirannya."
    ),
    "Read a source again in another encoding, or find its turns in another form.": (
        "Baca ulang sumber dengan penyandian huruf lain, atau cari giliran dalam bentuk lain."
    ),
    "Corrections, passages and memos stay; each is a step that can be undone.": (
        "Perbaikan, kutipan, dan memo tetap; masing-masing satu langkah yang bisa diurungkan."
    ),
    "Such as:": "Misalnya:",
    "auto, or one of:": "auto, atau salah satu dari:",
    "Who asks the questions; nobody else.": "Siapa yang bertanya; selain itu tidak.",
    # Cases
    "Make, describe and delete a case.": "Buat, jelaskan, dan hapus kasus.",
    "Make the case NAME, or change it: set variables, link sources. One step to undo.": (
        "Buat kasus NAME, atau ubah: isi variabel, tautkan sumber. Satu langkah untuk diurungkan."
    ),
    "Empty: unset.": "Kosong: hapus nilainya.",
    "A source about it.": "Sumber tentangnya.",
    "Take the case away; its sources stay.": "Hapus kasus; sumbernya tetap.",
    "List the cases.": "Daftar kasus.",
    "List the cases with their variables and sources.": "Daftar kasus, variabel, dan sumbernya.",
    # Codes
    "List the built-in code frames.": "Daftar kerangka kode bawaan.",
    "List the built-in code frames, with how sure their citations are.": (
        "Daftar kerangka kode bawaan, dengan kepastian rujukannya."
    ),
    "Of their names.": "Bahasa namanya.",
    "List the codes.": "Daftar kode.",
    "List the codes in the order of the tree, with counts.": "Daftar kode urut pohon, dan jumlah.",
    "Make codes.": "Buat kode.",
    "Make codes, with the codes above them as needed; `Theme > Code`, a `>` in a name is `\\>`.": (
        "Buat kode, dan kode di atasnya bila perlu; `Tema > Kode`, `>` dalam nama ditulis `\\>`."
    ),
    "A code that is there already is only described. One step to undo.": (
        "Kode yang sudah ada hanya dijelaskan. Satu langkah untuk diurungkan."
    ),
    "Rename, move, merge, describe or delete a code.": (
        "Ganti nama, pindah, gabung, jelaskan, atau hapus kode."
    ),
    "Change the code tree: rename, move, describe; or merge; or delete. One step to undo.": (
        "Ubah pohon kode: ganti nama, pindah, jelaskan; atau gabung; atau hapus. Satu langkah untuk"
        " diurungkan."
    ),
    "Move it below this code.": "Pindahkan ke bawah kode ini.",
    "Move it to the top.": "Pindahkan ke tingkat teratas.",
    "Its codings become that code's.": "Pengodeannya menjadi milik kode itu.",
    "Its codings go, codes below it move up.": "Pengodeannya hilang, kode di bawahnya naik.",
    # Coding
    "Code a passage.": "Beri kode pada kutipan.",
    "Code a passage, given by its place, its words, or as a rectangle on a page.": (
        "Beri kode pada kutipan, menurut tempatnya, kata-katanya, atau persegi di halaman."
    ),
    "Coding it twice changes nothing.": "Mengodenya dua kali tidak mengubah apa pun.",
    "Characters, counted from 0; B is outside.": "Karakter, dihitung dari 0; B tidak termasuk.",
    "The words themselves.": "Kata-katanya sendiri.",
    "Pixels of a picture (page 1), thousandths of a point of a PDF page, from the top left.": (
        "Piksel gambar (halaman 1), seperseribu poin halaman PDF, dari kiri atas."
    ),
    "Which of their occurrences; 1 is the first.": "Kemunculan ke berapa; 1 yang pertama.",
    "Why this code is on this passage.": "Mengapa kutipan ini diberi kode ini.",
    "Whose coding it is.": "Pengodean siapa.",
    "Take a code off a passage.": "Lepas kode dari kutipan.",
    "Take a code off a passage; one that carries nothing else goes with it.": (
        "Lepas kode dari kutipan; kutipan yang tidak membawa apa pun lagi ikut hilang."
    ),
    "Code everything that a search finds.": "Beri kode pada semua hasil pencarian.",
    "Code everything in the sources that QUERY finds, as one step; the code is made if needed.": (
        "Beri kode pada semua yang ditemukan QUERY di sumber, dalam satu langkah; kode dibuat bila "
        "perlu."
    ),
    "QUERY is a regular expression.": "QUERY berupa ekspresi reguler.",
    "QUERY is looked for letter by letter.": "QUERY dicari huruf demi huruf.",
    "Change nothing; say what would be coded.": "Tidak mengubah; sebutkan apa yang akan dikodekan.",
    # Memos and finding
    "Write a memo.": "Tulis memo.",
    "What it is about.": "Tentang apa.",
    "List the memos.": "Daftar memo.",
    "List the memos, oldest first.": "Daftar memo, yang terlama dulu.",
    "Search texts and memos.": "Cari di teks dan memo.",
    'Search sources and memos: words in all their forms, "phrases", AND OR NOT, pref*, fuzzy~.': (
        'Cari di sumber dan memo: kata dalam segala bentuknya, "frasa", AND OR NOT, awal*, mirip~.'
    ),
    "Read out coded passages.": "Tampilkan kutipan berkode.",
    "Read out passages, by source and place; without --where all, those without a code too.": (
        "Tampilkan kutipan, menurut sumber dan tempat; tanpa --where semua, juga yang tanpa kode."
    ),
    "Terms are code: kind: case: source: speaker: coder: text: star: and var.NAME with a"
    " comparison, joined by AND, OR, NOT and brackets.": (
        "Unsurnya code: kind: case: source: speaker: coder: text: star: dan var.NAMA dengan"
        " pembanding, dihubungkan AND, OR, NOT, dan tanda kurung."
    ),
    'code:"A > B" AND NOT case:I1, …': 'code:"A > B" AND NOT case:I1, …',
    "A code stands for those below it, too.": "Kode juga mewakili kode di bawahnya.",
    # Documents
    "Write a document.": "Tulis dokumen.",
    "Write a document; the suffix of OUT chooses the format.": (
        "Tulis dokumen; akhiran nama OUT menentukan formatnya."
    ),
    "WHAT is one of": "WHAT salah satu dari",
    "docx, html and md are for reading; xlsx, csv and json are tables. An OUT that is there already"
    " is replaced, but only by a whole document; a Word file in which you worked on a chapter is"
    " kept beside it.": (
        "docx, html, dan md untuk dibaca; xlsx, csv, dan json berupa tabel. OUT yang sudah ada"
        " diganti, tetapi hanya oleh dokumen yang lengkap; berkas Word tempat Anda menulis bab"
        " disimpan di sampingnya."
    ),
    "Only these codes.": "Hanya kode ini.",
    "Only these passages.": "Hanya kutipan ini.",
    "Say how else an excerpt is coded.": "Sebutkan kode lain dari tiap kutipan.",
    "Codes without quotations stand in full, too.": "Kode tanpa kutipan juga ditulis lengkap.",
    "Of transcripts: codes beside the lines.": "Untuk transkrip: kode di samping baris.",
    "Codebook: table, running. Coding table: reduction, axial.": (
        "Buku kode: table, running. Tabel pengodean: reduction, axial."
    ),
    "Of comments: only it.": "Untuk komentar: hanya sumber ini.",
    "Without the pseudonyms of the project's list.": "Tanpa nama samaran dari daftar proyek.",
    "Otherwise the project's.": "Biasanya bahasa proyek.",
    "A Word file whose styles, margins, headers and numbering win.": (
        "Berkas Word yang gaya, margin, kepala halaman, dan penomorannya dipakai."
    ),
    "A preset, or with {fields}.": "Bentuk baku, atau dengan {isian}.",
    "thesis, a4, none; 40-words, 3-lines, 4-lines, 5-lines, never; several: a4+3-lines.": (
        "thesis, a4, none; 40-words, 3-lines, 4-lines, 5-lines, never; beberapa: a4+3-lines."
    ),
    "Of a chapter: this one.": "Untuk bab: yang ini.",
    "Update the chapter that you write in OUT.": "Perbarui bab yang Anda tulis di OUT.",
    "Line numbers that are kept since they were printed.": "Nomor baris yang tetap sejak dicetak.",
    "List the sources whose line numbers are kept since they were first printed.": (
        "Daftar sumber yang nomor barisnya tetap sejak pertama kali dicetak."
    ),
    "Corrections do not change the numbers of what is cited, until --renew gives every line its"
    " number anew and lists the references that are others now.": (
        "Perbaikan tidak mengubah nomor yang dikutip, sampai --renew menomori ulang semua baris dan"
        " mendaftar rujukan yang berubah."
    ),
    "Number the lines of corrected sources anew.": "Nomori ulang baris sumber yang diperbaiki.",
    "Only say which references --renew would change.": (
        "Hanya sebutkan rujukan yang akan diubah --renew."
    ),
    # Names, comments
    "Names and what stands for them in exports.": "Nama dan samarannya dalam ekspor.",
    "Names and what stands for them in every export; the coding keeps real names.": (
        "Nama dan samarannya dalam setiap ekspor; pengodean tetap memakai nama asli."
    ),
    'A NAME in double quotes ("Indah") is replaced only as it is written, or all in capitals.'
    " --check searches a written file, also where no page shows it, for names of the list.": (
        'NAME dalam tanda petik ganda ("Indah") hanya diganti persis seperti tertulis, atau bila'
        " semuanya huruf kapital. --check mencari nama dari daftar di berkas yang sudah ditulis,"
        " juga di bagian yang tidak tampak di halaman."
    ),
    "Put into the list.": "Masukkan ke daftar.",
    "Of what is added.": "Jenis yang ditambahkan.",
    "Take out of the list.": "Keluarkan dari daftar.",
    "Propose names: speakers, cases, what recurs.": "Usulkan nama: penutur, kasus, yang berulang.",
    "Take in the comments of a Word file.": "Ambil komentar berkas Word.",
    "Take in a Word file that somebody commented: codes, memos, replies.": (
        "Ambil berkas Word yang dikomentari seseorang: kode, memo, balasan."
    ),
    "A comment whose first lines are codes of the project (a path each) codes its passage, in the"
    " name of who wrote it; what follows, and any other comment, becomes a memo. Comments that went"
    " out with `export comments` are recognised. The same file taken in again changes nothing.": (
        "Komentar yang baris pertamanya kode proyek (masing-masing satu jalur) mengodekan"
        " kutipannya, atas nama penulisnya; sisanya, dan komentar lain, menjadi memo. Komentar yang"
        " keluar lewat `export comments` dikenali. Berkas yang sama, bila diambil lagi, tidak"
        " mengubah apa pun."
    ),
    "What FILE is about.": "Tentang apa FILE.",
    "A short line is a code even if it is a new one.": "Baris pendek adalah kode, juga yang baru.",
    "`;` and `,` separate codes; `a: b, c` nests them.": (
        "`;` dan `,` memisahkan kode; `a: b, c` menyusunnya bertingkat."
    ),
    "Correct the sources where FILE's text was edited.": (
        "Perbaiki sumber di tempat teks FILE diubah."
    ),
    "Take off codes that FILE no longer says.": "Lepas kode yang tidak disebut lagi di FILE.",
    "Only say what would happen.": "Hanya sebutkan apa yang akan terjadi.",
    # History
    "List what was done.": "Daftar yang sudah dilakukan.",
    "List all that was ever done, oldest first; `counts` is rows added, changed, removed.": (
        "Daftar semua yang pernah dilakukan, yang terlama dulu; `counts` baris yang ditambah,"
        " diubah, dihapus."
    ),
    "Take back the latest steps.": "Urungkan langkah terakhir.",
    "Take back the latest steps, whoever made them and whenever.": (
        "Urungkan langkah terakhir, siapa pun dan kapan pun yang membuatnya."
    ),
    "Do undone steps again.": "Ulangi langkah yang diurungkan.",
    "Do again what was undone, until something new is done.": (
        "Ulangi yang diurungkan, selama belum ada hal baru yang dilakukan."
    ),
}
HEADINGS = {"Options": "Pilihan", "Commands": "Perintah", "Usage: ": "Pemakaian: "}


def in_indonesian(text: str) -> str:
    """The text of a help in Indonesian, paragraph by paragraph; what is not known stays English."""
    whole = INDONESIAN.get(text)
    if whole is not None:
        return whole
    return "\n\n".join(_paragraph(" ".join(part.split())) for part in text.split("\n\n"))


def _paragraph(text: str) -> str:
    if text in INDONESIAN:
        return INDONESIAN[text]
    for begin in ("One of:", "Such as:", "auto, or one of:", "WHAT is one of"):
        if text.startswith(begin):
            return INDONESIAN[begin] + text.removeprefix(begin)
    begin = "Of tables, where the guess is wrong; ROLE is one of:"
    return INDONESIAN[begin] + text.removeprefix(begin) if text.startswith(begin) else text
