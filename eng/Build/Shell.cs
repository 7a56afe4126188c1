using System.ComponentModel;
using System.Diagnostics;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Runs programs in the repository root with their output going straight to the terminal.</summary>
internal static class Shell
{
    public static void Dotnet(params IEnumerable<string> arguments) => Run("dotnet", arguments);

    /// <param name="folder">Where it runs; the repository's root where none is given.</param>
    /// <exception cref="BuildFailedException">The program returned another exit code than 0.</exception>
    public static void Run(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null
    )
    {
        var list = arguments.ToList();
        if (TryRun(file, list, environment, folder) is not 0 and var exitCode)
        {
            throw new BuildFailedException($"{file} {string.Join(' ', list)}\nended with exit code {exitCode}.");
        }
    }

    public static int TryRun(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new BuildFailedException($"Cannot start {file}: {e.Message}");
        }
    }

    public static bool Exists(string program) => ProgramPath.Find(program) is not null;
}
