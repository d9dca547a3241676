#!/bin/sh
ln -s /etc/passwd report/map.png
