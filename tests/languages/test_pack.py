import pytest

from bearhug.languages import pack
from bearhug.languages.pack import available, load
from bearhug.model.errors import PackError

RULES = [
    pytest.param(table, concept, value, id=f"{lang}-{table}-{concept}")
    for lang in available()
    for table, content in load(lang).tables.items()
    for concept, value in content.items()
    if isinstance(value, list) and value and isinstance(value[0], dict) and "id" in value[0]
]


@pytest.mark.parametrize(("table", "concept", "rules"), RULES)
def test_every_rule_has_an_id_of_its_own_and_where_one_has_examples_all_have(table, concept, rules):
    ids = [rule.get("id") for rule in rules]
    assert len(ids) == len(set(ids))
    assert None not in ids
    if any("accept" in rule for rule in rules):
        assert [rule["id"] for rule in rules if not rule.get("accept")] == [], f"{table}.{concept}"


def test_every_language_has_the_same_tables_with_the_same_concepts():
    shapes = {lang: {table: set(content) for table, content in load(lang).tables.items()} for lang in available()}
    first, *others = shapes.values()
    assert all(other == first for other in others)


def test_a_language_without_a_pack():
    with pytest.raises(PackError, match="found no such pack; expected one of en, fr"):
        load("xx")


def test_a_concept_without_a_table():
    with pytest.raises(PackError, match=r"fr: found no nonsense\.toml; expected it beside pack\.toml"):
        load("fr").table("nonsense")


def test_a_table_that_is_no_toml(tmp_path, monkeypatch):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "pack.toml").write_text("name = ")
    monkeypatch.setattr(pack, "files", lambda _: tmp_path)
    monkeypatch.setattr(pack, "available", lambda: ("xx",))
    with pytest.raises(PackError, match=r"xx/pack\.toml: found .*; expected TOML"):
        load.__wrapped__("xx")
