#!/bin/sh
cp -r "$SMALL" templates
echo "This is a letter, not a font." >templates/house/letter.ttf
sed -i 's|folder="[^"]*"|folder="."|
s|="\(LiberationSans-[A-Za-z]*.ttf\)"|="/usr/share/fonts/truetype/liberation2/\1"|g
s|italic="[^"]*"|italic="letter.ttf"|' templates/house/plain.xml
