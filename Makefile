# The front door. `make` builds build/corten; Meson and Ninja do the work (meson.build).
#
#   make          build/corten, the program
#   make demo     sets up, builds, and shows a few findings
#   make test     sets up, builds, and runs every test; last line: N passed, N failed
#   make lint     the house rules that a script can check
#   make soundness  what level safe accepts, under sanitizers: SEED=n COUNT=n ALL=1
#   make mutation   single faults in programs and examples: are they rejected? SEED=n COUNT=n
#   make fuzz     each fuzzer for 20 minutes        make corpus   real programs
#   make bench    speed, memory, findings against others   make format   clang-format over .c files
#   make install  into PREFIX (/usr/local)
PREFIX ?= /usr/local
BUILD ?= build

.DEFAULT_GOAL := build
.PHONY: build setup demo test unit lint soundness mutation fuzz corpus bench format install clean

setup:
	@tools/setup

build:
	@tools/setup build
	@tools/build $(BUILD)

demo: setup build
	@examples/demo

test: setup build
	@tests/run

unit: setup build
	@tests/run unit

lint: setup build
	@tests/lint

soundness: setup build
	@tests/soundness/run $(if $(ALL),--all)

mutation: setup build
	@tests/mutation/run --examples

fuzz: setup build
	@fuzz/run

corpus: setup build
	@code=0; tests/corpus/run || code=1; tests/corpus/cve || code=1; tests/peers/gcc-torture/run || code=1; \
	tests/peers/gcc-analyzer/run || code=1; exit $$code

bench: setup build
	@tools/setup bench
	@bench/run
	@bench/findings
	@bench/growth
	@bench/checked

format:
	@clang-format -i src/*/*.c tests/unit/*.c examples/safe/*.c

install: build
	@meson configure --prefix "$(abspath $(PREFIX))" $(BUILD)
	@meson install -C $(BUILD)

clean:
	@rm -rf $(BUILD) build-*
