#!/bin/sh
{
    seq -s ' ' 1 1499
    printf 'end\n\n## Fourteen hundred and one words more\n\n'
    seq -s ' ' 1 1501
} >report/text.md
