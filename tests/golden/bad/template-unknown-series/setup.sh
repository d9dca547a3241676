#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|headings="section"|headings="sections"|' templates/small/template.xml
