<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>ActivityBar</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Temukan</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analisis</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>This could not be moved to the bin: {names}</source>
        <translation>Tidak bisa dipindahkan ke tempat sampah: {names}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>tidak terbaca</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Pindahkan ke tempat sampah</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>Pulihkan dan buka</translation>
    </message>
    <message>
        <source>As a new project; nothing is overwritten</source>
        <translation>Sebagai proyek baru; tidak ada yang ditimpa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s)</source>
        <translation>
            <numerusform>%Ln cadangan</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. The first one is made before your next change.</source>
        <translation>Belum ada. Yang pertama dibuat sebelum perubahan Anda berikutnya.</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>The sections come from your codes, the quotations from what you coded. Here you order, shorten and introduce them; nothing of it changes your sources.</source>
        <translation>Subbabnya berasal dari kode, kutipannya dari bagian yang sudah Anda kode. Di sini Anda mengurutkan, mempersingkat, dan memberi pengantar; sumber Anda tidak berubah.</translation>
    </message>
    <message>
        <source>Begin the chapter</source>
        <translation>Mulai bab</translation>
    </message>
    <message>
        <source>Your codes will be its sections. No passage is coded yet: code some, and they stand here ready to be quoted.</source>
        <translation>Kode Anda akan menjadi subbab. Belum ada kutipan berkode: beri kode pada beberapa bagian teks, dan semuanya siap dikutip di sini.</translation>
    </message>
    <message>
        <source>Go and code</source>
        <translation>Mulai mengode</translation>
    </message>
    <message>
        <source>Put your chapter together</source>
        <translation>Susun bab Anda</translation>
    </message>
    <message>
        <source>Choose a code frame</source>
        <translation>Pilih kerangka kode</translation>
    </message>
    <message>
        <source>A chapter is written from codes</source>
        <translation>Bab ditulis dari kode</translation>
    </message>
    <message>
        <source>Each code becomes a section, what is coded with it a quotation, and its memo the introduction. There are no codes yet.</source>
        <translation>Setiap kode menjadi subbab, bagian berkode menjadi kutipan, dan memonya menjadi pengantar. Belum ada kode.</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>→ {substitute}</source>
        <translation>→ {substitute}</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>penutur</translation>
    </message>
    <message>
        <source>case</source>
        <translation>kasus</translation>
    </message>
    <message>
        <source>part of a name</source>
        <translation>bagian nama</translation>
    </message>
    <message>
        <source>person</source>
        <translation>orang</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>lembaga</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Text of the source</source>
        <translation>Teks sumber</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Words in [ ], e.g. who or what is meant</source>
        <translation>Kata dalam [ ], mis. siapa atau apa yang dimaksud</translation>
    </message>
    <message>
        <source>The page of this picture is not in the project.</source>
        <translation>Halaman gambar ini tidak ada dalam proyek.</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Lepas bintang</translation>
    </message>
    <message>
        <source>Star it</source>
        <translation>Beri bintang</translation>
    </message>
    <message>
        <source>Show it in its source</source>
        <translation>Tampilkan di sumbernya</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Tidak dicetak</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dikeluarkan</translation>
    </message>
    <message>
        <source>block</source>
        <translation>blok</translation>
    </message>
    <message>
        <source>inline</source>
        <translation>dalam kalimat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln kata</numerusform>
        </translation>
    </message>
    <message>
        <source>page {n}</source>
        <translation>halaman {n}</translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message>
        <source>Cut</source>
        <translation>Potong</translation>
    </message>
    <message>
        <source>Leave out the selected words: […]</source>
        <translation>Hilangkan kata yang dipilih: […]</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Tambah kata</translation>
    </message>
    <message>
        <source>Put words in [ ] at the caret</source>
        <translation>Sisipkan kata dalam [ ] di posisi kursor</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Utuh</translation>
    </message>
    <message>
        <source>Take all cuts and additions back</source>
        <translation>Batalkan semua potongan dan tambahan</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>I have quoted it</source>
        <translation>Sudah saya kutip</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Do not print it here</source>
        <translation>Jangan dicetak di sini</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Dalam kalimat</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blok</translation>
    </message>
    <message>
        <source>How it is quoted</source>
        <translation>Cara mengutip</translation>
    </message>
</context>
<context>
    <name>CaretTelling</name>
    <message>
        <source>Chosen passage: “{words}”. Codes: {codes}</source>
        <translation>Kutipan terpilih: “{words}”. Kode: {codes}</translation>
    </message>
    <message>
        <source>Codes here: {codes}</source>
        <translation>Kode di sini: {codes}</translation>
    </message>
</context>
<context>
    <name>CaseDetails</name>
    <message>
        <source>Sources of {case}</source>
        <translation>Sumber {case}</translation>
    </message>
    <message>
        <source>Link a source</source>
        <translation>Tautkan sumber</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Linked memos</source>
        <translation>Memo tertaut</translation>
    </message>
    <message>
        <source>Memo on the case</source>
        <translation>Memo kasus</translation>
    </message>
    <message>
        <source>What should you keep in mind?</source>
        <translation>Apa yang perlu diingat?</translation>
    </message>
    <message>
        <source>Find a source</source>
        <translation>Cari sumber</translation>
    </message>
    <message>
        <source>Sources that fit</source>
        <translation>Sumber yang cocok</translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>The copied cells are {wide} columns wide, but there is room for {room}. Add variables first.</source>
        <translation>Sel yang disalin selebar {wide} kolom, tetapi hanya ada tempat untuk {room}. Tambahkan variabel dahulu.</translation>
    </message>
    <message>
        <source>There are {rows} copied rows, but only {room} cases from here. Add cases first, or copy the names too.</source>
        <translation>Ada {rows} baris yang disalin, tetapi hanya {room} kasus dari sini. Tambahkan kasus dahulu, atau salin namanya juga.</translation>
    </message>
</context>
<context>
    <name>CasesPane</name>
    <message>
        <source>Name of the case, e.g. I1 or Ketua RW</source>
        <translation>Nama kasus, mis. I1 atau Ketua RW</translation>
    </message>
    <message>
        <source>Name of the variable, e.g. Age or Position</source>
        <translation>Nama variabel, mis. Usia atau Jabatan</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Delete variable</source>
        <translation>Hapus variabel</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Delete case</source>
        <translation>Hapus kasus</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Hapus selamanya…</translation>
    </message>
    <message>
        <source>New name of the variable</source>
        <translation>Nama baru variabel</translation>
    </message>
    <message>
        <source>+ Case</source>
        <translation>+ Kasus</translation>
    </message>
    <message>
        <source>+ Variable</source>
        <translation>+ Variabel</translation>
    </message>
    <message>
        <source>Cases and their variables</source>
        <translation>Kasus dan variabelnya</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>Type of the variable</source>
        <translation>Tipe variabel</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Belum ada kasus</translation>
    </message>
    <message>
        <source>A case is whom or what you study: an informant, an office, an account. Add one, or paste a table from Excel here (Ctrl+V).</source>
        <translation>Kasus adalah siapa atau apa yang Anda teliti: informan, instansi, akun. Tambahkan satu, atau tempel tabel dari Excel di sini (Ctrl+V).</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Tambah kasus</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>Tempel tabel</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>e.g. 3/3/2025</source>
        <translation>mis. 3/3/2025</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ya atau tidak</translation>
    </message>
</context>
<context>
    <name>ChapterWords</name>
    <message>
        <source>As the project</source>
        <translation>Seperti proyek</translation>
    </message>
    <message>
        <source>Interview: code, date, lines</source>
        <translation>Wawancara: kode, tanggal, baris</translation>
    </message>
    <message>
        <source>Interview: name and date</source>
        <translation>Wawancara: nama dan tanggal</translation>
    </message>
    <message>
        <source>Interview: number of the answer</source>
        <translation>Wawancara: nomor jawaban</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Catatan kaki</translation>
    </message>
    <message>
        <source>News item</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Literature</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>A form of my own</source>
        <translation>Bentuk sendiri</translation>
    </message>
    <message>
        <source>Block from 40 words on</source>
        <translation>Blok mulai 40 kata</translation>
    </message>
    <message>
        <source>Block when longer than 3 lines</source>
        <translation>Blok bila lebih dari 3 baris</translation>
    </message>
    <message>
        <source>Block when longer than 4 lines</source>
        <translation>Blok bila lebih dari 4 baris</translation>
    </message>
    <message>
        <source>Block when longer than 5 lines</source>
        <translation>Blok bila lebih dari 5 baris</translation>
    </message>
    <message>
        <source>Always inline</source>
        <translation>Selalu dalam kalimat</translation>
    </message>
    <message>
        <source>Always a block</source>
        <translation>Selalu blok</translation>
    </message>
    <message>
        <source>[…] in brackets</source>
        <translation>[…] dalam kurung</translation>
    </message>
    <message>
        <source>... three dots</source>
        <translation>... tiga titik</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Tidak dicetak</translation>
    </message>
    <message>
        <source>Beneath the quotation</source>
        <translation>Di bawah kutipan</translation>
    </message>
    <message>
        <source>Instead of the quotation</source>
        <translation>Menggantikan kutipan</translation>
    </message>
    <message>
        <source>All that are not left out</source>
        <translation>Semua yang tidak dikeluarkan</translation>
    </message>
    <message>
        <source>Those with a star</source>
        <translation>Yang berbintang</translation>
    </message>
    <message>
        <source>Those marked as used</source>
        <translation>Yang ditandai dipakai</translation>
    </message>
    <message>
        <source>Thesis: A4, 4-3-4-3 cm, double</source>
        <translation>Skripsi: A4, 4-3-4-3 cm, spasi ganda</translation>
    </message>
    <message>
        <source>A4, 2.54 cm, one and a half</source>
        <translation>A4, 2,54 cm, spasi 1,5</translation>
    </message>
    <message>
        <source>As the template has it</source>
        <translation>Seperti templatnya</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {name}</source>
        <translation>Lepas {name}</translation>
    </message>
</context>
<context>
    <name>ClosingGuard</name>
    <message>
        <source>The disk still refuses what you typed last. Closing now would lose it.</source>
        <translation>Penyimpanan masih menolak ketikan terakhir Anda. Bila ditutup sekarang, ketikan itu hilang.</translation>
    </message>
    <message>
        <source>Save it as a text file…</source>
        <translation>Simpan sebagai berkas teks…</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Tutup tanpa ketikan itu</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Teks (*.txt)</translation>
    </message>
    <message>
        <source>Save what was typed</source>
        <translation>Simpan ketikan</translation>
    </message>
</context>
<context>
    <name>CodeMenu</name>
    <message>
        <source>Apply to the selected text</source>
        <translation>Terapkan pada teks terpilih</translation>
    </message>
    <message>
        <source>Show passages</source>
        <translation>Tampilkan kutipan</translation>
    </message>
    <message>
        <source>New code here…</source>
        <translation>Kode baru di sini…</translation>
    </message>
    <message>
        <source>New code below…</source>
        <translation>Kode baru di bawahnya…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Move codings to…</source>
        <translation>Pindahkan pengodean ke…</translation>
    </message>
    <message>
        <source>Move below…</source>
        <translation>Pindahkan ke bawah…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Gabung ke…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>Warna sendiri…</translation>
    </message>
    <message>
        <source>Number key</source>
        <translation>Tombol angka</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Make it a code</source>
        <translation>Jadikan kode</translation>
    </message>
    <message>
        <source>Make it a category</source>
        <translation>Jadikan kategori</translation>
    </message>
    <message>
        <source>A category only groups codes: move its codings first</source>
        <translation>Kategori hanya mengelompokkan kode: pindahkan dulu pengodeannya</translation>
    </message>
</context>
<context>
    <name>CodeModel</name>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message>
        <source>key {number}</source>
        <translation>tombol {number}</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln source(s)</source>
        <translation>
            <numerusform>dalam %Ln sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>{total} with the codes below</source>
        <translation>{total} bersama kode di bawahnya</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>Dipakai bila</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>Tidak dipakai bila</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>What the code means</source>
        <translation>Apa arti kode ini</translation>
    </message>
    <message>
        <source>What a passage must have</source>
        <translation>Apa yang harus ada dalam kutipan</translation>
    </message>
    <message>
        <source>What looks alike but is something else</source>
        <translation>Yang mirip, tetapi bukan ini</translation>
    </message>
    <message>
        <source>A passage that shows it well</source>
        <translation>Kutipan yang paling khas</translation>
    </message>
    <message>
        <source>Whose idea it is</source>
        <translation>Gagasan siapa ini</translation>
    </message>
    <message>
        <source>What you think about it</source>
        <translation>Apa pendapat Anda</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Asal kode</translation>
    </message>
    <message>
        <source>Linked memos</source>
        <translation>Memo tertaut</translation>
    </message>
    <message>
        <source>Only groups other codes</source>
        <translation>Hanya mengelompokkan kode</translation>
    </message>
    <message>
        <source>Name of the code</source>
        <translation>Nama kode</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Show passages</source>
        <translation>Tampilkan kutipan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message>
        <source>Not given to any passage yet</source>
        <translation>Belum dipakai pada kutipan mana pun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) with the codes below it</source>
        <translation>
            <numerusform>%Ln pengodean bersama kode di bawahnya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePicker</name>
    <message>
        <source>Create code “{name}”</source>
        <translation>Buat kode “{name}”</translation>
    </message>
    <message>
        <source>Find or create a code</source>
        <translation>Cari atau buat kode</translation>
    </message>
    <message>
        <source>Codes that fit</source>
        <translation>Kode yang cocok</translation>
    </message>
</context>
<context>
    <name>CodeTargetPicker</name>
    <message>
        <source>Merge into which code?</source>
        <translation>Gabung ke kode mana?</translation>
    </message>
    <message>
        <source>Move below which code?</source>
        <translation>Pindahkan ke bawah kode mana?</translation>
    </message>
    <message>
        <source>Move the codings to which code?</source>
        <translation>Pindahkan pengodean ke kode mana?</translation>
    </message>
</context>
<context>
    <name>CodesPane</name>
    <message>
        <source>Name of the new code</source>
        <translation>Nama kode baru</translation>
    </message>
    <message>
        <source>New code below “{code}”</source>
        <translation>Kode baru di bawah “{code}”</translation>
    </message>
    <message>
        <source>Colour of the code</source>
        <translation>Warna kode</translation>
    </message>
    <message>
        <source>New code…</source>
        <translation>Kode baru…</translation>
    </message>
    <message>
        <source>Frames…</source>
        <translation>Kerangka…</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Code tree</source>
        <translation>Pohon kode</translation>
    </message>
    <message>
        <source>Name of the code</source>
        <translation>Nama kode</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>Saring kode</translation>
    </message>
    <message>
        <source>No code fits</source>
        <translation>Tidak ada kode yang cocok</translation>
    </message>
    <message>
        <source>Hold Ctrl to merge</source>
        <translation>Tahan Ctrl untuk menggabung</translation>
    </message>
    <message>
        <source>+ New code</source>
        <translation>+ Kode baru</translation>
    </message>
    <message>
        <source>Begin with a ready frame of codes from theory</source>
        <translation>Mulai dengan kerangka kode siap pakai dari teori</translation>
    </message>
    <message>
        <source>A code names what a passage is about. Make your own, or begin with theory.</source>
        <translation>Kode menamai isi sebuah kutipan. Buat kode sendiri, atau mulai dari teori.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Kode baru</translation>
    </message>
    <message>
        <source>Choose a frame…</source>
        <translation>Pilih kerangka…</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Proyek ini dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
</context>
<context>
    <name>CodingMemo</name>
    <message>
        <source>Why “{code}”?</source>
        <translation>Mengapa “{code}”?</translation>
    </message>
    <message>
        <source>Show what is known about this code</source>
        <translation>Tampilkan keterangan kode ini</translation>
    </message>
    <message>
        <source>Why this code is here</source>
        <translation>Mengapa kode ini di sini</translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>What the column {name} is</source>
        <translation>Isi kolom {name}</translation>
    </message>
    <message>
        <source>One source, each post a turn</source>
        <translation>Satu sumber, tiap kiriman satu giliran</translation>
    </message>
    <message>
        <source>One source for each post</source>
        <translation>Satu sumber untuk tiap kiriman</translation>
    </message>
    <message>
        <source>What the rows become</source>
        <translation>Menjadi apa barisnya</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Each account is a case</source>
        <translation>Tiap akun menjadi kasus</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type a command…</source>
        <translation>Ketik perintah…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Tidak ada perintah yang cocok</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>sekarang tidak bisa</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Project</source>
        <translation>Proyek</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sunting</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Navigasi</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Proyek baru…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Buka proyek…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Impor dokumen…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Impor satu folder…</translation>
    </message>
    <message>
        <source>New source from typed or pasted text</source>
        <translation>Sumber baru dari teks yang diketik atau ditempel</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>Ekspor ke Word</translation>
    </message>
    <message>
        <source>Comments in Word, out and in</source>
        <translation>Komentar di Word, kirim dan terima</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>Nama samaran</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Buat cadangan sekarang</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Periksa proyek</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Tutup proyek</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Select more: word, sentence, paragraph, turn</source>
        <translation>Perluas pilihan: kata, kalimat, paragraf, giliran</translation>
    </message>
    <message>
        <source>Select less again</source>
        <translation>Persempit pilihan lagi</translation>
    </message>
    <message>
        <source>Select the next sentence</source>
        <translation>Pilih kalimat berikutnya</translation>
    </message>
    <message>
        <source>Select the previous sentence</source>
        <translation>Pilih kalimat sebelumnya</translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation>Koreksi teks</translation>
    </message>
    <message>
        <source>Copy the quotation with its reference</source>
        <translation>Salin kutipan dengan rujukannya</translation>
    </message>
    <message>
        <source>Code the selection…</source>
        <translation>Beri kode pada pilihan…</translation>
    </message>
    <message>
        <source>Code in vivo</source>
        <translation>Kode in vivo</translation>
    </message>
    <message>
        <source>Same code again</source>
        <translation>Kode yang sama lagi</translation>
    </message>
    <message>
        <source>Code this hit, go to the next</source>
        <translation>Beri kode temuan ini, lanjut ke berikutnya</translation>
    </message>
    <message>
        <source>Code all turns of this speaker…</source>
        <translation>Beri kode semua giliran penutur ini…</translation>
    </message>
    <message>
        <source>Remove the code</source>
        <translation>Lepas kode</translation>
    </message>
    <message>
        <source>Write a memo here</source>
        <translation>Tulis memo di sini</translation>
    </message>
    <message>
        <source>Star the passage</source>
        <translation>Bintangi kutipan</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Kode baru</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Gabung ke…</translation>
    </message>
    <message>
        <source>Insert a code frame…</source>
        <translation>Sisipkan kerangka kode…</translation>
    </message>
    <message>
        <source>Search all texts and memos</source>
        <translation>Cari di semua teks dan memo</translation>
    </message>
    <message>
        <source>Find the selected words everywhere</source>
        <translation>Cari kata terpilih di mana-mana</translation>
    </message>
    <message>
        <source>Go to a source or code…</source>
        <translation>Buka sumber atau kode…</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Hasil berikutnya</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Hasil sebelumnya</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Kutipan berikutnya</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>Kutipan sebelumnya</translation>
    </message>
    <message>
        <source>Next passage of this code</source>
        <translation>Kutipan berikutnya dari kode ini</translation>
    </message>
    <message>
        <source>Previous passage of this code</source>
        <translation>Kutipan sebelumnya dari kode ini</translation>
    </message>
    <message>
        <source>Next stretch without a code</source>
        <translation>Bagian berikutnya yang belum berkode</translation>
    </message>
    <message>
        <source>Previous stretch without a code</source>
        <translation>Bagian tanpa kode sebelumnya</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Semua perintah…</translation>
    </message>
    <message>
        <source>Turn to coding</source>
        <translation>Ke pengodean</translation>
    </message>
    <message>
        <source>Turn to finding</source>
        <translation>Ke pencarian</translation>
    </message>
    <message>
        <source>Turn to analysis</source>
        <translation>Ke analisis</translation>
    </message>
    <message>
        <source>Turn to writing</source>
        <translation>Ke penulisan</translation>
    </message>
    <message>
        <source>Fade what is not coded</source>
        <translation>Redupkan yang belum berkode</translation>
    </message>
    <message>
        <source>Fade what this code does not cover</source>
        <translation>Redupkan yang di luar kode ini</translation>
    </message>
    <message>
        <source>Shade the interviewer&apos;s turns</source>
        <translation>Beri latar pada giliran pewawancara</translation>
    </message>
    <message>
        <source>Hide the interviewer&apos;s turns</source>
        <translation>Sembunyikan giliran pewawancara</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Nomor baris</translation>
    </message>
    <message>
        <source>Sources and codes</source>
        <translation>Sumber dan kode</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Yang dipilih</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>To the next pane</source>
        <translation>Ke panel berikutnya</translation>
    </message>
    <message>
        <source>To the previous pane</source>
        <translation>Ke panel sebelumnya</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Perbesar teks</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Perkecil teks</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Ukuran biasa</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Tutup tab</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Tab berikutnya</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Tab sebelumnya</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Terang atau gelap</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Panduan</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan papan tik</translation>
    </message>
    <message>
        <source>A short tour</source>
        <translation>Tur singkat</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Salin diagnostik</translation>
    </message>
    <message>
        <source>About Makna</source>
        <translation>Tentang Makna</translation>
    </message>
</context>
<context>
    <name>CommentPages</name>
    <message>
        <source>Comments in Word</source>
        <translation>Komentar di Word</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>Nama samaran</translation>
    </message>
</context>
<context>
    <name>CommentsModel</name>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Komentar</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Dengan</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>no longer: {codes}</source>
        <translation>tidak ada lagi: {codes}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reply(ies)</source>
        <translation>
            <numerusform>%Ln balasan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message>
        <source>comments</source>
        <translation>komentar</translation>
    </message>
    <message>
        <source>Transcripts with comments</source>
        <translation>Transkrip berkomentar</translation>
    </message>
    <message>
        <source>A Word file with comments</source>
        <translation>Berkas Word berkomentar</translation>
    </message>
    <message>
        <source>“{name}” was written</source>
        <translation>“{name}” sudah ditulis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln komentar</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) replaced</source>
        <translation>
            <numerusform>%Ln nama disamarkan</numerusform>
        </translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>Apa yang diganti</translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new code(s)</source>
        <translation>
            <numerusform>%Ln kode baru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln koreksi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) taken off</source>
        <translation>
            <numerusform>%Ln pengodean dilepas</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>{file}: {comments}; {codings}, {memos}, the rest stays as it is.</source>
        <translation>{file}: {comments}; {codings}, {memos}, selebihnya tetap.</translation>
    </message>
    <message numerus="yes">
        <source>Correct the text as in the file (%Ln)</source>
        <translation>
            <numerusform>Koreksi teks seperti di berkas (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take off codes that the file no longer has (%Ln)</source>
        <translation>
            <numerusform>Lepas kode yang tidak ada lagi di berkas (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in (%Ln)</source>
        <translation>
            <numerusform>Terima (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments in Word</source>
        <translation>Komentar di Word</translation>
    </message>
    <message>
        <source>Transcripts go out as a Word file with a comment on each coded passage: codes, memo, coder. When it comes back, new comments become codings or memos, and replies follow.</source>
        <translation>Transkrip dikirim sebagai berkas Word dengan komentar pada setiap kutipan berkode: kode, memo, pengode. Setelah kembali, komentar baru menjadi pengodean atau memo, dan balasan ikut diterima.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) of the list of pseudonyms will be replaced.</source>
        <translation>
            <numerusform>%Ln nama dalam daftar samaran akan diganti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a Word file with comments…</source>
        <translation>Tulis berkas Word berkomentar…</translation>
    </message>
    <message>
        <source>Take in a commented file…</source>
        <translation>Terima berkas berkomentar…</translation>
    </message>
    <message>
        <source>Short comments are codes, also those that are new</source>
        <translation>Komentar pendek adalah kode, juga yang belum ada</translation>
    </message>
    <message>
        <source>Commas and semicolons separate codes</source>
        <translation>Koma dan titik koma memisahkan kode</translation>
    </message>
    <message>
        <source>Comments of the file</source>
        <translation>Komentar dalam berkas</translation>
    </message>
    <message>
        <source>No commented file yet</source>
        <translation>Belum ada berkas berkomentar</translation>
    </message>
    <message>
        <source>Choose the Word file that your supervisor sent back. You see what each comment will become before anything is taken in.</source>
        <translation>Pilih berkas Word yang dikembalikan pembimbing. Anda melihat dahulu setiap komentar akan menjadi apa sebelum diterima.</translation>
    </message>
</context>
<context>
    <name>CorrectStrip</name>
    <message>
        <source>Correcting</source>
        <translation>Mengoreksi</translation>
    </message>
    <message>
        <source>Type in the text; its passages follow. Every word is kept.</source>
        <translation>Ketik di dalam teks; kutipannya mengikuti. Setiap kata langsung disimpan.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Select some words first, then press Ctrl+K.</source>
        <translation>Pilih beberapa kata dulu, lalu tekan Ctrl+K.</translation>
    </message>
    <message>
        <source>Copied with its reference.</source>
        <translation>Tersalin dengan rujukannya.</translation>
    </message>
    <message>
        <source>Draw a rectangle on the picture first, then press Ctrl+K.</source>
        <translation>Tarik dulu sebuah kotak pada gambar, lalu tekan Ctrl+K.</translation>
    </message>
    <message>
        <source>Removed: {names}</source>
        <translation>Dihapus: {names}</translation>
    </message>
    <message>
        <source>“{code}” merged into “{target}”</source>
        <translation>“{code}” digabung ke “{target}”</translation>
    </message>
    <message numerus="yes">
        <source>The text of %Ln passage(s) was removed</source>
        <translation>
            <numerusform>Teks dari %Ln kutipan terhapus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Semua perintah</translation>
    </message>
    <message>
        <source>Open a source</source>
        <translation>Buka sumber</translation>
    </message>
    <message>
        <source>Choose one at the left, or press Ctrl+P and type its name.</source>
        <translation>Pilih di sebelah kiri, atau tekan Ctrl+P dan ketik namanya.</translation>
    </message>
    <message>
        <source>Bring in your first transcript</source>
        <translation>Masukkan transkrip pertama Anda</translation>
    </message>
    <message>
        <source>Word and text files keep their formatting; speakers are found. You can also drop files anywhere on this window.</source>
        <translation>Berkas Word dan teks tetap dengan formatnya; penutur dikenali. Berkas juga bisa dijatuhkan di mana saja di jendela ini.</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Impor dokumen…</translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation>Ketik atau tempel teks</translation>
    </message>
    <message>
        <source>Choose a code frame</source>
        <translation>Pilih kerangka kode</translation>
    </message>
</context>
<context>
    <name>DeskVerbs</name>
    <message>
        <source>Import a folder</source>
        <translation>Impor satu folder</translation>
    </message>
    <message>
        <source>Code frames</source>
        <translation>Kerangka kode</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan papan tik</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
</context>
<context>
    <name>DoneWords</name>
    <message numerus="yes">
        <source>%Ln place(s) coded “{code}”</source>
        <translation>
            <numerusform>%Ln tempat diberi kode “{code}”</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them are coded “{code}” already</source>
        <translation>Semuanya sudah berkode “{code}”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) coded “{code}”</source>
        <translation>
            <numerusform>%Ln kutipan diberi kode “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) moved to “{code}”</source>
        <translation>
            <numerusform>%Ln pengodean dipindahkan ke “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) split off into “{code}”</source>
        <translation>
            <numerusform>%Ln pengodean dipisahkan menjadi “{code}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s) taken off</source>
        <translation>
            <numerusform>%Ln pengodean dilepas</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these passages carries a coding of yours</source>
        <translation>Tidak satu pun dari kutipan ini berkode dari Anda</translation>
    </message>
    <message>
        <source>There is no code here to remove: click a coded passage first.</source>
        <translation>Tidak ada kode untuk dilepas di sini: klik dulu kutipan yang berkode.</translation>
    </message>
    <message>
        <source>No code is on the key {number} yet: right-click a code and choose Number key.</source>
        <translation>Belum ada kode pada tombol {number}: klik kanan sebuah kode lalu pilih Tombol angka.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) starred</source>
        <translation>
            <numerusform>%Ln kutipan diberi bintang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star taken off %Ln passage(s)</source>
        <translation>
            <numerusform>Bintang %Ln kutipan dilepas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) copied, each with its reference</source>
        <translation>
            <numerusform>%Ln kutipan disalin, masing-masing dengan rujukannya</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
        <source>Western (Windows)</source>
        <translation>Barat (Windows)</translation>
    </message>
    <message>
        <source>Western (ISO)</source>
        <translation>Barat (ISO)</translation>
    </message>
    <message>
        <source>Western (Mac)</source>
        <translation>Barat (Mac)</translation>
    </message>
    <message>
        <source>Western (DOS)</source>
        <translation>Barat (DOS)</translation>
    </message>
    <message>
        <source>Central European (Windows)</source>
        <translation>Eropa Tengah (Windows)</translation>
    </message>
    <message>
        <source>Cyrillic (Windows)</source>
        <translation>Sirilik (Windows)</translation>
    </message>
    <message>
        <source>Arabic (Windows)</source>
        <translation>Arab (Windows)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 LE)</source>
        <translation>Unicode (UTF-16 LE)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16 BE)</source>
        <translation>Unicode (UTF-16 BE)</translation>
    </message>
    <message>
        <source>Chinese (GB18030)</source>
        <translation>Tionghoa (GB18030)</translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation>Tionghoa (Big5)</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>Jepang (Shift JIS)</translation>
    </message>
    <message>
        <source>Korean (EUC)</source>
        <translation>Korea (EUC)</translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Removed for good: {names}.</source>
        <translation>Dihapus selamanya: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) deleted.</source>
        <translation>
            <numerusform>%Ln berkas dihapus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s) deleted.</source>
        <translation>
            <numerusform>%Ln cadangan dihapus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “{name}” for good</source>
        <translation>Hapus “{name}” selamanya</translation>
    </message>
    <message>
        <source>For when a participant withdraws. Nothing of it stays in this file, and nothing that was done before can be undone any more. Copies that you made yourself and documents that you exported are not known here.</source>
        <translation>Untuk peserta yang mengundurkan diri. Tidak ada yang tersisa di berkas ini, dan semua langkah sebelumnya tidak bisa dibatalkan lagi. Salinan buatan Anda sendiri dan dokumen hasil ekspor tidak diketahui di sini.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Yang dihapus</translation>
    </message>
    <message>
        <source>What you should look at yourself</source>
        <translation>Yang perlu Anda periksa sendiri</translation>
    </message>
    <message>
        <source>Backups that still hold it</source>
        <translation>Cadangan yang masih memuatnya</translation>
    </message>
    <message>
        <source>Looking into the backups…</source>
        <translation>Memeriksa cadangan…</translation>
    </message>
    <message>
        <source>{name}: set-aside steps of another version, which may hold it</source>
        <translation>{name}: langkah dari versi lain yang disisihkan, mungkin masih memuatnya</translation>
    </message>
    <message numerus="yes">
        <source>Also delete these %Ln file(s); a new backup is made first</source>
        <translation>
            <numerusform>Hapus juga %Ln berkas ini; cadangan baru dibuat lebih dulu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also delete %Ln backup(s) that hold it; a new one is made first</source>
        <translation>
            <numerusform>Hapus juga %Ln cadangan yang memuatnya; satu yang baru dibuat dulu</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Hapus selamanya</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) of the case</source>
        <translation>
            <numerusform>%Ln nilai kasus</numerusform>
        </translation>
    </message>
    <message>
        <source>with {what}, the original files and all traces in the history</source>
        <translation>beserta {what}, berkas aslinya, dan semua jejaknya dalam riwayat</translation>
    </message>
</context>
<context>
    <name>EraseVerbs</name>
    <message>
        <source>Remove for good</source>
        <translation>Hapus selamanya</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Only {where} — show all</source>
        <translation>Hanya {where} — tampilkan semua</translation>
    </message>
    <message>
        <source>Excerpts by code</source>
        <translation>Kutipan menurut kode</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Buku kode</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Chosen codes</source>
        <translation>Kode pilihan</translation>
    </message>
    <message>
        <source>One table</source>
        <translation>Satu tabel</translation>
    </message>
    <message>
        <source>A section for each code</source>
        <translation>Satu bagian per kode</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln chosen passage(s) — show all</source>
        <translation>
            <numerusform>Hanya %Ln kutipan pilihan — tampilkan semua</numerusform>
        </translation>
    </message>
    <message>
        <source>Thesis: A4, 4-3-4-3 cm, double</source>
        <translation>Skripsi: A4, 4-3-4-3 cm, spasi ganda</translation>
    </message>
    <message>
        <source>A4, 2.54 cm</source>
        <translation>A4, 2,54 cm</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Language of its headings</source>
        <translation>Bahasa judul-judulnya</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Words before and after each excerpt</source>
        <translation>Jumlah kata sebelum dan sesudah kutipan</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Templat Word</translation>
    </message>
    <message>
        <source>Codes to export</source>
        <translation>Kode yang diekspor</translation>
    </message>
    <message>
        <source>With the codes below them</source>
        <translation>Beserta kode di bawahnya</translation>
    </message>
    <message>
        <source>Name the other codes of each excerpt</source>
        <translation>Sebutkan kode lain pada tiap kutipan</translation>
    </message>
    <message>
        <source>Codes without quotations in full, too</source>
        <translation>Kode tanpa kutipan juga dimuat lengkap</translation>
    </message>
    <message>
        <source>Codes in the margin</source>
        <translation>Kode di tepi</translation>
    </message>
    <message>
        <source>Real names, without pseudonyms</source>
        <translation>Nama asli, tanpa nama samaran</translation>
    </message>
    <message>
        <source>Code, category, theme (data reduction)</source>
        <translation>Kode, kategori, tema (reduksi data)</translation>
    </message>
    <message>
        <source>Open, axial, selective coding</source>
        <translation>Pengodean terbuka, aksial, selektif</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Bab</translation>
    </message>
    <message>
        <source>Table of informants</source>
        <translation>Tabel informan</translation>
    </message>
    <message>
        <source>Numbered transcripts</source>
        <translation>Transkrip bernomor</translation>
    </message>
    <message>
        <source>Coding table</source>
        <translation>Tabel pengodean</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Jejak audit</translation>
    </message>
    <message>
        <source>Member-check forms</source>
        <translation>Lembar cek anggota</translation>
    </message>
    <message>
        <source>COREQ checklist (draft)</source>
        <translation>Daftar periksa COREQ (draf)</translation>
    </message>
    <message>
        <source>SRQR checklist (draft)</source>
        <translation>Daftar periksa SRQR (draf)</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Halaman web</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table for computing (csv)</source>
        <translation>Tabel untuk diolah (csv)</translation>
    </message>
    <message>
        <source>Data (json)</source>
        <translation>Data (json)</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Preparing the preview…</source>
        <translation>Menyiapkan pratinjau…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Mengekspor</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Bagian awalnya</translation>
    </message>
    <message>
        <source>How the document begins</source>
        <translation>Bagian awal dokumen</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Name: value</source>
        <translation>Nama: isi</translation>
    </message>
    <message>
        <source>Name of the fact</source>
        <translation>Nama fakta</translation>
    </message>
    <message>
        <source>+ Another fact</source>
        <translation>+ Fakta lain</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
</context>
<context>
    <name>FrameCard</name>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln kode</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the codes</source>
        <translation>Sembunyikan kode</translation>
    </message>
    <message>
        <source>Codes of {frame}</source>
        <translation>Kode dalam {frame}</translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation>Sisipkan lagi</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Sisipkan</translation>
    </message>
    <message>
        <source>Insert {frame}</source>
        <translation>Sisipkan {frame}</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Sudah disisipkan</translation>
    </message>
</context>
<context>
    <name>FramesPage</name>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln kode</numerusform>
        </translation>
    </message>
    <message>
        <source>“{frame}” was inserted</source>
        <translation>“{frame}” sudah disisipkan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Roles and models of public relations</source>
        <translation>Peran dan model humas</translation>
    </message>
    <message>
        <source>Public relations online</source>
        <translation>Humas daring</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Construction of reality</source>
        <translation>Konstruksi realitas</translation>
    </message>
    <message>
        <source>Image and planning</source>
        <translation>Citra dan perencanaan</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Insert one and change it as you like: its codes become ordinary codes. Each says where it comes from, and how sure that is.</source>
        <translation>Sisipkan satu lalu ubah sesuka Anda: kodenya menjadi kode biasa. Masing-masing menyebutkan asalnya dan seberapa pasti rujukannya.</translation>
    </message>
    <message>
        <source>Code frames</source>
        <translation>Kerangka kode</translation>
    </message>
    <message>
        <source>Filter frames</source>
        <translation>Saring kerangka</translation>
    </message>
    <message>
        <source>Language of the frames</source>
        <translation>Bahasa kerangka</translation>
    </message>
    <message>
        <source>More frames</source>
        <translation>Kerangka lainnya</translation>
    </message>
    <message>
        <source>Fewer frames</source>
        <translation>Lebih sedikit kerangka</translation>
    </message>
    <message>
        <source>No frame has these words.</source>
        <translation>Tidak ada kerangka dengan kata-kata ini.</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Source, code or memo…</source>
        <translation>Sumber, kode, atau memo…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Paragraph numbers</source>
        <translation>Nomor paragraf</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Search all texts and memos…</source>
        <translation>Cari di semua teks dan memo…</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>The beginning</source>
        <translation>Awal mula</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>dibatalkan</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Go forward to here</source>
        <translation>Maju sampai sini</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Kembali sampai sini</translation>
    </message>
    <message>
        <source>Whatever you do will stand here, and can be taken back.</source>
        <translation>Semua yang Anda lakukan akan tercatat di sini dan bisa dibatalkan.</translation>
    </message>
    <message>
        <source>Redo would do again: {step}</source>
        <translation>Ulangi akan menjalankan lagi: {step}</translation>
    </message>
    <message>
        <source>Every step stays, also when it is taken back.</source>
        <translation>Setiap langkah tetap tercatat, juga bila dibatalkan.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>Langkah, yang terbaru lebih dulu</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>diubah</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>dihapus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln kode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln coding(s)</source>
        <translation>
            <numerusform>%Ln pengodean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln kasus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln nilai</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImagePage</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
</context>
<context>
    <name>ImportChoices</name>
    <message>
        <source>Automatic: {kind}</source>
        <translation>Otomatis: {kind}</translation>
    </message>
    <message>
        <source>Automatic: {name}</source>
        <translation>Otomatis: {name}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Giliran bicara</translation>
    </message>
    <message>
        <source>Letters look wrong?</source>
        <translation>Ada huruf yang keliru?</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>About the case</source>
        <translation>Tentang kasus</translation>
    </message>
    <message>
        <source>From its head</source>
        <translation>Dari kepala naskah</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>Encoding of the letters</source>
        <translation>Penyandian huruf</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Importing</source>
        <translation>Mengimpor</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Mencari berkas</translation>
    </message>
    <message>
        <source>Nothing was imported: there are no files that Makna can read</source>
        <translation>Tidak ada yang diimpor: tidak ada berkas yang dapat dibaca Makna</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Batalkan impor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) imported</source>
        <translation>
            <numerusform>%Ln kiriman diimpor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported</source>
        <translation>
            <numerusform>%Ln berkas diimpor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln dilewati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with remarks</source>
        <translation>
            <numerusform>%Ln dengan catatan</numerusform>
        </translation>
    </message>
    <message>
        <source>then cancelled</source>
        <translation>lalu dihentikan</translation>
    </message>
</context>
<context>
    <name>ImportPages</name>
    <message>
        <source>Before importing</source>
        <translation>Sebelum mengimpor</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Giliran bicara</translation>
    </message>
</context>
<context>
    <name>ImportPreviewPage</name>
    <message>
        <source>Reading</source>
        <translation>Membaca</translation>
    </message>
    <message>
        <source>A look before importing</source>
        <translation>Lihat sebelum mengimpor</translation>
    </message>
    <message>
        <source>It is being read …</source>
        <translation>Sedang dibaca …</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} karakter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s)</source>
        <translation>
            <numerusform>%Ln giliran bicara</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speaker(s)</source>
        <translation>
            <numerusform>%Ln penutur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) to look at</source>
        <translation>
            <numerusform>%Ln berkas lagi untuk dilihat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import all %Ln of this shape</source>
        <translation>
            <numerusform>Impor semua %Ln berkas sebentuk ini</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>The beginning of the file</source>
        <translation>Awal berkas</translation>
    </message>
</context>
<context>
    <name>ImportReportPage</name>
    <message numerus="yes">
        <source>Make codes of the comments (%Ln)</source>
        <translation>
            <numerusform>Jadikan komentar sebagai kode (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import again (%Ln)</source>
        <translation>
            <numerusform>Impor lagi (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Change turns…</source>
        <translation>Ubah giliran bicara…</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>Hasil impor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) imported.</source>
        <translation>
            <numerusform>%Ln berkas diimpor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped; the reason stands below each.</source>
        <translation>
            <numerusform>%Ln dilewati; alasannya ada di bawah masing-masing.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest was cancelled.</source>
        <translation>Sisanya dihentikan.</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Batalkan impor</translation>
    </message>
    <message>
        <source>Files of the import</source>
        <translation>Berkas dalam impor ini</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Choose columns…</source>
        <translation>Pilih kolom…</translation>
    </message>
    <message>
        <source>Look first…</source>
        <translation>Lihat dulu…</translation>
    </message>
    <message>
        <source>See what was recognised, and choose otherwise</source>
        <translation>Lihat apa yang dikenali, dan pilih yang lain bila perlu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln berkas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>as</source>
        <translation>sebagai</translation>
    </message>
    <message>
        <source>in</source>
        <translation>dalam</translation>
    </message>
    <message>
        <source>about the case</source>
        <translation>tentang kasus</translation>
    </message>
    <message>
        <source>whatever it is</source>
        <translation>jenis apa pun</translation>
    </message>
    <message>
        <source>the project&apos;s language</source>
        <translation>bahasa proyek</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>bahasa Indonesia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>bahasa Inggris</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Jenis sumber</translation>
    </message>
    <message>
        <source>Language of the material</source>
        <translation>Bahasa bahan</translation>
    </message>
    <message>
        <source>Case that it is about</source>
        <translation>Kasus yang dibahas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Keep location</source>
        <translation>Simpan lokasi</translation>
    </message>
    <message>
        <source>Keep where pictures were taken; otherwise it is left out of the project</source>
        <translation>Simpan lokasi pengambilan gambar; bila tidak, lokasi tidak ikut ke dalam proyek</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Selected passage</source>
        <translation>Kutipan terpilih</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>Teks terpilih</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyek</translation>
    </message>
    <message>
        <source>The selected passage</source>
        <translation>Kutipan terpilih</translation>
    </message>
    <message>
        <source>The selected code</source>
        <translation>Kode terpilih</translation>
    </message>
    <message>
        <source>The source in front</source>
        <translation>Sumber yang terbuka</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>Proyek</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Yang dipilih</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>not said</source>
        <translation>tidak disebut</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>Jawa</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>Sunda</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>Melayu</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arab</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Tionghoa</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Belanda</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Jerman</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Prancis</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Jepang</translation>
    </message>
</context>
<context>
    <name>LargeSteps</name>
    <message>
        <source>Working on it</source>
        <translation>Sedang dikerjakan</translation>
    </message>
</context>
<context>
    <name>LinesBox</name>
    <message>
        <source>With the first export the line numbers that it prints are kept: they stay true, also when a transcript is corrected later.</source>
        <translation>Pada ekspor pertama, nomor baris yang tercetak dibuat tetap: rujukan tetap benar meskipun transkrip dikoreksi kemudian.</translation>
    </message>
    <message numerus="yes">
        <source>Line numbers of %Ln source(s) are kept.</source>
        <translation>
            <numerusform>Nomor baris %Ln sumber dibuat tetap.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them was corrected since.</source>
        <translation>
            <numerusform>%Ln di antaranya sudah dikoreksi sejak itu.</numerusform>
        </translation>
    </message>
    <message>
        <source>No reference to a passage changes.</source>
        <translation>Tidak ada rujukan kutipan yang berubah.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reference(s) change:</source>
        <translation>
            <numerusform>%Ln rujukan berubah:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… dan %Ln lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>What you printed before shows the old numbers: print it again.</source>
        <translation>Yang sudah dicetak memuat nomor lama: cetaklah ulang.</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Nomor baris</translation>
    </message>
    <message>
        <source>Renew line numbers…</source>
        <translation>Perbarui nomor baris…</translation>
    </message>
    <message>
        <source>Renew line numbers</source>
        <translation>Perbarui nomor baris</translation>
    </message>
    <message>
        <source>Keep the old ones</source>
        <translation>Pertahankan yang lama</translation>
    </message>
</context>
<context>
    <name>LinkedMemos</name>
    <message>
        <source>+ New linked memo</source>
        <translation>+ Memo tertaut baru</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message numerus="yes">
        <source>of %Ln page(s)</source>
        <translation>
            <numerusform>dari %Ln halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>How the source is shown</source>
        <translation>Tampilan sumber</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>The flowing text: easy to read, search and correct</source>
        <translation>Teks mengalir: mudah dibaca, dicari, dan dikoreksi</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>The pages as they look, with pictures and tables</source>
        <translation>Halaman seperti aslinya, dengan gambar dan tabel</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Drag over words to select them</source>
        <translation>Seret di atas kata untuk memilihnya</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>Drag to draw a rectangle, also over words</source>
        <translation>Seret untuk membuat kotak, juga di atas kata</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Perkecil (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Perbesar (Ctrl++)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Selebar layar</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Satu halaman</translation>
    </message>
    <message>
        <source>Ctrl+0 goes back to this size</source>
        <translation>Ctrl+0 kembali ke ukuran ini</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open for reading</source>
        <translation>Buka untuk dibaca</translation>
    </message>
    <message>
        <source>Makna</source>
        <translation>Makna</translation>
    </message>
    <message>
        <source>{name} – Makna</source>
        <translation>{name} – Makna</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Buka proyek</translation>
    </message>
    <message>
        <source>Makna projects (*.makna)</source>
        <translation>Proyek Makna (*.makna)</translation>
    </message>
    <message>
        <source>Import documents</source>
        <translation>Impor dokumen</translation>
    </message>
    <message>
        <source>Documents ({patterns})</source>
        <translation>Dokumen ({patterns})</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Simpan salinan</translation>
    </message>
    <message>
        <source>Open this address? {address}</source>
        <translation>Buka alamat ini? {address}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Makna {version}. Free and offline; MIT licence.</source>
        <translation>Makna {version}. Gratis dan luring; lisensi MIT.</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln halaman</numerusform>
        </translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Panduan</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Kembali ke halaman awal</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Cari di panduan</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>Isi panduan</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Tidak ada halaman dengan kata-kata ini.</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>The page after</source>
        <translation>Halaman sesudahnya</translation>
    </message>
</context>
<context>
    <name>ManualVerbs</name>
    <message>
        <source>Manual</source>
        <translation>Panduan</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Codings in the margin</source>
        <translation>Pengodean di tepi</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Passage</source>
        <translation>Kutipan</translation>
    </message>
</context>
<context>
    <name>MemoPage</name>
    <message>
        <source>Select a passage, code or source first</source>
        <translation>Pilih kutipan, kode, atau sumber dahulu</translation>
    </message>
    <message>
        <source>Ctrl and a click open {address}</source>
        <translation>Ctrl dan klik membuka {address}</translation>
    </message>
    <message>
        <source>Title of the memo</source>
        <translation>Judul memo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Kind of memo</source>
        <translation>Jenis memo</translation>
    </message>
    <message>
        <source>Link to what is selected</source>
        <translation>Tautkan ke yang dipilih</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Tertaut ke</translation>
    </message>
    <message>
        <source>Write freely. # makes a heading, - a list, **bold**, *italic*.</source>
        <translation>Tulis dengan bebas. # membuat judul, - daftar, **tebal**, *miring*.</translation>
    </message>
    <message>
        <source>Text of the memo</source>
        <translation>Isi memo</translation>
    </message>
    <message>
        <source>{coder} · changed {when}</source>
        <translation>{coder} · diubah {when}</translation>
    </message>
</context>
<context>
    <name>MemosPane</name>
    <message>
        <source>Free memo</source>
        <translation>Memo bebas</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Memo baru</translation>
    </message>
    <message>
        <source>No memo fits.</source>
        <translation>Tidak ada memo yang cocok.</translation>
    </message>
    <message>
        <source>No memos of their own yet. Write down what you notice while coding: ideas, doubts, decisions.</source>
        <translation>Belum ada memo tersendiri. Catat yang Anda temukan saat mengode: gagasan, keraguan, keputusan.</translation>
    </message>
    <message>
        <source>On the passage “{name}”</source>
        <translation>Tentang kutipan “{name}”</translation>
    </message>
    <message>
        <source>On the code “{name}”</source>
        <translation>Tentang kode “{name}”</translation>
    </message>
    <message>
        <source>On the source “{name}”</source>
        <translation>Tentang sumber “{name}”</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Filter memos</source>
        <translation>Saring memo</translation>
    </message>
    <message>
        <source>+ Memo</source>
        <translation>+ Memo</translation>
    </message>
    <message>
        <source>Write a new memo</source>
        <translation>Tulis memo baru</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Passages with a memo</source>
        <translation>Kutipan yang bermemo</translation>
    </message>
    <message>
        <source>What was noted on passages stands with them</source>
        <translation>Catatan pada kutipan tersimpan bersama kutipannya</translation>
    </message>
    <message>
        <source>Delete memo</source>
        <translation>Hapus memo</translation>
    </message>
</context>
<context>
    <name>NameReport</name>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
</context>
<context>
    <name>NameSample</name>
    <message>
        <source>For example</source>
        <translation>Contohnya</translation>
    </message>
</context>
<context>
    <name>NamesChoice</name>
    <message numerus="yes">
        <source>Replace names by pseudonyms (%Ln)</source>
        <translation>
            <numerusform>Ganti nama asli dengan samaran (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Names inside pictures are not replaced.</source>
        <translation>Nama di dalam gambar tidak diganti.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>There is no passage here yet.</source>
        <translation>Belum ada kutipan di sini.</translation>
    </message>
    <message>
        <source>Choose a code at the left first.</source>
        <translation>Pilih dulu kode di sebelah kiri.</translation>
    </message>
    <message>
        <source>This code has no passage yet.</source>
        <translation>Kode ini belum punya kutipan.</translation>
    </message>
    <message>
        <source>There is nothing without a code here.</source>
        <translation>Tidak ada bagian tanpa kode di sini.</translation>
    </message>
    <message>
        <source>There is no place to go back to.</source>
        <translation>Tidak ada tempat sebelumnya.</translation>
    </message>
    <message>
        <source>There is no place to go forward to.</source>
        <translation>Tidak ada tempat berikutnya.</translation>
    </message>
</context>
<context>
    <name>NewProjectForm</name>
    <message>
        <source>A file name can&apos;t have {char}</source>
        <translation>Nama berkas tidak boleh memuat {char}</translation>
    </message>
    <message>
        <source>A file name can&apos;t begin or end with a full stop</source>
        <translation>Nama berkas tidak boleh diawali atau diakhiri titik</translation>
    </message>
    <message>
        <source>There is already a file “{name}” in this folder</source>
        <translation>Berkas “{name}” sudah ada di folder ini</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>Folder untuk proyek</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Nama proyek</translation>
    </message>
    <message>
        <source>My thesis</source>
        <translation>Skripsi saya</translation>
    </message>
    <message>
        <source>Your name, as it should stand beside your codings</source>
        <translation>Nama Anda, seperti yang akan tercantum pada pengodean</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Folder lain…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Buat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>NewSourcePage</name>
    <message>
        <source>New source</source>
        <translation>Sumber baru</translation>
    </message>
    <message>
        <source>Name, for example: Observation 1</source>
        <translation>Nama, misalnya: Observasi 1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>e.g. 3/3/2025</source>
        <translation>mis. 3/3/2025</translation>
    </message>
    <message>
        <source>A date, a month or a year: 3 March 2025, 03/03/2025, March 2025, 2025</source>
        <translation>Tanggal, bulan, atau tahun: 3 Maret 2025, 03/03/2025, Maret 2025, 2025</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Jenis sumber</translation>
    </message>
    <message>
        <source>Type or paste the text here.</source>
        <translation>Ketik atau tempel teks di sini.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Add the source</source>
        <translation>Tambahkan sumber</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Batalkan: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Ulangi: {step}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>OutPanel</name>
    <message>
        <source>Looking through the quotations: {done} of {all}…</source>
        <translation>Memeriksa kutipan: {done} dari {all}…</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln quotation(s) were looked through.</source>
        <translation>
            <numerusform>%Ln kutipan pertama sudah diperiksa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… dan %Ln lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Tidak ada yang kurang.</translation>
    </message>
    <message numerus="yes">
        <source>To look at (%Ln)</source>
        <translation>
            <numerusform>Perlu diperiksa (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Perlu diperiksa</translation>
    </message>
    <message>
        <source>Export the chapter</source>
        <translation>Ekspor bab</translation>
    </message>
    <message>
        <source>Exporting the chapter</source>
        <translation>Mengekspor bab</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Halaman web</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Excel: a row a quotation</source>
        <translation>Excel: satu baris per kutipan</translation>
    </message>
    <message>
        <source>Table for computing (csv)</source>
        <translation>Tabel untuk diolah (csv)</translation>
    </message>
    <message>
        <source>Data (json)</source>
        <translation>Data (json)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Buka folder</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln kata</numerusform>
        </translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Bab</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Subbab</translation>
    </message>
    <message>
        <source>Sections of the chapter</source>
        <translation>Subbab dalam bab</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a section, F2 names it, Space leaves it out.</source>
        <translation>Alt+Atas dan Alt+Bawah memindahkan subbab, F2 memberi judul, Spasi mengeluarkannya.</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Take the star away</source>
        <translation>Lepas bintang</translation>
    </message>
    <message>
        <source>Remove “{code}”</source>
        <translation>Lepas “{code}”</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>This page is damaged and cannot be shown.</source>
        <translation>Halaman ini rusak dan tidak dapat ditampilkan.</translation>
    </message>
</context>
<context>
    <name>PagesTelling</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Halaman {page} dari {pages}</translation>
    </message>
    <message>
        <source>a new rectangle</source>
        <translation>kotak baru</translation>
    </message>
    <message>
        <source>chosen: {passage}</source>
        <translation>terpilih: {passage}</translation>
    </message>
    <message>
        <source>New rectangle</source>
        <translation>Kotak baru</translation>
    </message>
    <message>
        <source>Rectangle on page {page}</source>
        <translation>Kotak di halaman {page}</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The chapter as it will be printed</source>
        <translation>Bab sebagaimana akan dicetak</translation>
    </message>
</context>
<context>
    <name>PassagePanel</name>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>Tambah kode</translation>
    </message>
    <message>
        <source>Codes of this passage</source>
        <translation>Kode kutipan ini</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Memo on the passage</source>
        <translation>Memo kutipan</translation>
    </message>
    <message>
        <source>What does this tell you?</source>
        <translation>Apa maknanya bagi Anda?</translation>
    </message>
    <message>
        <source>Linked memos</source>
        <translation>Memo tertaut</translation>
    </message>
    <message>
        <source>Code…</source>
        <translation>Beri kode…</translation>
    </message>
    <message>
        <source>In vivo</source>
        <translation>In vivo</translation>
    </message>
    <message>
        <source>A code named by these very words</source>
        <translation>Kode yang dinamai dengan kata-kata ini sendiri</translation>
    </message>
    <message>
        <source>Write down what you think of these words</source>
        <translation>Catat pendapat Anda tentang kata-kata ini</translation>
    </message>
    <message>
        <source>For the chapter</source>
        <translation>Untuk Bab IV</translation>
    </message>
    <message>
        <source>Mark this passage as one to quote</source>
        <translation>Tandai kutipan ini untuk dikutip</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the quotation with its reference (Ctrl+Shift+C)</source>
        <translation>Salin kutipan dengan rujukannya (Ctrl+Shift+C)</translation>
    </message>
</context>
<context>
    <name>PostColumns</name>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Suka</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>kept with the post</source>
        <translation>ikut disimpan</translation>
    </message>
    <message>
        <source>Variable of the account</source>
        <translation>Variabel akun</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>tidak disertakan</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%Ln quotation(s) before this</source>
        <translation>
            <numerusform>%Ln kutipan sebelum ini</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more quotation(s)</source>
        <translation>
            <numerusform>%Ln kutipan lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Research questions</source>
        <translation>Pertanyaan penelitian</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>What do you want to find out?</source>
        <translation>Apa yang ingin Anda ketahui?</translation>
    </message>
    <message>
        <source>Topic, place, method</source>
        <translation>Topik, tempat, metode</translation>
    </message>
    <message>
        <source>Thoughts on the whole study</source>
        <translation>Pemikiran tentang seluruh penelitian</translation>
    </message>
    <message>
        <source>Linked memos</source>
        <translation>Memo tertaut</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Nama proyek</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Insert a code frame</source>
        <translation>Sisipkan kerangka kode</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codes</source>
        <translation>
            <numerusform>%Ln kode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memos</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation>
            <numerusform>%Ln kasus</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} characters of text</source>
        <translation>{number} karakter teks</translation>
    </message>
    <message>
        <source>Begin with a transcript: bring in a Word or text file.</source>
        <translation>Mulailah dengan transkrip: masukkan berkas Word atau teks.</translation>
    </message>
    <message>
        <source>Select words in a text and press Ctrl K to code them, or start from a theory.</source>
        <translation>Pilih kata-kata dalam teks dan tekan Ctrl K untuk memberi kode, atau mulai dari teori.</translation>
    </message>
    <message>
        <source>Select words in a text and press Ctrl K to code them.</source>
        <translation>Pilih kata-kata dalam teks dan tekan Ctrl K untuk memberi kode.</translation>
    </message>
</context>
<context>
    <name>ProjectVerbs</name>
    <message>
        <source>Save a copy…</source>
        <translation>Simpan salinan…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Tertulis: {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Tampilkan di folder</translation>
    </message>
    <message>
        <source>Backup made: {name}</source>
        <translation>Cadangan dibuat: {name}</translation>
    </message>
    <message>
        <source>The project is sound.</source>
        <translation>Proyek dalam keadaan baik.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) found</source>
        <translation>
            <numerusform>%Ln masalah ditemukan</numerusform>
        </translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Perbaiki</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) left</source>
        <translation>
            <numerusform>%Ln masalah tersisa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repaired; %Ln change(s) in the history.</source>
        <translation>
            <numerusform>Diperbaiki; %Ln perubahan dalam riwayat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Diagnostics copied. They hold no text and no names.</source>
        <translation>Diagnostik tersalin. Isinya tanpa teks dan tanpa nama.</translation>
    </message>
</context>
<context>
    <name>PseudonymModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Stands for it</source>
        <translation>Samaran</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ditemukan</translation>
    </message>
    <message>
        <source>person</source>
        <translation>orang</translation>
    </message>
    <message>
        <source>place</source>
        <translation>tempat</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>lembaga</translation>
    </message>
    <message>
        <source>other</source>
        <translation>lainnya</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) in small letters. If that is an ordinary word, write the name in double quotes: it is then replaced only as it is written.</source>
        <translation>
            <numerusform>%Ln kali dengan huruf kecil. Jika itu kata biasa, tulis namanya dalam tanda kutip ganda: nama itu lalu hanya diganti persis seperti tertulis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PseudonymsPage</name>
    <message>
        <source>Check a written file for names</source>
        <translation>Periksa nama di berkas hasil</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>Nama samaran</translation>
    </message>
    <message>
        <source>In every export these names are replaced everywhere: quotations, references, transcripts, tables, comments, file properties. The coding keeps real names. Names inside pictures are not replaced.</source>
        <translation>Di setiap ekspor nama-nama ini diganti di mana pun: kutipan, rujukan, transkrip, tabel, komentar, properti berkas. Pengodean tetap memakai nama asli. Nama di dalam gambar tidak diganti.</translation>
    </message>
    <message>
        <source>No names yet. Type one above, or take those that are proposed at the right: speakers, cases, and words with a capital that recur.</source>
        <translation>Belum ada nama. Ketik di atas, atau ambil yang diusulkan di kanan: penutur, kasus, dan kata berhuruf besar yang berulang.</translation>
    </message>
    <message>
        <source>Name as in the text</source>
        <translation>Nama seperti dalam teks</translation>
    </message>
    <message>
        <source>What stands for it</source>
        <translation>Samarannya</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Check a written file…</source>
        <translation>Periksa berkas hasil…</translation>
    </message>
    <message>
        <source>Proposed names</source>
        <translation>Nama yang diusulkan</translation>
    </message>
    <message>
        <source>Choose some, and take them with the substitutes that are proposed.</source>
        <translation>Pilih beberapa, lalu ambil bersama samaran yang diusulkan.</translation>
    </message>
    <message>
        <source>No further names were found in the texts.</source>
        <translation>Tidak ada nama lain yang ditemukan dalam teks.</translation>
    </message>
    <message>
        <source>Add the chosen ones</source>
        <translation>Tambahkan yang dipilih</translation>
    </message>
</context>
<context>
    <name>Quotation</name>
    <message>
        <source>[picture]</source>
        <translation>[gambar]</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Not found in {folder}</source>
        <translation>Tidak ditemukan di {folder}</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Hapus dari daftar</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Restored as {name}. What was there is untouched.</source>
        <translation>Dipulihkan sebagai {name}. Yang lama tidak disentuh.</translation>
    </message>
    <message>
        <source>{name} (backup of {at})</source>
        <translation>{name} (cadangan {at})</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Selamatkan yang terbaca</translation>
    </message>
    <message>
        <source>Saved what could be read. {lost}</source>
        <translation>Yang masih terbaca sudah diselamatkan. {lost}</translation>
    </message>
    <message>
        <source>The newest good backup of that name is of {at}: {sources} sources, {codings} codings</source>
        <translation>Cadangan baik terbaru dengan nama itu dari {at}: {sources} sumber, {codings} pengodean</translation>
    </message>
    <message>
        <source>“{name}” is damaged. The newest good backup is of {at}: {sources} sources, {codings} codings; steps made after it: {missing}</source>
        <translation>“{name}” rusak. Cadangan baik terbaru dari {at}: {sources} sumber, {codings} pengodean; langkah sesudahnya: {missing}</translation>
    </message>
</context>
<context>
    <name>ReferenceBox</name>
    <message>
        <source>(as a footnote)</source>
        <translation>(sebagai catatan kaki)</translation>
    </message>
    <message>
        <source>For example: {reference}</source>
        <translation>Contoh: {reference}</translation>
    </message>
    <message>
        <source>As above</source>
        <translation>Seperti di atas</translation>
    </message>
    <message>
        <source>Reference after a quotation</source>
        <translation>Rujukan setelah kutipan</translation>
    </message>
    <message>
        <source>Form of the reference</source>
        <translation>Bentuk rujukan</translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation>Sisipkan isian…</translation>
    </message>
</context>
<context>
    <name>RefreshStrip</name>
    <message>
        <source>Refreshing the chapter in Word</source>
        <translation>Menyegarkan bab di Word</translation>
    </message>
    <message>
        <source>The Word file you are writing in</source>
        <translation>Berkas Word tempat Anda menulis</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Belum ada berkas</translation>
    </message>
    <message>
        <source>Choose the Word file in which you write. What has changed here is brought into it; what you wrote stays as it is.</source>
        <translation>Pilih berkas Word tempat Anda menulis. Yang berubah di sini dibawa ke sana; tulisan Anda dibiarkan apa adanya.</translation>
    </message>
    <message>
        <source>Comparing it with the project…</source>
        <translation>Membandingkan dengan proyek…</translation>
    </message>
    <message>
        <source>The project has changed since the file was compared with it.</source>
        <translation>Proyek sudah berubah sejak berkas terakhir dibandingkan.</translation>
    </message>
    <message>
        <source>Nothing has changed: the file says what the project says.</source>
        <translation>Tidak ada yang berubah: isi berkas sama dengan proyek.</translation>
    </message>
    <message>
        <source>Done: {counts}</source>
        <translation>Selesai: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln diperbarui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln ditambahkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited by you: a comment shows the new text</source>
        <translation>
            <numerusform>%Ln Anda sunting sendiri: teks baru ditunjukkan lewat komentar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer in the chapter: a comment says so</source>
        <translation>
            <numerusform>%Ln tidak lagi di bab: ditandai dengan komentar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln tidak berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>The chapter in Word</source>
        <translation>Bab di Word</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose the Word file you are writing in</source>
        <translation>Pilih berkas Word tempat Anda menulis</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Segarkan</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Buka cadangan</translation>
    </message>
</context>
<context>
    <name>ResultMenu</name>
    <message>
        <source>Show in the text</source>
        <translation>Tampilkan dalam teks</translation>
    </message>
    <message>
        <source>Copy with reference</source>
        <translation>Salin dengan rujukan</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Add a code…</source>
        <translation>Tambah kode…</translation>
    </message>
    <message>
        <source>Re-code…</source>
        <translation>Ganti kode…</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Pisahkan…</translation>
    </message>
    <message>
        <source>Un-code</source>
        <translation>Lepas kode</translation>
    </message>
    <message>
        <source>Take the star off</source>
        <translation>Lepas bintang</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Beri bintang</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message>
        <source>{chosen} of {all} chosen</source>
        <translation>{chosen} dari {all} dipilih</translation>
    </message>
    <message>
        <source>All passages</source>
        <translation>Semua kutipan</translation>
    </message>
    <message>
        <source>Passages with a memo</source>
        <translation>Kutipan yang bermemo</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Tanpa kode</translation>
    </message>
    <message>
        <source>Without a case</source>
        <translation>Tanpa kasus</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln hit(s)</source>
        <translation>
            <numerusform>lebih dari %Ln temuan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln temuan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln text(s)</source>
        <translation>
            <numerusform>dalam %Ln teks</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Menghitung…</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln source(s)</source>
        <translation>
            <numerusform>dalam %Ln sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln hit(s) alone</source>
        <translation>
            <numerusform>Hanya %Ln temuan itu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln kalimat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s)</source>
        <translation>
            <numerusform>%Ln paragraf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s)</source>
        <translation>
            <numerusform>%Ln giliran bicara</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a passage in a text and press Ctrl+M to write one.</source>
        <translation>Pilih kutipan dalam teks, lalu tekan Ctrl+M untuk menulisnya.</translation>
    </message>
    <message>
        <source>No passage has a memo yet</source>
        <translation>Belum ada kutipan yang bermemo</translation>
    </message>
    <message>
        <source>Select words in a text and press Ctrl+K to code them.</source>
        <translation>Pilih kata-kata dalam teks lalu tekan Ctrl+K untuk mengodenya.</translation>
    </message>
    <message>
        <source>No passages yet</source>
        <translation>Belum ada kutipan</translation>
    </message>
    <message>
        <source>Search all texts and memos above, or ask for the passages of a code.</source>
        <translation>Cari di semua teks dan memo di atas, atau minta kutipan sebuah kode.</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Belum ada yang dicari</translation>
    </message>
    <message>
        <source>Try fewer words, or a beginning with a star: humas*</source>
        <translation>Coba lebih sedikit kata, atau awal kata dengan bintang: humas*</translation>
    </message>
    <message>
        <source>“Words” finds other forms of a word too.</source>
        <translation>“Kata” juga menemukan bentuk lain sebuah kata.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Export the chosen passages</source>
        <translation>Ekspor kutipan yang dipilih</translation>
    </message>
    <message>
        <source>Export what is listed</source>
        <translation>Ekspor yang terdaftar</translation>
    </message>
    <message>
        <source>Name of the new code</source>
        <translation>Nama kode baru</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Terbaik dulu</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Menurut sumber</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Menurut kode</translation>
    </message>
    <message>
        <source>By case</source>
        <translation>Menurut kasus</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Words in all their forms, the best places first</source>
        <translation>Kata dalam semua bentuknya, tempat terbaik lebih dulu</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Persis</translation>
    </message>
    <message>
        <source>The very letters, anywhere</source>
        <translation>Persis huruf demi huruf, di mana pun</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Pola</translation>
    </message>
    <message>
        <source>A regular expression, within one paragraph</source>
        <translation>Ekspresi reguler, dalam satu paragraf</translation>
    </message>
    <message>
        <source>Code all…</source>
        <translation>Kode semua…</translation>
    </message>
    <message>
        <source>Re-code…</source>
        <translation>Ganti kode…</translation>
    </message>
    <message>
        <source>Give the chosen passages another code</source>
        <translation>Beri kutipan terpilih kode lain</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Pisahkan…</translation>
    </message>
    <message>
        <source>Make the chosen passages a code of their own</source>
        <translation>Jadikan kutipan terpilih kode tersendiri</translation>
    </message>
    <message>
        <source>Un-code</source>
        <translation>Lepas kode</translation>
    </message>
    <message>
        <source>Take the code off the chosen passages</source>
        <translation>Lepas kode dari kutipan terpilih</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Mencari…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Show less of each passage</source>
        <translation>Tampilkan lebih sedikit dari tiap kutipan</translation>
    </message>
    <message>
        <source>Show more of each passage</source>
        <translation>Tampilkan lebih banyak dari tiap kutipan</translation>
    </message>
    <message>
        <source>Star, to be quoted</source>
        <translation>Bintang, untuk dikutip</translation>
    </message>
    <message>
        <source>Close the results</source>
        <translation>Tutup hasil</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
</context>
<context>
    <name>SameCodePlaces</name>
    <message>
        <source>Also coded “{code}”</source>
        <translation>Juga dikode “{code}”</translation>
    </message>
    <message numerus="yes">
        <source>See all %Ln passages</source>
        <translation>
            <numerusform>Lihat semua %Ln kutipan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message numerus="yes">
        <source>%Ln passage(s) on the shelf</source>
        <translation>
            <numerusform>%Ln kutipan di rak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln printed</source>
        <translation>
            <numerusform>%Ln dicetak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln kata</numerusform>
        </translation>
    </message>
    <message>
        <source>Heading of the section</source>
        <translation>Judul subbab</translation>
    </message>
    <message>
        <source>As the code is called</source>
        <translation>Seperti nama kodenya</translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message>
        <source>left out</source>
        <translation>dikeluarkan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln kata</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: {name}</source>
        <translation>Kode: {name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Folder for backups</source>
        <translation>Folder cadangan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>They are yours, not the project&apos;s.</source>
        <translation>Pengaturan ini milik Anda, bukan milik proyek.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>Ukuran antarmuka</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikut sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Ukuran biasa</translation>
    </message>
    <message>
        <source>It stands beside your codings and memos, from the next time a project opens.</source>
        <translation>Tercantum pada pengodean dan memo Anda, sejak proyek dibuka berikutnya.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Folder lain…</translation>
    </message>
    <message>
        <source>Backups that are there already stay where they are</source>
        <translation>Cadangan yang sudah ada tetap di tempatnya</translation>
    </message>
    <message>
        <source>Usual folder</source>
        <translation>Folder biasa</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Hide the kinds of sources</source>
        <translation>Sembunyikan jenis sumber</translation>
    </message>
    <message numerus="yes">
        <source>By kind of source… (%Ln set)</source>
        <translation>
            <numerusform>Menurut jenis sumber… (%Ln diatur)</numerusform>
        </translation>
    </message>
    <message>
        <source>By kind of source…</source>
        <translation>Menurut jenis sumber…</translation>
    </message>
    <message>
        <source>Headings are not numbered</source>
        <translation>Judul tidak bernomor</translation>
    </message>
    <message>
        <source>Table of contents in front</source>
        <translation>Daftar isi di depan</translation>
    </message>
    <message>
        <source>Headings of empty sections, too</source>
        <translation>Judul subbab kosong juga</translation>
    </message>
    <message>
        <source>New chapter</source>
        <translation>Bab baru</translation>
    </message>
    <message>
        <source>Delete this chapter</source>
        <translation>Hapus bab ini</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Bab</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>Title; a line end stays one</source>
        <translation>Judul; ganti baris dipertahankan</translation>
    </message>
    <message>
        <source>Number of the chapter, for 4.1, 4.2 …</source>
        <translation>Nomor bab, untuk 4.1, 4.2 …</translation>
    </message>
    <message>
        <source>Which passages are printed</source>
        <translation>Kutipan yang dicetak</translation>
    </message>
    <message>
        <source>Inline or block</source>
        <translation>Dalam kalimat atau blok</translation>
    </message>
    <message>
        <source>How left-out words are marked</source>
        <translation>Tanda kata yang dihilangkan</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Terjemahan</translation>
    </message>
    <message>
        <source>Reference after a quotation</source>
        <translation>Rujukan setelah kutipan</translation>
    </message>
    <message>
        <source>Language of the chapter</source>
        <translation>Bahasa bab</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Word template</source>
        <translation>Templat Word</translation>
    </message>
    <message>
        <source>Level of the first headings</source>
        <translation>Tingkat judul teratas</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Passages of the section</source>
        <translation>Kutipan dalam subbab</translation>
    </message>
    <message>
        <source>No passage carries this code itself. What is coded with it stands here, ready to be quoted; the sections below it have passages of their own.</source>
        <translation>Belum ada kutipan yang memuat kode ini secara langsung. Yang diberi kode ini muncul di sini, siap dikutip; subbab di bawahnya punya kutipan sendiri.</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan papan tik</translation>
    </message>
    <message>
        <source>Code with a number key</source>
        <translation>Beri kode dengan tombol angka</translation>
    </message>
    <message>
        <source>Choose the passage at the caret, then the next outer one</source>
        <translation>Pilih kutipan di kursor, lalu yang melingkupinya</translation>
    </message>
    <message>
        <source>Begin a passage a word earlier, end it a word later</source>
        <translation>Mulai kutipan satu kata lebih awal, akhiri satu kata lebih jauh</translation>
    </message>
    <message>
        <source>Begin it a word later, end it a word earlier</source>
        <translation>Mulai satu kata lebih jauh, akhiri satu kata lebih awal</translation>
    </message>
    <message>
        <source>Select a word, a sentence</source>
        <translation>Pilih kata, kalimat</translation>
    </message>
    <message>
        <source>double click, triple click</source>
        <translation>klik dua kali, tiga kali</translation>
    </message>
    <message>
        <source>Let go of the passage</source>
        <translation>Lepaskan kutipan</translation>
    </message>
    <message>
        <source>Take a code off the chosen passage or rectangle</source>
        <translation>Lepas kode dari kutipan atau kotak terpilih</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl dan roda tetikus</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Di dalam teks</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>To Word</source>
        <translation>Ke Word</translation>
    </message>
    <message>
        <source>Beside the shelf</source>
        <translation>Di samping rak</translation>
    </message>
    <message>
        <source>The chapter as it will be printed</source>
        <translation>Bab sebagaimana akan dicetak</translation>
    </message>
</context>
<context>
    <name>SourceKind</name>
    <message>
        <source>Interviews</source>
        <translation>Wawancara</translation>
    </message>
    <message>
        <source>Focus groups</source>
        <translation>Diskusi kelompok terarah</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Observasi</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>Laman web</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Regulations</source>
        <translation>Peraturan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Literature</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Other documents</source>
        <translation>Dokumen lain</translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Hapus selamanya…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Kasus baru…</translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a case</source>
        <translation>Tanpa kasus</translation>
    </message>
    <message>
        <source>{percent} % coded</source>
        <translation>{percent} % dikode</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>No other case: make one under Cases</source>
        <translation>Tidak ada kasus lain: buat di bagian Kasus</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Nama sumber</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>e.g. 3/3/2025</source>
        <translation>mis. 3/3/2025</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Accessed</source>
        <translation>Diakses</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Memo on the source</source>
        <translation>Memo sumber</translation>
    </message>
    <message>
        <source>How was it to be there?</source>
        <translation>Bagaimana suasananya?</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Siapa yang berbicara</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Keterangan lain</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>Link a case</source>
        <translation>Tautkan kasus</translation>
    </message>
    <message>
        <source>Linked memos</source>
        <translation>Memo tertaut</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Berkas asli</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % coded</source>
        <translation>{share} % dikode</translation>
    </message>
    <message>
        <source>Change turns…</source>
        <translation>Ubah giliran bicara…</translation>
    </message>
    <message>
        <source>Find who speaks…</source>
        <translation>Cari siapa yang bicara…</translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message>
        <source>Name of the new case</source>
        <translation>Nama kasus baru</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>List of sources</source>
        <translation>Daftar sumber</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Nama sumber</translation>
    </message>
    <message>
        <source>Group by case</source>
        <translation>Kelompokkan menurut kasus</translation>
    </message>
    <message>
        <source>+ Import</source>
        <translation>+ Impor</translation>
    </message>
    <message>
        <source>Import documents, or drop them here</source>
        <translation>Impor dokumen, atau jatuhkan di sini</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>Saring sumber</translation>
    </message>
    <message>
        <source>No source fits</source>
        <translation>Tidak ada sumber yang cocok</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Lepaskan untuk mengimpor</translation>
    </message>
    <message>
        <source>Interviews, field notes, web pages, regulations: drop the files here, or</source>
        <translation>Wawancara, catatan lapangan, laman web, peraturan: jatuhkan berkasnya di sini, atau</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Impor dokumen…</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Proyek ini dibuka hanya untuk dibaca.</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Belum ada sumber</translation>
    </message>
</context>
<context>
    <name>Speakers</name>
    <message>
        <source>No case</source>
        <translation>Tanpa kasus</translation>
    </message>
    <message>
        <source>New case “{name}”</source>
        <translation>Kasus baru “{name}”</translation>
    </message>
    <message>
        <source>Same person as</source>
        <translation>Orang yang sama dengan</translation>
    </message>
    <message>
        <source>Name of the speaker {name}</source>
        <translation>Nama penutur {name}</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>bertanya</translation>
    </message>
    <message>
        <source>The interviewer: shown quieter</source>
        <translation>Pewawancara: ditampilkan lebih redup</translation>
    </message>
    <message>
        <source>{name} asks the questions</source>
        <translation>{name} yang bertanya</translation>
    </message>
    <message>
        <source>Case…</source>
        <translation>Kasus…</translation>
    </message>
    <message>
        <source>Whose words these are; or: the same person as another speaker</source>
        <translation>Ucapan siapa ini; atau: orang yang sama dengan penutur lain</translation>
    </message>
    <message>
        <source>Case of {name}</source>
        <translation>Kasus {name}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Your name, as it should stand beside your codings</source>
        <translation>Nama Anda, seperti yang akan tercantum pada pengodean</translation>
    </message>
    <message>
        <source>You work as {name}</source>
        <translation>Anda bekerja sebagai {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Codings and memos carry a name.</source>
        <translation>Pengodean dan memo mencantumkan nama.</translation>
    </message>
    <message>
        <source>Say yours</source>
        <translation>Isi nama Anda</translation>
    </message>
    <message>
        <source>Code interviews and documents, and carry them into your chapter.</source>
        <translation>Beri kode pada wawancara dan dokumen, lalu bawa ke dalam bab Anda.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Proyek baru</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Buka…</translation>
    </message>
    <message>
        <source>Look around in a demo</source>
        <translation>Lihat-lihat contoh</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyek terakhir</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Manual: how everything is done</source>
        <translation>Panduan: cara melakukan semuanya</translation>
    </message>
    <message>
        <source>A project file can also be dropped here.</source>
        <translation>Berkas proyek juga bisa dijatuhkan di sini.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Tersimpan</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Hanya baca</translation>
    </message>
    <message>
        <source>Every action is kept at once.</source>
        <translation>Setiap tindakan langsung tersimpan.</translation>
    </message>
    <message>
        <source>Who is coding</source>
        <translation>Siapa yang mengode</translation>
    </message>
    <message>
        <source>Change the language of the window</source>
        <translation>Ganti bahasa jendela</translation>
    </message>
    <message>
        <source>In focus: what is coded</source>
        <translation>Fokus: yang sudah berkode</translation>
    </message>
    <message>
        <source>In focus: the chosen code</source>
        <translation>Fokus: kode terpilih</translation>
    </message>
    <message>
        <source>Press to see everything as usual</source>
        <translation>Tekan untuk melihat semuanya seperti biasa</translation>
    </message>
    <message>
        <source>Questions hidden</source>
        <translation>Pertanyaan tersembunyi</translation>
    </message>
    <message>
        <source>Size of the text; press for the usual one</source>
        <translation>Ukuran teks; tekan untuk ukuran biasa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln kutipan</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % coded</source>
        <translation>{percent} % dikode</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>Halaman {page}</translation>
    </message>
    <message>
        <source>¶ {paragraph}, line {line}</source>
        <translation>¶ {paragraph}, baris {line}</translation>
    </message>
    <message>
        <source>¶ {paragraph}, lines {first}–{last}</source>
        <translation>¶ {paragraph}, baris {first}–{last}</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Close {name}</source>
        <translation>Tutup {name}</translation>
    </message>
    <message>
        <source>Open sources</source>
        <translation>Sumber yang terbuka</translation>
    </message>
    <message>
        <source>Open a source</source>
        <translation>Buka sumber</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>beberapa detik</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln second(s)</source>
        <translation>
            <numerusform>sekitar %Ln detik</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>sekitar %Ln menit</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
</context>
<context>
    <name>TemplateBox</name>
    <message>
        <source>Word files</source>
        <translation>Berkas Word</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Pilih templat</translation>
    </message>
    <message>
        <source>Makna&apos;s own</source>
        <translation>Bawaan Makna</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Hide its styles</source>
        <translation>Sembunyikan gayanya</translation>
    </message>
    <message>
        <source>Which style is which…</source>
        <translation>Padanan gaya…</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Interview</source>
        <translation>Wawancara</translation>
    </message>
    <message>
        <source>Focus group</source>
        <translation>Diskusi kelompok terarah</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observasi</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Laman web</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Peraturan</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Literature</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>Dokumen lain</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Closing</source>
        <translation>Penutup</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Pengantar</translation>
    </message>
    <message>
        <source>{title} (linked to the code)</source>
        <translation>{title} (tertaut ke kode)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Memo of the code</source>
        <translation>Memo kode</translation>
    </message>
    <message>
        <source>Summary: {title}</source>
        <translation>Ringkasan: {title}</translation>
    </message>
    <message>
        <source>Memo of the code (nothing written yet)</source>
        <translation>Memo kode (belum ditulis)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Write one</source>
        <translation>Tulis</translation>
    </message>
</context>
<context>
    <name>TextVerbs</name>
    <message>
        <source>Search for something first: there are no results yet.</source>
        <translation>Cari sesuatu dulu: belum ada hasil.</translation>
    </message>
    <message>
        <source>Select some words or click a passage first.</source>
        <translation>Pilih beberapa kata atau klik kutipan dulu.</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>Tidak ada tab yang terbuka.</translation>
    </message>
    <message>
        <source>No other tab is open.</source>
        <translation>Tidak ada tab lain yang terbuka.</translation>
    </message>
    <message>
        <source>“{command}” cannot be used here now.</source>
        <translation>“{command}” belum bisa dipakai di sini.</translation>
    </message>
    <message>
        <source>Put the cursor into what somebody says first.</source>
        <translation>Letakkan kursor dahulu pada ucapan seseorang.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s) coded.</source>
        <translation>
            <numerusform>%Ln giliran diberi kode.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a code at the left first.</source>
        <translation>Pilih dulu kode di sebelah kiri.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour, {step} of {steps}</source>
        <translation>Tur, {step} dari {steps}</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Tinggalkan tur</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>What you collected</source>
        <translation>Yang Anda kumpulkan</translation>
    </message>
    <message>
        <source>Interviews, field notes, news and pictures. The small bar says how much of each is coded. Ctrl+I brings in more.</source>
        <translation>Wawancara, catatan lapangan, berita, dan gambar. Bilah kecil menunjukkan seberapa banyak yang sudah dikode. Ctrl+I menambah yang lain.</translation>
    </message>
    <message>
        <source>Read, select, code</source>
        <translation>Baca, pilih, beri kode</translation>
    </message>
    <message>
        <source>Select some words, press Ctrl+K, type a code and press Enter. Ctrl+Z takes back whatever you do, even tomorrow.</source>
        <translation>Pilih beberapa kata, tekan Ctrl+K, ketik kode, lalu tekan Enter. Ctrl+Z membatalkan apa pun yang Anda lakukan, bahkan esok hari.</translation>
    </message>
    <message>
        <source>Your codes</source>
        <translation>Kode Anda</translation>
    </message>
    <message>
        <source>Drag words onto a code, or a code onto words. Double-click shows all its passages. “Frames…” has theories ready to use.</source>
        <translation>Seret kata ke kode, atau kode ke kata. Klik ganda menampilkan semua kutipannya. “Kerangka…” berisi teori yang siap dipakai.</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Yang dipilih</translation>
    </message>
    <message>
        <source>Its codes, what you thought of it, where else it occurs, and the reference as Word will print it.</source>
        <translation>Kodenya, pemikiran Anda, di mana lagi muncul, dan rujukan seperti yang akan dicetak Word.</translation>
    </message>
    <message>
        <source>And into the thesis</source>
        <translation>Lalu masuk ke skripsi</translation>
    </message>
    <message>
        <source>Quotations with their sources, codebook, tables and transcripts as a Word file. F1 opens the manual.</source>
        <translation>Kutipan dengan sumbernya, buku kode, tabel, dan transkrip sebagai berkas Word. F1 membuka panduan.</translation>
    </message>
</context>
<context>
    <name>TranslationField</name>
    <message>
        <source>Translation</source>
        <translation>Terjemahan</translation>
    </message>
    <message>
        <source>+ Translation</source>
        <translation>+ Terjemahan</translation>
    </message>
    <message>
        <source>Translation of the quotation</source>
        <translation>Terjemahan kutipan</translation>
    </message>
    <message>
        <source>The same in another language</source>
        <translation>Isi yang sama dalam bahasa lain</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Penerjemah</translation>
    </message>
    <message>
        <source>Who translated it</source>
        <translation>Siapa yang menerjemahkan</translation>
    </message>
    <message>
        <source>Language of the translation</source>
        <translation>Bahasa terjemahan</translation>
    </message>
</context>
<context>
    <name>TurnChoice</name>
    <message>
        <source>Automatic: {form}</source>
        <translation>Otomatis: {form}</translation>
    </message>
    <message>
        <source>How turns are marked</source>
        <translation>Cara giliran bicara ditandai</translation>
    </message>
    <message numerus="yes">
        <source>%Ln turn(s) found.</source>
        <translation>
            <numerusform>%Ln giliran bicara ditemukan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick who asks the questions:</source>
        <translation>Centang siapa yang bertanya:</translation>
    </message>
    <message>
        <source>{name} asks the questions</source>
        <translation>{name} yang bertanya</translation>
    </message>
</context>
<context>
    <name>TurnForms</name>
    <message>
        <source>as found automatically</source>
        <translation>ditemukan otomatis</translation>
    </message>
    <message>
        <source>“Name: …”</source>
        <translation>“Nama: …”</translation>
    </message>
    <message>
        <source>“N. …”</source>
        <translation>“N. …”</translation>
    </message>
    <message>
        <source>“[Name] …”</source>
        <translation>“[Nama] …”</translation>
    </message>
    <message>
        <source>“Name – …”</source>
        <translation>“Nama – …”</translation>
    </message>
    <message>
        <source>“Name ⇥ …”, with a tab</source>
        <translation>“Nama ⇥ …”, dengan tab</translation>
    </message>
    <message>
        <source>Names in bold</source>
        <translation>Nama bercetak tebal</translation>
    </message>
    <message>
        <source>Names on lines of their own</source>
        <translation>Nama di baris sendiri</translation>
    </message>
    <message>
        <source>Names with a time</source>
        <translation>Nama dengan waktu</translation>
    </message>
    <message>
        <source>Times of Teams above names</source>
        <translation>Waktu dari Teams di atas nama</translation>
    </message>
    <message>
        <source>A table of two columns</source>
        <translation>Tabel dua kolom</translation>
    </message>
    <message>
        <source>An exported chat</source>
        <translation>Ekspor obrolan</translation>
    </message>
    <message>
        <source>no turns</source>
        <translation>tanpa giliran bicara</translation>
    </message>
</context>
<context>
    <name>TurnsPage</name>
    <message>
        <source>The text stays as it is, with everything coded in it. Undo brings both back.</source>
        <translation>Teksnya tetap, juga semua yang sudah dikode di dalamnya. Semuanya dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Giliran bicara</translation>
    </message>
    <message>
        <source>Letters look wrong?</source>
        <translation>Ada huruf yang keliru?</translation>
    </message>
    <message>
        <source>Use these turns</source>
        <translation>Pakai giliran ini</translation>
    </message>
    <message>
        <source>Read again as …</source>
        <translation>Baca ulang sebagai …</translation>
    </message>
    <message>
        <source>Encoding of the letters</source>
        <translation>Penyandian huruf</translation>
    </message>
    <message>
        <source>The beginning of the source</source>
        <translation>Awal sumber</translation>
    </message>
</context>
<context>
    <name>ViewVerbs</name>
    <message>
        <source>Open a text first: its letters become larger or smaller.</source>
        <translation>Buka teks dulu: hurufnya akan diperbesar atau diperkecil.</translation>
    </message>
    <message>
        <source>Choose a code at the left first.</source>
        <translation>Pilih dulu kode di sebelah kiri.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Interview</source>
        <translation>Wawancara</translation>
    </message>
    <message>
        <source>Focus group</source>
        <translation>Diskusi kelompok terarah</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observasi</translation>
    </message>
    <message>
        <source>News item</source>
        <translation>Berita</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Laman web</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Peraturan</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Literature</source>
        <translation>Pustaka</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>From theory (deductive)</source>
        <translation>Dari teori (deduktif)</translation>
    </message>
    <message>
        <source>From the data (inductive)</source>
        <translation>Dari data (induktif)</translation>
    </message>
    <message>
        <source>In the informant&apos;s words (in vivo)</source>
        <translation>Dari kata-kata informan (in vivo)</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Belum ditentukan</translation>
    </message>
    <message>
        <source>Theoretical</source>
        <translation>Teoretis</translation>
    </message>
    <message>
        <source>Methodological</source>
        <translation>Metodologis</translation>
    </message>
    <message>
        <source>Reflective</source>
        <translation>Reflektif</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Other memos</source>
        <translation>Memo lain</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ya atau tidak</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Jingga</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Hijau</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Biru</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Ungu</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Merah</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Hijau toska</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Kuning tua</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Merah muda</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Kelabu</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Hijau zaitun</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Nila</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Cokelat</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
</context>
<context>
    <name>WrittenNotice</name>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Tampilkan di folder</translation>
    </message>
    <message>
        <source>“{name}” was written</source>
        <translation>“{name}” sudah ditulis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) replaced</source>
        <translation>
            <numerusform>%Ln nama disamarkan</numerusform>
        </translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>Apa yang diganti</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Chapter “{title}” was deleted</source>
        <translation>Bab “{title}” dihapus</translation>
    </message>
</context>
</TS>
