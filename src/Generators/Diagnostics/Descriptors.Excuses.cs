using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>140–149: reasons for which a request differs from the API's document.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BadLocation = new(
        "CUMCP140",
        "No place in a request",
        "'{0}' is no place in a request; write {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor EmptyReason = new(
        "CUMCP141",
        "Excuse without a reason",
        "'{0}' has no reason; say why the spec differs from the API's document",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BoundExcuse = new(
        "CUMCP142",
        "Excuse for what is bound",
        "The request binds '{0}', so 'unbound' has nothing to excuse",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnboundDeviation = new(
        "CUMCP143",
        "Deviation of what is not bound",
        "The request does not bind '{0}', so 'deviations' has nothing to explain",
        Binding,
        DiagnosticSeverity.Error,
        true
    );
}
