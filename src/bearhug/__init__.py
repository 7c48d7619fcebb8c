"""bearhug reads takeover news and gives every value with the words that state it.

>>> from bearhug import read
>>> reading = read("Acme Corp agreed to buy Borealis for $2.4 billion.", lang="en")
>>> reading.lang
'en'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bearhug.exports.reading_json import to_json
    from bearhug.model.article import Article
    from bearhug.model.errors import BearhugError, PackError, SourceError
    from bearhug.model.money import Money
    from bearhug.model.problem import Problem
    from bearhug.model.reading import Deal, Reading, Statement
    from bearhug.model.span import Span
    from bearhug.workflow import Outcome, read, read_many

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BearhugError",
    "Deal",
    "Money",
    "Outcome",
    "PackError",
    "Problem",
    "Reading",
    "SourceError",
    "Span",
    "Statement",
    "__version__",
    "read",
    "read_many",
    "to_json",
]

# A name is fetched when it is first asked for, so that `import bearhug` costs next to nothing.
_HOMES = {
    "Article": "model.article",
    "BearhugError": "model.errors",
    "Deal": "model.reading",
    "Money": "model.money",
    "Outcome": "workflow",
    "PackError": "model.errors",
    "Problem": "model.problem",
    "Reading": "model.reading",
    "SourceError": "model.errors",
    "Span": "model.span",
    "Statement": "model.reading",
    "read": "workflow",
    "read_many": "workflow",
    "to_json": "exports.reading_json",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'bearhug' has no attribute {name!r}")
    return getattr(import_module(f"bearhug.{_HOMES[name]}"), name)
