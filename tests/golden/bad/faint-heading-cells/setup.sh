#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<colours table-head="#1d5a9e"/><fonts|' templates/house/plain.xml
