#!/bin/sh
cp -r "$SMALL" templates
head -c 20000 /usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf \
    >templates/house/cut.ttf
sed -i 's|folder="[^"]*"|folder="."|
s|="\(LiberationSans-[A-Za-z]*.ttf\)"|="/usr/share/fonts/truetype/liberation2/\1"|g
s|bold="[^"]*"|bold="cut.ttf"|' templates/house/plain.xml
