# councilpress - GNU make, packages of Debian 12 or 13 (./setup installs them).
BUILD ?= release
OUT   ?= build/$(BUILD)

# One make at a time in OUT: nothing is read half written, and no program is
# built anew under its tests. Another waits; one with another OUT does not.
HERE := $(abspath $(OUT))
ifneq ($(COUNCILPRESS_MAKE),$(HERE))
GOALS := $(or $(MAKECMDGOALS),all)
.PHONY: alone $(GOALS)
$(GOALS): alone ;
alone:
	@mkdir -p $(OUT)
	+@exec 9<$(OUT); flock -n 9 || \
	    { echo "waiting for another make in $(OUT)"; flock 9; }; \
	    COUNCILPRESS_MAKE=$(HERE) $(MAKE) --no-print-directory $(GOALS) 9<&-
else

flags.release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
flags.debug   := -O0 -g
flags.asan    := -O1 -g -fno-omit-frame-pointer -DARENA_EXACT \
                 -fsanitize=address,undefined -fno-sanitize-recover=all
flags.cov     := -O0 -g --coverage -fprofile-update=atomic -fdata-sections
# Counters are mapped from files: tests/coverage/counters.c.
ldflags.cov   := -fuse-ld=bfd -Wl,--build-id -Wl,--wrap=__gcov_exit \
                 -Wl,-T,tests/coverage/counters.ld
extra.cov     := tests/coverage/counters.c
# Comparisons are not traced: that took half the time, and dictionaries know the
# words that matter.
flags.fuzz    := $(flags.asan) -fsanitize=fuzzer-no-link \
                 -fno-sanitize-coverage=trace-cmp
ifeq ($(flags.$(BUILD)),)
$(error BUILD=$(BUILD): want release, debug, asan, cov or fuzz)
endif

# CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS belong to whoever calls make.
PKGS := libxml-2.0 harfbuzz harfbuzz-subset libdeflate nettle md4c libunibreak \
        libpng libjpeg libutf8proc jansson fribidi libzip libmicrohttpd
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wvla \
        -Wformat=2 -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes
REQ_CPPFLAGS := -I. -D_XOPEN_SOURCE=700 \
                $(shell pkg-config --cflags $(PKGS))
REQ_CFLAGS   := -std=c11 $(WARN) $(flags.$(BUILD))
REQ_LDFLAGS  := $(filter -fsanitize=% --coverage,$(flags.$(BUILD))) \
                $(ldflags.$(BUILD))
REQ_LDLIBS   := $(shell pkg-config --libs $(PKGS)) -lhpdf -lcsv
CMOCKA_LIBS  := $(shell pkg-config --libs cmocka 2>/dev/null)

# What makes the workers' filter of calls, at the build and never later.
RULES_SRC := batch/call_filter_rules.c
LIB_SRC  := $(filter-out $(RULES_SRC),$(sort $(shell find core input figures generators output batch preview -name '*.c'))) \
            $(extra.$(BUILD))
CMD_SRC  := $(sort $(wildcard cmd/*.c))
UNIT_SRC := $(sort $(wildcard tests/unit/*.c))
SUPPORT_SRC := $(sort $(wildcard tests/support/*.c))
obj       = $(patsubst %.c,$(OUT)/%.o,$(1))
LIB      := $(OUT)/libreport.a
WORK     := $(OUT)/work
PROGRAM  := $(OUT)/councilpress
FUZZ_SRC := $(sort $(wildcard tests/fuzz/*.c))
UNITS    := $(patsubst %.c,$(OUT)/%,$(UNIT_SRC))
# What tests/lint/options.py asks for the tables of cmd/.
OPTION_LIST := $(OUT)/tests/lint/option_list
OPTION_SRC  := tests/lint/option_list.c $(filter-out cmd/main.c,$(CMD_SRC))
# What tests/lint/reference.py and schemas.py ask for the tables of elements.
ELEMENT_LIST := $(OUT)/tests/lint/element_list

.DELETE_ON_ERROR:
.PHONY: all bench bench-all bench-instructions bench-preview bless check \
        check-batch check-bookworm check-boot check-browser check-cli \
        check-deb check-faults check-fleet check-fuzz check-golden \
        check-guides check-install check-long check-office check-outputs \
        check-preview check-properties check-readers check-schema \
        check-trixie check-unit clean compare conformance coverage deb demo \
        dist distcheck format format-check fuzz fuzz-all fuzzers help \
        install lint lint-deep manual messages options preview-picture \
        reach reference uninstall units

all: $(PROGRAM) ## build build/release/councilpress
units: $(UNITS) $(OPTION_LIST) $(ELEMENT_LIST)

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(REQ_CPPFLAGS) $(CPPFLAGS) $(REQ_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

RULES := $(OUT)/batch/call_filter_rules
$(RULES): $(RULES_SRC) batch/call_filter.h Makefile
	@mkdir -p $(@D)
	$(CC) $(REQ_CPPFLAGS) $(CPPFLAGS) -std=c11 $(WARN) $(CFLAGS) $(LDFLAGS) -o $@ $< $(shell pkg-config --cflags --libs libseccomp)
$(OUT)/batch/call_filter.inc: $(RULES)
	$(RULES) >$@
$(OUT)/batch/call_filter.o: $(OUT)/batch/call_filter.inc
$(OUT)/batch/call_filter.o: REQ_CPPFLAGS += -I$(OUT)

$(LIB): $(call obj,$(LIB_SRC))
	rm -f $@ && $(AR) crs $@ $^

SANITIZER_SRC.asan := tests/sanitizer/options.c
$(PROGRAM): $(call obj,$(CMD_SRC) $(SANITIZER_SRC.$(BUILD))) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)

$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(call obj,$(SUPPORT_SRC)) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(CMOCKA_LIBS) $(REQ_LDLIBS) $(LDLIBS)

$(OPTION_LIST): $(call obj,$(OPTION_SRC)) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)
-include $(OUT)/tests/lint/option_list.d

$(ELEMENT_LIST): $(call obj,tests/lint/element_list.c) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)
-include $(OUT)/tests/lint/element_list.d

COUNTERS := $(HERE)/counters
$(OUT)/tests/coverage/counters.o: REQ_CPPFLAGS += -DCOUNTERS_FOLDER='"$(COUNTERS)"'

# A target is a file with its name; the rest of tests/fuzz/ serves them all.
FUZZ_SHARED  := $(call obj,tests/fuzz/fuzz.c tests/fuzz/files.c tests/fuzz/container.c tests/fuzz/look.c)
FUZZ_TARGETS := csv expression image markdown message report templates value whole word workbook xmldata
FUZZ_ENGINE  := $(if $(filter fuzz,$(BUILD)),,$(OUT)/tests/fuzz/replay.o)
FUZZ_LINK    := -Wl,--wrap=file_in_encoded -Wl,--wrap=fontconfig_file $(if $(FUZZ_ENGINE),,-fsanitize=fuzzer)
FUZZERS      := $(FUZZ_TARGETS:%=$(OUT)/fuzz/%)

$(FUZZERS): $(OUT)/fuzz/%: $(OUT)/tests/fuzz/%.o $(FUZZ_SHARED) $(FUZZ_ENGINE) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) $(FUZZ_LINK) -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)

fuzzers: $(FUZZERS)

# Loaded before every library. It is no part of the program: no sanitizer.
INTERPOSER := $(OUT)/tests/faults/interpose.so
INTERPOSER_SRC := tests/faults/interpose.c tests/faults/interpose_calls.c
$(INTERPOSER): $(INTERPOSER_SRC) tests/faults/interpose.h Makefile
	@mkdir -p $(@D)
	$(CC) -I. -std=c11 $(WARN) -O2 $(CFLAGS) -fPIC -shared -o $@ $(INTERPOSER_SRC)

# Sanitizers come behind the interposer, so that it sees every call first. They
# look for leaks in a program that does not confine itself.
FAULTY := $(PROGRAM)
ifeq ($(BUILD),asan)
FAULTY := $(OUT)/tests/faults/councilpress
LEAKS := --leaks
FAULT_OPTIONS = --preload $(shell $(CC) -print-file-name=libasan.so) \
    --set ASAN_OPTIONS=verify_asan_link_order=0
$(FAULTY): $(call obj,$(CMD_SRC) tests/faults/unconfined.c) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -Wl,--wrap=_exit -Wl,--wrap=kill -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)
-include $(OUT)/tests/faults/unconfined.d
endif

REPORTS := $(if $(filter build/release,$(OUT)),build,$(OUT))/reports
demo: $(PROGRAM) ## build examples/ into build/reports/, PDF and HTML
	$(PROGRAM) build --force -o $(REPORTS) --templates templates examples

# The guides and the reference, by the program itself.
MANUAL := officers-guide editors-guide recipes reference messages
GALLERY := pictures tables edges
GUIDES := $(OUT)/manual
manual: $(PROGRAM) ## build the guides and the reference into build/release/manual
	rm -rf $(GUIDES)
	python3 docs/guides/manual.py $(GUIDES)/reports $(VERSION)
	COUNCILPRESS_TEMPLATES=- $(PROGRAM) build -q --force -o $(GUIDES)/out \
	    --templates docs/guides/templates --templates templates $(GUIDES)/reports
	COUNCILPRESS_TEMPLATES=- $(PROGRAM) build -q --force -o $(GUIDES)/gallery \
	    --templates docs/gallery/reports/templates --templates templates \
	    $(foreach g,$(GALLERY),docs/gallery/reports/$(g))

check-guides: $(PROGRAM) ## do what the guides say
	$(TIMED) 'python3 tests/guides/run.py $(PROGRAM) $(WORK)/guides'

check: check-unit check-golden check-guides check-properties check-schema check-office check-outputs check-readers check-cli check-batch check-preview check-install check-fuzz check-faults ## run all tests

# With BUILD=cov check says last what it has covered.
COVERED := python3 tests/coverage/report.py
ifeq ($(BUILD),cov)
check:
	$(COVERED) $(COVERAGE) $(OUT) $(PROGRAM) $(UNITS) $(FUZZERS)
endif

# Other tests read back what was written, in time that reaches no further line.
coverage: ## prove that the tests of the program itself reach 95 % of its lines (gcovr)
	rm -rf build/cov/counters
	$(MAKE) BUILD=cov OUT=build/cov reach
reach: check-unit check-golden check-guides check-properties check-office check-cli check-batch check-preview check-faults
	$(COVERED) $(COVERAGE) $(OUT) $(PROGRAM) $(UNITS)

# Each says last how many seconds it took.
TIMED = @sh tests/timed.sh $@

check-unit: $(UNITS) ## run the unit tests
	$(TIMED) 'sh tests/unit/run.sh $(OUT)/tests/unit'

# CASES="tests/golden/bad/csv-sum.case tests/golden/accessibility" takes those alone.
check-golden: $(PROGRAM) ## compare dumps, HTML, messages and exit statuses
	$(TIMED) 'python3 tests/golden/case_file_test.py' \
	    'python3 tests/golden/run.py $(PROGRAM) $(WORK)/golden $(CASES)'

PROPERTIES = python3 tests/properties/run.py $(PROGRAM) $(WORK)/properties
check-properties: $(PROGRAM) ## random tables: right ones are taken, a changed figure is found
	$(TIMED) '$(PROPERTIES)'

# BEFORE=PROGRAM is another build; BEFORE_TEMPLATES=FOLDER its templates, where they are
# not those of its checkout. ONLY="random golden" takes these inputs alone.
compare: $(PROGRAM) ## print what another build, BEFORE=PROGRAM, reads or says in another way: some minutes
	$(TIMED) 'python3 tests/properties/compare.py --before $(or $(BEFORE),$(error BEFORE=PROGRAM says which other build)) \
	    $(BEFORE_TEMPLATES:%=--templates %) $(ONLY:%=--only %) $(PROGRAM) $(WORK)/compare'

SCHEMA = python3 tests/schema/run.py
check-schema: $(PROGRAM) $(ELEMENT_LIST) ## validate files by docs/schema/ with xmllint and jing, a fifth of all changes of them
	$(TIMED) '$(SCHEMA) --every 5 $(PROGRAM) $(WORK)/schema'

bless: $(PROGRAM) ## show each changed golden file, then take it
	python3 tests/golden/run.py --bless $(PROGRAM) $(WORK)/golden $(CASES)

# What was written, read back with qpdf and poppler.
RANDOM = python3 tests/words/random_reports.py $(PROGRAM) tests/golden/templates-small $(WORK)/random
check-outputs: $(PROGRAM) ## read PDF and HTML back: structure, words, bytes
	$(TIMED) 'python3 tests/words/words_test.py' \
	    '$(RANDOM) 20' \
	    'sh tests/outputs/run.sh $(PROGRAM) $(WORK)/outputs'

check-office: $(PROGRAM) ## read workbooks and Word files that other programs made
	$(TIMED) 'sh tests/office/run.sh $(PROGRAM) $(WORK)/office'

READERS = python3 tests/readers/run.py $(PROGRAM) $(WORK)/readers
check-readers: $(PROGRAM) ## read a table of 5,000 rows with poppler, qpdf, mutool, PDFium
	$(TIMED) '$(READERS) 5000'

check-cli: $(PROGRAM) ## options, paths, exit statuses, files, large inputs
	$(TIMED) 'python3 tests/cli/run.py $(PROGRAM) $(WORK)/cli'

# Saves of a file that it follows.
SAVES := 50
check-browser: $(PROGRAM) ## the preview's page in Chromium, after ./setup --conformance
	$(TIMED) 'python3 tests/preview/browser.py --saves $(SAVES) $(PROGRAM) $(WORK)/browser'

bench-preview: $(PROGRAM) ## milliseconds from a save to the painted page, before all other programs (root), likewise
	python3 tests/preview/browser.py --first --only timed $(PROGRAM) $(WORK)/browser

preview-picture: $(PROGRAM) ## the README's picture of the preview, likewise
	COUNCILPRESS_TEMPLATES=- python3 tests/preview/picture.py $(PROGRAM) $(WORK)/picture docs/images/preview.png

check-preview: $(PROGRAM) ## try the preview's server, without a browser
	$(TIMED) 'python3 tests/preview/run.py $(PROGRAM) $(WORK)/preview'

check-batch: $(PROGRAM) ## workers, kills, locks, what is not built again
	$(TIMED) 'python3 tests/batch/run.py $(PROGRAM) $(WORK)/batch'

check-install: $(PROGRAM) ## install, run from there, uninstall; units, completion
	$(TIMED) 'python3 tests/install/run.py $(PROGRAM) $(WORK)/install'

check-boot: $(PROGRAM) ## start the installed service under a systemd (root)
	$(TIMED) 'sh tests/install/boot.sh $(PROGRAM) $(WORK)/boot'

check-fleet: $(PROGRAM) ## a job array of a real Slurm: as root, after ./setup --fleet
	$(TIMED) 'python3 tests/fleet/run.py $(PROGRAM) $(WORK)/fleet'

check-deb: ## make deb twice, and try it in a bare Debian 12 (root, after ./setup --deb): 10 min
	$(TIMED) 'sh tests/debian/package.sh bookworm $(WORK)/package'

# The other Debian, and what its libraries make of the examples.
check-trixie: demo ## what README.md says, on a bare Debian 13 (root): 15 min
check-bookworm: demo ## the same on a bare Debian 12
DEBIAN = 'sh tests/debian/check.sh $(1) $(WORK)/$(1)' \
    'python3 tests/debian/compare.py $(REPORTS) $(WORK)/$(1)/reports'
check-trixie check-bookworm:
	$(TIMED) $(call DEBIAN,$(@:check-%=%))

check-fuzz: $(FUZZERS) ## run the fuzz targets on what is known
	$(TIMED) 'sh tests/fuzz/replay.sh $(OUT)/fuzz $(WORK)/fuzz'

SECONDS ?= 60
fuzz: ## look for new faults, SECONDS=60 a target, in build/fuzz (clang)
	$(MAKE) BUILD=fuzz CC=clang OUT=build/fuzz/objects fuzz-all

fuzz-all: $(FUZZERS)
	sh tests/fuzz/run.sh $(OUT)/fuzz build/fuzz $(SECONDS) $(TARGETS)

FAULT_WORK   = $(FAULTY) $(INTERPOSER) $(WORK)/faults
FAULT_BUDGET ?= 400
# Inputs that change while they are read; CHANGED=data,template takes these.
CHANGES = python3 tests/faults/changes.py $(CHANGED:%=--files %) $(FAULT_OPTIONS) $(FAULT_WORK)
check-faults: $(FAULTY) $(INTERPOSER) ## let calls fail and inputs change, evenly spread: a minute
	$(TIMED) $(if $(filter release,$(BUILD)),'python3 tests/faults/calls.py $(PROGRAM) $(INTERPOSER)') \
	    'python3 tests/faults/sweep.py $(LEAKS) $(FAULT_OPTIONS) --budget $(FAULT_BUDGET) $(FAULT_WORK)' \
	    $(if $(filter release,$(BUILD)),'python3 tests/faults/shards.py --budget 20 $(PROGRAM) $(INTERPOSER) $(WORK)/faults-shards') \
	    '$(CHANGES)'

check-long: $(PROGRAM) $(ELEMENT_LIST) $(FAULTY) $(INTERPOSER) demo ## what takes hours: 100,000 rows, a CSV of 50 MB, 300 kills, every fault, every change of a file, 100,000 reports in shards, Debian 13 (root)
	$(TIMED) '$(READERS) 100000' \
	    '$(PROPERTIES) 40 25' \
	    '$(RANDOM) 500' \
	    'python3 tests/faults/sweep.py $(LEAKS) $(FAULT_OPTIONS) $(FAULT_WORK)' \
	    $(if $(filter release,$(BUILD)),'python3 tests/faults/shards.py $(PROGRAM) $(INTERPOSER) $(WORK)/faults-shards') \
	    '$(CHANGES) --all' \
	    '$(SCHEMA) $(PROGRAM) $(WORK)/schema-long' \
	    'python3 tests/cli/run.py --long $(PROGRAM) $(WORK)/cli' \
	    'python3 tests/batch/run.py --long $(PROGRAM) $(WORK)/batch' \
	    'python3 tests/fleet/run.py --long $(PROGRAM) $(WORK)/fleet' \
	    'python3 tests/fleet/simulate.py $(PROGRAM) $(WORK)/simulation' \
	    'python3 tests/preview/browser.py --long --saves 500 $(PROGRAM) $(WORK)/browser' \
	    $(call DEBIAN,trixie) 'sh tests/debian/package.sh bookworm $(WORK)/package'

# The clocks are here, not in the program.
WRAPPED := hb_shape_full libdeflate_zlib_compress digest_sha256
STAGES  := $(OUT)/bench/stages
$(STAGES): $(OUT)/bench/stages.o $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) $(WRAPPED:%=-Wl,--wrap=%) -o $@ $^ \
	    $(REQ_LDLIBS) $(LDLIBS)
-include $(OUT)/bench/stages.d

bench: $(PROGRAM) $(STAGES) ## measure, beside the goals (45 s)
	python3 bench/run.py $(PROGRAM) $(STAGES) $(WORK)/bench

bench-all: $(PROGRAM) $(STAGES) ## bench, with more rows, 10,000 reports and other programs
	python3 bench/run.py --all $(PROGRAM) $(STAGES) $(WORK)/bench

# BEFORE=FILE: what instructions.txt was of another version.
bench-instructions: $(STAGES) ## count the instructions of six works with valgrind: a minute
	python3 bench/instructions.py $(STAGES) $(WORK)/bench $(BEFORE)

# Tools that nobody here wrote: ./setup --conformance installs them.
conformance: $(PROGRAM) ## veraPDF, Nu, axe on every report, and proof that they look: 5 min
	$(TIMED) 'python3 tests/conformance/run.py $(PROGRAM) $(WORK)/conformance' \
	    'python3 tests/conformance/proofs.py $(PROGRAM) $(WORK)/conformance'

messages: ## write docs/messages.md from core/finding/finding_table.h
	python3 tests/lint/messages.py --write

options: $(OPTION_LIST) ## write the lists of options of the manual page and the completions
	python3 tests/lint/options.py $(OUT) --write

reference: $(ELEMENT_LIST) ## write docs/reference.md and docs/schema/ from the tables of elements
	python3 tests/lint/reference.py $(OUT) --write
	python3 tests/lint/schemas.py $(OUT) --write

lint: format-check $(PROGRAM) $(OPTION_LIST) $(ELEMENT_LIST) ## format, static analysis, who includes and calls whom
	sh tests/lint/includes.sh
	python3 tests/lint/circles.py $(OUT)
	python3 tests/lint/unused.py $(OUT)
	python3 tests/lint/no_template_in_c.py
	python3 tests/lint/comments.py
	python3 tests/lint/messages.py
	python3 tests/lint/kinds.py
	python3 tests/lint/options.py $(OUT)
	python3 tests/lint/reference.py $(OUT)
	python3 tests/lint/schemas.py $(OUT)
	shellcheck setup .ci/run $(shell git ls-files '*.sh' '*.bash' '*.sbatch')
	@$(ANALYSE)

ANALYSE = OUT=$(OUT) sh tests/lint/analyse.sh $(CMD_SRC) $(LIB_SRC) $(RULES_SRC)
lint-deep: $(PROGRAM) ## static analysis that leaves no function early: a quarter of an hour
	@NODES=225000 $(ANALYSE)

FORMAT = $(shell git ls-files '*.c' '*.h')
format: ## format every C file
	@clang-format -i $(FORMAT)
format-check:
	@clang-format --dry-run --Werror $(FORMAT)

# What is installed as it stands: a file, a colon, its place below PREFIX.
PREFIX ?= /usr/local
files_in = $(shell find $(1) -type f ! -name '.*' ! -name '*~')
DATA   := share/councilpress
DOC    := share/doc/councilpress
UNITS_IN := docs/systemd
INSTALLED = \
    $(foreach f,$(call files_in,templates),$(f):$(DATA)/$(f)) \
    $(foreach f,$(call files_in,preview/page),$(f):$(DATA)/preview/$(notdir $(f))) \
    $(foreach f,$(call files_in,examples) CHANGES.md,$(f):$(DOC)/$(f)) \
    $(foreach f,report-folder templates reference messages operators,docs/$(f).md:$(DOC)/$(f).md) \
    $(foreach f,$(call files_in,docs/gallery),$(f):$(DOC)/$(f:docs/%=%)) \
    $(foreach f,$(call files_in,docs/schema),$(f):$(DOC)/$(f)) \
    $(foreach f,$(call files_in,docs/house-styles),$(f):$(DOC)/$(f)) \
    docs/slurm/councilpress.sbatch:$(DOC)/slurm/councilpress.sbatch \
    docs/man/councilpress.1:share/man/man1/councilpress.1 \
    docs/completion/councilpress.bash:share/bash-completion/completions/councilpress \
    docs/completion/_councilpress:share/zsh/site-functions/_councilpress \
    docs/completion/councilpress.fish:share/fish/vendor_completions.d/councilpress.fish \
    $(UNITS_IN)/councilpress@.timer:lib/systemd/system/councilpress@.timer \
    $(UNITS_IN)/councilpress.sysusers:lib/sysusers.d/councilpress.conf
# What is made by the program for it: the manual.
BUILT = $(foreach m,$(MANUAL),$(foreach f,$(m).html $(m).pdf,$(GUIDES)/out/$(f):$(DOC)/$(f))) \
    $(foreach g,$(GALLERY),$(foreach f,$(g).html $(g).pdf,$(GUIDES)/gallery/$(f):$(DOC)/gallery/$(f)))
# And what is made for PREFIX.
SERVICE := lib/systemd/system/councilpress@.service
ROOT     = $(DESTDIR)$(PREFIX)

install: $(PROGRAM) manual ## install below PREFIX (/usr/local), inside DESTDIR
	install -D -m 755 $(PROGRAM) "$(ROOT)/bin/councilpress"
	@set -e; for pair in $(INSTALLED) $(BUILT); do \
	    install -D -m 644 "$${pair%%:*}" "$(ROOT)/$${pair#*:}"; done
	install -D -m 644 $(UNITS_IN)/councilpress@.service.in "$(ROOT)/$(SERVICE)"
	@sed -i "s|@PREFIX@|$$(printf '%s' '$(PREFIX)' | \
	    sed 's/%/%%/g; s/[&|\\]/\\&/g')|" "$(ROOT)/$(SERVICE)"
	@prefix=$$(printf '%s/' '$(PREFIX)' | sed 's/[&|\\]/\\&/g') && cd "$(ROOT)/$(DOC)" && \
	    sed -i "s|/usr/local/bin/c|$${prefix}bin/c|g; s|/usr/local/share/doc|$${prefix}share/doc|g" \
	    operators.md slurm/councilpress.sbatch

uninstall: ## remove what install has installed, and nothing else
	@set -e; for pair in $(INSTALLED) $(BUILT) :bin/councilpress :$(SERVICE); do \
	    rm -f "$(ROOT)/$${pair#*:}"; done
	@for folder in "$(ROOT)/$(DATA)" "$(ROOT)/$(DOC)"; do \
	    if [ -d "$$folder" ]; then find "$$folder" -depth -type d -empty -delete; fi; done

# What others take: a tarball of what is committed, and Debian packages of it.
VERSION := $(shell sed -n 's/.*COUNCILPRESS_VERSION "\(.*\)"/\1/p' core/base/version.h)
TARBALL := build/councilpress-$(VERSION).tar.xz

dist: ## build/councilpress-VERSION.tar.xz, of what is committed
	@mkdir -p build
	git archive --prefix=councilpress-$(VERSION)/ HEAD -- ':!debian' | xz >$(TARBALL)

distcheck: dist ## unpack it, build, test and install it there
	sh tests/install/distcheck.sh $(TARBALL) $(VERSION) build/distcheck

deb: dist ## councilpress and councilpress-doc in build/deb (needs ./setup --deb)
	rm -rf build/deb && mkdir -p build/deb
	cp $(TARBALL) build/deb/councilpress_$(VERSION).orig.tar.xz
	tar -C build/deb -xf $(TARBALL)
	git archive HEAD debian | tar -C build/deb/councilpress-$(VERSION) -x
	cd build/deb/councilpress-$(VERSION) && dpkg-buildpackage -us -uc
	cd build/deb && lintian --pedantic --fail-on error,warning,pedantic *.changes

clean: ## remove build/
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)

# Kept between runs, though only needed for one program each.
.SECONDARY:

-include $(patsubst %.c,$(OUT)/%.d,$(LIB_SRC) $(CMD_SRC) $(UNIT_SRC) $(SUPPORT_SRC) $(FUZZ_SRC))

endif
