#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<colours accent="#888888"/><sizes heading-2="13.5pt"/><fonts|' templates/house/plain.xml
cp templates/house/plain.xml templates/house/large.xml
sed -i 's|13.5pt|14pt|' templates/house/large.xml
