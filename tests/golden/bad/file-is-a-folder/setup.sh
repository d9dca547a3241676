#!/bin/sh
mkdir report/figures.csv
