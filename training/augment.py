"""Copies of annotated articles with other names in them, and in other letter cases, so that the tagger learns contexts, not companies."""

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from babel import Locale

from bearhug.reading.sentences import WORD
from training.corpora import Tagged
from training.measure import spans

ENDINGS = {
    "en": "Group|Holdings|Capital|Partners|Foods|Energy|Inc|plc|Ltd|Corp|Technologies|Resources|Brothers|Pharma|Media|Airlines|Bank|& Co"
    "|& Sons|Industries|Minerals|Networks|Studios|Networks Inc|Group plc",
    "fr": "SA|Group|Énergie|Industries|Capital|Partners|& Fils|Participations|Holding|Santé|Médias|Technologies|Immobilier|Frères|Gestion"
    "|Distribution|SAS|Assurances|Invest|Développement",
}
OPENINGS = {
    "en": "Royal|First|National|Bank of|Port of|New|United",
    "fr": "Groupe|Financière|Éditions|Laboratoires|Compagnie de|Société|Banque|Maison|Caisse de|Brasserie|Fonds",
}
SYLLABLES = "ba|bel|bor|bri|cal|cor|dan|del|dor|fer|gal|gra|hal|jan|ka|kel|lan|lor|lu|mar|mel|mon|nor|or|pal|per|qui|ran|ros|sal|sen|sol|tal|ter|tor|val|ver|vi|zen|zo"  # noqa: E501
CLOSINGS = "a|ac|an|ar|e|el|en|er|ex|ia|ic|ico|ion|is|ium|ix|o|on|or|os|y|ys|eo|ova|ax|ane|elle|ier|ot"
SHARES = {"ORG": 1.0, "PER": 1.0, "LOC": 0.5, "MISC": 0.0}  # places are few enough to know; brands and events are of too many sorts
VOWELS = frozenset("aeiouyhàâéèêîïôöûüAEIOUYHÀÂÉÈÊÎÏÔÖÛÜ")


class Names:
    """Names to put in the place of others."""

    def __init__(self, shared: Path, lang: str, tagged: Sequence[Tagged], random: Random) -> None:
        """Collect names from silver sentences, lists of companies, and syllables."""
        self.random = random
        self.lang = lang
        pools: dict[str, set[tuple[str, ...]]] = {"ORG": set(), "PER": set(), "LOC": set()}
        for one in tagged:
            for kind, first, last in spans(one.tags):
                words = one.words[first:last]
                if kind in pools and len(words) < 5 and words[0][0].isupper() and words[-1][0].isalpha():
                    pools[kind].add(words)
        often = Counter(one.words[a:b] for one in tagged for kind, a, b in spans(one.tags) if kind == "LOC")
        self.places = sorted(w for w in pools["LOC"] if len(w) < 3 and often[w] > 1) + known_places(lang)
        self.silver = sorted(w for w in pools["ORG"] if len(w) < 5)
        people = [w for w in sorted(pools["PER"]) if len(w) == 2 and all(x[0].isupper() and x[1:].islower() for x in w)]
        self.first, self.last = sorted({w[0] for w in people}), sorted({w[1] for w in people})
        self.companies = [w for w in sorted(companies(shared)) if len(w) < 6]

    def invented(self) -> str:
        """A made-up word that could be a company."""
        r = self.random
        word = "".join(r.choice(SYLLABLES.split("|")) for _ in range(r.choice((1, 1, 2)))) + r.choice(CLOSINGS.split("|"))
        return r.choice(
            (word.capitalize(),) * 8 + (word.upper(), word[:4].capitalize() + word[4:].capitalize() if len(word) > 6 else word.capitalize())
        )

    def company(self) -> tuple[str, ...]:
        """A company's name."""
        r = self.random
        luck = r.random()
        if luck < 0.4:
            return r.choice(self.companies)
        if luck < 0.6:
            return r.choice(self.silver)
        core = r.choice(self.last) if r.random() < 0.4 else self.invented()
        if luck < 0.72:
            return (core,)
        if luck < 0.88:
            return cut(f"{core} {r.choice(ENDINGS[self.lang].split('|'))}")
        if luck < 0.95:
            return cut(f"{r.choice(OPENINGS[self.lang].split('|'))} {core}")
        return ("".join(r.choice("ABCDEFGHILMNOPRSTUV") for _ in range(r.choice((2, 3, 3, 4)))),)

    def other(self, kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """Another name of the same kind, alike in length and in whether it begins with a vowel."""
        r = self.random
        for _ in range(8):
            if kind == "PER":
                new = (r.choice(self.first), r.choice(self.last)) if len(words) > 1 else (r.choice(self.last),)
            elif kind == "LOC":
                new = r.choice(self.places)
            elif len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < 5:
                new = ("".join(r.choice("ABCDEFGHILMNOPRSTUV") for _ in words[0]),)
            else:
                new = self.company()
            if (new[0][0] in VOWELS) == (words[0][0] in VOWELS):
                break
        return new


def cut(name: str) -> tuple[str, ...]:
    """The words of a name."""
    return tuple(m[0] for m in WORD.finditer(name))


def known_places(lang: str) -> list[tuple[str, ...]]:
    """Countries, and the cities after which time zones are named, in the language's own spelling (Unicode CLDR)."""
    locale = Locale.parse(lang)
    countries = [name for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()]
    cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    return sorted({cut(name) for name in countries + cities if "(" not in name})


def companies(shared: Path) -> set[tuple[str, ...]]:
    """Names of companies from public lists."""
    folder = shared / "data" / "companies"
    found: set[tuple[str, ...]] = set()
    with (folder / "cleanco" / "tests" / "companies.csv").open(encoding="utf-8", newline="") as rows:
        found.update(cut(row[0]) for row in csv.reader(rows, delimiter=";") if row)
    with (folder / "dnb_name_matching" / "test" / "test_names.csv").open(encoding="utf-8", newline="") as rows:
        found.update(cut(row["company_name"]) for row in csv.DictReader(rows))
    with (folder / "reuters_ric_aliases.tsv").open(encoding="utf-8", newline="") as rows:
        found.update(cut(row["name"]) for row in csv.DictReader(rows, delimiter="\t") if int(row["count"]) > 1)
    return {w for w in found if w and w[0][0].isupper() and (w[-1][0].isalnum() or w[-1] == ".")}


def renamed(document: Sequence[Tagged], names: Names, share: float) -> list[Tagged]:
    """The document with about `share` of its names replaced, each form by the same one everywhere, short forms by parts of the full."""
    known: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    forms = sorted({(kind, one.words[a:b]) for one in document for kind, a, b in spans(one.tags)}, key=lambda f: (-len(f[1]), f))
    for kind, words in forms:
        fuller = [(k, w) for k, w in known if k == kind and len(w) > len(words) and (w[: len(words)] == words or w[-len(words) :] == words)]
        if fuller:
            old, new = fuller[0][1], known[fuller[0]]
            if new == old:
                known[kind, words] = words
            else:
                known[kind, words] = new[: max(1, min(len(words), len(new) - 1))] if old[: len(words)] == words else new[-1:]
        else:
            known[kind, words] = names.other(kind, words) if names.random.random() < share * SHARES[kind] else words
    out: list[Tagged] = []
    for one in document:
        words: list[str] = []
        tags: list[str] = []
        ways: list[tuple[int, frozenset[str]]] = []
        free = dict(one.ways)
        i = 0
        for kind, a, b in [*spans(one.tags), ("", len(one.words), len(one.words))]:
            words += one.words[i:a]
            tags += one.tags[i:a]
            if kind:
                new = known[kind, one.words[a:b]]
                if a in free:
                    new = one.words[a:b]
                    ways += [(len(words) + k, free[a + k]) for k in range(b - a)]
                words += new
                tags += [f"B-{kind}"] + [f"I-{kind}"] * (len(new) - 1)
            i = b
        out.append(Tagged(tuple(words), tuple(tags), tuple(ways)))
    return out


def recased(one: Tagged, lang: str, random: Random) -> Tagged:
    """A sentence as a headline: in capitals throughout, or (English) With A Capital On Each Word."""
    if lang == "en" and random.random() < 0.6:
        small = {"a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by"}
        words = [w if w in small and random.random() < 0.8 else w[:1].upper() + w[1:] for w in one.words]
    else:
        words = [w.upper() for w in one.words]
    return Tagged(tuple(words), one.tags, one.ways)
