# bash completion for councilpress(1); needs nothing but bash.

_councilpress_templates() # the program, the words of the line
{
    local program=$1 folder=() i
    shift
    for ((i = 1; i <= $#; i++)); do
        if [[ ${!i} == --templates ]]; then
            i=$((i + 1))
            [[ ${!i} == '=' ]] && i=$((i + 1))
            folder=(--templates "${!i}")
        fi
    done
    "$program" templates "${folder[@]}" 2>/dev/null | cut -d ' ' -f 1
}

_councilpress()
{
    local commands='build check templates'
    local options='-o --output -f --format -j --jobs --copy --as-of --set
        --templates --max-memory --timeout --force --wait --strict --dump
        --accessibility
        --json -q --quiet -v --verbose -h --help -V --version'
    local cur=$2 prev=$3 command='' words=() i

    # `--copy=x` is three words to bash.
    if [[ $cur == '=' ]]; then
        cur=
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    COMPREPLY=()
    case $prev in
    -f | --format) words=(pdf html 'pdf,html') ;;
    --copy) words=(published internal) ;;
    --dump) words=(report figures doc layout) ;;
    -o | --output | --templates)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return
        ;;
    -j | --jobs | --as-of | --set | --max-memory | --timeout) return ;;
    esac
    if [[ ${#words[@]} -eq 0 ]]; then
        for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
            build | check | templates) command=${COMP_WORDS[i]}; break ;;
            esac
        done
        if [[ $cur == -* ]]; then
            read -r -d '' -a words <<<"$options"
        elif [[ -z $command ]]; then
            read -r -a words <<<"$commands"
        elif [[ $command == templates ]]; then
            mapfile -t words < <(_councilpress_templates "$1" \
                "${COMP_WORDS[@]:1}")
        else
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$cur"
                compgen -f -X '!*.xml' -- "$cur")
            return
        fi
    fi
    mapfile -t COMPREPLY < <(compgen -W "${words[*]}" -- "$cur")
}

complete -F _councilpress councilpress
