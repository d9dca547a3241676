#!/bin/sh
cp -r "$SMALL" templates
sed -i '/id="continued"/d' templates/wording/en-GB.xml
