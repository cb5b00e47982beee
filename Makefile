# ita-tui: `make run` opens the program, `make check` holds it against its rules.
# All paths are relative, so that a folder with spaces in its name will do.

PYTHON ?= python3
ARGS ?=
COVERAGE ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PIN := --constraint .ci/constraints.txt
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install -qq $(PIN)
SOURCES := pyproject.toml .ci/constraints.txt Makefile

# What the environment hangs on besides SOURCES: its folder, because it holds absolute paths, and
# the interpreter behind it. `.unfinished` is there while an installation is under way.
PLACE := printf '%s\n' "$$(pwd -P)" '$(PYTHON)' "$$(readlink -f $(BIN)/python)"
SOUND := $(shell [ -x $(BIN)/python ] && [ ! -e .venv/.unfinished ] && \
	$(PLACE) | cmp -s - .venv/.place && echo yes)

.PHONY: help run test check bench faults mutants format lint types imports report messages clean FORCE

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

run: .venv/.runtime ## open the program on .data/; ARGS="list --json" runs a command instead
	@[ -n "$$(ls -A .data 2>/dev/null)" ] || $(BIN)/ita-tui --data .data init --seed >&2
	@$(BIN)/ita-tui --data .data $(ARGS)

test: .venv/.dev ## run the tests; ARGS="tests/thai -k dates" picks some
	$(BIN)/python -m pytest -n auto $(if $(COVERAGE),--cov --cov-report= --cov-fail-under=0) $(ARGS)

check: ## all of format, lint, types, imports, and the tests with their coverage
	@$(MAKE) --no-print-directory format lint types imports
	@$(MAKE) --no-print-directory test COVERAGE=yes
	@$(MAKE) --no-print-directory report

format: .venv/.dev ## complain about sources that `ruff format` would change
	$(BIN)/python -m ruff format --check .

lint: .venv/.dev ## ruff's rules
	$(BIN)/python -m ruff check .

types: .venv/.dev ## mypy, on the package, the tests and the tools
	$(BIN)/python -m mypy --explicit-package-bases
	$(BIN)/python -m mypy .ci

imports: .venv/.dev ## the layers, and who may import what
	$(BIN)/lint-imports --no-logo

report: .venv/.dev ## the coverage of the last `make test COVERAGE=yes`
	$(BIN)/python -m coverage report

bench: .venv/.dev ## measure against references, in about a quarter of an hour; ARGS="--repeat 3" is quicker
	$(BIN)/python -m benchmarks.run $(ARGS)

faults: .venv/.dev ## put every promise of the store to the test; ARGS="--minutes 25" takes less
	$(BIN)/python -m tests.faults.run $(ARGS)

mutants: .venv/.dev ## plant bugs in a copy of the program; the tests must see each of them
	$(BIN)/python -m tests.faults.mutants $(ARGS)

messages: .venv/.dev ## bring the Thai catalogue in step with the sources
	$(BIN)/python .ci/messages.py

clean: ## remove the environment and what the tools leave behind; never .data/
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. Each stamp is newer than all that it was made from; a run that finds them so
# calls no Python and no pip.
.venv/.made: $(if $(SOUND),,FORCE)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo >&2 \
		"ita-tui needs Python 3.11 or newer, and '$(PYTHON)' is not; name one: make PYTHON=python3.12"; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo >&2 \
		"'$(PYTHON)' has no venv module; install it (on Debian: apt-get install python3-venv)"; \
		exit 1; }
	@echo >&2 'Making the environment in .venv/ (once; this takes a minute or two) ...'
	@rm -rf .venv
	@mkdir .venv
	@touch .venv/.unfinished
	@$(PYTHON) -m venv .venv
	@$(INSTALL) pip
	@$(PLACE) > .venv/.place
	@touch $@

.venv/.runtime: .venv/.made $(SOURCES)
	@touch .venv/.unfinished
	@$(INSTALL) --build-constraint .ci/constraints.txt --editable .
	@$(BIN)/python -m compileall -q ita_tui
	@rm .venv/.unfinished
	@touch $@

.venv/.dev: .venv/.runtime
	@touch .venv/.unfinished
	@$(INSTALL) --group dev
	@rm .venv/.unfinished
	@touch $@
