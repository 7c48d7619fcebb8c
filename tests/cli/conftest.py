import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bearhug.cli.main import app


@pytest.fixture
def bearhug():
    """Runs a command in this process: the result has `exit_code`, `stdout`, `stderr`."""

    def run(*args, data=None):
        return CliRunner().invoke(app, [str(arg) for arg in args], input=data)

    return run


@pytest.fixture
def program():
    """Runs the program as a process of its own: the result has `returncode`, `stdout`, `stderr` in bytes."""

    def run(*args, **options):
        return subprocess.run([sys.executable, "-m", "bearhug", *map(str, args)], capture_output=True, timeout=300, check=False, **options)

    return run
