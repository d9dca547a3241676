#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|result="amount"|result="amuont"|' templates/kinds/figures.xml
