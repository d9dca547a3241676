#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<colours text="green"/><fonts|' templates/house/plain.xml
