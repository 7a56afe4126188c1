using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>300–399: annotations, scopes, categories and personas.</content>
internal static partial class Descriptors
{
    private const string Policy = "ClickUpMcp.Policy";

    public static readonly DiagnosticDescriptor MissingAnnotation = new(
        "CUMCP300",
        "Missing annotation",
        "'{0}' does not state the annotation '{1}'",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DeleteNotDestructive = new(
        "CUMCP301",
        "DELETE that is not destructive",
        "'{0}' sends DELETE but is not annotated as destructive",
        Policy,
        DiagnosticSeverity.Warning,
        true
    );

    public static readonly DiagnosticDescriptor ReadOnlyMethod = new(
        "CUMCP302",
        "Read-only tool that writes",
        "'{0}' is annotated as read-only but sends {1}; if that only reads, say why in the root's 'reads'",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ScopeMismatch = new(
        "CUMCP303",
        "Scope contradicts the annotation",
        "'{0}' is {1}, so its scope must {2} 'read'",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DeleteScope = new(
        "CUMCP304",
        "DELETE below scope delete",
        "'{0}' is destructive and sends DELETE, so its scope should be 'delete' or 'admin'",
        Policy,
        DiagnosticSeverity.Warning,
        true
    );

    public static readonly DiagnosticDescriptor UnknownCategory = new(
        "CUMCP305",
        "Unknown category",
        "'{0}' is not a category of this spec; {1}",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor EmptyPersona = new(
        "CUMCP306",
        "Persona without tools",
        "The persona '{0}' has no tools left",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor IdleSelector = new(
        "CUMCP307",
        "Selector matches nothing",
        "This selector matches no tool",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownPersona = new(
        "CUMCP309",
        "Unknown persona",
        "There is no persona '{0}'{1}",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ContradictoryAnnotations = new(
        "CUMCP308",
        "Read-only and destructive",
        "'{0}' cannot be both read-only and destructive",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingUndo = new(
        "CUMCP310",
        "No way to undo",
        "'{0}' sends '{1}', and the root's 'undo' does not say how that is undone, or why it cannot be",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadUndo = new(
        "CUMCP311",
        "Malformed way to undo",
        "'{0}' is no way to undo: {1}",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingPlaces = new(
        "CUMCP312",
        "No place of a write",
        "'{0}' sends '{1}', and the root's 'places' does not say where that writes",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadPlaces = new(
        "CUMCP313",
        "Malformed place of a write",
        "'{0}' does not say where something is written: {1}",
        Policy,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>Mistakes in what an entry is called and filed under, which emitted code does not depend on.</summary>
    internal static DiagnosticDescriptor[] OfNames => [DuplicateTool, BadDescription, UnknownCategory];
}
