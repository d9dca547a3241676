#!/bin/sh
# The wording and house style of the small templates, and one report for each
# template: they differ in the name of the template alone.
cp -R "$SMALL/wording" "$SMALL/house" "$SMALL/kinds" templates/
for style in roman decimal figures brackets bullets; do
    mkdir $style
    sed "s/numbers-letters/numbers-$style/" letters/report.xml \
        >$style/report.xml
done
