"""The model and its rules: pure Python, standard library only."""
