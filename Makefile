# `make help` lists what there is to do. Everything runs in .venv, which the first command makes.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test lint fix packs gate bench speed train clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: $(VENV)/.core ## read the bundled example articles and show the readings
	$(BIN)/bearhug read examples

test: $(VENV)/.test ## run all tests, the gate with them
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## check style, formatting, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.dev ## mend what the formatter and the linter can mend themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

packs: $(VENV)/.test ## list the language packs and run the examples of their rules
	$(BIN)/bearhug packs
	$(BIN)/python -m pytest tests/languages tests/reading

gate: $(VENV)/.core ## score the reader on the project's own articles against the pinned floors
	$(BIN)/python -m evaluation.gate

bench: $(VENV)/.core ## score the reader on the bench beside the project, where there is one
	$(BIN)/python -m evaluation.bench $(SHARED)/bench

speed: $(VENV)/.bench ## measure speed and memory on one core, beside a small spaCy pipeline
	$(BIN)/python -m benchmarks.speed

train: $(VENV)/.train ## fit the small models again (training/DATA.md says from what)
	$(BIN)/python -m training.names --shared $(SHARED)
	$(BIN)/python -m training.gate --shared $(SHARED)
	$(BIN)/python -m training.deals --shared $(SHARED)

clean: ## remove the virtual environment and what the tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# One stamp per set of dependencies: a second call finds it newer than pyproject.toml and installs nothing.
$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: found $$($(PYTHON) --version 2>&1 || echo no $(PYTHON)); expected Python 3.11 or newer (make PYTHON=python3.12 ...)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "make: found $(PYTHON) without venv and ensurepip; expected both (on Debian and Ubuntu: apt install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.core: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[test]'
	@touch $@ $(VENV)/.core

$(VENV)/.dev: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[test,dev]'
	@touch $@ $(VENV)/.core $(VENV)/.test

$(VENV)/.bench: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[bench]'
	@touch $@ $(VENV)/.core

$(VENV)/.train: $(VENV)/.python pyproject.toml
	$(BIN)/python -m pip install -qq --disable-pip-version-check -e '.[train]'
	@touch $@ $(VENV)/.core
