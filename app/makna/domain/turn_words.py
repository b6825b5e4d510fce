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
ASKING = frozenset(
    "peneliti pewawancara interviewer researcher p q int penanya moderator tanya pertanyaan "
    "question".split()
)
"""Speakers of these names ask the questions, until the user says otherwise."""
COLUMN_HEADS = frozenset(
    "isi teks text ujaran transkrip transkripsi transcript tuturan percakapan pernyataan jawaban "
    "verbatim uraian kutipan pembicaraan dialog ucapan utterance speech pesan message".split()
)
"""What stands over the column of what is said, of a talk in a table."""
SPEAKER_HEADS = frozenset(
    "pembicara penutur speaker penanya subjek partisipan participant peserta aktor tokoh "
    "nama name inisial pelaku informan narasumber".split()
)
"""What stands over the column of who speaks."""
TIME_HEADS = frozenset("waktu time menit durasi duration timestamp timecode jam pukul".split())
"""What stands over the column of times."""

MONTHS: dict[str, int] = {
    **dict.fromkeys("januari january jan".split(), 1),
    **dict.fromkeys("februari february feb peb pebruari".split(), 2),
    **dict.fromkeys("maret march mar mrt".split(), 3),
    **dict.fromkeys("april apr".split(), 4),
    **dict.fromkeys("mei may".split(), 5),
    **dict.fromkeys("juni june jun".split(), 6),
    **dict.fromkeys("juli july jul".split(), 7),
    **dict.fromkeys("agustus august aug agu agt agust".split(), 8),
    **dict.fromkeys("september sep sept".split(), 9),
    **dict.fromkeys("oktober october okt oct".split(), 10),
    **dict.fromkeys("november nov nop nopember".split(), 11),
    **dict.fromkeys("desember december des dec".split(), 12),
}
"""Numbers of the months by what they are called in both languages, casefolded."""
NAMED_MONTH = f"(?a:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""For regular expressions that ignore case; of ASCII only, for else `ſ` were an s, and no key."""

NOISES = frozenset(
    "tertawa ketawa tawa hening diam jeda batuk menangis nangis mendesah menghela berbisik "
    "bernyanyi musik tepuk suara bunyi tidak tak kurang rekaman telepon potongan interupsi "
    "bersamaan sambil menunjuk mengangguk menggeleng tersenyum senyum berpikir terdengar laughter "
    "laughs laughing laugh pause silence silent cough coughs crying cries sighs sigh music "
    "applause inaudible unintelligible crosstalk cross noise sound background overlapping student "
    "phone break end start sic dst dll redacted".split()
)
"""First words of notes in brackets, such as `[tertawa]` and `[Cross Talk 3:00]`."""
