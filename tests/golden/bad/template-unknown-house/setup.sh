#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|house="plain"|house="plane"|' templates/small/template.xml
