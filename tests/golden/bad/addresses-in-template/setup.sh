#!/bin/sh
cp -r "$SMALL" templates
sed -i 's|<section id="more" heading="More"/>|<section id="more" heading="More">\
    <p><a href="javascript:alert(1)">Words of the template</a></p>\
    <p><a href="file:///S:/guidance.docx">Its guidance</a></p>\
  </section>|' templates/small/template.xml
