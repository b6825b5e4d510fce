"""The window: Qt, and nothing but Qt. Data comes from services, words from Qt Linguist."""
