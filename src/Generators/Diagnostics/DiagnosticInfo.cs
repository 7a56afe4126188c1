using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Diagnostics;

/// <summary>A diagnostic as plain values, so that it can travel through the incremental pipeline.</summary>
/// <param name="Descriptor">What is wrong.</param>
/// <param name="Path">The spec file; empty when the problem has no place.</param>
/// <param name="Span">Offsets in that file.</param>
/// <param name="Lines">Lines and columns in that file.</param>
/// <param name="Arguments">Arguments of the message.</param>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor,
    string Path,
    TextSpan Span,
    LinePositionSpan Lines,
    EquatableArray<string> Arguments
)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            Descriptor,
            Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines),
            [.. Arguments]
        );
}
