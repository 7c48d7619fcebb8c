"""Whether an article tells of a deal at all: bids for players, tenders and fund-raisings use the same words.

The gate asks whether an article is worth reading. This asks again once it has been read, from its words, the company that its triggers
keep, and how likely its pairs turned out.
"""

from collections.abc import Sequence

import numpy as np

from bearhug.reading import gate
from bearhug.reading.forest import Forest
from bearhug.reading.linear import SCALE, Linear
from bearhug.reading.roles import BIDDER, TARGET, Cast
from bearhug.reading.scene import Scene

LEAST = 0.85  # an article that tells of a deal less likely than this has none


def signs(scene: Scene) -> list[str]:
    """The article's words, triggers with what stands beside them, and cues, each once."""
    found = {f"word={word}" for word in gate.WORD.findall(gate.plain(scene.article))}
    for line in scene.lines:
        last = len(line.classes) - 1
        for trigger in line.triggers:
            found |= {f"{trigger.act}.{trigger.form}", f"trigger={' '.join(line.lower[trigger.first : trigger.last + 1])}"}
            if trigger.first:
                found.add(f"{line.classes[trigger.first - 1]} {trigger.act}")
            if trigger.last < last:
                found.add(f"{trigger.act} {line.classes[trigger.last + 1]}")
    for told in scene.cues:
        found |= {f"cue={cue.name}" for cue in told}
    return sorted(found)


def features(scene: Scene, words: float, odds: Sequence[float], casts: Sequence[Sequence[Cast]]) -> list[float]:
    """What the words say, in logits, and what the reading found so far."""
    best = [*sorted(odds, reverse=True)[:3], 0.0, 0.0, 0.0]
    bidder = max((float(one.odds[BIDDER]) for line in casts for one in line), default=0.0)
    target = max((float(one.odds[TARGET]) for line in casts for one in line), default=0.0)
    counts = (len(scene.money), len(scene.parties), len(scene.lines))
    return [words, *best[:3], float(np.sum(odds)), bidder, target, *(float(min(count, 60)) for count in counts)]


def words_say(scene: Scene, model: Linear) -> float:
    """How much the words speak for a deal, in logits."""
    no, yes = model.logits(signs(scene))
    return float(yes - no) / SCALE


def tells(scene: Scene, odds: Sequence[float], casts: Sequence[Sequence[Cast]], model: Linear, forest: Forest) -> bool:
    """Whether the article tells of a deal."""
    row = features(scene, words_say(scene, model), odds, casts)
    return float(forest.probabilities([row])[0]) >= LEAST
