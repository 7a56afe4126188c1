using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>100–199: binding of arguments to requests.</content>
internal static partial class Descriptors
{
    private const string Binding = "ClickUpMcp.Binding";

    public static readonly DiagnosticDescriptor MayBeSameThing = new(
        "CUMCP157",
        "Things that may be the same",
        "Nothing says whether '{0}' and '{1}' may be the same",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnboundPlaceholder = new(
        "CUMCP100",
        "Unbound placeholder",
        "The placeholder '{0}' names no argument of '{1}'; {2}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusedArgument = new(
        "CUMCP101",
        "Unused argument",
        "The argument '{0}' is not used by the request; bind it or give an 'unboundReason'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownReference = new(
        "CUMCP102",
        "Unknown reference",
        "'${0}' names no argument of '{1}'; {2}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownProperty = new(
        "CUMCP103",
        "Unknown property of a reference",
        "'{0}' has no property '{1}'; task references have 'isCustomId', references 'number' and 'text', dates 'hasTime' and 'iso', lists 'joined' and 'orEmpty'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NotASegment = new(
        "CUMCP104",
        "Type cannot stand in a path",
        "The argument '{0}' of type '{1}' cannot stand in a path",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor OptionalSegment = new(
        "CUMCP105",
        "Optional argument in a path",
        "The argument '{0}' stands in the path, so it must be required, have a default, or be sure to be given with this request",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BodyOnGet = new(
        "CUMCP106",
        "Body on GET",
        "A GET request has no body",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownMethod = new(
        "CUMCP107",
        "Unknown HTTP method",
        "'{0}' is not one of GET, POST, PUT, PATCH, DELETE",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor RequestAndHandler = new(
        "CUMCP108",
        "Request and handler",
        "'{0}' has both a request and a handler",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NoRequest = new(
        "CUMCP109",
        "Neither request nor handler",
        "'{0}' has neither a request nor a handler",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor InternalHandler = new(
        "CUMCP110",
        "Internal entry with a handler",
        "'{0}' is internal, so it must be a request, not a handler",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NameClash = new(
        "CUMCP111",
        "Clash of C# names",
        "'{0}' and {1} give the same C# name '{2}'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownWithin = new(
        "CUMCP112",
        "Unknown container",
        "'within' names '{0}', which is not an entity argument beside '{1}'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownChoice = new(
        "CUMCP156",
        "Unknown condition",
        "'newUnless' is '{0}', which is no argument beside '{1}' and one of its values",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor WithinCycle = new(
        "CUMCP113",
        "Containers in a circle",
        "'within' leads from '{0}' back to itself",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BoundHeader = new(
        "CUMCP114",
        "Header from an argument",
        "The header '{0}' must be a constant text",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadCustomTaskIds = new(
        "CUMCP115",
        "Not a task argument",
        "'customTaskIds' names '{0}', which is not a task argument of '{1}'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadClearable = new(
        "CUMCP116",
        "Argument cannot be cleared",
        "The argument '{0}' cannot be clearable because {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownExampleArgument = new(
        "CUMCP117",
        "Example names an unknown argument",
        "The example names '{0}', which is not an argument of '{1}'; {2}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ExampleMismatch = new(
        "CUMCP118",
        "Example does not fit the request",
        "The example's request {0}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadPath = new(
        "CUMCP119",
        "Malformed path",
        "The path '{0}' {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownOperation = new(
        "CUMCP138",
        "Unknown operation of the API",
        "'{0}' is not among the operations of {1}; {2}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownApi = new(
        "CUMCP120",
        "Unknown API version",
        "'{0}' is not an API version of this spec; {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadRootBody = new(
        "CUMCP121",
        "Not a whole body",
        "The argument '{0}' of type '{1}' cannot be the whole body",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NotAQueryValue = new(
        "CUMCP122",
        "Type cannot stand in a query",
        "The argument '{0}' of type '{1}' cannot stand in the query",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadEach = new(
        "CUMCP123",
        "Malformed repetition in a body",
        "A repetition is an object of '$each', which names a list argument, and 'item'; none stands in another",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor RequestAndRequests = new(
        "CUMCP124",
        "Request and requests",
        "'{0}' has both 'request' and 'requests'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor TooFewRequests = new(
        "CUMCP125",
        "Too few requests",
        "'requests' has {0} entries, but a choice needs at least two",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingWhen = new(
        "CUMCP126",
        "Request without a condition",
        "Every request but the last names in 'when' the argument that chooses it",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MisplacedWhen = new(
        "CUMCP127",
        "Condition of the last request",
        "The last or only request is sent when no other is, so it has no 'when'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownWhen = new(
        "CUMCP128",
        "Unknown argument chooses a request",
        "'when' names '{0}', which is not a declared argument of '{1}'; {2}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor RepeatedWhen = new(
        "CUMCP129",
        "Request that is never sent",
        "'when' names '{0}' again, so the request is never sent",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ConstantWhen = new(
        "CUMCP130",
        "Request that is always sent",
        "'when' names '{0}', which always has a value, so the requests after this one are never sent",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadFlags = new(
        "CUMCP131",
        "Not a list of words",
        "'$flags' names a list argument of an enum whose values are texts",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor InvalidatingGet = new(
        "CUMCP132",
        "Reading makes nothing stale",
        "GET changes nothing, so it has no 'invalidates'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadErrorCode = new(
        "CUMCP133",
        "Neither error code nor status",
        "'{0}' is neither an error code in capitals nor a status from 400 to 599",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadWhenValue = new(
        "CUMCP134",
        "Condition that is no value",
        "{0} must be {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadBodyWhen = new(
        "CUMCP135",
        "Malformed condition in a body",
        "A condition is an object of '$when', which names an argument, and 'value'",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BodyAndForm = new(
        "CUMCP136",
        "Body and form",
        "A request has a body or a form, not both",
        Binding,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadFormPart = new(
        "CUMCP137",
        "Unusable part of a form",
        "The part '{0}': {1}",
        Binding,
        DiagnosticSeverity.Error,
        true
    );
}
