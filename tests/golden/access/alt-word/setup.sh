#!/bin/sh
cp -r "$SMALL" templates
cp "$ROOT/templates/kinds/structure.xml" templates/kinds/
sed -i 's|<phrase id="structure-alt">[^<]*|<phrase id="structure-alt">Chart.|' \
    templates/wording/en-GB.xml
