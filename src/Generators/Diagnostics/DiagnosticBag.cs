using System.Globalization;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Diagnostics;

/// <summary>Collects diagnostics in the order they are found.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>Whether something was found that makes its entry unusable.</summary>
    public bool HasErrors => _diagnostics.Exists(d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor descriptor, JsonValue where, params object[] arguments) =>
        Report(descriptor, where.Source, where.Span, arguments);

    public void Report(DiagnosticDescriptor descriptor, JsonSource source, TextSpan span, params object[] arguments) =>
        _diagnostics.Add(Create(descriptor, source, span, arguments));

    public void AddRange(IEnumerable<DiagnosticInfo> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Makes a diagnostic without reporting it yet.</summary>
    public static DiagnosticInfo Create(
        DiagnosticDescriptor descriptor,
        JsonSource source,
        TextSpan span,
        params object[] arguments
    ) =>
        new(
            descriptor,
            source.Path,
            span,
            source.Lines(span),
            arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").ToEquatableArray()
        );
}
