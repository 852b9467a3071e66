# Branch Academy: everything a person runs. `make` alone lists it. Works from a bare clone; only python3, make and git are taken for granted.
#   QT=next        the same with the Qt to come, in .venv-next; needs Python 3.12
#   PYTHON=…       another interpreter for the environment
#   ARGS=…         more words for pytest, the tour, the benchmarks

.DEFAULT_GOAL := help
SHELL := /bin/sh
QT ?= release
VENV := $(if $(filter next,$(QT)),.venv-next,.venv)
BIN := $(VENV)/bin
PY := $(BIN)/python
READY := $(VENV)/.ready
WORDS := build/words.stamp
CONTENT := build/content.sqlite
APP := $(READY) $(WORDS) $(CONTENT)
# Hundreds of processes that the tests start find their modules compiled.
unexport PYTHONDONTWRITEBYTECODE
TESTS := QT_QPA_PLATFORM=offscreen $(PY) -m pytest

CATALOGUES := $(shell find assets/translations -name '*.po' 2>/dev/null)
SOURCES := $(shell find assets/course assets/bank assets/blueprints assets/scenarios -type f 2>/dev/null)
COMPILER := $(shell find exams/content exams/items exams/papers exams/scenarios exams/store -name '*.py' 2>/dev/null)

.PHONY: help setup run demo-reset test quick check lint tour screens bench torture dist packages dist-old try-old dist-windows-test features strings lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

setup: $(APP) ## The environment, the words and the content database; needs nothing but python3

run: $(APP) ## Open the app on a demonstration branch in ./demo; without a display, walk the tour instead
	@PY=$(PY) BIN=$(BIN) sh .ci/start.sh

demo-reset: $(APP) ## A fresh demonstration branch in ./demo
	@rm -rf demo
	@$(PY) .ci/demonstration.py demo

test: $(APP) ## The whole suite, without a screen
	$(TESTS) -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

quick: $(APP) ## Only the tests that need no window
	$(TESTS) tests/architecture tests/exams tests/certificates $(ARGS)

check: lint ## Lint, types, import contracts, architecture: what a change must pass
	$(TESTS) -n auto tests/architecture

lint: $(READY) ## The part of check that the suite does not run: lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tour: $(APP) ## Walk the whole story in the real app without a screen; pictures and certificate in build/tour
	QT_QPA_PLATFORM=offscreen $(BIN)/academy tour --out build/tour $(ARGS)

screens: $(APP) ## The pictures of docs/screens anew, by the tour
	QT_QPA_PLATFORM=offscreen $(PY) .ci/screens.py

bench: $(APP) ## Start-up, answer save, grading and certificate against their bare yardsticks
	$(PY) -m tests.benchmarks $(ARGS)

torture: $(APP) ## Power cuts replayed, kills, full disks, turned clocks: count lost answers (50 minutes; ARGS=--short)
	$(PY) -m tests.attacks $(ARGS)

dist: $(APP) ## The bundle in dist/academy, and its tour with no Python and no network around it
	@PY=$(PY) sh .ci/dist.sh

packages: ## A .deb and a tarball of dist/academy, what is inside, checksums: dist/packages
	@sh .ci/packages.sh

dist-old: $(APP) ## The bundle and its packages for desktops from Debian 11 on; needs root
	@PY=$(PY) sh .ci/old_dist.sh

try-old: ## The .deb on a bare Debian 11 and 12, without Python and network; needs root
	@sh .ci/try_old.sh

dist-windows-test: $(APP) ## The Windows bundle and installer under Wine, for looking at: build/wine; needs Debian
	@PY=$(PY) sh .ci/windows/wine.sh

features: $(READY) ## Which promises a test has proved: prints them, writes docs/features.md and docs/topics.md
	$(PY) -m tests.features

strings: $(READY) ## New texts of the desktop into the catalogues, texts no longer used out of them
	$(PY) .ci/strings.py

lock: $(READY) ## Write requirements/*.txt anew; ARGS=--upgrade takes newer versions
	sh .ci/lock.sh $(PY) $(ARGS)

clean: ## Remove what was built; the environment and the demonstration stay
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
	find assets/translations -name '*.mo' -delete

$(READY): requirements/dev.txt requirements/dev-next.txt pyproject.toml .ci/setup.sh .ci/need.sh
	@PYTHON="$(PYTHON)" sh .ci/setup.sh $(VENV) $(QT)

$(WORDS): $(CATALOGUES) .ci/first_letters.py | $(READY)
	@mkdir -p build
	$(PY) -m desktop.words.compile
	$(PY) .ci/first_letters.py
	@touch $@

$(CONTENT): $(SOURCES) $(COMPILER) | $(READY)
	@mkdir -p build
	$(BIN)/academy course build --source assets --out $@ --parts build/parts
