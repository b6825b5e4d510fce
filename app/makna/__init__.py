"""Makna: code interviews and documents offline, and carry them into a thesis."""

__version__ = "0.5.0"
