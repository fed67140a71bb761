# Two commands do everything on a machine with Python 3.11+, make and a package registry:
#   make map    builds the map of Weifang into maps/
#   make test   installs what tests need (three browsers included) and runs them all
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
SPECS ?= maps/weifang.toml maps/weifang-four.toml
SECONDS ?= 600
# `make hostile` takes hours: PART=1/8, PART=2/8 … add up
PART ?= 1/1
# Other Pythons in which `make package` builds the map: PYTHONS="python3.13 python3.14"
PYTHONS ?=
# Node for `make front` alone: the machine's own, else the one of the test environment
NPM := PATH="$$PATH:$(CURDIR)/$(BIN)" npm

.PHONY: map check test lint format front bench article gallery docs lock clean help \
	releases oracles hostile looks layouts faults fuzz mutants notebooks package \
	proofs reliability

help:            ## List the commands
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/: .*##/  /'

map: $(VENV)/run.stamp         ## Build the maps (SPECS=maps/weifang.toml)
	$(BIN)/geo build $(SPECS)

check: $(VENV)/run.stamp       ## Say whether the committed maps are what the build makes
	$(BIN)/geo build --check $(SPECS)

test: lint $(VENV)/browser.stamp node_modules/.package-lock.json   ## Lint, type-check and run every test
	BROWSER_REQUIRED=1 $(BIN)/python -m pytest

lint: $(VENV)/test.stamp       ## Lint and type-check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/test.stamp     ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

front: node_modules/.package-lock.json $(VENV)/test.stamp   ## Check scripts and styles, build them into geo/web/dist
	$(BIN)/python tools/make_front_inputs.py shell
	$(BIN)/python tools/make_front_inputs.py schema | $(NPM) run --silent types > geo/web/src/types/new.d.ts
	mv geo/web/src/types/new.d.ts geo/web/src/types/map-data.d.ts
	$(NPM) run check
	$(NPM) test
	$(NPM) run build

bench: $(VENV)/bench.stamp $(VENV)/browser.stamp   ## Measure against the peers; writes docs/bench.md
	$(BIN)/python -m bench

releases: $(VENV)/test.stamp     ## Prove: how much of our own press releases is read, by form
	$(BIN)/python -m proofs.releases

oracles: $(VENV)/proofs.stamp    ## Prove: arithmetic against other implementations
	$(BIN)/python -m proofs.oracles

hostile: $(VENV)/proofs.stamp $(VENV)/browser.stamp   ## Prove: hostile text through every field, in Chromium
	$(BIN)/python -m proofs.hostile --part $(PART)

looks: $(VENV)/test.stamp $(VENV)/browser.stamp   ## Draw pages in three engines, for a person to judge, into .venv/looks
	$(BIN)/python -m proofs.looks $(firstword $(SPECS)) --out $(VENV)/looks

layouts: $(VENV)/test.stamp $(VENV)/browser.stamp   ## Prove: the snippet in the layouts of other sites; writes a table into docs/embedding.md
	$(BIN)/python -m proofs.layouts

faults: $(VENV)/proofs.stamp     ## Prove: full disks, folders in the way, killed builds
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m proofs.faults

fuzz: $(VENV)/proofs.stamp       ## Prove: readers under random input (SECONDS=600)
	$(BIN)/python -m proofs.fuzz --seconds $(SECONDS)

mutants: $(VENV)/proofs.stamp    ## Prove: small changes to the code are noticed by its room's tests
	$(BIN)/python -m proofs.mutants

notebooks: $(VENV)/proofs.stamp $(VENV)/browser.stamp   ## Prove: the how-to for notebooks in Jupyter and marimo
	$(BIN)/python -m proofs.notebooks

package: $(VENV)/proofs.stamp    ## Prove: wheel and sdist build Weifang alone; writes docs/sbom.cdx.json
	$(BIN)/python -m proofs.package $(foreach path,$(PYTHONS),--python $(path))

proofs:          ## Run every proof, one after another, whatever they find, and gather their figures
	-$(MAKE) oracles
	-$(MAKE) package
	-$(MAKE) fuzz
	-$(MAKE) faults
	-$(MAKE) hostile
	-$(MAKE) mutants
	$(MAKE) reliability

reliability: $(VENV)/proofs.stamp   ## Gather the figures of the last proofs into docs/reliability.md
	$(BIN)/python -m proofs.report

article: $(VENV)/test.stamp    ## Make docs/article.html, a news page with two embeds
	$(BIN)/python docs/make_article.py

gallery: $(VENV)/test.stamp    ## Draw every preset of the plate into docs/gallery
	$(BIN)/python docs/make_gallery.py

docs: $(VENV)/docs.stamp       ## Build the documentation as a site into .site/html
	NO_MKDOCS_2_WARNING=1 $(BIN)/python docs/make_site.py

lock: $(UV)      ## Renew the lock files
	cd $(CURDIR) && for set in "requirements.lock --extra atlas --extra formats --extra documents --extra sheets" \
	  "requirements-test.lock --all-extras --group test" \
	  "requirements-docs.lock --group docs" \
	  "requirements-bench.lock --all-extras --group test --group bench" \
	  "requirements-proofs.lock --all-extras --group test --group proofs"; do \
	  set -- $$set; out=$$1; shift; \
	  $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    pyproject.toml "$$@" -o $$out || exit 1; done

clean:           ## Remove what was installed
	rm -rf $(VENV) node_modules .site

# --- the environment -------------------------------------------------------------------------
$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("geo needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv

define install
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r $(1)
	$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@
endef

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(UV)
	$(call install,requirements.lock)

$(VENV)/test.stamp: requirements-test.lock pyproject.toml | $(UV)
	$(call install,requirements-test.lock)
	@touch $(VENV)/run.stamp

node_modules/.package-lock.json: package.json package-lock.json $(VENV)/test.stamp
	$(NPM) ci

$(VENV)/bench.stamp: requirements-bench.lock pyproject.toml | $(UV)
	$(call install,requirements-bench.lock)

$(VENV)/docs.stamp: requirements-docs.lock pyproject.toml | $(UV)
	$(call install,requirements-docs.lock)

$(VENV)/proofs.stamp: requirements-proofs.lock pyproject.toml | $(UV)
	$(call install,requirements-proofs.lock)

$(VENV)/browser.stamp: tools/get_browsers.sh $(VENV)/test.stamp
	sh tools/get_browsers.sh $(BIN)/python
	@touch $@
