"""`python -m bearhug` is `bearhug`."""

from bearhug.cli.main import run

if __name__ == "__main__":
    run()
