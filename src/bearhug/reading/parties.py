"""Gathers the mentions of one article into parties: each person, company or thing once, with all the places that name it."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bearhug.languages import pack as packs
from bearhug.model.article import Article
from bearhug.model.mention import NameKind, NameMention
from bearhug.reading.name_words import NameWords, name_words

Key = tuple[str, ...]
DEFINES = re.compile(r"""[^()\w]{0,4}\((?:\w+ )?(?:the |le |la |l['’]|ci-après )?(?P<mark>["“«‘][\s\u00a0]?)?""")
CLOSES = re.compile(r"""[\s\u00a0]?["”»’]?[),]| or | ou """)
INITIALS = 6  # letters of the longest short form that is made of initials
CROWD = 100  # forms that share a word and are compared with a shorter one; an article that has more is a list
SMALL = frozenset({"the", "le", "la", "les", "l", "of", "de", "du", "des", "d", "and", "et", "for", "in", "a", "an"})


@dataclass(frozen=True, slots=True)
class Party:
    """One entity: the fullest form the article uses, its kind, and which mentions name it, in reading order."""

    name: str
    kind: NameKind
    mentions: tuple[int, ...]


@dataclass(slots=True)
class _Form:
    """One way to write a name."""

    key: Key
    initials: str
    kind: NameKind
    mentions: list[int]
    told: int  # its first place in the text; titles come first but explain nothing


def group(mentions: Sequence[NameMention], article: Article) -> tuple[Party, ...]:
    """The parties of the article, in the order in which they first appear.

    Short forms join the fuller form they shorten ("Musk" and "Elon Musk", "IBM" and "International Business
    Machines Corp"); a surname shared by a person and a company goes with the one of its own kind.
    """
    words = name_words(packs.load(article.lang if article.lang in packs.available() else "en"))
    forms = _forms(mentions, words)
    head: dict[int, int] = {}
    related = _Related(forms)
    for i, form in enumerate(forms):
        fuller = [j for j in related.of(form) if j != i and _shortens(form, forms[j], words)]
        if fuller:
            head[i] = _nearest(form, fuller, forms)
    _join_defined(forms, mentions, article, head)
    clusters: dict[int, list[int]] = defaultdict(list)
    for i in range(len(forms)):
        root = i
        seen = {i}
        while root in head and head[root] not in seen:
            root = head[root]
            seen.add(root)
        clusters[root].extend(forms[i].mentions)
    parties = [_party(sorted(places), forms[root].kind, mentions) for root, places in clusters.items()]
    return tuple(sorted(parties, key=lambda party: party.mentions[0]))


class _Related:
    """Finds the forms that another may shorten, so that not every two are compared: they share a word, or it may be their initials."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_initials: dict[str, list[int]] = defaultdict(list)
        for i, form in enumerate(forms):
            for word in set(form.key):
                self.by_word[word].append(i)
            if len(form.key) > 1 and form.kind != "PER":
                own = "".join(word[0] for word in form.key)
                for initials in {own, *(form.initials[:length] for length in range(3, INITIALS + 1)), form.initials}:
                    self.by_initials[initials].append(i)

    def of(self, form: _Form) -> list[int]:
        """The numbers of the forms that `form` may shorten, in order."""
        found = {*self.by_word[form.key[0]][:CROWD], *self.by_word[form.key[-1]][:CROWD]}
        if len(form.key) == 1:
            found.update(self.by_initials.get(form.key[0], ())[:CROWD])
        return sorted(found)


def _join_defined(forms: Sequence[_Form], mentions: Sequence[NameMention], article: Article, head: dict[int, int]) -> None:
    """Join the short names that a bracket gives at once: 'John Wood Group PLC ("Wood")', "Bank of Baroda (BoB)"."""
    of = {place: i for i, form in enumerate(forms) for place in form.mentions}
    for place, (full, short) in enumerate(pairwise(mentions)):
        a, b = of[place], of[place + 1]
        if a == b or full.span.where != short.span.where or b in head or head.get(a) == b:
            continue
        text = article.part(full.span.where)
        opening = DEFINES.fullmatch(text[full.span.end : short.span.start][:40])
        if opening is None or not CLOSES.match(text, short.span.end):
            continue
        related = any(word in forms[a].key for word in forms[b].key) or forms[b].key[0][:1] == forms[a].key[0][:1]
        if opening["mark"] or (related and len(short.text) < len(full.text)):
            head[b] = a


def _party(places: list[int], kind: NameKind, mentions: Sequence[NameMention]) -> Party:
    count = Counter(mentions[i].text for i in places)
    # the longest form; in capitals throughout only where nothing else is there
    name = max(count, key=lambda text: (not (text.isupper() and len(text) > 5), len(text), count[text]))
    return Party(name, kind, tuple(places))


def _forms(mentions: Sequence[NameMention], words: NameWords) -> list[_Form]:
    """The different ways in which names are written, legal forms, accents and case aside.

    Places that tell of a person stay apart from those that tell of anything else; among the latter the commonest kind counts for all.
    """
    places: dict[Key, dict[NameKind, list[int]]] = defaultdict(lambda: defaultdict(list))
    initials: dict[Key, str] = {}
    for i, mention in enumerate(mentions):
        key = _key(mention.text, words)
        places[key][mention.kind].append(i)
        initials.setdefault(key, _initials(mention.text))
    forms: list[_Form] = []
    for key, kinds in places.items():
        company = [kind for kind in kinds if kind != "PER"]
        if company:
            kind = max(company, key=lambda kind: len(kinds[kind]))
            found = [i for other in company for i in kinds[other]]
            forms.append(_Form(key, initials[key], kind, found, _told(found, mentions)))
        if "PER" in kinds:
            forms.append(_Form(key, initials[key], "PER", kinds["PER"], _told(kinds["PER"], mentions)))
    return forms


def _told(places: Sequence[int], mentions: Sequence[NameMention]) -> int:
    return min((i for i in places if mentions[i].span.where == "text"), default=len(mentions))


@cache
def _plain(word: str) -> str:
    text = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(c for c in text if not unicodedata.combining(c))


def _words(text: str) -> list[str]:
    for mark in "'’-,/()":
        text = text.replace(mark, " ")
    return [word for word in text.split() if word != "&"]


def _key(text: str, words: NameWords) -> Key:
    kept = [word for word in _words(text) if not words.is_legal(word)]
    plain = [_plain(word.strip(".")).replace(".", "") for word in kept or _words(text)]
    return tuple(word for word in plain if word and word not in SMALL) or tuple(plain) or (text,)


def _initials(text: str) -> str:
    return "".join(_plain(word)[0] for word in _words(text) if word[0].isalnum() and (word[0].isupper() or word[0].isdigit()))


def _shortens(short: _Form, full: _Form, words: NameWords) -> bool:
    """Whether `short` is a way to write `full` in fewer words."""
    if (short.kind == "PER") != (full.kind == "PER"):
        return False
    a, b = short.key, full.key
    if len(a) == 1 and len(b) > 1 and 1 < len(a[0]) <= INITIALS and full.kind != "PER":
        own = "".join(word[0] for word in b)
        if a[0] in (full.initials, own) or (len(a[0]) > 2 and full.initials.startswith(a[0])):
            return True
    if len(a) == len(b) == 2 and short.kind == "PER" and a[1] == b[1] and len(a[0]) > 2:
        return a[0] != b[0] and b[0].startswith(a[0])  # "Ken Lewis", "Kenneth Lewis"
    if len(a) >= len(b):
        return False
    if short.kind == "PER" and len(a) == 1 == len(b) - 1:
        return a[0] == b[1] or (a[0] == b[0] and len(a[0]) > 2)
    if short.kind == "PER":
        return a == b[-len(a) :] or (a[0] == b[0] and a[-1] == b[-1]) or (len(a) == 1 and a[0] == b[0] and len(a[0]) > 2)
    if "LOC" in (short.kind, full.kind):
        return False
    rest = _rest(a, b)
    if rest is None:
        return False
    bare = all(word in _generic(words) for word in a)
    if bare:
        return False
    if all(word in _generic(words) for word in rest):
        return True
    # "Calloway" after "Calloway Foods", "Shell" after "Royal Dutch Shell": the text, not the title, says which came first
    edge = a == b[: len(a)] or (a == b[-len(a) :] and len(a[-1]) > 3)
    return edge and full.told < short.told


@cache
def _generic(words: NameWords) -> frozenset[str]:
    return frozenset(map(_plain, words.generic | words.heads))


def _rest(a: Key, b: Key) -> Key | None:
    """The words of `b` around `a`, if `a` stands in it in one piece."""
    for i in range(len(b) - len(a) + 1):
        if b[i : i + len(a)] == a:
            return b[:i] + b[i + len(a) :]
    return None


def _nearest(form: _Form, fuller: list[int], forms: list[_Form]) -> int:
    """The fuller form last told before the short one's first place, else the one told soonest after."""
    first = form.mentions[0]

    def place(j: int) -> tuple[bool, int]:
        before = [i for i in forms[j].mentions if i < first]
        return (not before, first - before[-1] if before else forms[j].mentions[0])

    return min(fuller, key=place)
