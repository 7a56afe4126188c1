using System.Globalization;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Holds what no other work on the machine changes to committed bounds: the size of an executable, the methods of a start.</summary>
internal static class PublishBudgets
{
    public const string Target = "eng/publish-budgets.txt";
    public const string Methods = "methods that a start enters until its tool list";

    /// <summary>What the size of a published executable is called.</summary>
    public static string BytesOf(string binary) =>
        $"bytes of {Path.GetRelativePath(Repository.Root, binary).Replace('\\', '/')}";

    /// <summary>Fails where a figure of this machine's publish is over its bound; other processors have other figures.</summary>
    public static void Check(string what, long figure)
    {
        if (EntryTracer.IsSupported)
        {
            Check(Repository.Read(Target), what, figure);
        }
    }

    /// <param name="budgets">The lines of the committed file: a bound and what it is of.</param>
    /// <exception cref="BuildFailedException">The figure is over its bound, or has none.</exception>
    public static void Check(string budgets, string what, long figure)
    {
        var bound = budgets
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('\t', 2))
            .Where(parts => parts[1] == what)
            .Select(static parts => (long?)long.Parse(parts[0], CultureInfo.InvariantCulture))
            .SingleOrDefault();
        if (bound is not { } most)
        {
            throw new BuildFailedException($"{Target} has no bound for {what}.");
        }

        Console.WriteLine($"{what}: {figure}, at most {most}.");
        if (figure > most)
        {
            throw new BuildFailedException(
                $"There are {figure} {what}, and {Target} allows {most}. Make it less, or raise the bound and say in the commit what it buys."
            );
        }
    }
}
