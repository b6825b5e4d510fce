"""Values that people write, and values that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makna.domain.dates import long_date
from makna.domain.wording import Language
from makna.domain.written import is_date, is_language, is_url, is_year, iso_date


@pytest.mark.parametrize(
    ("test", "possible", "impossible"),
    [
        (is_language, "id en EN-gb zh-Hans jv ban btk", "xx english i 12 id;en id_ id--x"),
        (
            is_year,
            "2024 1998 2024a 1998/99 2019–2024 c.1890 n.d. t.t.",
            "0024 20245 9999 abc 2024-13x 2024-2019 12 -2024",
        ),
        (is_date, "2024 2024-02 2024-02-29", "2023-02-29 2024-13 0001-01-01 9999 12/03/2024 x"),
        (
            is_url,
            "https://a.example http://a.example:8080/x?y=1#z www.kota.go.id/berita kota.go.id "
            "doi:10.1000/182 10.1000/xyz https://doi.org/10.1/a http://localhost:80/ "
            "https://a_b.example/ http://127.0.0.1/ https://kota.example./",
            "x htp://a.example https:// https:/a https://? javascript:alert(1) file:///etc/passwd "
            "a@b https://. .example https://a:b",
        ),
    ],
)
def test_what_can_be_written(test: Callable[[str], bool], possible: str, impossible: str) -> None:
    assert [word for word in possible.split() if not test(word)] == []
    assert [word for word in (*impossible.split(), "", " ") if test(word)] == []


def test_an_address_has_no_space_and_a_year_may_have_words() -> None:
    assert not is_url("https://a.example/dua kata")
    assert is_year("in press")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 Maret 2026", "2026-03-03"),
        ("Selasa, 3 Mar. 2026", "2026-03-03"),
        ("Jum'at 6 maret 2026", "2026-03-06"),
        ("March 3rd, 2026", "2026-03-03"),
        ("03/03/2026", "2026-03-03"),
        ("4-3-26", "2026-03-04"),
        ("3.12.2026", "2026-12-03"),
        ("12/31/2026", "2026-12-31"),
        ("2026-3-3", "2026-03-03"),
        ("  2026-03-03 ", "2026-03-03"),
        ("Maret  2026", "2026-03"),
        ("3/2026", "2026-03"),
        ("2026", "2026"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    "kemarin|31 Februari 2026|13/2026|3-5 Maret 2026|3 Maret|Maret|3/3|3 Maret 9026|12|"
    "3 Maret 2026 pukul 10.00|sekitar 3 Maret 2026|2026-02-30".split("|"),
)
def test_what_is_not_one_date_is_none(written: str) -> None:
    assert iso_date(written) == ""


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)), st.sampled_from(("en", "id")))
def test_a_date_in_words_is_the_same_date(day: date, language: Language) -> None:
    assert iso_date(long_date(day.isoformat(), language)) == day.isoformat()
    assert iso_date(long_date(day.isoformat()[:7], language)) == day.isoformat()[:7]
