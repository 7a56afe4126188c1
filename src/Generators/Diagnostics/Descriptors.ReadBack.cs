using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>150–159: how a write is compared with what came back.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ReadBackOfGet = new(
        "CUMCP150",
        "Reading is not read back",
        "GET changes nothing, so it has no 'readBack'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownReadBack = new(
        "CUMCP151",
        "Comparison of an unknown argument",
        "'{0}' is not an argument of '{1}'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );
}
