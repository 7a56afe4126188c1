using System.Text;

namespace ClickUpMcp.Cli;

/// <summary>The completion scripts for shells.</summary>
internal static class CompletionScripts
{
    private const string Program = "clickup-mcp";

    /// <summary>To be sourced, or put into <c>/usr/share/bash-completion/completions/clickup-mcp</c>.</summary>
    public static string Bash(CommandTable table)
    {
        StringBuilder cases = new();
        foreach ((string name, IVerb verb) in table.Verbs)
        {
            cases.Append($"    {name})\n");
            cases.Append($"      flags=\"{string.Join(' ', Flags(verb))}\"\n");
            cases.Append($"      words=\"{string.Join(' ', table.WordsAfter(name))}\" ;;\n");
        }

        return $$"""
            _clickup_mcp() {
              local current=${COMP_WORDS[COMP_CWORD]} flags="" words=""
              if [ "$COMP_CWORD" -eq 1 ]; then
                COMPREPLY=($(compgen -W "{{string.Join(' ', table.Verbs.Select(static v => v.Name))}}" -- "$current"))
                return
              fi
              case ${COMP_WORDS[1]} in
            {{cases}}  esac
              case $current in
                -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
                *)
                  if [ "$COMP_CWORD" -eq 2 ] && [ -n "$words" ]; then
                    COMPREPLY=($(compgen -W "$words" -- "$current"))
                  else
                    COMPREPLY=($(compgen -f -- "$current"))
                  fi ;;
              esac
            }
            complete -F _clickup_mcp {{Program}}
            """;
    }

    /// <summary>To be put into a folder of <c>fpath</c> as <c>_clickup-mcp</c>.</summary>
    public static string Zsh(CommandTable table)
    {
        StringBuilder cases = new();
        foreach ((string name, IVerb verb) in table.Verbs)
        {
            cases.Append($"    {name})\n");
            cases.Append($"      flags=({string.Join(' ', Flags(verb))})\n");
            cases.Append($"      options=({string.Join(' ', table.WordsAfter(name))}) ;;\n");
        }

        return $$"""
            #compdef {{Program}}
            local -a verbs flags options
            verbs=({{string.Join(' ', table.Verbs.Select(static v => $"{Quoted(v.Name + ":" + v.Verb.Summary)}"))}})
            if (( CURRENT == 2 )); then
              _describe command verbs
              return
            fi
            case $words[2] in
            {{cases}}esac
            if [[ $PREFIX == -* ]]; then
              compadd -- $flags
            elif (( CURRENT == 3 && $#options )); then
              compadd -- $options
            else
              _files
            fi
            """;
    }

    /// <summary>To be put into <c>~/.config/fish/completions/clickup-mcp.fish</c>.</summary>
    public static string Fish(CommandTable table)
    {
        StringBuilder text = new();
        foreach ((string name, IVerb verb) in table.Verbs)
        {
            text.Append($"complete -c {Program} -f -n __fish_use_subcommand -a {name} -d {Quoted(verb.Summary)}\n");
            foreach (Hosting.VerbFlag flag in CommandTable.FlagsOf(verb))
            {
                string value = flag.Value is null ? string.Empty : " -r";
                text.Append(
                    $"complete -c {Program} -n '__fish_seen_subcommand_from {name}' -l {flag.Name}{value} -d {Quoted(flag.Help)}\n"
                );
            }

            if (table.WordsAfter(name).Any())
            {
                string words = string.Join(' ', table.WordsAfter(name));
                text.Append($"complete -c {Program} -f -n '__fish_seen_subcommand_from {name}' -a '{words}'\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>To be put into <c>$PROFILE</c>.</summary>
    public static string PowerShell(CommandTable table)
    {
        StringBuilder cases = new();
        foreach ((string name, IVerb verb) in table.Verbs)
        {
            IEnumerable<string> words = Flags(verb).Concat(table.WordsAfter(name));
            cases.Append($"    '{name}' {{ @({string.Join(", ", words.Select(static word => $"'{word}'"))}) }}\n");
        }

        return $$"""
            Register-ArgumentCompleter -Native -CommandName {{Program}} -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              $verbs = @({{string.Join(", ", table.Verbs.Select(static v => $"'{v.Name}'"))}})
              $elements = @($commandAst.CommandElements | ForEach-Object { "$_" })
              $isVerb = $elements.Count -lt 2 -or ($elements.Count -eq 2 -and $wordToComplete)
              $words = if ($isVerb) { $verbs } else { switch ($elements[1]) {
            {{cases}}  } }
              $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """;
    }

    private static IEnumerable<string> Flags(IVerb verb) =>
        CommandTable.FlagsOf(verb).Select(static flag => $"--{flag.Name}");

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
