"""Bringing the chapter that an author is writing up to date, and leaving the author's work alone.

The author's file is never parsed into a tree and written again: Word and LibreOffice write the same
text in many ways, and whatever a library does not know is lost on the way. Instead the places of
the content controls are found as byte offsets in the raw parts, new bytes are put there, and every
other member of the zip is copied as it lies in the file.
"""
