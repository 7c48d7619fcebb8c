"""The tagger's promises: whole-number results that do not depend on company, order or memory. What it finds is tested in test_names."""

import numpy as np
import pytest

from bearhug.reading import tagger
from bearhug.reading.tagger import KINDS, TAGS, Tagger, load, possible
from bearhug.reading.word_features import BUCKETS, PAIRS, UNARY, describe, unary

LANGS = ["en", "fr"]
TEXT = """Calloway Foods Inc agreed to buy Brightwater plc for $ 2 billion .
Brightwater shares rose 12 % in London .
" We are delighted , " said Jane Holloway , its chief executive .
Yes ."""
ENGLISH = [line.split() for line in TEXT.splitlines()]


@pytest.mark.parametrize("lang", LANGS)
def test_tags_every_word_and_never_continues_what_has_not_begun(lang):
    for words, tags in zip(ENGLISH, load(lang).tag(ENGLISH), strict=True):
        assert len(words) == len(tags)
        allowed = possible()
        for before, after in zip(["O", *tags], tags, strict=False):
            assert allowed[TAGS.index(before), TAGS.index(after)]


def test_known_sentence():
    tags = load("en").tag(ENGLISH)
    assert tags[0][:3] == ["B-ORG", "I-ORG", "I-ORG"]
    assert [tag for tag in tags[2] if tag != "O"] == ["B-PER", "I-PER"]
    assert tags[3] == ["O", "O"]


@pytest.mark.parametrize("sentences", [[], [[]], [[], ["Yes"], []]])
def test_empty_sentences(sentences):
    assert [len(tags) for tags in load("en").tag(sentences)] == [len(words) for words in sentences]


def test_same_result_whatever_was_read_before(monkeypatch):
    first = load("en")
    expected = first.tag(ENGLISH)
    again = Tagger(first._weights, first._steps)
    assert again.tag(ENGLISH) == expected
    monkeypatch.setattr(tagger, "CACHED_WORDS", 20)  # forgets between articles
    small = Tagger(first._weights, first._steps)
    for _ in range(3):
        small.tag([["Acme", "Widgets", "of", "Ohio"], ["nothing", "new"] * 12])
        assert small.tag(ENGLISH) == expected


def test_scores_are_whole_numbers():
    for words, tagging in zip(ENGLISH, load("en").read(ENGLISH), strict=True):
        assert tagging.scores.dtype == np.int32
        assert tagging.scores.shape == (len(words), len(TAGS))


@pytest.mark.parametrize("lang", LANGS)
def test_weights_are_small(lang):
    path = tagger.files("bearhug.reading") / "weights" / f"names-{lang}.npz"
    assert len(path.read_bytes()) <= 2_000_000


def test_signs_do_not_move():
    # weights are only worth something as long as every sign keeps its bucket
    hashes, flags = describe(["OpenAI", "97,4", "l’"])
    assert flags.tolist() == [13, 0, 4]
    assert unary(hashes)[:, :3].tolist() == SIGNS
    assert (unary(hashes) < BUCKETS).all()
    assert (len(UNARY), PAIRS, len(KINDS)) == (23, 15, 4)


SIGNS = [[222211, 25782, 122889], [258121, 36203, 138516], [16902, 57592, 19571]]
