"""An article as it was handed in: the stored text that every offset refers to."""

from dataclasses import dataclass

from bearhug.model.span import Span, Where


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `date` is ISO (`2025-02-11`, also `2025-02` or `2025`), `lang` an ISO 639-1 code or None."""

    id: str
    text: str
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None

    def part(self, where: Where) -> str:
        """The title or the text."""
        return self.title if where == "title" else self.text

    def words(self, span: Span) -> str:
        """The characters that `span` covers."""
        return self.part(span.where)[span.start : span.end]
