#!/bin/sh
cp -r "$SMALL" templates
cp logo.png templates/house
sed -i 's|<fonts|<logo file="plain.xml" alt="Example Borough Council" height="1mm"/><fonts|' templates/house/plain.xml
