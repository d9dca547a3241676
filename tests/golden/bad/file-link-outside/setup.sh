ln -s /etc/passwd report/figures.csv
