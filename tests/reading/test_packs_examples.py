"""The examples that stand beside the words in the packs: each entry finds what it should accept and not what it should refuse."""

import pytest

from bearhug.languages.pack import available, load
from bearhug.model.article import Article
from bearhug.reading import cues, sentences, triggers
from bearhug.reading.triggers import ACTS, FORMS

TABLES = (("triggers", "trigger"), ("cues", "cue"))
ENTRIES = [
    pytest.param(lang, table, entry, id=f"{lang}-{table}-{entry['id']}")
    for lang in available()
    for table, concept in TABLES
    for entry in load(lang).table(table)[concept]
]
EXAMPLES = [
    pytest.param(lang, table, entry["id"], sentence, kind == "accept", id=f"{lang}-{entry['id']}-{kind}-{number}")
    for lang in available()
    for table, concept in TABLES
    for entry in load(lang).table(table)[concept]
    for kind in ("accept", "refuse")
    for number, sentence in enumerate(entry.get(kind, ()))
]


def words(sentence, lang):
    """The words of an example as the finders see them."""
    found = sentences.split(Article("a", sentence, lang=lang), load(lang))
    return [[word.casefold().replace("’", "'") for word in one.words] for one in found]


def found(sentence, lang, table):
    pack = load(lang)
    if table == "cues":
        return {cue.name for one in words(sentence, lang) for cue in cues.find(one, pack)}
    return {trigger.rule.rpartition(".")[2] for one in words(sentence, lang) for trigger in triggers.find(one, pack)}


@pytest.mark.parametrize(("lang", "table", "name", "sentence", "accepted"), EXAMPLES)
def test_examples(lang, table, name, sentence, accepted):
    assert (name in found(sentence, lang, table)) == accepted


@pytest.mark.parametrize(("lang", "table", "entry"), ENTRIES)
def test_every_entry_has_examples_of_both_kinds(lang, table, entry):
    assert entry["accept"], f"{lang}/{table}.toml"
    assert entry["refuse"], f"{lang}/{table}.toml"


@pytest.mark.parametrize("lang", available())
def test_acts_and_forms_are_the_known_ones(lang):
    data = load(lang).table("triggers")
    assert {entry["act"] for entry in data["trigger"]} <= set(ACTS)
    assert {form for entry in data["trigger"] for form in entry.get("words", {})} <= set(FORMS)
    assert {form for endings in data["conjugation"].values() for form in endings} <= set(FORMS)
    assert {name for entry in data["trigger"] for name in entry.get("verbs", {})} <= set(data["conjugation"])


@pytest.mark.parametrize("table", ["triggers", "cues", "words"])
def test_all_packs_name_the_same_things(table):
    def named(lang):
        data = load(lang).table(table)
        if table == "words":
            return set(data["classes"])
        return {(entry["id"], entry.get("act")) for entry in data[dict(TABLES)[table]]}

    first, *others = (named(lang) for lang in available())
    assert all(other == first for other in others)


@pytest.mark.parametrize("lang", available())
def test_every_phrase_is_written_as_the_text_is_split(lang):
    """A phrase that the splitter would cut otherwise could never be found: elisions stand apart, hyphens do not."""
    pack = load(lang)
    told = [" ".join(key) for key in triggers.table(pack).table]
    told += [text.casefold() for entry in pack.table("cues")["cue"] for text in entry["words"]]
    told += [text for listed in pack.table("words")["classes"].values() for text in listed if not text.endswith("'")]
    wrong = [text for text in told if [word for one in words(text.replace("' ", "'"), lang) for word in one] != text.split()]
    assert wrong == []
