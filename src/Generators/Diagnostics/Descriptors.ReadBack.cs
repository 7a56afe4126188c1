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

    public static readonly DiagnosticDescriptor BadReadBackPath = new(
        "CUMCP152",
        "Malformed place of a comparison",
        "'{0}' is no path, with at most one [member=$argument] or [member=.path] in it",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NotReadBack = new(
        "CUMCP153",
        "Argument that is not compared",
        "What {1} does with '{0}' is not compared with what comes back",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NeverReadBack = new(
        "CUMCP154",
        "Write that is not compared",
        "Nothing shows whether {0} was carried out",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor GoneWithoutRead = new(
        "CUMCP155",
        "Removal that is not looked for",
        "What is gone is found out by a read, so 'gone' needs 'from'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );
}
