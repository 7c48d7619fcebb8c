"""The exceptions of bearhug, for callers' mistakes and a failing outside world.

BearhugError
├── SourceError   an input cannot be read
└── PackError     a language pack is broken
"""


class BearhugError(Exception):
    """Anything that bearhug itself raises."""


class SourceError(BearhugError):
    """An input from outside cannot be read: the message says where, what was found, what was expected."""


class PackError(BearhugError):
    """A language pack is broken: the message names the file and the rule."""
