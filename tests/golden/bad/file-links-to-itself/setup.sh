#!/bin/sh
ln -s figures.csv report/figures.csv
