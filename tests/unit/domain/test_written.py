"""Values that people write, and values that cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from makna.domain.written import is_date, is_language, is_url, is_year


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
