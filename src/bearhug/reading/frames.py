"""Frames: each trigger with the actors that its clause gives the parts of bidder, target and seller.

The grammar is written over word classes, once for all languages: who stands before a verb and is not inside a prepositional
group is its subject, the first name after it its object, "by" turns the two round, and a noun such as "acquisition" or "rachat" takes its
parts from "of", "by", "on", "to", "from" and possessives. It is often right and never sure: what a frame is worth is for
the fitted models to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bearhug.reading.scene import Actor, Line
from bearhug.reading.triggers import Trigger

SUM = frozenset({"NUM", "%", "$", "€", "£"})
LOOSE = SUM | {"w", "Cap", "det", "poss", "maker", "unit", "owner", "boss", "rivalry", "MARK", "past", "'s", "-", "neg"}
OWNED = SUM | {"w", "Cap", "-", "maker", "rivalry"}  # between an owner and what it owns: "its $3 million rival bid"
VERBAL = frozenset({"have", "be", "modal", "neg", "to", "it"})
PREPOSITION = frozenset({"by", "of", "to", "from", "on", "for", "in", "with", "between", "like", "against", "when"})
STOP = frozenset({";", ":", "rel"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger's parts; `template` names the construction that gave them."""

    template: str
    trigger: Trigger
    bidder: Actor | None = None
    target: Actor | None = None
    seller: Actor | None = None


def of_line(line: Line) -> list[Frame]:
    """The frames of a line's triggers, in order."""
    if not line.triggers or not line.actors:
        return []
    grammar = _Grammar(line)
    return [frame for trigger in line.triggers for frame in grammar.frames(trigger) if frame.bidder or frame.target or frame.seller]


class _Grammar:
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

    def frames(self, t: Trigger) -> Iterator[Frame]:
        """The frames of one trigger."""
        if t.act in ("buy", "sell", "offer", "merge", "stake") and t.form != "noun":
            yield from self._verb(t)
        elif t.act == "pass":
            yield from self._pass(t)
        elif t.act in ("purchase", "offer", "sale", "merge", "stake", "buy", "talks", "agree", "complete", "rumour", "deal"):
            yield from self._noun(t)
        elif t.act in ("reject", "withdraw", "block", "sell"):
            yield from self._answer(t)

    # ---- verbs

    def _verb(self, t: Trigger) -> Iterator[Frame]:
        passive = self._passive(t)
        template = f"{t.act}.{'passive' if passive else t.form}"
        if passive:
            subject = self._subject(t.first, reduced=passive == "reduced")
            agent = self._after(t.last, ("by",))
            if t.act == "sell":
                yield Frame(template, t, self._after(t.last, ("to",)), subject, agent or self._after(t.last, ("by", "from")))
            else:
                yield Frame(template, t, agent, subject, self._after(t.last, ("from",)))
            return
        subject = self._subject(t.first)
        if t.act == "sell":
            yield Frame(template, t, self._after(t.last, ("to",)), self._object(t.last), subject)
        elif t.act == "merge":
            other = self._after(t.last, ("with",))
            if other:
                yield Frame(template, t, subject, other)
            else:
                pair = self._coordinated(t.first)
                if pair:
                    yield Frame(template + ".pair", t, *pair)
                elif subject:
                    yield Frame(template, t, subject, self._object(t.last))
        elif t.act == "offer":
            for_it = self._after(t.last, ("for", "on"))
            yield Frame(template + (".for" if for_it else ""), t, subject, for_it or self._object(t.last))
        elif t.act == "stake":
            yield Frame(template, t, subject, self._after(t.last, ("of", "in")) or self._object(t.last))
        else:
            target = self._object(t.last)
            before = self._antecedent(subject) if subject else None
            if before is not None and target is not subject:
                target, template = before, template + ".rel"
            seller = self._after((target.last if target and target.first > t.last else t.last), ("from", "to"))
            yield Frame(template, t, subject, target, seller if seller is not target else None)

    def _pass(self, t: Trigger) -> Iterator[Frame]:
        """What passes into whose hands."""
        taker = self._after(t.last, ("of", "to")) or self._after(t.last, ("by",))
        if t.form == "noun":
            yield Frame("pass.noun", t, self._after(t.last, ("to",)), self._after(t.last, ("of", "at")))
        else:
            yield Frame(f"pass.{t.form}", t, taker, self._subject(t.first), self._after(t.last, ("from",)))

    def _antecedent(self, subject: Actor) -> Actor | None:
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

    def _passive(self, t: Trigger) -> str:
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

    def _subject(self, word: int, *, reduced: bool = False) -> Actor | None:
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
            return trigger.form == "noun" or self._passive(trigger) == "full"
        if self.tags[i] == "and" and self.at.get(i - 1) is not None:
            return self._free(self.at[i - 1])
        return self.tags[i] not in PREPOSITION

    def _object(self, word: int) -> Actor | None:
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

    # ---- nouns

    def _noun(self, t: Trigger) -> Iterator[Frame]:
        owner = self._owner(t)
        template = f"{t.act}.noun"
        if t.act == "merge":
            first = self._after(t.last, ("of", "between"))
            if first:
                second = self._next_name(first.last)
                if second and any(x == "and" for x in self.tags[first.last + 1 : second.first]):
                    yield Frame(template + ".pair", t, first, second)
                    return
                if second and "with" in self.tags[first.last + 1 : second.first]:
                    yield Frame(template + ".with", t, first, second)
                    return
            other = self._after(t.last, ("with",))
            subject = owner or self._subject(t.first)
            yield Frame(template, t, subject, other or first)
            return
        of, by = self._after(t.last, ("of",)), self._after(t.last, ("by",))
        on, to, source = self._after(t.last, ("on", "for")), self._after(t.last, ("to",)), self._after(t.last, ("from",))
        if t.act == "sale":
            yield Frame(template, t, to, of, owner or by or source)
            return
        if t.act == "offer":
            bidder = owner or source or by or of
            kind = "owner" if owner else "from" if source else "by" if by else "of" if of else "subject"
            yield Frame(f"{template}.{kind}", t, bidder or self._subject(t.first), on or (of if bidder is not of else None))
            return
        if t.act == "stake":
            yield Frame(template, t, self._subject(t.first), self._after(t.last, ("in", "of")))
            return
        if t.act == "purchase":
            pressed = self._before_noun(t)
            target = of or on
            if of and on and not (owner or by) and self._after(t.last, ("on",)) is on:
                yield Frame(f"{template}.of", t, of, on, source)  # "l'OPA de X sur Y"
            elif target:
                kind = "owner" if owner else "by" if by else "subject"
                yield Frame(f"{template}.{kind}", t, owner or by or self._subject(t.first), target, source)
            elif pressed:
                yield Frame(f"{template}.pressed", t, by, pressed)
            elif owner:
                yield Frame(f"{template}.owned", t, by, owner)
            else:
                yield Frame(f"{template}.bare", t, by or self._subject(t.first), None)
            return
        target = self._after(t.last, ("with", "of", "on", "for"))
        yield Frame(f"{template}", t, owner or self._subject(t.first), target)

    def _answer(self, t: Trigger) -> Iterator[Frame]:
        """Who refuses, drops or blocks whose offer."""
        subject = self._subject(t.first)
        after = (o for o in self.line.triggers if o.first > t.last and o.form == "noun")
        offer = next((o for o in after if o.act in ("offer", "purchase", "merge")), None)
        if offer is None:
            yield Frame(f"{t.act}.bare", t, None, subject)
            return
        bidder = self._owner(offer) or self._after(offer.last, ("from", "by", "of"))
        if t.act == "reject":
            yield Frame("reject.offer", t, bidder, subject)
        elif t.act == "withdraw":
            yield Frame("withdraw.offer", t, subject, self._after(offer.last, ("on", "for", "of")))
        else:
            yield Frame("block.offer", t, bidder, self._after(offer.last, ("on", "for", "of")))

    def _owner(self, t: Trigger) -> Actor | None:
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

    def _before_noun(self, t: Trigger) -> Actor | None:
        """A name pressed against a noun: "the Potash takeover"."""
        actor = self.at.get(t.first - 1)
        return actor if actor is not None and actor.form == "name" else None

    def _after(self, word: int, classes: Sequence[str]) -> Actor | None:
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

    def _next_name(self, word: int) -> Actor | None:
        return next((a for a in self.actors if a.first > word and a.form == "name"), None)

    def _coordinated(self, word: int) -> tuple[Actor, Actor] | None:
        """The two names joined by "and" before a verb."""
        names = [a for a in self.actors if a.form == "name" and a.last < word]
        for left, right in pairwise(names[-3:]):
            if "and" in self.tags[left.last + 1 : right.first] and right.first - left.last <= 4:
                return left, right
        return None
