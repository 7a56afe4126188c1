using ClickUpMcp.Storage.Tests.Crash;
using Xunit.Runner.InProc.SystemConsole;

namespace ClickUpMcp.Storage.Tests;

/// <summary>Runs the tests, or the writer that one of them starts and kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [StoreWriter.Word, var address, var first]
            ? StoreWriter.RunAsync(address, int.Parse(first))
            : ConsoleRunner.Run(args);
}
