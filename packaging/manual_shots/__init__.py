"""What each picture of the manual shows: how to get there, and what is cut out.

A shot drives the window as `views` does and gives a function that says, once everything has come to
rest, which part of the window is kept. `SHOTS` has them by the names of the pictures.
"""

from manual_shots import coding, project, sources, thinking, writing
from manual_shots.cuts import SHOTS, SIZE

__all__ = ["SHOTS", "SIZE", "coding", "project", "sources", "thinking", "writing"]
