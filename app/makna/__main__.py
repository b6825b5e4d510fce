"""`python -m makna` is the command `makna`."""

from makna.cli.main import main

if __name__ == "__main__":
    main()
