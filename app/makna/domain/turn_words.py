"""Words by which speakers, facts and noises are told apart in transcripts, in both languages."""

from __future__ import annotations

ROLES = frozenset(
    "peneliti pewawancara penanya narasumber informan responden partisipan peserta moderator "
    "fasilitator notulen penerjemah tanya jawab pertanyaan jawaban interviewer interviewee "
    "researcher respondent informant participant facilitator speaker pembicara question answer "
    "interpreter q a".split()
)
TOGETHER = frozenset("semua bersama-sama serempak hadirin audiens all everyone several".split())
"""Who speaks when many do at once."""
HONORIFICS = frozenset(
    "pak bu ibu bapak mas mbak bang kak kakak sdr sdri saudara saudari prof dr drs dra ir h hj "
    "ustaz ustadz kiai kyai mr mrs ms miss".split()
)
FIELDS = frozenset(
    "catatan note notes nb nama name inisial jabatan position posisi pekerjaan occupation profesi "
    "pendidikan instansi lembaga organisasi institution unit bagian divisi lokasi location tempat "
    "place venue alamat address tanggal tgl date hari day waktu time pukul jam durasi duration "
    "lama usia umur age gender sex agama telepon telp hp email surel media medium platform judul "
    "title topik topic tema theme subjek subject perihal hal lampiran nomor no sumber source "
    "contoh example misalnya keterangan ket kesimpulan simpulan conclusion ringkasan abstrak "
    "abstract kunci keywords gambar figure tabel table bab chapter halaman page link url website "
    "situs http https file berkas rekaman recording transkrip transkriptor transcript transcriber "
    "kode code status metode method tujuan sasaran target visi misi hasil temuan analisis latar "
    "dasar pasal ayat menimbang mengingat menetapkan penulis author editor reporter foto photo "
    "tags kategori kasus versi update kutipan "
    "kekuatan kelemahan peluang ancaman strength strengths weakness weaknesses opportunity "
    "opportunities threat threats bahan alat langkah akun username caption likes like suka "
    "komentar comments followers pengikut following mengikuti total jumlah anggaran biaya "
    "senin selasa rabu kamis jumat sabtu minggu ahad monday tuesday wednesday thursday friday "
    "saturday sunday memo proyek definisi usage ps cc bcc re fwd to from kepada dari yth".split()
)
"""First words of labels that introduce facts, not speech."""
ASKING = frozenset("peneliti pewawancara interviewer researcher p q int penanya moderator".split())
"""Speakers of these names ask the questions, until the user says otherwise."""
COLUMN_HEADS = frozenset(
    "isi teks text ujaran transkrip transcript tuturan percakapan pernyataan jawaban verbatim "
    "uraian kutipan pembicaraan".split()
)
"""What stands over the second column of a talk in a table."""

NOISES = frozenset(
    "tertawa ketawa tawa hening diam jeda batuk menangis nangis mendesah menghela berbisik "
    "bernyanyi musik tepuk suara bunyi tidak tak kurang rekaman telepon potongan interupsi "
    "bersamaan sambil menunjuk mengangguk menggeleng tersenyum senyum berpikir terdengar laughter "
    "laughs laughing laugh pause silence silent cough coughs crying cries sighs sigh music "
    "applause inaudible unintelligible crosstalk cross noise sound background overlapping student "
    "phone break end start sic dst dll redacted".split()
)
"""First words of notes in brackets, such as `[tertawa]` and `[Cross Talk 3:00]`."""
