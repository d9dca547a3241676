# fish completion for councilpress(1).

function __fish_councilpress_names
    set -l line (commandline -opc)
    set -l at (contains -i -- --templates $line)
    set -l folder
    test -n "$at"; and set folder --templates $line[(math $at + 1)]
    $line[1] $argv[1] $folder 2>/dev/null | string replace -r ' .*' ''
end

# What follows is made from cmd/option_table.c: make options.
function __fish_councilpress_with # one of these, or none yet
    not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new
    or __fish_seen_subcommand_from $argv
end

complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a build -d 'Write each report'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a check -d 'Make every check, write nothing'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a merge -d 'Join the shards of a run that built into DIR'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a preview -d 'Show each report in the browser, and follow every save'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a templates -d 'List the templates, or what one of them asks for'
complete -c councilpress -n '__fish_seen_subcommand_from templates' -f -a '(__fish_councilpress_names templates)'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a kinds -d 'List the kinds of tables, or the headings and checks of one of them'
complete -c councilpress -n '__fish_seen_subcommand_from kinds' -f -a '(__fish_councilpress_names kinds)'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a inspect -d 'Say what files of data hold, and which <data> reads them'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a diff -d 'Say what changed in the data of a report'
complete -c councilpress -n 'not __fish_seen_subcommand_from build check merge preview templates kinds inspect diff new' -f -a new -d 'Make a report folder of a template, to fill in'
complete -c councilpress -n '__fish_councilpress_with build check' -s o -l output -r -f -a '(__fish_complete_directories)' -d 'Where the reports go'
complete -c councilpress -n '__fish_councilpress_with build check' -s f -l format -x -a 'pdf html pdf,html' -d 'pdf, html or pdf,html'
complete -c councilpress -n '__fish_councilpress_with build check' -s j -l jobs -x -d 'Processes that build at once (n)'
complete -c councilpress -n '__fish_councilpress_with build check preview' -l copy -x -a 'published internal' -d 'Published, or internal with what is exempt'
complete -c councilpress -n '__fish_councilpress_with build check preview' -l as-of -x -d 'The date that {{as-of}} stands for (date)'
complete -c councilpress -n '__fish_councilpress_with build check preview' -l set -x -d 'A header field, a value, or a data attribute (name=value)'
complete -c councilpress -l templates -r -f -a '(__fish_complete_directories)' -d 'A folder of templates, before all others'
complete -c councilpress -n '__fish_councilpress_with new' -l template -x -d 'The template that the new folder is of (name)'
complete -c councilpress -n '__fish_councilpress_with build check preview' -l max-memory -x -d 'What one report may take (MiB)'
complete -c councilpress -n '__fish_councilpress_with build check preview' -l timeout -x -d 'What one report may take (seconds)'
complete -c councilpress -n '__fish_councilpress_with build check' -l tree -d 'Keep the folders below PATH in the output'
complete -c councilpress -n '__fish_councilpress_with build check' -l list -x -d 'Build also the reports that FILE names, a path a line (file)'
complete -c councilpress -n '__fish_councilpress_with build' -l shard -x -d 'Build part K of N alone (k/n)'
complete -c councilpress -n '__fish_councilpress_with build check merge' -l index -d 'Write also index.html and index.atom, of all that stands in DIR'
complete -c councilpress -n '__fish_councilpress_with build check' -l force -d 'Build what has not changed, too'
complete -c councilpress -n '__fish_councilpress_with build' -l watch -d 'Build again after every save, until Ctrl+C'
complete -c councilpress -n '__fish_councilpress_with build check merge' -l wait -d 'For another run that writes to DIR'
complete -c councilpress -n '__fish_councilpress_with build check preview templates kinds inspect diff new' -l strict -d 'Treat warnings as errors'
complete -c councilpress -n '__fish_councilpress_with check' -l accessibility -d 'Say also what would hinder readers, and what only a person can judge'
complete -c councilpress -n '__fish_councilpress_with check' -l typed -d 'List figures typed in prose that the data does not have, and typed numbers of sections'
complete -c councilpress -n '__fish_councilpress_with build check' -l dump -x -a 'report figures doc layout' -d 'Print report, figures, doc or layout instead'
complete -c councilpress -n '__fish_councilpress_with preview' -l port -x -d 'The port of the preview'\''s address (n)'
complete -c councilpress -n '__fish_councilpress_with preview' -l no-open -d 'Start no browser'
complete -c councilpress -n '__fish_councilpress_with build check merge inspect diff' -l json -d 'A line of JSON a report, and one of the run'
complete -c councilpress -n '__fish_councilpress_with templates' -l check -d 'Prove all templates, or the one that is named, with a sample of each'
complete -c councilpress -n '__fish_councilpress_with templates' -l pages -r -f -a '(__fish_complete_directories)' -d 'With --check, write each sample there'
complete -c councilpress -n '__fish_councilpress_with kinds' -l sample -d 'Print a CSV file to fill in'
complete -c councilpress -n '__fish_councilpress_with diff' -l threshold -x -d 'Money that moved by less did not move (amount)'
complete -c councilpress -n '__fish_councilpress_with inspect' -l sheet -x -d 'Look at this sheet of a workbook alone (name)'
complete -c councilpress -s q -l quiet -d 'Print findings only'
complete -c councilpress -s v -l verbose -d 'Say what each report was made from, and why'
complete -c councilpress -s h -l help -d 'Print this and leave'
complete -c councilpress -s V -l version -d 'Print the version and leave'
# As far as here.
