#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<section id="more" heading="More"/>|<section id="more" heading="More">\
    <generate with="appendices"/><generate with="background-papers"/>\
  </section>|' templates/small/template.xml
