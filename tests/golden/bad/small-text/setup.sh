#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<sizes body="10pt"/><fonts|' templates/house/plain.xml
