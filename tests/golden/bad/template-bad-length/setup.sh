#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<about>|<page top="wide"/><about>|' templates/small/template.xml
