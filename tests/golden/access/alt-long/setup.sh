#!/bin/sh
cp -r "$SMALL" templates
cp "$ROOT/templates/kinds/structure.xml" templates/kinds/
long=$(seq -s ' ' 1000 1210)
sed -i "s|<phrase id=\"structure-alt\">[^<]*|<phrase id=\"structure-alt\">$long|" \
    templates/wording/en-GB.xml
