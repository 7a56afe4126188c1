using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Tests;

/// <summary>What one run of the generator produced.</summary>
internal sealed class GeneratorRun(GeneratorRunResult result)
{
    public Exception? Exception => result.Exception;

    /// <summary>Diagnostics as <c>ID path(line,column): message</c>, one-based, in the order reported.</summary>
    public IReadOnlyList<string> Diagnostics { get; } = [.. result.Diagnostics.Select(Describe)];

    /// <summary>Ids and places only.</summary>
    public IReadOnlyList<string> Places { get; } = [.. result.Diagnostics.Select(d => $"{d.Id} {Place(d)}")];

    public IReadOnlyDictionary<string, string> Sources { get; } =
        result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>Reasons of a named step's outputs.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>Reasons of everything that was handed to the compiler.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. result.TrackedOutputSteps.Values.SelectMany(v => v).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>Values of a named step.</summary>
    public IEnumerable<object> Values(string step) =>
        result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Value);

    private static string Describe(Diagnostic d) => $"{d.Id} {Place(d)}: {d.GetMessage()}";

    private static string Place(Diagnostic d)
    {
        FileLinePositionSpan span = d.Location.GetLineSpan();
        return d.Location == Location.None
            ? "(nowhere)"
            : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})";
    }
}
