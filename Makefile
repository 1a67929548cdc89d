# The verbs of this project and the order of their steps; the steps themselves are in scripts/.
# Versions are named once each: Trunk in Trunk.toml, wasm-bindgen in Cargo.lock, npm packages in package-lock.json.

LISTEN ?= 127.0.0.1:8080
DATA ?= .data

# What the project installed for itself goes first; rustup's folder last, for shells that were opened before rustup came.
export PATH := $(CURDIR)/.tools/bin:$(PATH):$(HOME)/.cargo/bin
# The recipes name target/…, also on machines where a global setting puts build results elsewhere.
export CARGO_TARGET_DIR := $(CURDIR)/target

SHELL := /bin/bash
STEPS := $(if $(filter run,$(MAKECMDGOALS)),6,5)
step = @echo "[$(1)/$(STEPS)] $(2)"

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build dev test check bench clean tools web styles

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Install what is missing, build, and serve the demo town on LISTEN (127.0.0.1:8080), data in DATA (.data)
	$(call step,6,Demo town on http://$(LISTEN) with its data in $(DATA) (Ctrl-C ends it))
	@exec target/release/faserstand serve --demo --listen $(LISTEN) --data $(DATA)

build: web ## Build target/release/faserstand, one file with everything inside
	$(call step,5,Server (the first time takes minutes))
	@cargo build --release --bin faserstand

dev: tools ## Watch the sources: rebuild, restart, read assets from disk
	@exec node scripts/dev.mjs --listen $(LISTEN) --data $(DATA)

test: ## Everything: formatting, lints, tests, byte gates, journeys in a real browser
	@exec scripts/test.sh

check: ## The fast part of test, for in between
	@cargo fmt --check
	@cargo clippy --all-targets -- -D warnings
	@cargo test --lib --test architecture --test domain

bench: build ## Measure the release build
	@exec node scripts/bench/run.mjs

clean: ## Remove build results; installed tools, npm packages and data stay
	rm -rf target dist test-results bench-results

# Internal steps

tools:
	$(call step,1,Prerequisites)
	@scripts/tools.sh prerequisites
	$(call step,2,Build tools in .tools)
	@scripts/tools.sh builders
	$(call step,3,npm packages)
	@scripts/tools.sh packages

web: tools
	$(call step,4,Style sheets and browser programs (the first time takes minutes))
	@scripts/web.sh

styles: tools
	@node scripts/styles.mjs
