"""Function words, which a search for several words may pass over."""

from __future__ import annotations

from functools import cache


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


# The lists of stopwordsiso are made for word counts: they also hold words that a researcher
# looks for ("masalah", "kasus", "information", "website", "pr"). These stay required.
_CONTENT_ID = _words(
    """
    arti bagian bahas baik bapak baru bekerja benar beri bertanya bertutur besar bulan bung cara
    datang depan didatangkan diingat dijelaskan dikerjakan diminta dipersoalkan dipertanyakan
    ditanya ditunjukkan diungkapkan guna gunakan hari ibu ingat ingin jawab jawaban jelas jumlah
    kasus kata keadaan kecil keinginan kelihatan keluar kerja kesampaian keseluruhan khusus kurang
    lama lanjut luar mampu masa masalah masalahnya mempersoalkan mempertanyakan menanyakan
    mendatangkan menegaskan mengerjakan mengingat mengingatkan menginginkan mengungkapkan
    menjawab menjelaskan menunjukkan menyampaikan menyiapkan meyakini meyakinkan naik panjang
    penting pentingnya persoalan pertanyaan pihak pukul punya rasa rata soal tahu tahun tambah
    tampak tanya tegas tempat tengah tepat tinggi tunjuk tutur ucap ujar umum ungkap usaha waktu
    yakin akhir awal mempersiapkan mempunyai sendiri tanyakan disampaikan memihak sepihak
    """
)
_FUNCTION_EN = _words(
    """
    a about above after again against all also although am among an and another any anybody anyone
    anything are aren't as at be because been before being below between both but by can can't
    cannot could couldn't did didn't do does doesn't doing don't during each either else etc even
    ever every everyone everything few for from further had hadn't has hasn't have haven't having
    he he'd he'll he's her here here's hers herself him himself his how how's however i i'd i'll
    i'm i've if in into is isn't it it's its itself just let's may maybe me might more most much
    must mustn't my myself neither no nor not of off on once only onto or other others otherwise
    ought our ours ourselves out over own perhaps quite rather really same shall she she'd she'll
    she's should shouldn't since so some somebody someone something such than that that's the
    their theirs them themselves then there there's therefore these they they'd they'll they're
    they've this those though through thus to too toward towards under until up upon us very was
    wasn't we we'd we'll we're we've were weren't what what's whatever when when's where where's
    whether which while who who's whom whose why why's will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves
    """
)


@cache
def function_words() -> frozenset[str]:
    """Indonesian and English words without content of their own, casefolded.

    One set for both languages, since a query does not say its language.
    """
    # Its lists of all languages take a twentieth of a second to load.
    import stopwordsiso

    indonesian = {word.casefold() for word in stopwordsiso.stopwords("id") if "-" not in word}
    english = {word.casefold() for word in stopwordsiso.stopwords("en")}
    return frozenset((indonesian - _CONTENT_ID) | (english & _FUNCTION_EN))
