"""Finds the phrases of a table among a sentence's words: the longest phrase at each place wins."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Label = TypeVar("Label")


def key(text: str) -> tuple[str, ...]:
    """The words of a phrase as the finder compares them: lower case, straight apostrophes, elisions apart."""
    return tuple(text.replace("’", "'").casefold().split())


@dataclass(frozen=True, eq=False)
class Phrases(Generic[Label]):
    """A table of phrases, each with a label; a label of None marks a phrase that hides the shorter ones inside it."""

    table: Mapping[tuple[str, ...], Label | None]
    longest: Mapping[str, int]  # for each first word, how many words the longest phrase has

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Label]]:
        """First word, last word and label of each phrase, in order; `words` are as `key` makes them."""
        table, longest = self.table, self.longest
        i, n = 0, len(words)
        while i < n:
            most = longest.get(words[i])
            if most is not None:
                for length in range(min(most, n - i), 0, -1):
                    words_here = tuple(words[i : i + length])
                    if words_here in table:
                        label = table[words_here]
                        if label is not None:
                            yield i, i + length - 1, label
                        i += length - 1
                        break
            i += 1

    def find_all(self, words: Sequence[str]) -> Iterator[tuple[int, int, Label]]:
        """Like `find`, but phrases inside and across one another count too."""
        table, longest = self.table, self.longest
        for i, word in enumerate(words):
            for length in range(1, min(longest.get(word, 0), len(words) - i) + 1):
                label = table.get(tuple(words[i : i + length]))
                if label is not None:
                    yield i, i + length - 1, label


def compile_table(entries: Iterable[tuple[str, Label | None]]) -> Phrases[Label]:
    """A finder over (phrase, label) entries; the first label given to a phrase stays, None overrides all."""
    table: dict[tuple[str, ...], Label | None] = {}
    longest: dict[str, int] = {}
    for text, label in entries:
        words = key(text)
        if label is None:
            table[words] = None
        else:
            table.setdefault(words, label)
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Phrases(table, longest)
