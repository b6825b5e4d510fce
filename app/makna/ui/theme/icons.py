"""Line icons in the theme's colours, crisp at every scale.

The colour is looked up when an icon is painted, so a change of theme recolours all of them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from makna.paths import resources_dir
from makna.ui.theme.theme import tokens


class LineIcon(QIconEngine):
    """Paints one SVG of `resources/icons` in a colour of the theme."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, QRectF(rect), self._name, self._resolve(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return icon_pixmap(self._name, self._resolve(mode), size, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # `size` is in logical pixels (measured with 6.11: 16 × 16 at a scale of 1.5).
        return icon_pixmap(self._name, self._resolve(mode), size, scale)

    def clone(self) -> LineIcon:
        return LineIcon(self._name, self._color)

    def _resolve(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return tokens().faint
        return resolve(self._color)


def icon(name: str, color: str = "dim") -> QIcon:
    """The icon `name` in `color`: a token's name (followed through theme changes) or `#rrggbb`.

    Raises KeyError when there is no such icon.
    """
    if not color.startswith("#") and not hasattr(tokens(), color):
        raise KeyError(color)
    _svg(name)
    return QIcon(LineIcon(name, color))


def resolve(color: str) -> str:
    """A token's name or `#rrggbb` as `#rrggbb` in the theme of now."""
    return color if color.startswith("#") else str(getattr(tokens(), color))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str) -> None:
    """Paint an icon into a square in the middle of `rect`, in `#rrggbb` or a token's name."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, resolve(color)).render(painter, square)
    painter.restore()


def icon_pixmap(name: str, color: str, size: QSize, ratio: float) -> QPixmap:
    """An icon as a picture of `size` (logical pixels) for a screen of that device-pixel ratio."""
    key = f"makna-icon:{name}:{resolve(color)}:{size.width()}x{size.height()}@{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_icon(painter, QRectF(QRect(QPoint(0, 0), size)), name, color)
    painter.end()
    QPixmapCache.insert(key, made)
    return made


@cache
def _svg(name: str) -> str:
    path = resources_dir() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")


@lru_cache(512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
