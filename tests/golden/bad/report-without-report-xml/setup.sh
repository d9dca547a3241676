#!/bin/sh
mkdir report
