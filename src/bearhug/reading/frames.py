"""Frames: each trigger with the actors that its clause gives the parts of bidder, target and seller.

The grammar is written over word classes, once for all languages: who stands before a verb and is not inside a prepositional
group is its subject, the first name after it its object, "by" turns the two round, and a noun such as "acquisition" or "rachat" takes its
parts from "of", "by", "on", "to", "from" and possessives. It is often right and never sure: what a frame is worth is for
the fitted models to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bearhug.reading.clauses import Clause
from bearhug.reading.scene import Actor, Line, Scene
from bearhug.reading.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger's parts; `template` names the construction that gave them."""

    template: str
    trigger: Trigger
    bidder: Actor | None = None
    target: Actor | None = None
    seller: Actor | None = None


def of_scene(scene: Scene) -> list[list[Frame]]:
    """The frames of each line."""
    return [of_line(line) for line in scene.lines]


def of_line(line: Line) -> list[Frame]:
    """The frames of a line's triggers, in order."""
    if not line.triggers or not line.actors:
        return []
    clause = Clause(line)
    return [frame for trigger in line.triggers for frame in _frames(clause, trigger) if frame.bidder or frame.target or frame.seller]


def _frames(clause: Clause, t: Trigger) -> Iterator[Frame]:
    """The frames of one trigger."""
    if t.act in ("buy", "sell", "offer", "merge", "stake") and t.form != "noun":
        yield from _verb(clause, t)
    elif t.act == "pass":
        yield from _pass(clause, t)
    elif t.act in ("purchase", "offer", "sale", "merge", "stake", "buy", "talks", "agree", "complete", "rumour", "deal"):
        yield from _noun(clause, t)
    elif t.act in ("reject", "withdraw", "block", "sell"):
        yield from _answer(clause, t)


def _verb(clause: Clause, t: Trigger) -> Iterator[Frame]:
    passive = clause.passive(t)
    template = f"{t.act}.{'passive' if passive else t.form}"
    if passive:
        subject = clause.subject(t.first, reduced=passive == "reduced")
        agent = clause.after(t.last, ("by",))
        if t.act == "sell":
            yield Frame(template, t, clause.after(t.last, ("to",)), subject, agent or clause.after(t.last, ("by", "from")))
        else:
            yield Frame(template, t, agent, subject, clause.after(t.last, ("from",)))
        return
    subject = clause.subject(t.first)
    if t.act == "sell":
        yield Frame(template, t, clause.after(t.last, ("to",)), clause.object_of(t.last), subject)
    elif t.act == "merge":
        other = clause.after(t.last, ("with",))
        if other:
            yield Frame(template, t, subject, other)
        else:
            pair = clause.coordinated(t.first)
            if pair:
                yield Frame(template + ".pair", t, *pair)
            elif subject:
                yield Frame(template, t, subject, clause.object_of(t.last))
    elif t.act == "offer":
        for_it = clause.after(t.last, ("for", "on"))
        yield Frame(template + (".for" if for_it else ""), t, subject, for_it or clause.object_of(t.last))
    elif t.act == "stake":
        yield Frame(template, t, subject, clause.after(t.last, ("of", "in")) or clause.object_of(t.last))
    else:
        target = clause.object_of(t.last)
        before = clause.antecedent(subject) if subject else None
        if before is not None and target is not subject:
            target, template = before, template + ".rel"
        seller = clause.after((target.last if target and target.first > t.last else t.last), ("from", "to"))
        yield Frame(template, t, subject, target, seller if seller is not target else None)


def _pass(clause: Clause, t: Trigger) -> Iterator[Frame]:
    """What passes into whose hands."""
    taker = clause.after(t.last, ("of", "to")) or clause.after(t.last, ("by",))
    if t.form == "noun":
        yield Frame("pass.noun", t, clause.after(t.last, ("to",)), clause.after(t.last, ("of", "at")))
    else:
        yield Frame(f"pass.{t.form}", t, taker, clause.subject(t.first), clause.after(t.last, ("from",)))


def _noun(clause: Clause, t: Trigger) -> Iterator[Frame]:
    owner = clause.owner(t)
    template = f"{t.act}.noun"
    if t.act == "merge":
        first = clause.after(t.last, ("of", "between"))
        if first:
            second = clause.next_name(first.last)
            if second and any(x == "and" for x in clause.tags[first.last + 1 : second.first]):
                yield Frame(template + ".pair", t, first, second)
                return
            if second and "with" in clause.tags[first.last + 1 : second.first]:
                yield Frame(template + ".with", t, first, second)
                return
        other = clause.after(t.last, ("with",))
        subject = owner or clause.subject(t.first)
        yield Frame(template, t, subject, other or first)
        return
    of, by = clause.after(t.last, ("of",)), clause.after(t.last, ("by",))
    on, to, source = clause.after(t.last, ("on", "for")), clause.after(t.last, ("to",)), clause.after(t.last, ("from",))
    if t.act == "sale":
        yield Frame(template, t, to, of, owner or by or source)
        return
    if t.act == "offer":
        bidder = owner or source or by or of
        kind = "owner" if owner else "from" if source else "by" if by else "of" if of else "subject"
        yield Frame(f"{template}.{kind}", t, bidder or clause.subject(t.first), on or (of if bidder is not of else None))
        return
    if t.act == "stake":
        yield Frame(template, t, clause.subject(t.first), clause.after(t.last, ("in", "of")))
        return
    if t.act == "purchase":
        pressed = clause.before_noun(t)
        target = of or on
        if of and on and not (owner or by) and clause.after(t.last, ("on",)) is on:
            yield Frame(f"{template}.of", t, of, on, source)  # "l'OPA de X sur Y"
        elif target:
            kind = "owner" if owner else "by" if by else "subject"
            yield Frame(f"{template}.{kind}", t, owner or by or clause.subject(t.first), target, source)
        elif pressed:
            yield Frame(f"{template}.pressed", t, by, pressed)
        elif owner:
            yield Frame(f"{template}.owned", t, by, owner)
        else:
            yield Frame(f"{template}.bare", t, by or clause.subject(t.first), None)
        return
    target = clause.after(t.last, ("with", "of", "on", "for"))
    yield Frame(f"{template}", t, owner or clause.subject(t.first), target)


def _answer(clause: Clause, t: Trigger) -> Iterator[Frame]:
    """Who refuses, drops or blocks whose offer."""
    subject = clause.subject(t.first)
    after = (o for o in clause.line.triggers if o.first > t.last and o.form == "noun")
    offer = next((o for o in after if o.act in ("offer", "purchase", "merge")), None)
    if offer is None:
        yield Frame(f"{t.act}.bare", t, None, subject)
        return
    bidder = clause.owner(offer) or clause.after(offer.last, ("from", "by", "of"))
    if t.act == "reject":
        yield Frame("reject.offer", t, bidder, subject)
    elif t.act == "withdraw":
        yield Frame("withdraw.offer", t, subject, clause.after(offer.last, ("on", "for", "of")))
    else:
        yield Frame("block.offer", t, bidder, clause.after(offer.last, ("on", "for", "of")))
