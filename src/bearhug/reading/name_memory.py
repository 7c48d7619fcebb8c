"""What one article has taught about its names: their forms, short and full, and the kind of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bearhug.model.mention import NameKind
from bearhug.reading.name_words import NameWords
from bearhug.reading.tagger import KINDS

Key = tuple[str, ...]
HEADLINE_SHARE = 4  # a kind seen in a headline counts this many times less


class Memory:
    """The forms of names met in one article. First `learn` all, then `settle`, then `recall`."""

    def __init__(self, words: NameWords) -> None:
        """Begin empty, with the language's words around names."""
        self._words = words
        self._votes: dict[Key, list[int]] = {}
        self._kinds: dict[Key, NameKind] = {}
        # for each first word the lengths of the forms, the longest first; and for each form in lower case the form
        self._lengths: dict[str, list[int]] = {}
        self._folded_lengths: dict[str, list[int]] = {}
        self._folded: dict[Key, Key] = {}

    def learn(self, key: Key, kind: NameKind, evidence: Sequence[int], headline: bool) -> None:
        """Note one place of a name."""
        votes = self._votes.setdefault(key, [0] * len(KINDS))
        share = HEADLINE_SHARE if headline else 1
        for k, amount in enumerate(evidence):
            votes[k] += amount // share
        votes[KINDS.index(kind)] += 200 // share

    def settle(self) -> None:
        """Decide each form's kind and work out the short forms."""
        for key, votes in self._votes.items():
            self._kinds[key] = KINDS[votes.index(max(votes))]
        fuller: dict[Key, list[Key]] = defaultdict(list)
        for key, kind in list(self._kinds.items()):
            for short in self._short_forms(key, kind):
                fuller[short].append(key)
        for short, keys in fuller.items():
            kinds = {self._kinds[key] for key in keys}
            if len(kinds) == 1:
                kind = next(iter(kinds))
                own = self._votes.get(short)
                if own is None or self._gives_way(own, kind, sum(self._votes[key][KINDS.index(kind)] for key in keys)):
                    self._kinds[short] = kind
            elif short not in self._kinds:
                strength = {key: max(self._votes[key]) for key in keys}
                self._kinds[short] = self._kinds[max(keys, key=lambda key: strength[key])]
        for key in self._kinds:
            folded = tuple(word.casefold() for word in key)
            self._folded.setdefault(folded, key)
            for lengths, first in ((self._lengths, key[0]), (self._folded_lengths, folded[0])):
                known = lengths.setdefault(first, [])
                if len(key) not in known:
                    known.append(len(key))
                    known.sort(reverse=True)

    @staticmethod
    def _gives_way(own: Sequence[int], kind: NameKind, fuller: int) -> bool:
        """Whether a short form's own signs are weak enough to follow its fuller form."""
        return max(own) - own[KINDS.index(kind)] < max(fuller, 300)

    def _short_forms(self, key: Key, kind: NameKind) -> Iterator[Key]:
        words = self._words
        if len(key) < 2:
            return
        if kind == "PER":
            surname = len(key) - 1
            while surname > 1 and key[surname - 1].casefold() in words.links:
                surname -= 1
            yield key[surname:]
            if surname != len(key) - 1 and key[-1][0].isupper():
                yield key[-1:]
        elif kind == "ORG":
            last = len(key)
            while last > 1 and (words.is_legal(key[last - 1]) or key[last - 1] in (*words.joined, *words.partners, ",")):
                last -= 1
            if last < len(key):
                yield key[:last]
            first = 1 if key[0].casefold() in words.own_articles else 0
            core = key[first:last]
            while len(core) > 1 and core[-1].casefold() in words.generic:
                core = core[:-1]
                if self._tells(core):
                    yield core
            if (
                len(core) > 1
                and core[0].casefold() in words.generic | words.heads
                and self._tells(core[1:])
                and core[1].casefold() not in words.links
            ):
                yield core[1:]
            if first and self._tells(core):
                yield core

    def _tells(self, core: Key) -> bool:
        """Whether the words, alone, still say which company."""
        words = self._words
        if len(core) == 1:
            lower = core[0].casefold()
            return (
                len(core[0]) > 2 and core[0][0].isupper() and not (lower in words.generic or lower in words.heads or lower in words.common)
            )
        return core[-1].casefold() not in words.links

    def recall(self, text: Sequence[str], headline: bool) -> Iterator[tuple[int, int, NameKind, tuple[int, ...]]]:
        """First and last word, kind, and no evidence, of each place in a sentence where a known form stands, the longest first."""
        i = 0
        while i < len(text):
            key = self._at(text, i, headline)
            if key is None:
                i += 1
                continue
            yield i, i + len(key) - 1, self._kinds[key], ()
            i += len(key)

    def _at(self, text: Sequence[str], i: int, headline: bool) -> Key | None:
        word = text[i]
        if "’" in word:
            word = word.replace("’", "'")
        for length in self._lengths.get(word, ()):
            key = (word,) if length == 1 else tuple(w.replace("’", "'") for w in text[i : i + length])
            if key in self._kinds:
                return key
        if headline or (word.isupper() and len(word) > 3):
            for length in self._folded_lengths.get(word.casefold(), ()):
                folded = tuple(w.replace("’", "'").casefold() for w in text[i : i + length])
                if folded in self._folded:
                    return self._folded[folded]
        return None

    def kind(self, key: Key, otherwise: NameKind) -> NameKind:
        """The kind that the article as a whole gives this form."""
        if key in self._kinds:
            return self._kinds[key]
        known = self._folded.get(tuple(word.casefold() for word in key))
        return self._kinds[known] if known is not None else otherwise
