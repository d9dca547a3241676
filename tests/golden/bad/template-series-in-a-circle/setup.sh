#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<series id="section"|<series id="section" within="section"|' templates/small/template.xml
