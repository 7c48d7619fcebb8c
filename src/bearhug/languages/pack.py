"""Loads a language pack: a folder of TOML files, one per concept, beside this file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bearhug.model.errors import PackError

NAME = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, eq=False)
class Pack:
    """One language's words: `tables["speech"]` is what `speech.toml` holds. Compared by identity, so that it can key caches."""

    lang: str
    name: str
    version: int
    tables: Mapping[str, Mapping[str, Any]]

    def table(self, name: str) -> Mapping[str, Any]:
        """The table of one concept.

        Raises:
            PackError: the pack has no such file.
        """
        try:
            return self.tables[name]
        except KeyError:
            raise PackError(f"{self.lang}: found no {name}.toml; expected it beside pack.toml") from None


@cache
def available() -> tuple[str, ...]:
    """Language codes of the packs that ship, sorted."""
    here = files("bearhug.languages")
    return tuple(sorted(f.name for f in here.iterdir() if NAME.fullmatch(f.name) and (f / "pack.toml").is_file()))


@cache
def load(lang: str) -> Pack:
    """The pack of `lang`, read once.

    Raises:
        PackError: no such pack, or one of its files is no TOML.
    """
    if lang not in available():
        raise PackError(f"language {lang!r}: found no such pack; expected one of {', '.join(available())}")
    folder = files("bearhug.languages") / lang
    tables: dict[str, Mapping[str, Any]] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                tables[file.name.removesuffix(".toml")] = tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise PackError(f"{lang}/{file.name}: found {error}; expected TOML") from None
    head = tables["pack"]
    return Pack(lang, head["name"], head["version"], tables)
