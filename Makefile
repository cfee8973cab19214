# The developer commands. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?=
COUNCIL ?=
FRESH ?=
PACKAGES := bot content emulator engagement reports storage usecases wardmote web
MINUTES ?= 10
ONLY ?=
TOWNS ?= 300
# Many tests wait for other processes: three workers keep two cores busy.
WORKERS ?= 3
# They all compile the same files otherwise, each time they start.
unexport PYTHONDONTWRITEBYTECODE
REPORT := $(CURDIR)/.report
# Writes .venv/bin/wardmote, the command for this checkout.
LAUNCHER = printf '%s\n' '\#!/bin/sh' 'PYTHONPATH="$(CURDIR)" exec "$(CURDIR)/$(BIN)/python" -m wardmote "$$@"' \
	> $(BIN)/wardmote && chmod +x $(BIN)/wardmote
UV := $(shell command -v uv 2>/dev/null)

.DEFAULT_GOAL := help

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

# The product's packages only, for the demo: pinned, and every file checked against its hash.
$(VENV)/.product: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
ifdef UV
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
else
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
endif
	@$(LAUNCHER)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
ifdef UV
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
else
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
endif
	@$(LAUNCHER)
	@touch $@ $(VENV)/.product

demo: $(VENV)/.product ## Run the demo in your browser; it resumes next time. FRESH=1 starts over, COUNCIL=north-northamptonshire, PORT=8600
	@$(BIN)/python -m wardmote demo $(if $(PORT),--port $(PORT)) $(if $(COUNCIL),--council $(COUNCIL)) $(if $(FRESH),--fresh)

test: $(VENV)/.dev ## Run all tests except the long ones
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -q -m "not long"

test-all: $(VENV)/.dev ## Run every test, record all logs, and search them for secrets
	@rm -rf $(REPORT) && mkdir -p $(REPORT)
	@LOGS_SEARCHED_IN=$(REPORT)/logs $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -q --junitxml=$(REPORT)/tests.xml
	@$(BIN)/python tests/cast/searched_logs.py $(REPORT)/logs

attack: $(VENV)/.dev ## Attack the results by ward of TOWNS made-up towns, 300 unless said; ten minutes or more
	@TOWNS_ATTACKED=$(TOWNS) $(BIN)/python -m pytest -q -s tests/engagement/insight/test_wards_tell_nothing.py

operations: ## Write the table of docs/operations.md from the report of the last test-all
	@$(BIN)/python tests/cast/faults_table.py $(REPORT)/tests.xml docs/operations.md

danger-words: $(VENV)/.dev ## Learn again from tests/data/safety/training which words speak for danger
	@PYTHONPATH=. $(BIN)/python tests/cast/danger_weights.py

danger-rates: $(VENV)/.dev ## Count what the words of danger miss and find in vain, each time without some rounds of sentences
	@PYTHONPATH=. $(BIN)/python tests/cast/danger_weights.py rates

guards: $(VENV)/.dev ## Remove each guard against a fault in a copy, and check that its tests fail. ONLY="9 16 previews" for these faults and tests
	@$(BIN)/python tests/cast/without_guards.py $(ONLY)

towns: $(VENV)/.dev ## Draw whole towns by chance, with everything going wrong at once. TOWNS=300 for another number of them
	@TOWNS=$(or $(TOWNS),200) $(BIN)/python -m pytest -q -s tests/machine -k new_towns

soak: $(VENV)/.dev ## Keep a deployment busy, kill it now and then, and check that everything adds up. MINUTES=120 for longer
	@$(BIN)/python tests/soak/soak.py $(MINUTES)

bench: $(VENV)/.dev bench/grammy/node_modules ## Compare taps and sends with other libraries, then measure waiting times; about eight minutes
	@$(BIN)/python -m bench

# Another bot library to compare with, if Node is installed; the benchmark says so if it is not.
bench/grammy/node_modules: bench/grammy/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix bench/grammy --ignore-scripts --no-audit --no-fund --silent \
		|| echo "grammY could not be installed, so it is not measured."; fi

check: $(VENV)/.dev ## Check lint, types, and imports between floors and rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

container-check: $(VENV)/.dev ## Lint the Dockerfile and run its steps without Docker
	@$(BIN)/hadolint Dockerfile
	@$(PYTHON) .ci/container_steps.py

format: $(VENV)/.dev ## Format every file
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Update both lock files (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -p 3.11 pyproject.toml --extra postgres -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -p 3.11 pyproject.toml --extra postgres --group dev -o requirements-dev.lock

clean: ## Remove the virtual environment and the demo's data
	rm -rf $(VENV) .wardmote .report

.PHONY: help demo test test-all attack operations danger-words danger-rates guards towns soak bench check container-check format lock clean
