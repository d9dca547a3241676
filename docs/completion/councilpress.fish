# fish completion for councilpress(1).

set -l commands build check templates
set -l none "not __fish_seen_subcommand_from $commands"

function __fish_councilpress_templates
    set -l line (commandline -opc)
    set -l at (contains -i -- --templates $line)
    set -l folder
    test -n "$at"; and set folder --templates $line[(math $at + 1)]
    $line[1] templates $folder 2>/dev/null | string replace -r ' .*' ''
end

complete -c councilpress -n $none -f -a build -d 'Write each report as PDF and HTML'
complete -c councilpress -n $none -f -a check -d 'Make every check, write nothing'
complete -c councilpress -n $none -f -a templates -d 'List the report formats'
complete -c councilpress -n '__fish_seen_subcommand_from templates' -f \
    -a '(__fish_councilpress_templates)'

complete -c councilpress -s o -l output -r -a '(__fish_complete_directories)' -f -d 'Where the reports go'
complete -c councilpress -s f -l format -x -a 'pdf html pdf,html' -d 'Formats'
complete -c councilpress -s j -l jobs -x -d 'Processes that build at once'
complete -c councilpress -l copy -x -a 'published internal' -d 'Which copy'
complete -c councilpress -l as-of -x -d 'The date that {{as-of}} stands for'
complete -c councilpress -l set -x -d 'NAME=VALUE'
complete -c councilpress -l templates -r -a '(__fish_complete_directories)' -f -d 'The folder of templates'
complete -c councilpress -l max-memory -x -d 'MiB that one report may take'
complete -c councilpress -l timeout -x -d 'Seconds that one report may take'
complete -c councilpress -l force -d 'Build what has not changed, too'
complete -c councilpress -l wait -d 'For another run that writes there'
complete -c councilpress -l accessibility -d 'Check what would hinder readers'
complete -c councilpress -l strict -d 'Treat warnings as errors'
complete -c councilpress -l dump -x -a 'report figures doc layout' -d 'Print a stage instead'
complete -c councilpress -l json -d 'A line of JSON a report, and one of the run'
complete -c councilpress -s q -l quiet -d 'Print findings only'
complete -c councilpress -s v -l verbose -d 'Say what each report was made from, and why'
complete -c councilpress -s h -l help -d 'Print a summary and leave'
complete -c councilpress -s V -l version -d 'Print the version and leave'
