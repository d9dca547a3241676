mkdir report/figures.csv
