# Everything a developer does here, by name. `make help` lists it.
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
# Many tests wait for other processes: three at a time keep two cores busy.
WORKERS ?= 3
REPORT := $(CURDIR)/.report
# The command, for this checkout: .venv/bin/wardmote
LAUNCHER = printf '%s\n' '\#!/bin/sh' 'PYTHONPATH="$(CURDIR)" exec "$(CURDIR)/$(BIN)/python" -m wardmote "$$@"' \
	> $(BIN)/wardmote && chmod +x $(BIN)/wardmote
UV := $(shell command -v uv 2>/dev/null)

.DEFAULT_GOAL := help

help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-16s %s\n", $$1, $$2}'

# The product alone, for the demo: pinned, and every file checked against its hash.
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

demo: $(VENV)/.product ## Live a story in your browser; it goes on next time. FRESH=1 starts over, COUNCIL=north-northamptonshire, PORT=8600
	@$(BIN)/python -m wardmote demo $(if $(PORT),--port $(PORT)) $(if $(COUNCIL),--council $(COUNCIL)) $(if $(FRESH),--fresh)

test: $(VENV)/.dev ## Run the tests; the long ones are left to test-all
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -q -m "not long"

test-all: $(VENV)/.dev ## Run every test with all logs kept, and search the logs for what may not show
	@rm -rf $(REPORT) && mkdir -p $(REPORT)
	@LOGS_SEARCHED_IN=$(REPORT)/logs $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -q --junitxml=$(REPORT)/tests.xml
	@$(BIN)/python tests/cast/searched_logs.py $(REPORT)/logs

operations: ## Write the table of docs/operations.md from the report of the last test-all
	@$(BIN)/python tests/cast/faults_table.py $(REPORT)/tests.xml docs/operations.md

guards: $(VENV)/.dev ## Take each guard against a fault out, in a copy, and see its tests fail. ONLY="9 16" for these faults
	@$(BIN)/python tests/cast/without_guards.py $(ONLY)

soak: $(VENV)/.dev ## Keep a deployment busy, kill it now and then, and see that all adds up. MINUTES=120 for longer
	@$(BIN)/python tests/soak/soak.py $(MINUTES)

bench: $(VENV)/.dev bench/grammy/node_modules ## Taps and sends beside others as ratios, then how long people wait; about five minutes
	@$(BIN)/python -m bench

# Another bot library to measure beside, where Node is there; the bench says when it is not.
bench/grammy/node_modules: bench/grammy/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix bench/grammy --ignore-scripts --no-audit --no-fund --silent \
		|| echo "grammY could not be installed: it is not measured."; fi

check: $(VENV)/.dev ## Lint, types, and the floors of the house
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

container-check: $(VENV)/.dev ## Lint the Dockerfile and carry its steps out, without Docker
	@$(BIN)/hadolint Dockerfile
	@$(PYTHON) .ci/container_steps.py

format: $(VENV)/.dev ## Put every file in shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Renew both lock files (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -p 3.11 pyproject.toml --extra postgres -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -p 3.11 pyproject.toml --extra postgres --group dev -o requirements-dev.lock

clean: ## Remove the virtual environment and the demo's data
	rm -rf $(VENV) .wardmote .report

.PHONY: help demo test test-all operations guards soak bench check container-check format lock clean
