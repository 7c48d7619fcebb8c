"""What a person can type, import or be told stands in the documentation."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

import bearhug
from bearhug.cli.main import app
from bearhug.exports.reading_json import FIELDS
from bearhug.languages.pack import available
from bearhug.model import errors, reading

ROOT = Path(__file__).parents[1]
DOCS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
COMMANDS = get_command(app).commands
OPTIONS = {option for command in COMMANDS.values() for parameter in command.params for option in parameter.opts if option.startswith("--")}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_section(name):
    assert re.search(rf"^## bearhug {name}\b", DOCS["cli.md"], re.MULTILINE)


@pytest.mark.parametrize("option", sorted(OPTIONS | {"--version"}))
def test_every_option_is_told(option):
    assert f"`{option}" in DOCS["cli.md"] or f"bearhug {option}" in DOCS["cli.md"]


def test_the_public_names_are_those_of_the_documentation():
    rows = re.findall(r"^\| (.*?) \|", DOCS["api.md"], re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    assert told == set(bearhug.__all__)


@pytest.mark.parametrize("name", bearhug.__all__)
def test_every_public_name_is_there(name):
    assert getattr(bearhug, name) is not None


def test_an_unknown_name_is_none_of_ours():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = bearhug.nonsense


@pytest.mark.parametrize("name", [name for name, value in vars(errors).items() if isinstance(value, type)])
def test_every_exception_is_explained(name):
    assert f"`{name}`" in DOCS["errors.md"]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_a_deal_is_in_the_glossary(name):
    assert f"`{name}`" in DOCS["glossary.md"]


@pytest.mark.parametrize(
    "label",
    [label for kind in ("Kind", "Stage", "Attitude", "Basis", "Payment", "Condition") for label in get_args(getattr(reading, kind))],
)
def test_every_label_is_in_the_glossary(label):
    assert f"`{label}`" in DOCS["glossary.md"]


@pytest.mark.parametrize("lang", available())
def test_every_language_is_listed(lang):
    assert f"| `{lang}` |" in DOCS["languages.md"]


def test_every_target_of_make_is_described():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert phony == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


def found_words():
    """What the messages of intake and workflow say was found; of one with values in it, its longest fixed part."""
    for path in [*(ROOT / "src/bearhug/intake").glob("*.py"), ROOT / "src/bearhug/workflow.py"]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
                fixed = [part.value for part in ast.walk(call.args[1]) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                yield from [max(fixed, key=len).strip(' :"(')] if fixed else []


@pytest.mark.parametrize("words", sorted(set(found_words())))
def test_every_problem_is_explained(words):
    assert re.search(rf"`[^`|]*{re.escape(words)}", DOCS["errors.md"])


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link
