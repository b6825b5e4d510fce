"""Verbs in the researcher's words. Each writes inside one `transact` and says what it changed."""
