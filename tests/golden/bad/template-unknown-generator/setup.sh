#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<section id="more" heading="More"/>|<section id="more" heading="More"><generate with="naration"/></section>|' templates/small/template.xml
