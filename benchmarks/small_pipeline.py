"""A spaCy pipeline of the small size with random weights, to measure beside bearhug.

It has the parts of the small models that spaCy publishes (tagger, parser and name tagger over convolutions of
width 96 and depth 4) and as many labels as they have. What it says is nonsense; the time it takes is theirs.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example

if TYPE_CHECKING:
    from spacy.language import Language

WIDTH, DEPTH = 96, 4
TAGS, ARCS, KINDS = 50, 45, 18  # labels of the small English model
SENTENCES, WORDS = 60, 12  # made-up examples, from which spaCy learns its labels
VECTORS = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def build(lang: str) -> Language:
    """The pipeline for a language."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank(lang)
    nlp.add_pipe("tok2vec", config={"model": VECTORS})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": SHARED, "nO": None}})
    nlp.add_pipe("parser", config={"model": _steps("parser", SHARED), "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": _steps("ner", VECTORS)})
    nlp.initialize(lambda: _examples(nlp))
    return nlp


def _steps(task: str, vectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": task,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": vectors,
    }


def _examples(nlp: Language) -> list[Example]:
    """Made-up sentences in which every label stands often enough to count."""
    chance = random.Random(0)
    found = []
    for number in range(SENTENCES):
        words = [f"w{chance.randrange(500)}" for _ in range(WORDS)]
        heads = [0, *(i - 1 for i in range(1, WORDS))] if number % 2 else [*(i + 1 for i in range(WORDS - 1)), WORDS - 1]
        told = {
            "words": words,
            "tags": [f"T{(number * WORDS + i) % TAGS}" for i in range(WORDS)],
            "heads": heads,
            "deps": ["ROOT" if heads[i] == i else f"d{(number * WORDS + i) % ARCS}" for i in range(WORDS)],
            "entities": [f"U-K{(number + i) % KINDS}" if i % 3 == 0 else "O" for i in range(WORDS)],
        }
        found.append(Example.from_dict(Doc(nlp.vocab, words=words), told))
    return found
