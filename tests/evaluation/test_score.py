import pytest

from evaluation.agreement import same
from evaluation.score import score


def money(text):
    amount, currency = text.split()
    return {"amount": float(amount), "currency": currency}


@pytest.mark.parametrize(
    ("field", "gold", "found", "agree"),
    [
        ("target", "Valor Equity Partners|Valor", "Valor", True),
        ("target", "Vermeille SA", "vermeille", True),
        ("target", "Electricité du Lac", "Électricité du Lac", True),
        ("target", "Wall Street Journal", "WSJ", True),
        ("target", "Vermeille", "Vermeer", False),
        ("target", "8VC", "8", False),
        ("value", money("97.4e9 USD"), money("97.4e9 USD"), True),
        ("value", money("97.4e9 USD"), money("97.4e9 EUR"), False),
        ("value", money("97.4e9 USD"), money("98e9 USD"), False),
        ("value", {"amount": 2e9, "high": 2.5e9, "currency": "EUR"}, money("2.5e9 EUR"), True),
        ("premium", 24.5, 24.5, True),
        ("premium", 24.5, None, False),
        ("part", "la branche à but non lucratif", "branche à but non lucratif d'OpenAI", True),
        ("stage", "offered", "talks", False),
    ],
)
def test_agreement(field, gold, found, agree):
    assert same(field)(gold, found) is agree


def deal(bidder, target, **fields):
    return {"main": True, "bidders": [bidder], "target": target, **fields}


def gold(deals, statements=()):
    return {"id": "n1", "deals": deals, "statements": list(statements)}


def figures(tally):
    return tally.hit, tally.miss, tally.extra


def test_slots_count_every_value():
    annotated = gold([deal("Aldamor", "Vermeille", value=money("3.4e9 EUR"), stage="offered")])
    read = {"deals": [deal("Aldamor", "Vermeille", stage="talks", premium=31)]}
    total = score([annotated], {"n1": read})
    assert figures(total.slots) == (2, 2, 2)  # names right; value missed, stage wrong; premium and stage too much
    assert figures(total.fields["stage"]) == (0, 1, 1)
    assert figures(total.main_deals) == (1, 0, 0)


def test_an_unread_article_loses_everything_and_an_invented_deal_counts_as_wrong():
    assert figures(score([gold([deal("Aldamor", "Vermeille")])], {}).slots) == (0, 2, 0)
    total = score([gold([])], {"n1": {"deals": [deal("Aldamor", "Vermeille")]}})
    assert figures(total.slots) == (0, 0, 2)
    assert total.false_alarms == 1.0


def test_deals_are_paired_by_target_and_bidder_whatever_their_order():
    deals = [deal("Aldamor", "Vermeille"), deal("Kaldur", "Vermeille")]
    assert score([gold(deals)], {"n1": {"deals": deals[::-1]}}).slots.f1 == 1.0


def test_statements_and_their_speakers():
    annotated = gold([], [{"quote": "Non merci, vraiment.", "speaker": "Claire Vandame"}, {"quote": "Jamais", "speaker": None}])
    said = [{"quote": "Non merci, vraiment", "speaker": "Vandame"}, {"quote": "Escroc", "speaker": "X"}]
    total = score([annotated], {"n1": {"statements": said}})
    assert figures(total.quotes) == (1, 1, 1)
    assert figures(total.speakers) == (1, 0, 1)
