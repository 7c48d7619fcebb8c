"""Annotated articles as training sees them: gold deals matched to the parties of a scene."""

import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bearhug.languages import pack
from bearhug.model.article import Article
from bearhug.reading import quotations, statements
from bearhug.reading.roles import ROLES
from bearhug.reading.scene import Actor, Scene, build
from bearhug.reading.tagger import Tagger, unpack

OWN = Path(__file__).parent / "articles"
SETS = ("written", "written2", "real")


def scorer(shared: Path) -> ModuleType:
    """The bench's scorer: its sense of "same name" and "same sum" is what training learns to meet."""
    spec = importlib.util.spec_from_file_location("bench_score", shared / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article laid out for reading."""

    gold: dict[str, Any]
    scene: Scene

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self.gold["id"])


def articles(shared: Path, languages: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The annotated articles of bench/tune and our own of training/articles in these languages, in file order."""
    for language in languages:
        for name in SETS:
            path = shared / "bench" / "tune" / f"{name}-{language}.jsonl"
            if path.exists():
                yield from _lines(path)
        if language == "fr":
            yield from _lines(shared / "bench" / "founding.jsonl")
        for path in sorted(OWN.glob(f"{language}-*.jsonl")):
            yield from _lines(path)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def article_of(gold: dict[str, Any]) -> Article:
    """The article of an annotation."""
    return Article(gold["id"], gold["text"], gold["title"] or "", gold["date"], gold["publisher"], None, gold["lang"])


def unseen(folds: Path, lang: str) -> dict[str, Tagger]:
    """For each annotated article a name tagger that was not fitted on it, as `training.names --folds 4 --keep` leaves them."""
    found: dict[str, Tagger] = {}
    for path in sorted(folds.glob(f"names-{lang}-*.npz")):
        tagger = unpack(path.read_bytes())
        held = path.with_name(path.name.replace("names", "held")).with_suffix(".txt").read_text(encoding="utf-8").split("\n")
        found.update(dict.fromkeys(held, tagger))
    return found


def examples(shared: Path, languages: Iterable[str], folds: Path | None = None) -> list[Example]:
    """Every annotated article with its scene, its names found by a tagger that has not seen it where `folds` holds such taggers."""
    found = []
    for language in languages:
        taggers = unseen(folds, language) if folds else {}
        for gold in articles(shared, [language]):
            article, words = article_of(gold), pack.load(language)
            quoted = quotations.find(article, words)
            said = statements.find(article, words, quoted)
            found.append(Example(gold, build(article, words, quoted, said, taggers.get(gold["id"]))))
    return found


class Gold:
    """Gold deals of one article against the parties of its scene."""

    def __init__(self, example: Example, score: ModuleType) -> None:
        self.same = score.same_name
        self.tokens = score.tokens
        self.scene = example.scene
        self.deals = example.gold["deals"]
        names = {n for d in self.deals for f in ("bidders", "backers", "sellers", "advisers", "reported_by") for n in d[f]}
        self.found = {name: self._party(name) for name in names | {d["target"] for d in self.deals if d["target"]}}

    def _party(self, name: str) -> int | None:
        """The one party that a gold name names best: by an equal form first, then by the words they share."""
        forms = name.split("|")
        wanted = [set(self.tokens(form)) for form in forms]
        best: tuple[float, int] | None = None
        for number, party in enumerate(self.scene.parties):
            texts = [party.name, *(self.scene.names[m].text for m in party.mentions)]
            score = max((2.0 - i * 0.01 for i, form in enumerate(forms) if form in texts), default=0.0)
            if not score and self.same(name, party.name):
                own = set(self.tokens(party.name))
                score = max(2 * len(own & w) / max(len(own) + len(w), 1) for w in wanted)
                score = max(score, 0.01)
            if score and (best is None or score > best[0]):
                best = (score, number)
        return best[1] if best else None

    def is_party(self, gold_name: str, party: int) -> bool:
        """Whether a gold name names a party."""
        return self.found[gold_name] == party

    def roles(self, party: int) -> list[tuple[str, int]]:
        """The (role, deal number) pairs of a party."""
        found = []
        for number, deal in enumerate(self.deals):
            for role, names in (
                ("target", [deal["target"]] if deal["target"] else []),
                ("bidder", deal["bidders"]),
                ("seller", deal["sellers"]),
                ("backer", deal["backers"]),
                ("adviser", deal["advisers"]),
                ("outlet", deal["reported_by"]),
            ):
                if any(self.is_party(name, party) for name in names):
                    found.append((role, number))
        return found

    def role_of(self, actor: Actor, others: set[int]) -> str | None:
        """The one role of an actor in its sentence, "none", or None where gold leaves it open."""
        told = self.roles(actor.party)
        kinds = {role for role, _ in told}
        if len(kinds) <= 1:
            return next(iter(kinds), "none")
        # more than one role in the article: the deal whose other side stands in the same sentence decides
        near = set()
        for role, number in told:
            deal = self.deals[number]
            partners = (
                [deal["target"] or ""]
                if role == "bidder"
                else deal["bidders"]
                if role == "target"
                else [deal["target"] or "", *deal["bidders"]]
            )
            if any(name and self.is_party(name, other) for name in partners for other in others):
                near.add(role)
        return next(iter(near)) if len(near) == 1 else None

    def pair_deal(self, bidder: int, target: int) -> int | None:
        """The number of the gold deal of a pair, if it is one."""
        for number, deal in enumerate(self.deals):
            if deal["target"] and self.is_party(deal["target"], target) and any(self.is_party(b, bidder) for b in deal["bidders"]):
                return number
        return None

    def tie(self, first: int, second: int) -> str:
        """What gold says that one party does to another: "bids", "sells", "backs", "advises" or "no"."""
        if self.pair_deal(first, second) is not None:
            return "bids"
        for deal in self.deals:
            target = deal["target"] and self.is_party(deal["target"], second)
            bidder = any(self.is_party(b, second) for b in deal["bidders"])
            if target and any(self.is_party(s, first) for s in deal["sellers"]):
                return "sells"
            if bidder and any(self.is_party(b, first) for b in deal["backers"]):
                return "backs"
            if (target or bidder) and any(self.is_party(a, first) for a in deal["advisers"]):
                return "advises"
        return "no"


assert set(ROLES) == {"none", "bidder", "target", "seller", "backer", "adviser", "outlet"}
