#!/bin/sh
# The wording is that of templates/, so that it never lags behind.
cp -R "$SMALL/wording" templates/wording
