"""The drafts of COREQ and SRQR, and what a project knows for them: English, Indonesian."""

from __future__ import annotations

from makna.domain.wording.checklist_items import COREQ, SRQR


def _items(name: str, items: tuple[tuple[str, str, str, str], ...]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for number, (topic, topik, question, pertanyaan) in enumerate(items, 1):
        found[f"{name}_{number}"] = (topic, topik)
        found[f"{name}_{number}_asks"] = (question, pertanyaan)
    return found


PHRASES: dict[str, tuple[str, str]] = {
    **_items("coreq", COREQ),
    **_items("srqr", SRQR),
    "coreq_title": ("COREQ checklist (draft)", "Daftar periksa COREQ (draf)"),
    "srqr_title": ("SRQR checklist (draft)", "Daftar periksa SRQR (draf)"),
    "coreq_about": (
        "32 items for interviews and focus groups after Tong, Sainsbury & Craig (2007), in short "
        "words of this program; the published wording is in Int J Qual Health Care 19(6), 349–357.",
        "32 butir untuk wawancara dan diskusi kelompok menurut Tong, Sainsbury & Craig (2007), "
        "dengan kata-kata singkat program ini; rumusan aslinya dalam Int J Qual Health Care 19(6), "
        "349–357.",
    ),
    "srqr_about": (
        "21 items after O'Brien, Harris, Beckman, Reed & Cook (2014), in short words of this "
        "program; the published wording is in Academic Medicine 89(9), 1245–1251.",
        "21 butir menurut O'Brien, Harris, Beckman, Reed & Cook (2014), dengan kata-kata singkat "
        "program ini; rumusan aslinya dalam Academic Medicine 89(9), 1245–1251.",
    ),
    "checklist_how": (
        "What the project holds is filled in with where it is from. The rest stays a question: "
        "only the author can answer it.",
        "Yang tercatat dalam proyek diisi beserta asalnya. Selebihnya tetap berupa pertanyaan: "
        "hanya penulis yang dapat menjawabnya.",
    ),
    "checklist_number": ("No.", "No."),
    "checklist_item": ("Item", "Butir"),
    "checklist_known": ("What the project says", "Menurut proyek"),
    "checklist_answer": ("To answer (page)", "Perlu dijawab (halaman)"),
    "checklist_filled": ("Filled in from the project", "Terisi dari proyek"),
    "coreq_part_1": ("Researcher and reflexivity", "Peneliti dan refleksivitas"),
    "coreq_part_9": ("Design", "Rancangan penelitian"),
    "coreq_part_24": ("Analysis and findings", "Analisis dan temuan"),
    "srqr_part_1": ("Title, abstract and introduction", "Judul, abstrak, dan pendahuluan"),
    "srqr_part_5": ("Methods", "Metode"),
    "srqr_part_16": ("Findings", "Temuan"),
    "srqr_part_18": ("Discussion and other", "Pembahasan dan lain-lain"),
    # what the project knows
    "knows_coders": ("Coded by {names}.", "Dikode oleh {names}."),
    "knows_coders_count": ("{n} people coded: {names}.", "{n} orang mengode: {names}."),
    "knows_one_coder": ("One person coded: {names}.", "Satu orang mengode: {names}."),
    "knows_speakers": (
        "Marked as asking in the transcripts: {names}.",
        "Ditandai sebagai penanya dalam transkrip: {names}.",
    ),
    "knows_cases": ("{n} cases in the project: {names}.", "{n} kasus dalam proyek: {names}."),
    "knows_variable": ("{name}: {values}.", "{name}: {values}."),
    "knows_blank": ("not recorded", "tidak dicatat"),
    "knows_sources": ("Sources: {kinds}.", "Sumber: {kinds}."),
    "knows_observations": (
        "{n} observation notes: {names}.",
        "{n} catatan observasi: {names}.",
    ),
    "knows_recordings": (
        "{n} sound or video sources: {names}.",
        "{n} sumber suara atau video: {names}.",
    ),
    "knows_times": (
        "{n} transcripts carry time stamps.",
        "{n} transkrip memuat penanda waktu.",
    ),
    "knows_repeated": (
        "More than one talk is linked to: {names}.",
        "Lebih dari satu wawancara terkait dengan: {names}.",
    ),
    "knows_codes": (
        "{n} codes in {depth} levels; {used} used in {codings} codings.",
        "{n} kode dalam {depth} tingkat; {used} dipakai dalam {codings} pengodean.",
    ),
    "knows_origins": ("Origin of the codes: {origins}.", "Asal kode: {origins}."),
    "knows_no_origin": ("not stated", "tidak disebut"),
    "knows_works": (
        "Works named in the codebook: {works}.",
        "Karya yang disebut buku kode: {works}.",
    ),
    "knows_themes": ("Top of the code tree: {names}.", "Puncak pohon kode: {names}."),
    "knows_subcodes": (
        "{n} codes below them; used in one source only: {rare}.",
        "{n} kode di bawahnya; hanya dipakai dalam satu sumber: {rare}.",
    ),
    "knows_quotations": (
        "{n} coded passages in {sources} sources; {starred} starred.",
        "{n} kutipan terkode dalam {sources} sumber; {starred} berbintang.",
    ),
    "knows_memos": ("{kind}: {titles}.", "{kind}: {titles}."),
    "knows_software": (
        "Makna {version} (offline; every step is in the audit trail).",
        "Makna {version} (luring; setiap langkah tercatat dalam jejak audit).",
    ),
    "knows_trail": (
        "Audit trail: {n} steps from {first} to {last}.",
        "Jejak audit: {n} langkah dari {first} sampai {last}.",
    ),
    "knows_name": ("Name of the project: {name}.", "Nama proyek: {name}."),
    "knows_description": ("Description: {text}", "Deskripsi: {text}"),
    "knows_questions": ("Research questions: {text}", "Pertanyaan penelitian: {text}"),
    "knows_places": ("Places named: {names}.", "Tempat yang disebut: {names}."),
    "knows_dates": (
        "Dates of the sources: {first} to {last}.",
        "Tanggal sumber: {first} sampai {last}.",
    ),
    "knows_pseudonyms": (
        "{n} names have a pseudonym for everything that is exported.",
        "{n} nama mempunyai nama samaran untuk semua yang diekspor.",
    ),
    "knows_translated": ("{n} passages carry a translation.", "{n} kutipan memuat terjemahan."),
    "counted_interview": ("interviews", "wawancara"),
    "counted_focus-group": ("focus groups", "diskusi kelompok"),
    "counted_observation": ("observations", "observasi"),
    "counted_news": ("news items", "berita"),
    "counted_web-page": ("web pages", "laman web"),
    "counted_social-media": ("social media", "media sosial"),
    "counted_regulation": ("regulations", "peraturan"),
    "counted_report": ("reports", "laporan"),
    "counted_literature": ("literature", "pustaka"),
    "counted_picture": ("pictures", "gambar"),
    "counted_audio": ("sound recordings", "rekaman suara"),
    "counted_video": ("videos", "video"),
    "counted_other": ("other", "lain-lain"),
}
