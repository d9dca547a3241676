# bash completion for councilpress(1); needs nothing but bash.

# What follows is made from cmd/option_table.c: make options.
_councilpress_commands='build check merge preview templates kinds inspect diff new'

_councilpress_options() # of a command; of all when there is none yet
{
    case $1 in
    build) echo '-o --output -f --format -j --jobs --copy --as-of --set --templates --max-memory --timeout --tree --list --shard --index --force --watch --wait --strict --dump --json -q --quiet -v --verbose -h --help -V --version' ;;
    check) echo '-o --output -f --format -j --jobs --copy --as-of --set --templates --max-memory --timeout --tree --list --index --force --wait --strict --accessibility --typed --dump --json -q --quiet -v --verbose -h --help -V --version' ;;
    merge) echo '--templates --index --wait --json -q --quiet -v --verbose -h --help -V --version' ;;
    preview) echo '--copy --as-of --set --templates --max-memory --timeout --strict --port --no-open -q --quiet -v --verbose -h --help -V --version' ;;
    templates) echo '--templates --strict --check --pages -q --quiet -v --verbose -h --help -V --version' ;;
    kinds) echo '--templates --strict --sample -q --quiet -v --verbose -h --help -V --version' ;;
    inspect) echo '--templates --strict --json --sheet -q --quiet -v --verbose -h --help -V --version' ;;
    diff) echo '--templates --strict --json --threshold -q --quiet -v --verbose -h --help -V --version' ;;
    new) echo '--templates --template --strict -q --quiet -v --verbose -h --help -V --version' ;;
    *) echo '-o --output -f --format -j --jobs --copy --as-of --set --templates --template --max-memory --timeout --tree --list --shard --index --force --watch --wait --strict --accessibility --typed --dump --port --no-open --json --check --pages --sample --threshold --sheet -q --quiet -v --verbose -h --help -V --version' ;;
    esac
}

_councilpress_values() # of an option that takes one; / for folders
{
    case $1 in
    -o | --output | --templates | --pages) echo '/' ;;
    -f | --format) echo 'pdf html pdf,html' ;;
    -j | --jobs | --as-of | --set | --template | --max-memory | --timeout | --list | --shard | --port | --threshold | --sheet) echo '' ;;
    --copy) echo 'published internal' ;;
    --dump) echo 'report figures doc layout' ;;
    *) return 1 ;;
    esac
}

_councilpress_takes() # what a command takes: names, or paths
{
    case $1 in
    build) echo paths ;;
    check) echo paths ;;
    merge) echo paths ;;
    preview) echo paths ;;
    templates) echo names ;;
    kinds) echo names ;;
    inspect) echo paths ;;
    diff) echo paths ;;
    new) echo paths ;;
    esac
}
# As far as here.

_councilpress_names() # the program, the command, the words of the line
{
    local program=$1 command=$2 folder=() i
    shift 2
    for ((i = 1; i <= $#; i++)); do
        if [[ ${!i} == --templates ]]; then
            i=$((i + 1))
            [[ ${!i} == '=' ]] && i=$((i + 1))
            folder=(--templates "${!i}")
        fi
    done
    "$program" "$command" "${folder[@]}" 2>/dev/null | cut -d ' ' -f 1
}

_councilpress()
{
    local cur=$2 prev=$3 command='' values words=() i

    # `--copy=x` is three words to bash.
    if [[ $cur == '=' ]]; then
        cur=
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    COMPREPLY=()
    if values=$(_councilpress_values "$prev"); then
        if [[ $values == / ]]; then
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        else
            mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
        fi
        return
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ " $_councilpress_commands " == *" ${COMP_WORDS[i]} "* ]]; then
            command=${COMP_WORDS[i]}
            break
        fi
    done
    if [[ $cur == -* ]]; then
        read -r -a words < <(_councilpress_options "$command")
    elif [[ -z $command ]]; then
        read -r -a words <<<"$_councilpress_commands"
    elif [[ $(_councilpress_takes "$command") == names ]]; then
        mapfile -t words < <(_councilpress_names "$1" "$command" \
            "${COMP_WORDS[@]:1}")
    else
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$cur"
            compgen -f -X '!*.xml' -- "$cur")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "${words[*]}" -- "$cur")
}

complete -F _councilpress councilpress
