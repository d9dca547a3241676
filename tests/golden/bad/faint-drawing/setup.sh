#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<colours charts="#00543c #ffdd00"/><fonts|' templates/house/plain.xml
