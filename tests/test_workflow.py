import datetime
import json
import random
from pathlib import Path

import pytest

from bearhug import workflow
from bearhug.exports.reading_json import to_json
from bearhug.intake.document import RawDocument
from bearhug.model.article import Article
from bearhug.model.problem import Problem
from evaluation.articles import load

ROOT = Path(__file__).parents[1]
OWN = {lang: load(ROOT / "evaluation" / "articles" / f"{lang}.jsonl") for lang in ("fr", "en")}
FIELDS = ("id", "title", "text", "date", "publisher")


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """All own articles in one file, without language and annotation."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    path.write_text("".join(json.dumps({key: gold.get(key) for key in FIELDS}) + "\n" for golds in OWN.values() for gold in golds))
    return path


def readings(path, **options):
    return {outcome.article.id: to_json(outcome.reading) for outcome in workflow.read_many([path], **options)}


def test_any_number_of_processes_gives_the_same(news):
    assert list(readings(news).items()) == list(readings(news, jobs=2).items())


def test_any_order_gives_the_same_reading_of_an_article(news):
    lines = news.read_text().splitlines(keepends=True)
    shuffled = news.with_name("shuffled.jsonl")
    shuffled.write_text("".join(random.Random(7).sample(lines, len(lines))))
    assert readings(news) == readings(shuffled)


def test_a_second_run_gives_the_same(news):
    assert readings(news) == readings(news)


@pytest.mark.parametrize("lang", OWN)
def test_the_language_of_every_own_article_is_found(lang):
    found = {gold["id"]: workflow.read(gold["text"], gold.get("title") or "").lang for gold in OWN[lang]}
    assert set(found.values()) == {lang}, [name for name, value in found.items() if value != lang]


def test_a_fault_of_the_reader_is_a_problem_of_that_article_alone(monkeypatch):
    def faulty(article):
        if "bad" in article.text:
            raise ZeroDivisionError("division\nby zero")
        return real(article)

    real = workflow.read_article
    monkeypatch.setattr(workflow, "read_article", faulty)
    bad, good = (workflow.read_document(RawDocument(name, name, "text", name.encode())) for name in ("bad", "good"))
    assert [str(problem) for problem in bad.reading.problems] == [
        "bad: found ZeroDivisionError in the reader (division by zero); expected a reading; please report this"
    ]
    assert bad.problems == bad.reading.problems
    assert (bad.reading.id, bad.reading.lang, bad.reading.deals) == ("bad", None, ())
    assert not any("ZeroDivision" in problem.found for problem in good.problems)


def test_a_fault_of_a_parser_is_a_problem_too(monkeypatch):
    monkeypatch.setattr(workflow, "parse", lambda _: 1 / 0)
    outcome = workflow.read_document(RawDocument("a", "news/a", "text", b"x"))
    assert (outcome.article, outcome.reading) == (None, None)
    assert str(outcome.problems[0]).startswith("news/a: found ZeroDivisionError in the reader")


def test_an_article_at_which_processes_end_is_told():
    outcome = workflow._lost(RawDocument("a", "news/a", "text", b"x"), "a process that died (exit status -9)")
    assert [str(problem) for problem in outcome.problems] == [
        "news/a: found a process that died (exit status -9) while reading it, twice; expected a reading; please report this"
    ]


def test_problems_of_intake_stand_in_the_reading_as_well():
    outcome = workflow.read_document(RawDocument("a", "news/a", "json", b'{"text": "Acme bought the mill of Foo.", "title": 5}'))
    assert outcome.reading.problems == outcome.problems
    assert outcome.problems[0] == Problem("news/a", '"title": a number', "a string or null")


def test_the_language_given_goes_before_the_article_s_own(monkeypatch):
    seen = []
    monkeypatch.setattr(workflow, "read_article", lambda article: seen.append(article) or real(article))
    real = __import__("bearhug.reading.read", fromlist=["read_article"]).read_article
    workflow.read_document(RawDocument("a", "a", "json", b'{"text": "Acme.", "lang": "en"}'), lang="fr")
    assert seen[0].lang == "fr"


def test_read_takes_a_date_of_either_form(monkeypatch):
    seen = []
    real = workflow.read_article
    monkeypatch.setattr(workflow, "read_article", lambda article: seen.append(article) or real(article))
    workflow.read("Acme.", date=datetime.date(2025, 2, 11))
    workflow.read("Acme.", "Title", "2025-02", "en")
    assert seen == [Article("article", "Acme.", date="2025-02-11"), Article("article", "Acme.", "Title", "2025-02", lang="en")]
