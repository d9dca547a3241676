#!/bin/sh
# Static analysis of the C files given: clang's analyzer through clang-tidy.
#
#   [NODES=N] analyse.sh FILE...
#
# The analyzer leaves a function after N states of it: most have far fewer than
# 30,000, and the few that have more take most of the time. make lint-deep goes
# as far as the analyzer itself would, to 225,000.
set -eu

packages='libxml-2.0 harfbuzz harfbuzz-subset libdeflate nettle md4c libunibreak
libpng libjpeg libutf8proc fribidi libseccomp'
# shellcheck disable=SC2086
flags="-I. -I${OUT:-build/release} -std=c11 -D_XOPEN_SOURCE=700 $(pkg-config --cflags $packages)"
checks='-*,clang-analyzer-*,bugprone-*,-bugprone-easily-swappable-parameters'
# memset_s and its kin are in no libc that we build with; a cast of a char is
# what bytes of UTF-8 need; a reserved name is a library's.
checks="$checks,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling"
checks="$checks,-bugprone-reserved-identifier,-bugprone-narrowing-conversions"
checks="$checks,-bugprone-implicit-widening-of-multiplication-result"
# clang 14 takes every va_list of a second file for an uninitialised one.
checks="$checks,-clang-analyzer-valist.Uninitialized"
# Tables of names are made by macros that paste; the size of a pointer is meant.
checks="$checks,-bugprone-macro-parentheses,-bugprone-sizeof-expression"
checks="$checks,-bugprone-branch-clone,-bugprone-assignment-in-if-condition"

# shellcheck disable=SC2016
printf '%s\n' "$@" | NODES=${NODES:-30000} xargs -P 2 -n 8 sh -c '
    flags=$1 checks=$2
    shift 2
    clang-tidy --quiet --warnings-as-errors="*" --checks="$checks" \
        --extra-arg=-Xclang --extra-arg=-analyzer-config \
        --extra-arg=-Xclang --extra-arg="max-nodes=$NODES" "$@" \
        -- $flags 2>/dev/null' analyse "$flags" "$checks"
echo "analyse: $# files"
