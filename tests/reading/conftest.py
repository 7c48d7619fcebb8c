"""Fixtures for rules that see names already found: `lay` takes an article whose names stand in brackets."""

import re
from collections.abc import Callable

import pytest

from bearhug.languages.pack import load
from bearhug.model.article import Article
from bearhug.model.mention import NameMention
from bearhug.model.span import Span
from bearhug.reading import quotations, scene

KINDS = {"[": "ORG", "{": "PER", "<": "LOC"}
MARKED = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}|<([^>]+)>")


def unmarked(marked: str, where: str) -> tuple[str, list[NameMention]]:
    """The plain words and the names of "[Dargelle] rachète la chaîne de {Luc Amade} à <Lille>"."""
    plain, names, last = "", [], 0
    for found in MARKED.finditer(marked):
        plain += marked[last : found.start()]
        name = found[1] or found[2] or found[3]
        names.append(NameMention(Span(where, len(plain), len(plain) + len(name)), name, KINDS[found[0][0]]))
        plain += name
        last = found.end()
    return plain + marked[last:], names


@pytest.fixture
def lay(monkeypatch) -> Callable[..., scene.Scene]:
    """Lays out an article; its names are those in [organisation], {person} and <place> brackets, and no others."""

    def build(text: str, lang: str, title: str = "") -> scene.Scene:
        plain, names = unmarked(text, "text")
        head, titled = unmarked(title, "title")
        article, pack = Article("a", plain, title=head, lang=lang), load(lang)
        monkeypatch.setattr(scene.names, "find", lambda *_: tuple(titled + names))
        return scene.build(article, pack, quotations.find(article, pack))

    return build
