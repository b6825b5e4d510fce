#!/usr/bin/env python3
"""Draw the picture of the demo's news page: a park, one swing in use, the others taped up.

Usage: .venv/bin/python packaging/demo_picture.py

Writes `resources/demo/park.png`, which is committed: the demo does not depend on how a version of
Qt smooths its lines.
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from makna.paths import resources_dir

WIDTH, HEIGHT = 720, 450
SKIN, SHADE, WOOD, TAPE = "#b9805a", "#3f7a48", "#7a4f33", "#f2c230"


def draw() -> QImage:
    """The whole picture."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground(painter)
    for x, size in ((70, 62), (178, 46), (560, 56), (662, 70)):
        tree(painter, x, 232, size)
    swings(painter)
    crowd(painter)
    sign(painter)
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
    """A frame with six seats; tape round five of them."""
    painter.setPen(QPen(QColor("#c8452f"), 7))
    painter.drawLine(90, 150, 640, 150)
    for x in (90, 273, 457, 640):
        painter.drawLine(x, 150, x - 18, 312)
        painter.drawLine(x, 150, x + 18, 312)
    for seat, x in enumerate((135, 215, 320, 405, 505, 590)):
        sway = 26 if seat == 2 else 0
        painter.setPen(QPen(QColor("#5a5a5a"), 2))
        painter.drawLine(x - 16, 152, x - 16 + sway, 270)
        painter.drawLine(x + 16, 152, x + 16 + sway, 270)
        painter.setPen(QPen(QColor(WOOD), 7))
        painter.drawLine(x - 20 + sway, 271, x + 20 + sway, 271)
        if seat != 2:
            painter.setPen(QPen(QColor(TAPE), 5))
            painter.drawLine(x - 18, 232, x + 18, 262)
            painter.drawLine(x + 18, 232, x - 18, 262)
    painter.setPen(Qt.PenStyle.NoPen)


def crowd(painter: QPainter) -> None:
    """A child on the one swing, somebody crouching beside it, children who wait."""
    figure(painter, 348, 268, 34, "#e2663d")
    figure(painter, 428, 338, 54, "#2f6f6b", scarf="#d9e4dc")
    waiting = ((236, "#e0b13a"), (268, "#5c7fc4"), (204, "#c65b7c"), (172, "#6c9c4a"))
    for x, color in waiting:
        figure(painter, x, 346, 40, color)
    figure(painter, 612, 352, 62, "#5b6670")
    painter.setBrush(QColor("#22272b"))
    painter.drawRoundedRect(QRectF(580, 296, 24, 16), 3, 3)
    painter.setBrush(QColor("#8fb7cf"))
    painter.drawEllipse(QPointF(586, 304), 5, 5)


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


def sign(painter: QPainter) -> None:
    """A board whose writing is too far away to be read."""
    painter.setBrush(QColor(WOOD))
    painter.drawRect(QRectF(40, 300, 6, 92))
    painter.drawRect(QRectF(124, 300, 6, 92))
    painter.setBrush(QColor("#f7f3e6"))
    painter.drawRoundedRect(QRectF(24, 282, 122, 56), 6, 6)
    painter.setBrush(QColor("#3f7a48"))
    for y, width in ((294, 88), (308, 100), (322, 60)):
        painter.drawRoundedRect(QRectF(85 - width / 2, y, width, 7), 3, 3)


if __name__ == "__main__":
    target = resources_dir() / "demo" / "park.png"
    sys.exit(0 if draw().save(str(target)) else 1)
