#!/bin/sh
cp -r "$SMALL" templates
cp logo.png templates/house
sed -i 's|<fonts|<logo file="none.png" alt="Example Borough Council"/><fonts|' templates/house/plain.xml
