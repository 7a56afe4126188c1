using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>200–299: shapes, responses and pagination.</content>
internal static partial class Descriptors
{
    private const string Shapes = "ClickUpMcp.Shapes";

    public static readonly DiagnosticDescriptor UnknownShape = new(
        "CUMCP200",
        "Unknown shape",
        "'{0}' is not a shape of this spec; {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ExtendsCycle = new(
        "CUMCP201",
        "Shapes extend in a circle",
        "The shape '{0}' extends itself",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadFromPath = new(
        "CUMCP202",
        "Malformed field path",
        "'{0}' is not a path here; write names joined by dots, for several values with [] behind an array or empty braces behind an object of items, and an optional ? at the end",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ListWithoutShape = new(
        "CUMCP203",
        "List without shape",
        "A list response needs a shape",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor IncompletePagination = new(
        "CUMCP204",
        "Incomplete pagination",
        "Pagination style '{0}' needs {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor EmptyResponse = new(
        "CUMCP205",
        "Response says nothing",
        "The response needs a shape or an outcome",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadLimit = new(
        "CUMCP206",
        "Unusable limit",
        "{0}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor EmptyShape = new(
        "CUMCP207",
        "Shape without fields",
        "The shape '{0}' has no fields",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownOutcomeArgument = new(
        "CUMCP208",
        "Outcome names an unknown argument",
        "The outcome's placeholder '{0}' names no argument of '{1}'",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor PaginationWithoutList = new(
        "CUMCP209",
        "Pagination of a single thing",
        "Pagination needs a list response",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MisplacedMaxLength = new(
        "CUMCP210",
        "maxLength on a field that is not text",
        "'maxLength' applies to fields of kind text, not '{0}'",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DuplicateShape = new(
        "CUMCP211",
        "Shape name taken",
        "The shape '{0}' is already declared in {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ReservedField = new(
        "CUMCP212",
        "Reserved field name",
        "'{0}' cannot name a field: results say something else under {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ListKeyWithoutList = new(
        "CUMCP213",
        "List key of a single thing",
        "'{0}' needs a list response here",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadFilter = new(
        "CUMCP214",
        "Unusable filter",
        "The filter on '{0}' {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MisplacedLabel = new(
        "CUMCP215",
        "Label of a single value",
        "'label' belongs to fields whose 'from' maps over items",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadShapeFieldKey = new(
        "CUMCP216",
        "Unusable key of a shape's field",
        "'{0}' {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadListKey = new(
        "CUMCP217",
        "Unusable key of a list",
        "'{0}' {1}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadAuthor = new(
        "CUMCP218",
        "Unusable author",
        "'author' {0}",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MisplacedFirst = new(
        "CUMCP220",
        "First page of a style without numbers",
        "'first' is the number of the first page; style '{0}' has no numbers",
        Shapes,
        DiagnosticSeverity.Error,
        true
    );
}
