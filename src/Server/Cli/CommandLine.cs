using ClickUpMcp.Hosting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli;

/// <summary>Finds the verb that the command line asks for, and runs it.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments, CliEnvironment environment)
    {
        try
        {
            RefuseLostBytes(arguments);
            string[] words = Normalise(arguments, environment);
            string name = words[0];
            IVerb verb = VerbTable.Find(name) ?? throw UnknownCommand.Of(name, environment.Composition);
            return verb.Run(Parse(words, verb), environment);
        }
        catch (UnusableException e)
        {
            environment.WriteError(e.Message);
            return ExitCode.Failed;
        }
        catch (OptionsException e)
        {
            environment.WriteError(e.Message);
            return ExitCode.Usage;
        }
        catch (StoreException e)
        {
            environment.WriteError(e.Message);
            return ExitCode.Failed;
        }
        catch (ClosedOutputException)
        {
            // The reader closed the pipe, as "| head" does when it has its lines: no error of this program.
            return ExitCode.NobodyReads;
        }
        catch (IOException)
        {
            environment.WriteError("The result could not be written: the disk is full, or what it goes to is closed.");
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last line of defence: whoever started the program gets a line, never a trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            environment.WriteError($"An error in this program ended it ({e.GetType().Name}).");
            return ExitCode.Failed;
        }
    }

    // The runtime puts U+FFFD for bytes that are no text; a search for that, or a task named so, is not what was typed.
    private static void RefuseLostBytes(string[] arguments)
    {
        for (int place = 0; place < arguments.Length; place++)
        {
            if (arguments[place].Contains('\uFFFD', StringComparison.Ordinal))
            {
                throw new OptionsException(
                    $"Argument {place + 1} is not UTF-8. Set a UTF-8 locale, or pass the text by @FILE or standard input."
                );
            }
        }
    }

    // Apart from the one below, whose closure would show in the memory of every start.
    private static CommandArguments Parse(string[] words, IVerb verb) =>
        words.Length == 1 ? CommandArguments.None : ParseAfterVerb(words, verb);

    private static CommandArguments ParseAfterVerb(string[] words, IVerb verb) =>
        CommandArguments.Parse(words.AsSpan(1), verb.Flags, () => verb.OwnSettings);

    /// <summary>Puts the verb first: flags alone mean the default one, and <c>--help</c> and <c>--version</c> are verbs too.</summary>
    /// <remarks>Without any word a person is told what there is; a client, which is no terminal, is served.</remarks>
    private static string[] Normalise(string[] arguments, CliEnvironment environment) =>
        arguments switch
        {
            [] when environment.IsTerminal => ["help"],
            ["-h" or "--help", ..] => ["help"],
            ["--version", ..] => ["version"],
            [var verb, "-h" or "--help", ..] => ["help", verb],
            ["-v", ..] => ["version"],
            ["call" or "tools", var tool, .., "-h" or "--help"] => ["help", tool],
            [var first, ..] when !first.StartsWith('-') => arguments,
            _ => [VerbTable.Default, .. arguments],
        };
}
