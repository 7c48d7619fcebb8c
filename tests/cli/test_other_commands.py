import json
import subprocess
import sys

import jsonschema

import bearhug as package
from bearhug.languages.pack import available


def test_version(bearhug):
    assert bearhug("--version").stdout == f"bearhug {package.__version__}\n"


def test_packs_list_each_language_with_its_rules(bearhug):
    result = bearhug("packs")
    assert result.exit_code == 0
    for lang in available():
        assert f"({lang}), version" in result.stdout
    assert "rules" in result.stdout
    assert "previous_per_share" in result.stdout


def test_schema_is_a_schema(bearhug):
    jsonschema.Draft202012Validator.check_schema(json.loads(bearhug("schema").stdout))


def test_without_a_command_the_help_is_shown(bearhug):
    assert "read" in bearhug().output


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, bearhug; print([m for m in ('numpy', 'typer', 'rich', 'decimal', 'trafilatura') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_plain_text_loads_no_extractor_and_no_detector():
    code = (
        "import sys; from bearhug.cli.main import app; app(['read', '-', '--format', 'jsonl'], standalone_mode=False);"
        "print([m for m in ('trafilatura', 'lxml', 'charset_normalizer', 'sklearn') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input="Acme bought the mill of Foo.", capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"
