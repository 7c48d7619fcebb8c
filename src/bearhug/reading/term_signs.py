"""The weak signs around a sum or a percentage that tell what it is: a price, a debt, a fee, nothing of ours."""

from collections.abc import Sequence

from bearhug.reading.cues import Cue
from bearhug.reading.scene import Line, Scene
from bearhug.reading.signs import bucket, path, voice


def word_at(line: Line, start: int) -> int:
    """The number of the word at or after a character offset."""
    for i, end in enumerate(line.sentence.ends):
        if end > start:
            return i
    return len(line.lower) - 1


def of_term(scene: Scene, number: int, start: int, end: int, told: Sequence[Cue], extra: Sequence[str]) -> list[str]:
    """The signs of the term at characters `start` to `end` of line `number`; `told` are the line's cues."""
    line = scene.lines[number]
    first, last = word_at(line, start), max(word_at(line, start), word_at(line, end - 1))
    tags, n = line.classes, len(line.classes)

    def at(i: int) -> str:
        return tags[i] if 0 <= i < n else "^" if i < 0 else "$"

    title = "T" if line.sentence.where == "title" else ""
    signs = [
        f"title={title}",
        f"b={at(first - 1)}",
        f"bb={at(first - 2)} {at(first - 1)}",
        f"a={at(last + 1)}",
        f"aa={at(last + 1)} {at(last + 2)}",
        f"lb={line.lower[first - 1] if first else '^'}",
        f"la={line.lower[last + 1] if last + 1 < n else '$'}",
        f"quoted={line.quoted[first]}",
        *extra,
    ]
    signs += [f"{one}|{title}" for one in extra]
    nearest: dict[str, int] = {}
    for cue in told:
        gap = first - cue.last if cue.last < first else cue.first - last if cue.first > last else 0
        side = "<" if cue.last < first else ">" if cue.first > last else "="
        if gap > 12:
            signs.append(f"far {cue.name}")
            continue
        key = f"{cue.name}{side}"
        if key not in nearest or gap < nearest[key]:
            nearest[key] = gap
    for key, gap in nearest.items():
        signs += [f"cue {key}", f"cue {key}|{bucket(gap)}"]
        signs += [f"cue {key}|{one}" for one in extra[:2]]
    left = [t for t in line.triggers if t.last < first][-2:]
    right = [t for t in line.triggers if t.first > last][:1]
    for side, trigger in [*(("L1" if i == len(left) - 1 else "L2", t) for i, t in enumerate(left)), *(("R", t) for t in right)]:
        gap = first - trigger.last if side != "R" else trigger.first - last
        between = path(tags, trigger.last + 1, first) if side != "R" else path(tags, last + 1, trigger.first)
        plain = f"{trigger.act}.{trigger.form}"
        signs += [
            f"{side}:{trigger.act}",
            f"{side}:{plain}|{bucket(gap)}",
            f"{side}:{trigger.act}.{voice(line, trigger)}",
            f"{side}:{trigger.act}|{between}",
        ]
    signs += [f"any:{act}" for act in sorted({t.act for t in line.triggers})]
    return signs
