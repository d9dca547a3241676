#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<fonts|<colours secondary="#888888" link="#5694ca"\n           accent="#b0b0b0"/><fonts|' templates/house/plain.xml
