mkdir report
