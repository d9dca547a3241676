#!/bin/sh
cp -r "$SMALL" templates
head -c 300000 /dev/zero >templates/house/zeroes.ttf
sed -i 's|</house>|<fallback file="zeroes.ttf"/></house>|' templates/house/plain.xml
