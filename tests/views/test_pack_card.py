from bearhug.languages.pack import Pack
from bearhug.views.pack_card import build

PACK = Pack(
    "xx",
    "Xish",
    3,
    {
        "pack": {"name": "Xish", "version": 3},
        "triggers": {
            "trigger": [{"id": "buy", "words": {"verb": ["buys", "bought"]}, "accept": ["a b c"]}, {"id": "sell", "words": ["sells"]}]
        },
        "words": {"classes": {"by": ["by"], "of": ["of", "from"]}, "verbs": "say\ntell ask", "numbers": {"one": 1, "two": 2}, "limit": 5},
        "examples": {"accept": ["One sentence."]},
    },
)


def test_a_pack_shows_its_rules_and_counts_its_words():
    card = build(PACK)
    assert (card.lang, card.name, card.version) == ("xx", "Xish", 3)
    assert [(row.table, row.concept, row.rules, row.words) for row in card.rows] == [
        ("triggers", "trigger", ("buy", "sell"), 3),
        ("words", "classes", (), 3),
        ("words", "verbs", (), 3),
        ("words", "numbers", (), 2),
    ]
