"""Who stands where in a clause: the subject and object of a verb, who follows a preposition, whose offer it is.

Walks along the word classes of one line, the same for all languages.
"""

from collections.abc import Sequence
from itertools import pairwise

from bearhug.reading.scene import Actor, Line
from bearhug.reading.triggers import Trigger

SUM = frozenset({"NUM", "%", "$", "€", "£"})
LOOSE = SUM | {"w", "Cap", "det", "poss", "maker", "unit", "owner", "boss", "rivalry", "MARK", "past", "'s", "-", "neg"}
OWNED = SUM | {"w", "Cap", "-", "maker", "rivalry"}  # between an owner and what it owns: "its $3 million rival bid"
PREPOSITION = frozenset({"by", "of", "to", "from", "on", "for", "in", "with", "between", "like", "against", "when"})
STOP = frozenset({";", ":", "rel"})


class Clause:
    """A line with its actors and triggers found by word, so that walks along it are cheap."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.tags = line.classes
        self.actors = line.actors
        self.at: dict[int, Actor] = {}
        for actor in line.actors:
            for i in range(actor.first, actor.last + 1):
                if actor.form == "name" or i not in self.at:
                    self.at[i] = actor
        self.trigger_at = {i: t for t in line.triggers for i in range(t.first, t.last + 1)}

    def passive(self, t: Trigger) -> str:
        """How a participle is passive: "full" with an auxiliary, "reduced" without one, "" if it is active."""
        if t.form != "participle" or any(self.tags[i] in ("be", "have") for i in range(t.first, t.last + 1)):
            return ""  # "s'est emparé de"
        i = t.first - 1
        while i >= 0 and (self.tags[i] in ("neg", "w") or i in self.trigger_at) and t.first - i <= 3:
            i -= 1
        near = self.tags[i] if i >= 0 else "^"
        if near == "be":
            return "full"
        if near == "have":
            return ""
        if near == "NAME" and i in self.at and self.at[i].first and self.tags[self.at[i].first - 1] == "rel":
            return ""  # "Y, which X bought"
        following = next((x for x in self.tags[t.last + 1 : t.last + 7] if x in ("by", "NAME", ",", "det", "of")), "")
        if following == "by":
            return "reduced"
        if near in (",", "(") or (near == "NAME" and following != "NAME" and following != "det" and following != "of"):
            return "reduced"
        return ""

    def subject(self, word: int, *, reduced: bool = False) -> Actor | None:
        """The actor that does what the verb at a word says."""
        i = word - 1
        fallback: Actor | None = None
        while i >= 0:
            tag = self.tags[i]
            actor = self.at.get(i)
            if actor is not None and actor.form != "possessive":
                if reduced or (tag != "rel" and self._free(actor)):
                    return actor
                fallback = fallback or actor
                i = actor.first - 1
                continue
            if tag == "rel" and i and not (fallback is None and i == word - 1 and word - i > 6):
                j = i - 1
                apart = j >= 0 and self.tags[j] == ","
                while j >= 0 and self.tags[j] in (",", "det", "w", "Cap", "maker"):
                    j -= 1
                near = self.at.get(j)
                if near is not None:
                    # "X, la holding de Y, qui ...": behind a comma the clause speaks of the head, not of the name beside it
                    heads = [a for a in self.actors if a.last < i and a.form == "name" and self._free(a)]
                    return heads[-1] if apart and heads and not self._free(near) else near
            if tag in (";", ":") and fallback:
                break
            i -= 1
        return fallback

    def _free(self, actor: Actor) -> bool:
        """Whether an actor stands neither in a prepositional group nor as the object of a verb."""
        i = actor.first - 1
        while i >= 0 and self.tags[i] in LOOSE and i not in self.trigger_at and self.at.get(i) is None:
            i -= 1
        if i < 0:
            return True
        trigger = self.trigger_at.get(i)
        if trigger is not None:
            return trigger.form == "noun" or self.passive(trigger) == "full"
        if self.tags[i] == "and" and self.at.get(i - 1) is not None:
            return self._free(self.at[i - 1])
        return self.tags[i] not in PREPOSITION

    def object_of(self, word: int) -> Actor | None:
        """The first actor after a verb, through "51 % of", "a stake in", "control of", "the maker of ..."."""
        inside = 0
        for i in range(word + 1, min(len(self.tags), word + 22)):
            actor = self.at.get(i)
            tag = self.tags[i]
            if actor is not None and actor.form == "name":
                return actor
            trigger = self.trigger_at.get(i)
            if trigger is not None and trigger.act not in ("stake", "complete", "deal", "purchase", "rumour") and trigger.form != "noun":
                return None
            if tag in ("when", "rel", ";", ":", "("):
                return None
            if tag in ("by", "to", "from", "with", "for") and i > word + 1 and any(k in self.at for k in range(i + 1, i + 4)):
                return None
            if tag == ",":
                inside += 1
                if inside > 2:
                    return None
        return None

    def antecedent(self, subject: Actor) -> Actor | None:
        """The actor before "that" or "que" where a subject follows it at once: "Y, que X a repris"."""
        i = subject.first - 1
        while i >= 0 and self.tags[i] in ("det", "w", "maker") and subject.first - i < 4:
            i -= 1
        if i < 1 or self.tags[i] != "rel":
            return None
        i -= 1
        while i >= 0 and self.tags[i] in (",", "w", "Cap"):
            i -= 1
        return self.at.get(i)

    def after(self, word: int, classes: Sequence[str]) -> Actor | None:
        """The first name after one of these prepositions, if the preposition comes before other clauses."""
        i, n = word + 1, min(len(self.tags), word + 26)
        if self.tags[word] in classes:
            i = word  # the preposition is part of the trigger: "became part of"
        while i < n:
            tag = self.tags[i]
            if tag in STOP or (classes == ("of",) and tag in ("on", "for", "to", "from", "by", "with")):
                return None
            if tag in classes:
                j = i + 1
                if tag == "by" and j in self.trigger_at and self.trigger_at[j].act == "stake":
                    i += 1
                    continue  # "12 euros par action" names no agent
                while j < n and j - i < 12 and not self._stops(j):
                    inner = self.trigger_at.get(j)
                    if inner is not None and inner.form != "noun":
                        break
                    if inner is None and self.tags[j] not in LOOSE and self.tags[j] not in ("of", "and", "in", ","):
                        break
                    j += 1
                actor = self.at.get(j) if j < n else None
                if actor is not None and actor.form != "possessive":
                    return actor
            trigger = self.trigger_at.get(i)
            if trigger is not None and trigger.form in ("finite", "infinitive") and trigger.first > word + 1:
                return None
            i += 1
        return None

    def _stops(self, word: int) -> bool:
        actor = self.at.get(word)
        return actor is not None and actor.form != "possessive"

    def owner(self, t: Trigger) -> Actor | None:
        """The actor whose offer it is: "X's bid", "its bid"."""
        i = t.first - 1
        while i >= 0 and self.tags[i] in OWNED and t.first - i < 7 and self.at.get(i) is None:
            i -= 1
        if i < 0:
            return None
        if self.tags[i] == "'s":
            return self.at.get(i - 1)
        actor = self.at.get(i)
        return actor if actor is not None and actor.form == "possessive" else None

    def before_noun(self, t: Trigger) -> Actor | None:
        """A name pressed against a noun: "the Potash takeover"."""
        actor = self.at.get(t.first - 1)
        return actor if actor is not None and actor.form == "name" else None

    def next_name(self, word: int) -> Actor | None:
        """The first name after a word."""
        return next((a for a in self.actors if a.first > word and a.form == "name"), None)

    def coordinated(self, word: int) -> tuple[Actor, Actor] | None:
        """The two names joined by "and" before a verb."""
        names = [a for a in self.actors if a.form == "name" and a.last < word]
        for left, right in pairwise(names[-3:]):
            if "and" in self.tags[left.last + 1 : right.first] and right.first - left.last <= 4:
                return left, right
        return None
