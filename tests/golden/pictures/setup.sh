#!/bin/sh
# A logo, and a picture in standard wording.
cp -r "$SMALL" templates
cp town-plan/map.png templates/house
cp town-plan/map.png templates/small
sed -i 's|<fonts|<logo file="map.png" alt="Example Borough Council" height="15mm"/><fonts|' templates/house/plain.xml
sed -i 's|heading="More"/>|heading="More"><figure file="map.png" decorative="yes" width="20mm"/><generate with="narrative"/></section>|' templates/small/template.xml
