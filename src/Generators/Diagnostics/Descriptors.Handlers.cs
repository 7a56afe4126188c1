using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>400–499: handlers and the operations they use.</content>
internal static partial class Descriptors
{
    private const string Handlers = "ClickUpMcp.Handlers";

    public static readonly DiagnosticDescriptor MissingHandler = new(
        "CUMCP400",
        "Missing handler class",
        "Handler '{0}' of '{1}' does not exist; write 'internal sealed class {0}(ToolServices services) : IToolHandler<{2}Arguments>' in namespace ClickUpMcp.Tools.Handlers (src/Server/Tools/Handlers/{0}.cs)",
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

    public static readonly DiagnosticDescriptor UsesWithoutHandler = new(
        "CUMCP403",
        "Uses without a handler",
        "'{0}' has 'uses' but no handler",
        Handlers,
        DiagnosticSeverity.Error,
        true
    );
}
