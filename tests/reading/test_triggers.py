"""What tells an act, written `act.form: words`."""

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.reading import sentences, triggers
from bearhug.reading.triggers import CORE


def found(text, lang):
    pack = load(lang)
    told = []
    for one in sentences.split(Article("a", text, lang=lang), pack):
        words = [word.casefold().replace("’", "'") for word in one.words]
        told += [f"{t.act}.{t.form}: {' '.join(words[t.first : t.last + 1])}" for t in triggers.find(words, pack) if t.act in CORE]
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brunel rachète Toscane.", ["buy.finite: rachète"]),
        ("Brunel va racheter Toscane.", ["buy.infinitive: racheter"]),
        ("Toscane, rachetée en mai, va bien.", ["buy.participle: rachetée"]),
        ("Brunel s’offre Toscane.", ["buy.finite: s' offre"]),
        ("Brunel s'était emparé de Toscane.", ["buy.participle: s' était emparé"]),
        ("Ils mettront la main sur Toscane.", ["buy.finite: mettront la main sur"]),
        ("Brunel jette son dévolu sur Toscane.", ["buy.finite: jette son dévolu sur"]),
        ("Toscane passera sous pavillon belge.", ["pass.finite: passera sous pavillon"]),
        ("L'usine a changé de mains.", ["pass.participle: changé de mains"]),
        ("Brunel se désengage de Toscane.", ["sell.finite: se désengage"]),
        ("Brunel céderait Toscane.", ["sell.finite: céderait"]),
        ("La promesse de vente est prête.", ["sale.noun: promesse de vente"]),
        ("Une offre publique d’achat suivra.", ["purchase.noun: offre publique d' achat"]),
        ("Un rachat d'actions suivra.", []),
        ("Les deux se sont rapprochées.", ["merge.participle: se sont rapprochées"]),
        ("Brunel relance la contre-offre.", ["offer.noun: contre-offre"]),
        ("Il prenait le contrôle de Toscane.", ["buy.finite: prenait le contrôle"]),
        ("Il prend la parole.", []),
    ],
)
def test_french(text, expected):
    assert found(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brunel buys Tuscany.", ["buy.finite: buys"]),
        ("Brunel snapped up Tuscany.", ["buy.participle: snapped up"]),
        ("Brunel is swooping on Tuscany.", ["buy.gerund: swooping on"]),
        ("Brunel took Tuscany over.", ["buy.participle: took"]),
        ("The ceremony took place there.", []),
        ("Tuscany was taken private.", ["buy.participle: taken private"]),
        ("The mill changes hands.", ["pass.finite: changes hands"]),
        ("Brunel hived off the mill.", ["sell.participle: hived off"]),
        ("Brunel is selling off the mill.", ["sell.gerund: selling off"]),
        ("Brunel put the mill up for sale.", ["sell.participle: up for sale"]),
        ("A takeover bid is near.", ["offer.noun: takeover bid"]),
        ("It cut fares in a bid to win back flyers.", []),
        ("An initial public offering is near.", []),
        ("The European Union agreed.", []),
        ("The two will join forces.", ["merge.infinitive: join forces"]),
    ],
)
def test_english(text, expected):
    assert found(text, "en") == expected


def test_may_is_a_month_after_in():
    pack = load("en")
    assert [t.form for t in triggers.find(("it", "may", "pay", "in", "may"), pack)] == ["finite"]


@pytest.mark.parametrize("nonsense", ["renonca", "shelvs", "rafer", "acquirs", "cèdre", "takeing", "changeer", "interromp", "agreeed"])
def test_no_form_is_made_that_nobody_writes(nonsense):
    assert not any(triggers.find((nonsense,), load(lang)) for lang in ("fr", "en"))
