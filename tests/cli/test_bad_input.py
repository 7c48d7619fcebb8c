"""Each bad input gives one clear line on standard error and exit status 1, and the rest is read."""

import json

import pytest

GOOD = "Acme Foods agreed to buy Borealis Dairy for $2.4 billion, the companies said."
SIZE = "expected at most 16.0 MB for one article"


def line_of_200_megabytes(path):
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"a" * 1_000_000)


def line_of_200_megabytes_between_others(path):
    with path.open("wb") as file:
        file.write(json.dumps({"id": "first", "text": GOOD}).encode() + b'\n{"text": "')
        for _ in range(200):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n' + json.dumps({"id": "last", "text": GOOD}).encode())


def data(content):
    return lambda path: path.write_bytes(content if isinstance(content, bytes) else content.encode())


def folder_that_loops(path):
    path.mkdir()
    (path / "a.txt").write_text(GOOD)
    (path / "up").symlink_to("..")


NOT_READ = "expected text in"  # the reader's own words for a language that it does not know
CASES = {
    "empty file": ("a.txt", data(""), "a.txt: found nothing in it; expected an article", []),
    "binary file": (
        "a.txt",
        data(bytes(range(256)) * 40),
        "a.txt: found binary data; expected an article as text, HTML or JSON Lines",
        [],
    ),
    "200 MB of one line": ("a.txt", line_of_200_megabytes, f"a.txt: found 200.0 MB; {SIZE}", []),
    "200 MB of one line in JSON Lines": (
        "a.jsonl",
        line_of_200_megabytes_between_others,
        f"a.jsonl:2: found a line of 200.0 MB; {SIZE}",
        ["first", "last"],
    ),
    "lone surrogates": (
        "a.jsonl",
        data(json.dumps({"id": "s", "text": f"{GOOD} \ud800"})),
        "a.jsonl:1: found 1 lone surrogate; expected whole characters (each was read as U+FFFD)",
        ["s"],
    ),
    "a page without text": (
        "a.html",
        data("<html><head><script>x</script></head><body></body></html>"),
        "a.html: found a web page without text; expected a web page with an article",
        [],
    ),
    "a broken line in the middle": (
        "a.jsonl",
        data("\n".join([json.dumps({"id": "1", "text": GOOD}), '{"id": "2", "text"', json.dumps({"id": "3", "text": GOOD})])),
        "a.jsonl:2: found broken JSON: Expecting ':' delimiter at column 19; expected an object with \"text\", on one line",
        ["1", "3"],
    ),
    "missing file": ("a.txt", lambda _: None, "a.txt: found no such file or directory; expected a readable file", []),
    "a folder with links that loop": (
        "folder",
        folder_that_loops,
        "folder/up: found a link back to a folder above it; expected a folder tree without loops",
        ["folder/a.txt"],
    ),
    "5 million characters": (
        "a.txt",
        data("the end of it " * 357_143),
        "a.txt: found 5,000,002 characters; expected at most 2,000,000 in one article",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_clear_line_and_the_rest_is_read(case, tmp_path, monkeypatch, bearhug):
    name, make, message, ids = CASES[case]
    monkeypatch.chdir(tmp_path)
    make(tmp_path / name)
    (tmp_path / "good.txt").write_text(GOOD)
    result = bearhug("read", name, "good.txt", "--format", "jsonl")
    assert result.stderr == f"{message}\n"
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [*ids, "good.txt"]
    assert result.exit_code == 1


# These are articles all right, if strange ones: they are read, and what the reader cannot make of them it says.
STRANGE = {
    "a million opening guillemets": "«" * 1_000_000,
    "nested quotes never closed": "Il dit : « elle dit : “il dit : ‘ " * 10_000,
    "mixed scripts": "Привет мир 你好世界 שלום עולם مرحبا بالعالم",
    "unknown language": "Ang mabilis na kayumangging soro ay tumalon sa ibabaw ng tamad na aso.",
}


@pytest.mark.parametrize("case", STRANGE)
def test_a_strange_article_gives_a_reading_with_a_problem(case, bearhug):
    result = bearhug("read", "-", "--format", "jsonl", data=STRANGE[case].encode())
    (reading,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert reading["deals"] == []
    assert result.stderr.count("\n") == len(reading["problems"]) == 1
    assert result.stderr.startswith("-: found ")
    assert result.exit_code == 1


def test_problems_come_where_they_belong_and_nothing_else_on_standard_error(program, tmp_path):
    (tmp_path / "bad.jsonl").write_text("[]\n" * 3)
    results = [program("read", "bad.jsonl", "none", "--format", "jsonl", "--jobs", jobs, cwd=tmp_path) for jobs in (1, 2)]
    expected = [f'bad.jsonl:{n}: found a list; expected an object with "text", on one line' for n in (1, 2, 3)]
    for result in results:
        assert result.stderr.decode().splitlines() == [*expected, "none: found no such file or directory; expected a readable file"]
        assert (result.returncode, result.stdout) == (1, b"")
