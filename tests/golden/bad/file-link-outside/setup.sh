#!/bin/sh
ln -s /etc/passwd report/figures.csv
