# Everything from a fresh clone: Python 3.11 or newer, make and git are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VNU := .cache/vnu/node_modules/vnu-jar/build/dist/vnu.jar
# The day the site speaks of: given from outside, else that of the commit. Never the clock.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
# Outside a checkout it stays unset: an empty one is taken for a number and breaks what reads it.
ifneq ($(SOURCE_DATE_EPOCH),)
export SOURCE_DATE_EPOCH
endif
# Pages are one process; without this every build prints the theme's notice about its successor.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve check test audit bench lint lock catalogue clean

help:  ## show what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

site: check  ## check the data and build the site into site/
	$(BIN)/python scripts/build_site.py site

serve: $(VENV)/installed  ## live preview; an edit in data/ shows at once
	$(BIN)/mkdocs serve

check: $(VENV)/installed  ## all problems in data/ at once, in German
	$(BIN)/python scripts/check.py

test: $(VENV)/tested  ## the suite: rules, pages, a strict build, a real browser
	$(BIN)/python scripts/browser.py --install
	$(BIN)/python -m pytest

audit: $(VENV)/tested $(VNU)  ## every page in every state, valid HTML, real programs, the same bytes twice (slow)
	$(BIN)/python scripts/browser.py --install
	VNU_JAR=$(CURDIR)/$(VNU) LAGEBILD_STRICT_TOOLS=1 $(BIN)/python -m pytest -m audit

bench: $(VENV)/tested  ## how long the steps take, as ratios within one run
	$(BIN)/python scripts/bench.py

lint: $(VENV)/tested  ## style and types of the code
	$(BIN)/ruff check .
	$(BIN)/mypy

lock: $(VENV)/installed  ## write the locked requirements anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra test pyproject.toml -o requirements-test.lock

catalogue: $(VENV)/installed  ## derive datapackage.json from data/
	$(BIN)/python scripts/check.py --write-catalogue

clean:  ## remove everything that was built
	rm -rf site .site-new .site-old .cache

# Installs only what the lock names, with its hashes; the package itself is linked, not copied.
$(VENV)/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Lagebild needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(VENV)/tested: $(VENV)/installed requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

# The HTML checker that `make audit` needs besides Java, held to the hash of its published file.
$(VNU):
	npm install --prefix .cache/vnu --no-save --ignore-scripts --no-audit --no-fund vnu-jar@26.9.27
	echo "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47  $(VNU)" | sha256sum --check --quiet
