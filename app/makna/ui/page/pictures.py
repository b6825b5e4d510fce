"""Embedded pictures, decoded when they come into view and never wider than the column."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

MISSING_SIZE = QSize(160, 96)
"""Pixels of the box that stands for a picture that cannot be shown."""


def decode(data: bytes | None, widest: int, ratio: float, missing: str) -> QImage:
    """The picture at most `widest` pixels wide, crisp at the screen's pixel `ratio`.

    What cannot be read becomes an empty box in the colour `missing`. Qt refuses pictures that
    would take more than 256 MB.
    """
    image = _read(data, round(widest * ratio)) if data else QImage()
    if image.isNull():
        image = QImage(MISSING_SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor(missing))
        return image
    image.setDevicePixelRatio(max(1.0, min(ratio, image.width() / max(widest, 1))))
    return image


def _read(data: bytes, widest: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > widest:
        height = max(1, round(size.height() * widest / size.width()))
        reader.setScaledSize(QSize(widest, height))
    return reader.read()


class PictureObject(QPyTextObject):
    """A picture among the words, never wider than the page; the document knows where from."""

    def intrinsicSize(self, document: QTextDocument, _unit: int, look: QTextFormat) -> QSizeF:
        size = QSizeF(_picture(document, look).deviceIndependentSize())
        widest = document.pageSize().width() - 2 * document.documentMargin()
        if size.width() > widest > 0:
            size = QSizeF(widest, int(size.height() * widest / size.width()))
        return size

    def drawObject(
        self,
        painter: QPainter,
        box: QRectF | QRect,
        document: QTextDocument,
        _unit: int,
        look: QTextFormat,
    ) -> None:
        picture = _picture(document, look)
        painter.drawImage(QRectF(box), picture, QRectF(picture.rect()))


def _picture(document: QTextDocument, look: QTextFormat) -> QImage:
    address = QUrl(look.toImageFormat().name())
    found = document.resource(QTextDocument.ResourceType.ImageResource.value, address)
    return found if isinstance(found, QImage) else QImage()
