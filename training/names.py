"""Fits the name taggers that ship: `python -m training.names --shared FOLDER [--lang fr] [--folds 4]`.

FOLDER holds the corpora that DATA.md lists. Without --folds, writes `src/bearhug/reading/weights/names-<lang>.npz`;
with it, measures by cross-validation over our annotated articles and writes nothing. Same input, same bytes.
"""

import argparse
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from bearhug.languages.pack import Pack, load
from bearhug.reading.names import find_with
from bearhug.reading.sentences import split
from bearhug.reading.tagger import Tagger, unpack
from training.augment import Names, recased, renamed
from training.corpora import Tagged, allowed, articles, in_domain, open_corpora
from training.crf import Learner, Sample, signs
from training.measure import Counts, count, parties, placed, recalled, spans, table

CORPORA = ("ours", "wiki", "gold", "old")
SCALE = 64
HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parent / "src" / "bearhug" / "reading" / "weights"
# how often a capitalised word hides its own signs, any word its context, and any sign itself; and how fast a corpus gets habits of its own
DROP_OPEN = (0.1, 0.05, 0.1, 0.5)
DROP_OURS = (0.25, 0.05, 0.1, 0.1)

Documents = Sequence[Sequence[Tagged]]


def sample(documents: Documents, corpus: str) -> Sample:
    """Documents as numbers."""
    sentences = [one for document in documents for one in document]
    lengths = [len(one.words) for one in sentences]
    return Sample(
        signs([[one.words for one in document] for document in documents]),
        np.array([bits for one in sentences for bits in allowed(one)], dtype=np.int32),
        np.array([not word[:1].islower() for one in sentences for word in one.words]),
        np.r_[0, np.cumsum(lengths)].astype(np.int64),
        np.full(len(sentences), CORPORA.index(corpus), dtype=np.int64),
    )


def joined(samples: Sequence[Sample]) -> Sample:
    """Samples one after the other."""
    sizes = np.cumsum([0] + [len(s.ways) for s in samples])
    starts = [s.starts[:-1] + size for s, size in zip(samples, sizes, strict=False)]
    return Sample(
        np.concatenate([s.signs for s in samples]),
        np.concatenate([s.ways for s in samples]),
        np.concatenate([s.capital for s in samples]),
        np.r_[np.concatenate(starts), sizes[-1]].astype(np.int64),
        np.concatenate([s.corpus for s in samples]),
    )


def base(open_sample: Sample, epochs: int = 4) -> Learner:
    """A learner that has seen the open corpora."""
    learner = Learner(len(CORPORA))
    for epoch in range(epochs):
        order = np.random.default_rng(epoch).permutation(len(open_sample.corpus))
        loss = learner.epoch(open_sample, order, 0.15, DROP_OPEN, epoch)
        print(f"  open corpora, pass {epoch + 1}: loss {loss:.4f} per word", flush=True)
    return learner


def ours(documents: Documents, names: Names, lang: str, copies: int, random: Random) -> Sample:
    """Our annotated articles, as they are and in copies with other names and other letter cases."""
    out: list[list[Tagged]] = []
    for document in documents:
        for copy in range(1 + copies):
            new = list(document) if copy == 0 else renamed(document, names, 0.85)
            out.append(new)
            # headlines in other cases stand beside a body in the usual one
            if copy % 2 == 0 and new:
                out.append([recased(new[0], lang, random), *new[1:4]])
    return sample(out, "ours")


def adapt(learner: Learner, own: Sample, open_sample: Sample, epochs: int = 5, share: int = 16) -> Learner:
    """Go on with our articles and, each time, one part in `share` of the open corpora."""
    both = joined([own, open_sample])
    average = np.zeros_like(learner.weights[0])
    steps = np.zeros_like(learner.steps)
    counted = 0
    for epoch in range(epochs):
        random = np.random.default_rng(1000 + epoch)
        extra = len(own.corpus) + random.permutation(len(open_sample.corpus))[: len(open_sample.corpus) // share]
        order = random.permutation(np.r_[np.arange(len(own.corpus)), extra])
        loss = learner.epoch(both, order, 0.15 if epoch < epochs // 2 else 0.08, DROP_OURS, 1000 + epoch)
        if epoch >= epochs // 2:
            average += learner.summed(CORPORA.index("ours"))
            steps += learner.steps
            counted += 1
    print(f"  with our articles: loss {loss:.4f} per word", flush=True)
    learner.weights[0] = average / counted
    learner.weights[1 + CORPORA.index("ours")] = 0
    learner.steps = steps / counted
    return learner


def pack_weights(learner: Learner, least: int = 6) -> bytes:
    """The weights as whole numbers in a small file: rows whose weights all stay under `least` are left out."""
    whole = np.rint(learner.summed(CORPORA.index("ours")) * SCALE)
    rows = np.clip(whole, -32767, 32767).astype(np.int16)
    rows[np.abs(rows) < 2] = 0
    kept = np.flatnonzero(np.abs(rows).max(axis=1) >= least)
    arrays = {
        "gaps": np.diff(kept, prepend=0).astype(np.uint16),
        "rows": rows[kept],
        "steps": np.rint(learner.steps * SCALE).astype(np.int16),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, array in arrays.items():
            data = io.BytesIO()
            np.save(data, array)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (2000, 1, 1, 0, 0, 0)), data.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def tested(
    fitted: Tagger, shared: Path, pack: Pack, notes: Mapping[str, Sequence[Tagged]], held: Iterable[str], tags: Counts, names: Counts
) -> None:
    """Adds how the tagger, and `names.find` on top of it, did on articles that the tagger has not seen."""
    texts, wanted = articles(shared, pack.lang), parties(shared, pack.lang)
    for i in sorted(held):
        sentences = split(texts[i], pack)
        mentions = find_with(fitted, sentences, texts[i], pack)
        for sentence, one, tagged in zip(sentences, notes[i], fitted.tag([s.words for s in sentences]), strict=True):
            count(one, spans(tagged), tags)
            count(one, placed(sentence, mentions), names)
        recalled(wanted.get(i, ()), mentions, names)


def main() -> None:
    """Train or measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--lang", action="append")
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--only", type=int, default=0, help="measure on this many of the folds")
    options.add_argument("--keep", type=Path, help="with --folds: write each fold's weights and the ids it has not seen here")
    options.add_argument("--copies", type=int, default=3)
    asked = options.parse_args()
    for lang in asked.lang or ("fr", "en"):
        pack = load(lang)
        corpora = open_corpora(asked.shared, lang)
        notes = in_domain(asked.shared, HERE / "names" / f"tune-{lang}.jsonl", pack)
        print(f"{lang}: {len(notes)} annotated articles", flush=True)
        open_sample = joined([sample([[one] for one in some], sort) for sort, some in corpora.items()])
        names = Names(asked.shared, lang, corpora["wiki"], Random(7))
        learner = base(open_sample)
        ids = sorted(notes)
        Random(3).shuffle(ids)
        if asked.folds:
            tags: Counts = Counter()
            found: Counts = Counter()
            for fold in range(asked.only or asked.folds):
                held = set(ids[fold :: asked.folds])
                own = ours([notes[i] for i in ids if i not in held], names, lang, asked.copies, Random(5))
                packed = pack_weights(adapt(learner.copy(), own, open_sample))
                if asked.keep:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / f"names-{lang}-{fold}.npz").write_bytes(packed)
                    (asked.keep / f"held-{lang}-{fold}.txt").write_text("\n".join(sorted(held)), encoding="utf-8")
                tested(unpack(packed), asked.shared, pack, notes, held, tags, found)
            print(f"tagger\n{table(tags)}\nnames.find\n{table(found)}", flush=True)
        else:
            own = ours([notes[i] for i in ids], names, lang, asked.copies, Random(5))
            WEIGHTS.mkdir(exist_ok=True)
            packed = pack_weights(adapt(learner, own, open_sample))
            (WEIGHTS / f"names-{lang}.npz").write_bytes(packed)
            print(f"  wrote {len(packed):,} bytes", flush=True)


if __name__ == "__main__":
    main()
