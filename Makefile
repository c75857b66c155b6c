# `make` lists what can be made. Everything lives in one virtual environment, which is made on first use.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# An unset or empty HOME is the account's own.
ifeq ($(strip $(HOME)),)
export HOME := $(shell python3 -c 'import os, pwd; print(pwd.getpwuid(os.getuid()).pw_dir)' 2>/dev/null)
endif

# Where the checkout is not ours to write, the environment goes elsewhere, and so does the data where HOME is not ours.
ID := $(firstword $(shell pwd | cksum))
ELSEWHERE := $(shell test -w "$(HOME)" && echo "$${XDG_DATA_HOME:-$(HOME)/.local/share}/cam-graphql" || echo "$${TMPDIR:-/tmp}/cam-graphql-$$(id -u)")
VENV ?= $(shell test -w . && echo .venv || echo "$(ELSEWHERE)/environment-$(ID)")
BIN := $(VENV)/bin
ifneq ($(shell test -w "$(HOME)" && echo yes),yes)
export CAM_DATA_DIR ?= $(shell test -w . && echo "$(CURDIR)/.data" || echo "$(ELSEWHERE)/data")
endif

# The tools' caches stay with the environment.
CACHES := $(if $(filter /%,$(VENV)),$(VENV),$(CURDIR)/$(VENV))/.caches
export HYPOTHESIS_STORAGE_DIRECTORY := $(CACHES)/hypothesis
export MYPY_CACHE_DIR := $(CACHES)/mypy
export RUFF_CACHE_DIR := $(CACHES)/ruff
export PYTHON
# Compiling what is imported anew for every process would cost seconds each time.
unexport PYTHONDONTWRITEBYTECODE

# Tests run in so many processes, each with a server and databases of its own.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest -o cache_dir="$(CACHES)/pytest"

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-22s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: runtime
runtime:
	@sh requirements/install.sh "$(VENV)" runtime

.PHONY: development
development:
	@sh requirements/install.sh "$(VENV)" development

.PHONY: run
run: runtime ## Bring everything up with sample data, and serve on http://127.0.0.1:8000
	@sh requirements/console.sh || echo "cam-graphql: the console could not be built. The API runs all the same." >&2
	@$(BIN)/cam-graphql run

.PHONY: console
console: ## Build the console and GraphiQL, which needs Node; `make run` and `make test` do, too
	@sh requirements/console.sh needed

.PHONY: wheel
wheel: development console ## Build a wheel which has the console, in dist
	@$(BIN)/python -m hatchling build --target wheel

.PHONY: test
test: development ## Run all tests; ARGS="-k leads" or ARGS="-m 'not slow'" picks some, WORKERS=0 in one process
	@sh requirements/console.sh
	@$(PYTEST) --numprocesses=$(WORKERS) --dist=loadfile $(ARGS)

.PHONY: screenshots
screenshots: development ## Take pictures of every page of the console, at 390 and 1440 pixels, light and dark
	@$(BIN)/python -m tests.console.screenshots

.PHONY: lint
lint: development ## Check style, types, imports and the committed schema
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --cache-dir "$(CACHES)/imports"
	@$(BIN)/cam-graphql schema --check schema.graphql
	@sh requirements/console.sh lint

.PHONY: format
format: development ## Format the code, and mend what can be mended
	@$(BIN)/ruff check --fix --exit-zero --quiet
	@$(BIN)/ruff format
	@sh requirements/console.sh format

.PHONY: schema
schema: development ## Write schema.graphql from the code
	@$(BIN)/cam-graphql schema > schema.graphql.new && mv schema.graphql.new schema.graphql

.PHONY: migration
migration: development ## Write a migration for changed models; NAME=lead_motto
	@test -n "$(NAME)" || { echo "Name it: make migration NAME=lead_motto" >&2; exit 1; }
	@$(BIN)/aerich migrate --offline --name "$(NAME)"

.PHONY: fuzz
fuzz: development ## Run the property tests with many more examples; EXAMPLES=20000 says how many each
	@FUZZ_EXAMPLES="$(EXAMPLES)" $(PYTEST) -m hypothesis --hypothesis-profile=fuzz --timeout=0 \
		--numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

.PHONY: soak
soak: development ## Let 16 processes send 100,000 times while they are killed; ATTEMPTS=1000000 SECONDS=7200 SEED=7
	@SOAK_ATTEMPTS="$(or $(ATTEMPTS),100000)" SOAK_SECONDS="$(or $(SECONDS),1800)" SOAK_SEED="$(SEED)" $(PYTEST) -s tests/soak $(ARGS)

.PHONY: bench
bench: development ## Run all comparisons, or one of them; BENCH=discovery
	@for bench in $(or $(BENCH),$(patsubst bench/%/__main__.py,%,$(wildcard bench/*/__main__.py))); do \
		$(BIN)/python -m "bench.$$bench" || exit 1; \
	done
	@test -n "$(BENCH)" || $(BIN)/python -m bench.report

.PHONY: lock
lock: development ## Pin what pyproject.toml names; UPGRADE=--upgrade takes the newest of all
	@sh requirements/lock.sh "$(BIN)/uv" $(UPGRADE)

.PHONY: clean
clean: ## Remove the environment and what was built; data stays
	@rm -rf "$(VENV)" dist build web/node_modules web/src/graphql cam_graphql/console/files .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
