import io
import os
from pathlib import Path

import pytest

from bearhug.intake.document import RawDocument
from bearhug.intake.file import documents, total_bytes
from bearhug.model.problem import Problem


def told(inputs, stdin=b""):
    """Each document as `id kind data`, each problem as its message."""
    found = documents(inputs, io.BytesIO(stdin))
    return [f"{d.id} {d.kind} {d.data.decode()}" if isinstance(d, RawDocument) else str(d) for d in found]


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(name, data):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_the_suffix_tells_the_kind():
    write("a.txt", "A")
    write("b.HTM", "B")
    write("c.ndjson", "1\n\n2\n")
    write("d.json", "D")
    assert told(["d.json", "a.txt", "b.HTM", "c.ndjson"]) == [
        "d.json json D",
        "a.txt text A",
        "b.HTM html B",
        "c.ndjson:1 json 1",
        "c.ndjson:3 json 2",
    ]


def test_without_a_known_suffix_the_first_bytes_tell():
    write("a.news", "Une offre")
    write("b", "<!DOCTYPE html><p>Une offre</p>")
    write("c", '{"text": "x"}\n{"text": "y"}')
    write("d.x", '{\n "text": "x"\n}')
    assert [line.split()[1] for line in told(["a.news", "b", "c", "d.x"])] == ["text", "html", "json", "json", "json"]


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b'{"text":"x"}\n{"text":"y"}\n', ['-:1 json {"text":"x"}', '-:2 json {"text":"y"}']),
        (b"<html><p>x", ["- html <html><p>x"]),
        (b"Une offre", ["- text Une offre"]),
        (b"", ["-: found nothing in it; expected an article"]),
    ],
)
def test_standard_input(data, lines):
    assert told(["-"], data) == lines


def test_utf_16_lines():
    write("a.jsonl", '{"text":"é"}\r\n{"text":"y"}'.encode("utf-16"))
    assert told(["a.jsonl"]) == ['a.jsonl:1 json {"text":"é"}', 'a.jsonl:2 json {"text":"y"}']


def test_a_folder_is_read_in_order_of_names_without_hidden_files():
    for name in ("z/b.txt", "z/a/2.txt", "z/a/1.txt", "z/.git/x.txt", "z/.hidden.txt"):
        write(name, name)
    assert [line.split()[0] for line in told(["z"])] == ["z/a/1.txt", "z/a/2.txt", "z/b.txt"]


def test_ids_are_never_absolute(tmp_path):
    write("z/a/1.txt", "x")
    write("z/b.jsonl", "{}\n{}")
    absolute = [str(tmp_path / "z"), str(tmp_path / "z/a/1.txt"), str(tmp_path / "z") + "/"]
    assert [line.split()[0] for line in told(absolute)] == [
        "z/a/1.txt",
        "z/b.jsonl:1",
        "z/b.jsonl:2",
        "1.txt",
        "z/a/1.txt",
        "z/b.jsonl:1",
        "z/b.jsonl:2",
    ]
    assert [d.where for d in documents([tmp_path / "z/a/1.txt"])] == [str(tmp_path / "z/a/1.txt")]


def test_what_cannot_be_opened_is_a_problem_in_its_place():
    write("a.txt", "A")
    Path("empty").mkdir()
    assert told(["none.txt", "a.txt", "empty", "https://example.org", "a\0b"]) == [
        "none.txt: found no such file or directory; expected a readable file",
        "a.txt text A",
        "empty: found no file; expected a folder with articles in .txt, .html or .jsonl files",
        "https://example.org: found a web address; expected a file, a folder or - for standard input",
        "a\0b: found embedded null byte; expected a path",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser can read every file")
def test_an_unreadable_file():
    write("a.txt", "A")
    Path("a.txt").chmod(0)
    assert told(["a.txt"]) == ["a.txt: found permission denied; expected a readable file"]


def test_an_unreadable_file_whoever_asks(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert told(["a.txt"]) == ["a.txt: found permission denied; expected a readable file"]


def test_links_that_loop():
    write("z/a.txt", "A")
    Path("z/sub").mkdir()
    Path("z/sub/up").symlink_to("../../z")
    Path("z/self").symlink_to("self")
    Path("z/gone").symlink_to("nowhere")
    Path("other").mkdir()
    write("other/b.txt", "B")
    Path("z/linked").symlink_to("../other")
    Path("z/twice").symlink_to("../other")
    assert told(["z"]) == [
        "z/a.txt text A",
        "z/gone: found no such file or directory; expected a readable file or folder",
        "z/linked/b.txt text B",
        "z/self: found too many levels of symbolic links; expected a readable file or folder",
        "z/sub/up: found a link back to a folder above it; expected a folder tree without loops",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_in_a_folder_is_not_waited_for():
    Path("z").mkdir()
    os.mkfifo("z/pipe")
    assert told(["z"]) == ["z/pipe: found a pipe, socket or device; expected a file or a folder"]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "nothing in it"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00\x01\x02", "binary data"),
        (b"%PDF-1.7 text", "a PDF document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a"])
def test_empty_and_binary_files(name, data, found):
    write(name, data)
    (problem,) = documents([name])
    assert isinstance(problem, Problem)
    assert (problem.where, problem.found) == (name, found)


def test_a_stray_null_does_not_make_a_text_binary():
    write("a.txt", "Une offre " * 500 + "\0")
    assert len(told(["a.txt"])) == 1
    assert told(["a.txt"])[0].startswith("a.txt text")


def test_a_file_beyond_the_cap_is_not_loaded(monkeypatch):
    monkeypatch.setattr("bearhug.intake.file.LARGEST_DOCUMENT", 10_000)
    write("a.txt", "x" * 20_000)
    assert told(["a.txt"]) == ["a.txt: found 0.0 MB; expected at most 16.0 MB for one article"]
    assert told(["-"], b"x" * 20_000) == ["-: found more than 0.0 MB; expected at most 16.0 MB for one article"]


def test_a_line_beyond_the_cap_is_passed_over_and_the_next_read(monkeypatch):
    monkeypatch.setattr("bearhug.intake.file.LARGEST_DOCUMENT", 10_000)
    write("a.jsonl", b"{}\n" + b"x" * 3_000_000 + b"\n[]\n" + b"y" * 2_000_000)
    assert told(["a.jsonl"]) == [
        "a.jsonl:1 json {}",
        "a.jsonl:2: found a line of 3.0 MB; expected at most 16.0 MB for one article",
        "a.jsonl:3 json []",
        "a.jsonl:4: found a line of 2.0 MB; expected at most 16.0 MB for one article",
    ]


def test_lines_are_read_one_at_a_time():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text":"x"}\n'
            whole = (line * (len(buffer) // len(line) + 1))[: len(buffer)]
            buffer[:] = whole
            return len(whole)

    found = documents(["-"], io.BufferedReader(Endless()))
    assert [next(found).id for _ in range(3)] == ["-:1", "-:2", "-:3"]


def test_total_bytes():
    write("z/a.txt", "12345")
    write("b.txt", "123")
    assert total_bytes(["z", "b.txt"]) == 8
    assert total_bytes(["z", "-"]) is None
