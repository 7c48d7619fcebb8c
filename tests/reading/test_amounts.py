"""Sums as the press of both languages writes them, and what only looks like one."""

from decimal import Decimal

import pytest

from bearhug.languages.pack import Pack, available, load
from bearhug.model.article import Article
from bearhug.reading.amounts import find_money

FR, EN = load("fr"), load("en")
PACKS = [pytest.param(load(lang), id=lang) for lang in available() if "amounts" in load(lang).tables]


def sums(pack: Pack, text: str, **about: str) -> list[str]:
    """`97400000000 USD`, with `/share` behind where per share."""
    return [f"{m.money}{'/share' if m.per_share else ''}" for m in find_money(Article("a", text, **about), pack)]


def quoted(pack: Pack, text: str) -> list[str]:
    article = Article("a", text)
    return [article.words(m.span) for m in find_money(article, pack)]


def same(found: str, expected: str) -> bool:
    parts = [found.replace("/share", "").split(), expected.split()]
    numbers = [[Decimal(n) for n in amount.split("-")] for amount, _ in parts]
    return parts[0][1] == parts[1][1] and numbers[0] == numbers[1]


FRENCH = [
    ("97,4 milliards de dollars", "97400000000 USD"),
    ("97,4\u00a0milliards\u202fde dollars", "97400000000 USD"),
    ("1,2 Md€", "1200000000 EUR"),
    ("1,2Md€", "1200000000 EUR"),
    ("2,4 Mds EUR", "2400000000 EUR"),
    ("3,1 Mds€", "3100000000 EUR"),
    ("450 M$", "450000000 USD"),
    ("120 M€", "120000000 EUR"),
    ("120 MEUR", "120000000 EUR"),
    ("80 k€", "80000 EUR"),
    ("12 M d'euros", "12000000 EUR"),
    ("1 200 millions d'euros", "1200000000 EUR"),
    ("1\u00a0200\u00a0millions d’euros", "1200000000 EUR"),
    ("1\u202f200 millions d'euros", "1200000000 EUR"),
    ("1\u2009200 millions d'euros", "1200000000 EUR"),
    ("1.200 millions d'euros", "1200000000 EUR"),
    ("2.5 milliards d'euros", "2500000000 EUR"),
    ("deux milliards d'euros", "2000000000 EUR"),
    ("trois cent cinquante millions d'euros", "350000000 EUR"),
    ("quatre-vingt-dix millions de livres", "90000000 GBP"),
    ("soixante et onze millions d'euros", "71000000 EUR"),
    ("un demi-milliard d'euros", "500000000 EUR"),
    ("un milliard et demi de dollars", "1500000000 USD"),
    ("une vingtaine de millions d'euros", "20000000 EUR"),
    ("mille milliards de dollars", "1000000000000 USD"),
    ("2 billions de yens", "2000000000000 JPY"),
    ("1 milliard 200 millions d'euros", "1200000000 EUR"),
    ("entre 2 et 2,5 milliards d'euros", "2000000000-2500000000 EUR"),
    ("de 800 millions à un milliard d'euros", "800000000-1000000000 EUR"),
    ("2 à 3 milliards de dollars", "2000000000-3000000000 USD"),
    ("2 ou 3 milliards de dollars", "2000000000-3000000000 USD"),
    ("36-38 euros par action", "36-38 EUR/share"),
    ("12,50 euros l'action", "12.5 EUR/share"),
    ("12,50 € par titre", "12.5 EUR/share"),
    ("une offre à 12,50 euros", "12.5 EUR/share"),
    ("230 pence", "2.3 GBP"),
    ("50 centimes", "0.5 EUR"),
    ("450 millions de dollars canadiens", "450000000 CAD"),
    ("450 millions $", "450000000 USD"),
    ("450 millions de dollars australiens", "450000000 AUD"),
    ("4,65 $ CA par action", "4.65 CAD/share"),
    ("3 milliards de couronnes suédoises", "3000000000 SEK"),
    ("450 millions de livres sterling", "450000000 GBP"),
    ("412 millions de francs suisses", "412000000 CHF"),
    ("2,3 milliards de roupies", "2300000000 INR"),
    ("19,5 milliards de francs CFA", "19500000000 XOF"),
    ("162 MDH", "162000000 MAD"),
    ("dix milliards de rands", "10000000000 ZAR"),
    ("3 milliards de billets verts", "3000000000 USD"),
    ("l'offre vaut un euro symbolique", "1 EUR"),
    ("217,50\neuros par action", "217.5 EUR/share"),
]
ENGLISH = [
    ("$97.4 billion", "97400000000 USD"),
    ("US$1.2bn", "1200000000 USD"),
    ("£450m", "450000000 GBP"),
    ("230p a share", "2.3 GBP/share"),
    ("230 pence per share", "2.3 GBP/share"),
    ("34¢", "0.34 USD"),
    ("Rs 2,400 crore", "24000000000 INR"),
    ("₹2,400 crore", "24000000000 INR"),
    ("Rs 1.2 lakh crore", "1200000000000 INR"),
    ("Rs. 2,40,000", "240000 INR"),
    ("A$8.75 per share", "8.75 AUD/share"),
    ("C$8.6 billion", "8600000000 CAD"),
    ("Canadian $", ""),
    ("HK$3 billion", "3000000000 HKD"),
    ("NZ$3.8 billion", "3800000000 NZD"),
    ("S$1.1 billion", "1100000000 SGD"),
    ("R$2 billion", "2000000000 BRL"),
    ("CHF 1.2bn", "1200000000 CHF"),
    ("€1.05bn", "1050000000 EUR"),
    ("EUR1.2bn", "1200000000 EUR"),
    ("¥2.6 trillion", "2600000000000 JPY"),
    ("half a billion dollars", "500000000 USD"),
    ("a quarter of a billion dollars", "250000000 USD"),
    ("two and a half billion dollars", "2500000000 USD"),
    ("a billion dollars", "1000000000 USD"),
    ("two hundred million dollars", "200000000 USD"),
    ("$1 billion-plus", "1000000000 USD"),
    ("$2-$2.5 billion", "2000000000-2500000000 USD"),
    ("$2 to $2.5 billion", "2000000000-2500000000 USD"),
    ("between $2 billion and $2.5 billion", "2000000000-2500000000 USD"),
    ("300 mln dlrs", "300000000 USD"),
    ("4.2 bln dlrs", "4200000000 USD"),
    ("1.1 billion stg", "1100000000 GBP"),
    ("32-1/2 dlrs a share", "32.5 USD/share"),
    ("a 60-billion-yen deal", "60000000000 JPY"),
    ("a $39 billion bid", "39000000000 USD"),
    ("a $39-billion bid", "39000000000 USD"),
    ("2.4 billion pounds", "2400000000 GBP"),
    ("its $54.20-a-share offer", "54.2 USD/share"),
    ("$33 per share in cash", "33 USD/share"),
    ("$33 in cash for each ordinary share", "33 USD/share"),
    ("29.34 pounds per share", "29.34 GBP/share"),
    ("750,000 won per share", "750000 KRW/share"),
    ("SEK 92 per share", "92 SEK/share"),
    ("4.1 billion Swedish crowns", "4100000000 SEK"),
    ("100 billion yuan", "100000000000 CNY"),
    ("10 million U.S. dollars", "10000000 USD"),
    ("$5 million dollars", "5000000 USD"),
    ("$1", "1 USD"),
]
FRENCH_NONE = [
    "1 900 salariés", "en 2024", "le 01 42 68 53 00", "page 230 p.", "3 millions de clients", "un franc succès", "deux livres", "38 %",
    "deux points", "le CAC 40", "1,2 million d'abonnés", "300 000 exemplaires", "l'article 12", "un demi",
]  # fmt: skip
ENGLISH_NONE = [
    "1,900 employees", "in 2024", "call +44 20 7946 0000", "see page 230 p.", "3 million customers", "300 million shares", "5 won the bid",
    "51 percent", "a million reasons", "the S&P 500", "50 pounds of flour", "a 1080p video", "half of it",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: str) -> None:
    assert sums(FR, text) == [expected]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert sums(EN, text) == ([expected] if expected else [])


@pytest.mark.parametrize("text", FRENCH_NONE)
def test_french_no_money(text: str) -> None:
    assert sums(FR, text) == []


@pytest.mark.parametrize("text", ENGLISH_NONE)
def test_english_no_money(text: str) -> None:
    assert sums(EN, text) == []


@pytest.mark.parametrize(
    ("pack", "text", "expected"),
    [
        (FR, "Il propose près de 97,4 milliards de dollars.", ["97,4 milliards de dollars"]),
        (FR, "entre 2 et 2,5 milliards d'euros", ["2 et 2,5 milliards d'euros"]),
        (FR, "à 12,50 € l'action, contre 11 € hier", ["12,50 €", "11 €"]),
        (EN, "its $54.20-a-share, £1.2bn offer", ["$54.20", "£1.2bn"]),
        (EN, "a 60-billion-yen deal", ["60-billion-yen"]),
        (EN, "of $2-$2.5 billion.", ["$2-$2.5 billion"]),
    ],
)
def test_span_holds_the_sum_alone(pack: Pack, text: str, expected: list[str]) -> None:
    assert quoted(pack, text) == expected


@pytest.mark.parametrize(
    ("pack", "text", "expected"),
    [
        # a raise is two sums, not a range
        (FR, "Il a relevé son offre de 27 à 29,50 euros par action.", ["27 EUR/share", "29.5 EUR/share"]),
        (EN, "It raised its bid to $54 from $50 a share.", ["54 USD/share", "50 USD/share"]),
        # a sum without currency takes the last one's
        (FR, "Il offre 2 milliards de livres, puis 2,3 milliards en juin.", ["2000000000 GBP", "2300000000 GBP"]),
        (FR, "Il offre 2 milliards d'euros, soit 300 millions supplémentaires.", ["2000000000 EUR", "300000000 EUR"]),
        (EN, "It offered £2 billion, up from 1.8 billion in May.", ["2000000000 GBP", "1800000000 GBP"]),
        (FR, "Il compte 2 milliards d'utilisateurs, contre 1,8 milliard de clients.", []),
        # a shared name means what the article says it means
        (FR, "10 milliards de couronnes norvégiennes, puis 12 milliards de couronnes", ["10000000000 NOK", "12000000000 NOK"]),
        (FR, "118 millions de francs pour le zurichois", ["118000000 CHF"]),
        (FR, "410 millions de dirhams à Casablanca", ["410000000 MAD"]),
        (EN, "Acme (ASX: ACM) will pay $450 million", ["450000000 AUD"]),
        (EN, "TORONTO (CP) - Acme (TSX: ACM) will pay $450 million, or US$330 million", ["450000000 CAD", "330000000 USD"]),
        (EN, "Acme (NYSE: ACM, TSX: ACM) will pay $450 million", ["450000000 USD"]),
        (EN, "Sydney's Acme will pay A$450 million ($300 million) and A$20 million", ["450000000 AUD", "300000000 USD", "20000000 AUD"]),
        (EN, "MELBOURNE (Reuters) - BHP raised its $39 billion bid", ["39000000000 USD"]),
        (EN, "Its shares rose $3.93 to $84.49.", ["3.93 USD", "84.49 USD"]),
        (FR, "la présidente de la COP21", []),
        (FR, "5 milliards de couronnes à Oslo.\n\n3 milliards de couronnes à Prague.", ["5000000000 NOK", "3000000000 CZK"]),
        (EN, "R13.2bn, said the South African group in Johannesburg", ["13200000000 ZAR"]),
        (EN, "£2.4bn, or 50 pounds each", ["2400000000 GBP", "50 GBP/share"]),
    ],
)
def test_context(pack: Pack, text: str, expected: list[str]) -> None:
    assert sums(pack, text) == expected


def test_title_comes_first() -> None:
    found = find_money(Article("a", "Elle vaut 3 Md€.", title="OPA à 2 Md€"), FR)
    assert [(m.span.where, str(m.money)) for m in found] == [("title", "2000000000 EUR"), ("text", "3000000000 EUR")]


@pytest.mark.parametrize("pack", PACKS)
def test_pack_examples(pack: Pack) -> None:
    table = pack.table("amounts")
    for rule in table["examples"]:
        for example in rule["accept"]:
            found = sums(pack, example["text"])
            assert len(found) == 1, example
            assert same(found[0], example["value"]), example
        for text in rule["refuse"]:
            assert sums(pack, text) == [], text
    for rule in table["per_share"]:
        for text in rule["accept"]:
            assert f"{pack.lang}.per_share.{rule['id']}" in {m.rule for m in find_money(Article("a", text), pack)}, text
        for text in rule["refuse"]:
            assert not any(m.per_share for m in find_money(Article("a", text), pack)), text


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    "piece", ["9", "€", "$ ", "1 200 ", "1,", "un milliard et demi ", "deux ", "a share ", "$5 to ", "M", "\u00a0", "de 2 à "]
)
def test_time_is_linear(pack: Pack, piece: str) -> None:
    from time import process_time

    def seconds(length: int) -> float:
        article = Article("a", piece * (length // len(piece)))
        start = process_time()
        find_money(article, pack)
        return process_time() - start

    seconds(1000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 40 * max(small, 0.002)  # eight times the text; a quadratic finder would take 64 times as long
