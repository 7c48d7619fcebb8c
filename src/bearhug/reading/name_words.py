"""The words around and inside names, as one language's pack lists them, ready to look up."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bearhug.languages.pack import Pack


@dataclass(frozen=True, eq=False)
class NameWords:
    """Sets of words in lower case, except `legal`, which are kept as written."""

    honorifics: frozenset[str]
    articles: frozenset[str]
    own_articles: frozenset[str]
    links: frozenset[str]
    firm_links: frozenset[str]
    heads: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    formed: frozenset[str]
    seats: frozenset[str]
    titles: frozenset[str]
    legal: frozenset[str]
    joined: frozenset[str]
    partners: frozenset[str]

    def is_legal(self, word: str) -> bool:
        """Whether the word closes a company's full name; in a headline in capitals too."""
        return word in self.legal or (word.isupper() and len(word) > 2 and word.capitalize() in self.legal)


@cache
def name_words(pack: Pack) -> NameWords:
    """The words of the pack's `names.toml`, with the legal forms of all languages."""
    table = pack.table("names")
    legal = tomllib.loads((files("bearhug.languages") / "legal_forms.toml").read_text(encoding="utf-8"))
    lower = {key: frozenset(word.casefold() for word in table[key]) for key in table}
    sets = [
        lower[key]
        for key in (
            "honorifics",
            "articles",
            "own_articles",
            "links",
            "firm_links",
            "heads",
            "generic",
            "common",
            "formed",
            "seats",
            "titles",
        )
    ]
    return NameWords(*sets, *(frozenset(legal[key]) for key in ("after", "joined", "partners")))
