"""`bearhug schema`: what a reading looks like as JSON."""

import json

from bearhug.exports import reading_schema


def schema() -> None:
    """Print the JSON Schema of a reading."""
    print(json.dumps(reading_schema.schema(), indent=2))
