#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|heading="Text"|heading="Text" words="5"|' templates/small/template.xml
