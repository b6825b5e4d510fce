"""Text can be read on everything it is put on, in both themes."""

from __future__ import annotations

from itertools import combinations

import pytest

from makna.domain import palette
from makna.ui.page.canvas import SELECTION_SHARE
from makna.ui.page.painting import HIT_SHARE, SELECTED_SHARE
from makna.ui.page.tints import blend
from makna.ui.page.values import DARK_PAGE, LIGHT_PAGE, PageTheme
from makna.ui.theme.tokens import DARK, LIGHT, TEXT_ON, Tokens, contrast, mix

THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize(
    ("text", "under"), [(text, under) for text, unders in TEXT_ON.items() for under in unders]
)
def test_text_has_a_contrast_of_4_5_on_every_background_it_is_used_on(
    colors: Tokens, text: str, under: str
) -> None:
    assert contrast(getattr(colors, text), getattr(colors, under)) >= 4.5


@THEMES
def test_ink_is_readable_on_selected_text_and_on_the_tint_of_every_code(colors: Tokens) -> None:
    selection = mix(colors.accent, colors.paper, 0.32)
    tints = [
        mix(palette.tone(color, dark=colors.dark), colors.paper, 0.22) for color in palette.COLORS
    ]
    assert min(contrast(colors.ink, under) for under in [selection, *tints]) >= 4.5


PAGES = pytest.mark.parametrize(
    ("page", "dark"), [(LIGHT_PAGE, False), (DARK_PAGE, True)], ids=["light", "dark"]
)


def _tinted(page: PageTheme, dark: bool, share: float) -> list[str]:
    return [mix(palette.tone(color, dark=dark), page.paper, share) for color in palette.COLORS]


@PAGES
def test_every_voice_is_readable_over_every_tint_hit_and_selected_passage(
    page: PageTheme, dark: bool
) -> None:
    tints = _tinted(page, dark, page.tint)
    washed = [mix(page.accent, under, max(HIT_SHARE, SELECTED_SHARE)) for under in tints]
    unders = [page.paper, page.selected, *tints, *washed, *_tinted(page, dark, page.tint_lit)]
    for text in (page.ink, page.quiet):
        assert min(contrast(text, under) for under in unders) >= 4.5


@PAGES
def test_text_is_readable_however_many_codes_lie_over_each_other(
    page: PageTheme, dark: bool
) -> None:
    tones = [palette.tone(color, dark=dark) for color in palette.COLORS]
    crowds = [*combinations(tones, 2), *combinations(tones, 3), *((tone,) * 8 for tone in tones)]
    for crowd in crowds:
        red, green, blue = blend(crowd, page.paper, page.tint, page.tint_most)
        under = f"#{red:02x}{green:02x}{blue:02x}"
        washed = mix(page.accent, under, max(HIT_SHARE, SELECTED_SHARE))
        for text in (page.ink, page.quiet):
            assert min(contrast(text, under), contrast(text, washed)) >= 4.5, crowd
        assert contrast(page.ink, mix(page.accent, washed, SELECTION_SHARE)) >= 4.5, crowd


@PAGES
def test_selected_text_is_readable_also_in_a_selected_passage(page: PageTheme, dark: bool) -> None:
    tints = _tinted(page, dark, page.tint)
    passages = [page.paper, *tints, *(mix(page.accent, each, SELECTED_SHARE) for each in tints)]
    # What is selected is shown in ink.
    chosen = [mix(page.accent, under, SELECTION_SHARE) for under in passages]
    assert min(contrast(page.ink, under) for under in chosen) >= 4.5


@PAGES
def test_numbers_and_speakers_beside_the_text_are_readable(page: PageTheme, dark: bool) -> None:
    assert contrast(page.dim, page.paper) >= 4.5


@THEMES
def test_a_button_under_the_mouse_keeps_its_contrast(colors: Tokens) -> None:
    assert contrast(colors.on_accent, mix(colors.ink, colors.accent, 0.12)) >= 4.5
    assert contrast(colors.ink, mix(colors.ink, colors.panel, 0.10)) >= 4.5


@THEMES
def test_code_swatches_stand_out_from_every_surface(colors: Tokens) -> None:
    # 3:1 is what WCAG 2.2 asks of graphics (criterion 1.4.11).
    for color in palette.COLORS:
        for surface in ("panel", "paper"):
            shown = palette.tone(color, dark=colors.dark)
            assert contrast(shown, getattr(colors, surface)) >= 3, (color, surface)


def test_contrast_agrees_with_the_published_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_mixing_lays_one_colour_over_another() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 1) == "#123456"
