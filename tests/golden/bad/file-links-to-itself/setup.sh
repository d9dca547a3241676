ln -s figures.csv report/figures.csv
