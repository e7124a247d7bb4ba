# Every command of the project; bare `make` prints the list.

.DEFAULT_GOAL := help
.PHONY: help site test serve check quality audit bench soak fuzz sbom tidy setup browser lock train

VENV   := .venv
PYTHON := $(VENV)/bin/python
BENCH  := ../shared/bench
N      ?= 1000
MINUTES ?= 10

help:  ## print this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: setup  ## set up if needed, clean the raw articles, build the site into output/
	@$(PYTHON) -m brexitsite build

test: setup browser  ## set up if needed, run every test
	@$(PYTHON) -m pytest

serve: setup  ## build, show the site on this machine, rebuild at every change
	@$(PYTHON) -m brexitsite serve

check: setup  ## the quick loop: lint, types, layers, quick tests
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(PYTHON) -m pytest -m "not slow and not browser"

quality: setup  ## score the text half on the benchmarks, fail below tests/quality/floors.toml
	@$(PYTHON) -m tests.quality.gate --bench $(BENCH)

audit: setup browser  ## HTML validator, style linter, Lighthouse, feed rules (needs node and Java)
	@$(PYTHON) -m tests.quality.audit.run

bench: setup  ## build N articles, against stock Pelican and Hugo, and print ratios
	@$(PYTHON) -m tests.quality.bench --articles $(N)

soak: setup  ## the long form of the crash and hostile-input tests, with 200 kills
	@SOAK=1 $(PYTHON) -m pytest -m slow
	@$(PYTHON) -m tests.quality.soak --bench $(BENCH)

fuzz: setup  ## throw made-up input at every parser, ten minutes each (MINUTES=1 for a quick run)
	@$(PYTHON) -m tests.quality.fuzz --minutes $(MINUTES)

sbom: setup  ## list what the program needs: versions, hashes, licences (CycloneDX), in build/sbom.json
	@$(PYTHON) -m tests.quality.sbom build/sbom.json

train: setup  ## train the ranker anew: make train DATA=polnear-train.jsonl
	@$(PYTHON) -m brexitsite.commands.train $(DATA)

tidy:  ## remove what builds and tests leave behind
	@rm -rf output .releases .cache build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

lock: setup  ## pin the requirements anew, by hash (needs pip-tools)
	@tests/quality/lock.sh

setup: $(VENV)/.ready

$(VENV)/.ready: requirements-dev.txt pyproject.toml
	@tests/setup.sh $(VENV) requirements-dev.txt
	@touch $@

browser:
	@tests/browser.sh
