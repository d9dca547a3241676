#!/bin/sh
cp -r "$SMALL" templates
cp logo.png templates/house
sed -i 's|<fonts|<logo file="logo.png" alt=""/><fonts|' templates/house/plain.xml
