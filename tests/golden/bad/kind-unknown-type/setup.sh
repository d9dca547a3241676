#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|type="money"|type="monye"|' templates/kinds/figures.xml
