#!/usr/bin/env python3
"""Draw the picture of the demo's news page: a park, framed so that one swing fills it.

Usage: .venv/bin/python packaging/demo_picture.py

Writes `resources/demo/park.png`, which is committed: the demo does not depend on how a version of
Qt smooths its lines.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from makna.paths import resources_dir

WIDTH, HEIGHT = 720, 450
"""Of the picture in pixels, and of the scene."""
FRAME = QRect(196, 104, 368, 230)
"""The part of the scene that the photographer chose."""
SKIN, SHADE, WOOD = "#b9805a", "#3f7a48", "#7a4f33"


def draw() -> QImage:
    """The whole picture."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWindow(FRAME)
    painter.setPen(Qt.PenStyle.NoPen)
    ground(painter)
    for x, size in ((206, 58), (292, 40), (452, 44), (546, 60)):
        tree(painter, x, 232, size)
    swings(painter)
    crowd(painter)
    painter.end()
    return image


def ground(painter: QPainter) -> None:
    """Sky, sea, grass and a path."""
    sky = QLinearGradient(0, 0, 0, 220)
    sky.setColorAt(0, QColor("#8cc4e8"))
    sky.setColorAt(1, QColor("#f6e7c8"))
    painter.fillRect(QRectF(0, 0, WIDTH, 220), sky)
    painter.fillRect(QRectF(0, 196, WIDTH, 30), QColor("#4f93b5"))
    grass = QLinearGradient(0, 220, 0, HEIGHT)
    grass.setColorAt(0, QColor("#86b65a"))
    grass.setColorAt(1, QColor("#5d9447"))
    painter.fillRect(QRectF(0, 222, WIDTH, HEIGHT), grass)
    painter.setBrush(QColor("#d9c39a"))
    corners = ((300, 224), (360, 224), (560, HEIGHT), (150, HEIGHT))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def tree(painter: QPainter, x: float, foot: float, size: float) -> None:
    painter.setBrush(QColor(WOOD))
    painter.drawRect(QRectF(x - size / 10, foot - size, size / 5, size + 8))
    for dx, dy, color in ((-0.5, -1.2, SHADE), (0.5, -1.2, SHADE), (0, -1.6, "#4f9158")):
        painter.setBrush(QColor(color))
        painter.drawEllipse(QPointF(x + dx * size, foot + dy * size), size * 0.62, size * 0.55)


def swings(painter: QPainter) -> None:
    """The one swing in use; what hangs to its left and right is outside the frame."""
    painter.setPen(QPen(QColor("#c8452f"), 7))
    painter.drawLine(100, 118, 620, 118)
    for x in (252, 478):
        painter.drawLine(x, 118, x - 18, 312)
        painter.drawLine(x, 118, x + 18, 312)
    painter.setPen(QPen(QColor("#5a5a5a"), 2))
    for x in (330, 362):
        painter.drawLine(x, 120, x + 24, 270)
    painter.setPen(QPen(QColor(WOOD), 6))
    painter.drawLine(350, 271, 390, 271)
    painter.setPen(Qt.PenStyle.NoPen)


def crowd(painter: QPainter) -> None:
    """A child on the swing, somebody crouching beside it, children who wait."""
    figure(painter, 370, 268, 36, "#e2663d")
    figure(painter, 428, 318, 54, "#2f6f6b", scarf="#d9e4dc")
    for x, color in ((228, "#6c9c4a"), (260, "#c65b7c"), (292, "#e0b13a"), (322, "#5c7fc4")):
        figure(painter, x, 316, 40, color)
    figure(painter, 508, 312, 42, "#8a5fa8")
    figure(painter, 536, 316, 40, "#c8772b")


def figure(
    painter: QPainter, x: float, foot: float, height: float, color: str, scarf: str = ""
) -> None:
    """Somebody seen from afar, without a face."""
    head = height * 0.22
    painter.setBrush(QColor(40, 60, 30, 60))
    painter.drawEllipse(QPointF(x, foot), height * 0.4, height * 0.09)
    painter.setBrush(QColor(color))
    body = QRectF(x - height * 0.24, foot - height * 0.72, height * 0.48, height * 0.72)
    painter.drawRoundedRect(body, height * 0.18, height * 0.18)
    painter.setBrush(QColor(scarf or "#2b2320"))
    painter.drawEllipse(QPointF(x, foot - height * 0.84), head * 1.12, head * 1.16)
    painter.setBrush(QColor(SKIN))
    painter.drawEllipse(QPointF(x, foot - height * 0.8), head * 0.8, head * 0.86)


if __name__ == "__main__":
    target = resources_dir() / "demo" / "park.png"
    sys.exit(0 if draw().save(str(target)) else 1)
