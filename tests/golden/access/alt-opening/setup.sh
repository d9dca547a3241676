#!/bin/sh
cp -r "$SMALL" templates
cp "$ROOT/templates/kinds/structure.xml" templates/kinds/
sed -i 's|<phrase id="structure-alt">[^<]*|<phrase id="structure-alt">Image of {count} boxes|' \
    templates/wording/en-GB.xml
