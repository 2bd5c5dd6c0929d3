# The commands of the house. Needs make and Python 3.11 or newer; the rest is
# installed from pinned files into var/, which is also all that is written to.

PORT ?= 8000
export PORT
PY := var/venv-dev/bin/python
APPS = $(dir $(wildcard participation/*/apps.py forums/apps.py surveys/apps.py youth_council/apps.py site/*/apps.py)) site/

.PHONY: help demo demo-reset test lint fix messages css vendor lock soak bench bench-serve restore-drill

help:                  ## this list
	@sed -n 's/^\([a-z-]*\): *\(.*\)## \(.*\)/  make \1\t\3/p' $(MAKEFILE_LIST) | expand -t 20

demo:                  ## the demo municipality at http://localhost:$PORT/ until Ctrl-C
	@.ci/bootstrap demo
	@exec env PYTHONPYCACHEPREFIX=var/cache/pycache DJANGO_SETTINGS_MODULE=config.settings.demo \
		var/venv-demo/bin/python site/manage.py serve_demo --port "$(PORT)"

demo-reset:            ## forget what was done in the demo; the next start loads it anew
	rm -rf var/demo

test:                  ## everything: lint, types, contracts, both databases, browser
	@exec .ci/test

lint:                  ## the quick half of `make test`
	@exec .ci/test lint

fix:                   ## let ruff put right what it can
	@.ci/bootstrap dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

messages:              ## collect texts for translation and compile the catalogues
	@.ci/bootstrap dev
	@exec .ci/messages $(APPS)

css:                   ## join the style sheets into the one that pages load; commit it
	@.ci/bootstrap dev
	$(PY) site/manage.py raati_css

vendor:                ## fetch the front-end packages anew (needs npm); commit the result
	@exec sh .ci/vendor.sh

lock:                  ## resolve the dependencies anew; commit requirements/
	@exec .ci/lock --upgrade

soak:                  ## the full figures of quality.toml: hours
	@exec .ci/test soak

bench-serve:           ## a large town with production's processes at http://localhost:$PORT/ until Ctrl-C
	@.ci/bootstrap dev
	@exec $(PY) -m tests.bench.serve

bench:                 ## speed beside a bare page in the same run; writes var/bench/report.md
	@.ci/bootstrap dev
	@exec $(PY) -m tests.bench.measure

restore-drill:         ## back up, restore to an empty database, compare; needs PostgreSQL
	@exec .ci/test restore-drill
