#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<section id="more" heading="More"/>|<sektion id="more" heading="More"/>|' templates/small/template.xml
