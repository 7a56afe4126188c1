using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>040–049: prompts and resources.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnknownPlaceholder = new(
        "CUMCP040",
        "Unknown placeholder",
        "The text has a place for '{0}', which is not an argument of the prompt; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusedPromptArgument = new(
        "CUMCP041",
        "Unused argument of a prompt",
        "The text has no place for '{0}'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnnamedTool = new(
        "CUMCP042",
        "Tool that a prompt does not name",
        "The text does not name `{0}`",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnlistedTool = new(
        "CUMCP043",
        "Tool that a prompt does not list",
        "The text names `{0}`, which is not among the prompt's tools",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusablePromptDefault = new(
        "CUMCP044",
        "Unusable default of a prompt",
        "'{0}' is not one of the argument's values; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadResourceUri = new(
        "CUMCP045",
        "Unusable template of resources",
        "'{0}' is not of the form scheme://part/{{argument}}, with parts of small letters",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusableResource = new(
        "CUMCP046",
        "Unusable tool of resources",
        "A resource cannot be read so: {0}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );
}
