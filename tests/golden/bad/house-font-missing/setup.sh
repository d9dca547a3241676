#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|LiberationSans-Regular.ttf|Nowhere.ttf|' templates/house/plain.xml
