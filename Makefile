# councilpress - GNU make, Debian 12 packages (./setup installs them).
BUILD ?= release
OUT   ?= build/$(BUILD)

flags.release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
flags.debug   := -O0 -g
flags.asan    := -O1 -g -fno-omit-frame-pointer -DARENA_EXACT \
                 -fsanitize=address,undefined -fno-sanitize-recover=all
flags.cov     := -O0 -g --coverage
ifeq ($(flags.$(BUILD)),)
$(error BUILD=$(BUILD): want release, debug, asan or cov)
endif

# CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS belong to whoever calls make.
PKGS := libxml-2.0 harfbuzz harfbuzz-subset libdeflate libmd md4c libunibreak
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wvla \
        -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes
REQ_CPPFLAGS := -I. -D_XOPEN_SOURCE=700 \
                $(shell pkg-config --cflags $(PKGS))
REQ_CFLAGS   := -std=c11 $(WARN) $(flags.$(BUILD))
REQ_LDFLAGS  := $(filter -fsanitize=% --coverage,$(flags.$(BUILD)))
REQ_LDLIBS   := $(shell pkg-config --libs $(PKGS)) -lhpdf -lcsv
CMOCKA_LIBS  := $(shell pkg-config --libs cmocka 2>/dev/null)

LIB_SRC  := $(sort $(shell find core input figures generators output -name '*.c'))
CMD_SRC  := $(sort $(wildcard cmd/*.c))
UNIT_SRC := $(sort $(wildcard tests/unit/*.c))
SUPPORT_SRC := $(sort $(wildcard tests/support/*.c))
obj       = $(patsubst %.c,$(OUT)/%.o,$(1))
LIB      := $(OUT)/libreport.a
PROGRAM  := $(OUT)/councilpress
UNITS    := $(patsubst %.c,$(OUT)/%,$(UNIT_SRC))

.DELETE_ON_ERROR:
.PHONY: all lib units check check-unit clean format format-check help

all: $(PROGRAM) ## build build/release/councilpress
lib: $(LIB)
units: $(UNITS)

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(REQ_CPPFLAGS) $(CPPFLAGS) $(REQ_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(LIB): $(call obj,$(LIB_SRC))
	rm -f $@ && $(AR) crs $@ $^

$(PROGRAM): $(call obj,$(CMD_SRC)) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(REQ_LDLIBS) $(LDLIBS)

$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(call obj,$(SUPPORT_SRC)) $(LIB)
	$(CC) $(REQ_LDFLAGS) $(LDFLAGS) -o $@ $^ $(CMOCKA_LIBS) $(REQ_LDLIBS) $(LDLIBS)

check-unit: $(UNITS) ## run the unit tests
	@for t in $(UNITS); do ./$$t >$$t.log 2>&1 || { cat $$t.log; exit 1; }; done
	@echo "unit: $(words $(UNITS)) programs passed"

FORMAT = $(shell git ls-files '*.c' '*.h')
format: ## format every C file
	clang-format -i $(FORMAT)
format-check:
	clang-format --dry-run --Werror $(FORMAT)

clean: ## remove build/
	rm -rf build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)

-include $(patsubst %.c,$(OUT)/%.d,$(LIB_SRC) $(CMD_SRC) $(UNIT_SRC) $(SUPPORT_SRC))
