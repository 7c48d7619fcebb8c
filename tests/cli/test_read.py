import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DEAL = "Acme Foods agreed to buy Borealis Dairy for $2.4 billion in cash, the companies said on Monday."


def lines(stdout):
    return [json.loads(line) for line in stdout.splitlines()]


@pytest.fixture
def wire(tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text("".join(json.dumps({"id": f"n{i}", "text": f"{DEAL} This was report number {i}."}) + "\n" for i in range(150)))
    return path


def test_one_line_per_article_in_input_order(bearhug, wire):
    result = bearhug("read", wire, EXAMPLES, "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == ""
    ids = [reading["id"] for reading in lines(result.stdout)]
    assert ids[:150] == [f"n{i}" for i in range(150)]
    assert ids[150:] == [
        "examples/halden-agrees.html",
        "examples/offre-sur-vermeille.txt",
        "examples/resultats-sans-offre.txt",
        "wire-1",
        "wire-2",
    ]


def test_a_line_has_the_keys_of_the_design_and_no_other(bearhug):
    (reading,) = lines(bearhug("read", "-", "--format", "jsonl", data=DEAL).stdout)
    assert list(reading) == ["id", "lang", "reader", "deals", "statements", "problems"]
    assert reading["id"] == "-"


def test_the_bytes_are_the_same_for_any_number_of_processes(program, wire):
    alone, several = (program("read", wire, EXAMPLES, "--format", "jsonl", "--jobs", jobs) for jobs in (1, 3))
    assert alone.returncode == several.returncode == 0
    assert alone.stdout == several.stdout
    assert alone.stdout.count(b"\n") == 155


def test_json_is_one_list_with_the_stored_article(bearhug):
    result = bearhug("read", "-", "--format", "json", data=f"\ufeffBorealis sold\r\n\r\n{DEAL}\r\n")
    (reading,) = json.loads(result.stdout)
    assert reading["article"] == {"title": "Borealis sold", "text": f"{DEAL}\n", "date": None, "publisher": None, "url": None}


def test_json_without_any_article_is_an_empty_list(bearhug, tmp_path):
    result = bearhug("read", tmp_path / "none", "--format", "json")
    assert (json.loads(result.stdout), result.exit_code) == ([], 1)


def test_cards_show_the_article_and_mark_the_evidence(bearhug):
    result = bearhug("read", EXAMPLES)
    assert result.exit_code == 0
    plain = re.sub(r"\[\w[\w ]*: ([^\]]*)\]", r"\1", result.stdout)
    assert "Halden Freight agrees to $1.2 billion sale to Pinecrest" in plain
    assert re.search(r"\[target: [^\]]+\]", result.stdout)
    assert "The Harbour Ledger · 16 September 2025 · English · examples/halden-agrees.html" in result.stdout
    assert "No deal read." in result.stdout


def test_full_shows_every_paragraph(bearhug):
    text = f"{DEAL}\n\nIt rained in the city on the day of the meeting.\n\nThe end of it."
    assert "It rained" not in bearhug("read", "-", data=text).stdout
    assert "It rained" in bearhug("read", "-", "--full", data=text).stdout


@pytest.mark.parametrize("format_", ["text", "json", "jsonl"])
def test_out_takes_what_would_go_to_standard_output(bearhug, tmp_path, format_):
    out = tmp_path / "out"
    out.write_text("old")
    result = bearhug("read", EXAMPLES, "--format", format_, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    shown = bearhug("read", EXAMPLES, "--format", format_).stdout
    if format_ != "text":  # cards in a file are wider
        assert out.read_text(encoding="utf-8") == shown
    assert "Halden" in out.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_out_stays_as_it_was_when_the_run_is_cut_short(tmp_path, monkeypatch, bearhug):
    out = tmp_path / "out"
    out.write_text("old")

    def interrupted(*_):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr("bearhug.cli.read.read_many", interrupted)
    result = bearhug("read", EXAMPLES, "--format", "jsonl", "--out", out)
    assert (result.exit_code, result.stderr) == (130, "")
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_out_in_a_folder_that_is_not_there(bearhug, tmp_path):
    result = bearhug("read", EXAMPLES, "--out", tmp_path / "none" / "out")
    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}/none/out: found no such file or directory; expected a file that can be written\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["read"], "INPUT"),
        (["read", EXAMPLES, "--lang", "xx"], "expected one of"),
        (["read", EXAMPLES, "--jobs", "0"], "--jobs"),
        (["read", EXAMPLES, "--format", "xml"], "--format"),
        (["read", EXAMPLES, "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage(bearhug, args, message):
    result = bearhug(*args)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_language_that_is_told_is_taken(bearhug):
    (reading,) = lines(bearhug("read", "-", "--lang", "fr", "--format", "jsonl", data="Acme Borealis.").stdout)
    assert reading["lang"] == "fr"


def test_nothing_from_outside_reaches_the_terminal_unclean(bearhug):
    text = f"\x1b]0;owned\x07{DEAL} [bold]no markup[/bold] \u202eright to left\u202c \x9b31m"
    shown = bearhug("read", "-", "--full", data=text.encode()).stdout
    assert "[bold]no markup[/bold]" in " ".join(shown.split())
    assert not set("\x1b\x07\x9b\u202e\u202c") & set(shown)
    raw = bearhug("read", "-", "--format", "json", data=text.encode()).stdout
    assert not set("\x1b\x07\x9b\u202e\u202c") & set(raw)
    assert json.loads(raw)[0]["article"]["text"] == text


def test_a_closed_pipe_ends_the_program_quietly(wire):
    command = [sys.executable, "-m", "bearhug", "read", *[str(wire)] * 40, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 141


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_the_program_quietly(jobs):
    command = [sys.executable, "-m", "bearhug", "read", "-", "--format", "jsonl", "--jobs", str(jobs)]
    # a shell's background job ignores interrupts, and would hand that down
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "bufsize": 0}
    with subprocess.Popen(command, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), **streams) as process:
        process.stdin.write((json.dumps({"text": DEAL}) + "\n").encode() * 2000)  # it is at work now, and waits for more
        os.kill(process.pid, signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait(timeout=120) == 130


def test_no_bar_without_a_terminal(bearhug, monkeypatch):
    monkeypatch.setattr("bearhug.cli.progress.PATIENCE", 0.0)
    assert bearhug("read", EXAMPLES, "--format", "jsonl").stderr == ""


def test_a_bar_on_a_terminal(monkeypatch):
    from rich.console import Console

    from bearhug.cli.progress import Report

    monkeypatch.setattr("bearhug.cli.progress.PATIENCE", -1.0)
    seen = io.StringIO()
    with Report(1000) as report:
        report.console = Console(file=seen, force_terminal=True, width=100)
        report.advance(100)
        report.say("a\x1b: found x; expected y")
        report.advance(100)
    assert "2 articles" in seen.getvalue() or "1 articles" in seen.getvalue()
    assert "a\ufffd: found x; expected y" in seen.getvalue()
