"""Mentions written `Name/KIND; Name/KIND`, parties written `fullest name: how many mentions`."""

import pytest

from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.span import Span
from bearhug.reading.parties import group


def parties(mentions: str, lang: str = "en") -> list[str]:
    found = []
    at = 0
    for one in mentions.split("; "):
        text, _, kind = one.rpartition("/")
        found.append(NameMention(Span("text", at, at + len(text)), text, kind))
        at += len(text) + 1
    return [f"{p.name}: {len(p.mentions)}" for p in group(found, Article("a", "", lang=lang))]


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ("Elon Musk/PER; OpenAI/ORG; Musk/PER; Musk/PER", ["Elon Musk: 3", "OpenAI: 1"]),
        ("Musk/PER; Elon Musk/PER", ["Elon Musk: 2"]),
        ("International Business Machines Corp/ORG; IBM/ORG", ["International Business Machines Corp: 2"]),
        ("Merrill Lynch & Co/ORG; Merrill Lynch/ORG; Merrill/ORG", ["Merrill Lynch & Co: 3"]),
        ("Calloway/ORG; Calloway Foods Inc/ORG", ["Calloway Foods Inc: 2"]),  # "Foods" only says what it is
        ("Valor Equity Partners/ORG; Valor/ORG", ["Valor Equity Partners: 2"]),
        ("Arlington Rail Works/ORG; Arlington/ORG", ["Arlington Rail Works: 2"]),  # shortened after it was told in full
        ("Arlington/ORG; Arlington Rail Works/ORG", ["Arlington: 1", "Arlington Rail Works: 1"]),  # a parent and its unit
        ("Barclays PLC/ORG; BARCLAYS/ORG; Barclays/ORG", ["Barclays PLC: 3"]),
        ("Kenneth Lewis/PER; Ken Lewis/PER; Lewis/PER", ["Kenneth Lewis: 3"]),
        ("Jane Holloway/PER; Mark Holloway/PER; Holloway/PER", ["Jane Holloway: 1", "Mark Holloway: 2"]),
        ("Paris/LOC; Paris Hilton/PER", ["Paris: 1", "Paris Hilton: 1"]),
        ("Capital Partners/ORG; Capital/ORG", ["Capital Partners: 1", "Capital: 1"]),  # "Capital" alone says nothing
    ],
)
def test_who_is_who(mentions, expected):
    assert parties(mentions) == expected


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ("Groupe Vaubernier/ORG; Luc Vaubernier/PER; Vaubernier/ORG; Vaubernier/PER", ["Groupe Vaubernier: 2", "Luc Vaubernier: 2"]),
        ("Société Générale/ORG; SG/ORG", ["Société Générale: 2"]),
        ("SOCIETE GENERALE/ORG; Société générale/ORG", ["Société générale: 2"]),
        ("Éditions Lambrec/ORG; Lambrec/ORG", ["Éditions Lambrec: 2"]),
    ],
)
def test_who_is_who_in_french(mentions, expected):
    assert parties(mentions, "fr") == expected


def test_no_mentions():
    assert group((), Article("a", "")) == ()


def test_parties_point_at_their_mentions():
    mentions = [NameMention(Span("text", 10 * i, 10 * i + 4), text, "PER") for i, text in enumerate(["Musk", "Bond", "Elon Musk"])]
    assert [(p.name, p.mentions) for p in group(mentions, Article("a", ""))] == [("Elon Musk", (0, 2)), ("Bond", (1,))]
