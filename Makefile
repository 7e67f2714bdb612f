PYTHON ?= python3
VENV := .venv/bin/python
COMPILE := var/uv/bin/uv --no-config pip compile pyproject.toml --quiet --no-header \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

.PHONY: help installed run test lint format lock migrations bench docs-pictures clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

installed:
	@$(PYTHON) scripts/install.py test

run: ## the site with demo content on http://127.0.0.1:8000/ (PORT=, HOST=)
	@$(PYTHON) scripts/run.py

test: installed ## every test (ARGS="-k comments" passes words to pytest)
	$(VENV) -m pytest -n auto $(ARGS)

lint: installed ## style, templates, migrations and Django's own checks; changes nothing
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 --check {} +
	$(VENV) manage.py makemigrations --check --dry-run
	$(VENV) manage.py check

format: installed ## mend what lint finds and a machine can mend
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

migrations: installed ## write migrations for changed models
	$(VENV) manage.py makemigrations

lock: ## write requirements/ from pyproject.toml (ARGS=--upgrade raises what it can)
	@$(PYTHON) -m venv var/uv
	@var/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	@$(COMPILE) $(ARGS) --output-file requirements/run.txt
	@$(COMPILE) $(ARGS) --group test --constraints requirements/run.txt \
		--output-file requirements/test.txt

bench: installed ## measure speed (ARGS="discussion" names a chapter of it)
	$(VENV) scripts/bench.py $(ARGS)

docs-pictures: installed ## take the pictures that README.md and docs/ show
	$(VENV) scripts/docs_pictures.py

clean: ## remove what can be made again; var/, with the database and uploads, stays
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis staticfiles
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
