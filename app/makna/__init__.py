"""Makna: code interviews and documents offline, and carry them into a thesis."""

__version__ = "0.4.0"
