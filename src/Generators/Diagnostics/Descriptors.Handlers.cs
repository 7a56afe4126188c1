using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>400–499: handlers and the operations they use.</content>
internal static partial class Descriptors
{
    private const string Handlers = "ClickUpMcp.Handlers";

    public static readonly DiagnosticDescriptor MissingHandler = new(
        "CUMCP400",
        "Missing handler class",
        "Handler '{0}' of '{1}' does not exist; write 'internal sealed class {0} : IToolHandler<Resolved{2}>' in namespace ClickUpMcp.Tools.Handlers (src/Server/Tools/Handlers/{0}.cs)",
        Handlers,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownUse = new(
        "CUMCP401",
        "Unknown operation used",
        "'{0}' is not an entry with a request; {1}",
        Handlers,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusedInternal = new(
        "CUMCP402",
        "Unused internal entry",
        "No handler uses the internal entry '{0}'",
        Handlers,
        DiagnosticSeverity.Warning,
        true
    );

    public static readonly DiagnosticDescriptor KeyWithoutHandler = new(
        "CUMCP403",
        "Handler's key without a handler",
        "'{0}' has '{1}' but no handler",
        Handlers,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ProjectionMismatch = new(
        "CUMCP404",
        "Argument of another type in a used operation",
        "'{0}' has an argument '{1}' of another type than that of '{2}', so it cannot be passed on; give both one type, or one of them another name",
        Handlers,
        DiagnosticSeverity.Error,
        true
    );
}
