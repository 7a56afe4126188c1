using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Diagnostics;

/// <content>001–099: JSON and structure of the spec.</content>
internal static partial class Descriptors
{
    private const string Structure = "ClickUpMcp.Structure";

    public static readonly DiagnosticDescriptor InvalidJson = new(
        "CUMCP001",
        "Invalid JSON",
        "Invalid JSON: {0}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "CUMCP002",
        "Key given twice",
        "The key '{0}' appears more than once in this object",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor JsonTooDeep = new(
        "CUMCP003",
        "JSON nested too deeply",
        "JSON is nested deeper than {0} levels",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownKey = new(
        "CUMCP004",
        "Unknown key",
        "'{0}' is not a key of {1}; {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor WrongJsonType = new(
        "CUMCP005",
        "Wrong JSON type",
        "{0} must be {1}, not {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingKey = new(
        "CUMCP006",
        "Missing key",
        "{0} lacks the key '{1}'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownWord = new(
        "CUMCP007",
        "Word outside a closed set",
        "'{0}' is not {1}; {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnsupportedVersion = new(
        "CUMCP008",
        "Unsupported spec version",
        "specVersion {0} is not supported; this generator reads version {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingRoot = new(
        "CUMCP009",
        "No root file",
        "There are tool files but no root, which is named like clickup-tools.json; add it to AdditionalFiles",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor SecondRoot = new(
        "CUMCP010",
        "More than one root file",
        "There is already another root; this one is ignored",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DuplicateTool = new(
        "CUMCP011",
        "Tool name taken",
        "'{0}' is already the name or an alias of tool '{1}' in {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DuplicateArgument = new(
        "CUMCP012",
        "Argument name taken",
        "'{0}' is already the name or an alias of argument '{1}'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadName = new(
        "CUMCP013",
        "Bad name",
        "'{0}' is not a valid {1}; it must match {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor WrongOrder = new(
        "CUMCP014",
        "Tools not sorted",
        "'{0}' must come before '{1}'; the tools of a file are sorted by name",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor WrongFile = new(
        "CUMCP015",
        "Tool in the wrong file",
        "Tool '{0}' has category '{1}', so it belongs in {1}.json",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadDescription = new(
        "CUMCP016",
        "Description too short or too long",
        "The description of {0} has {1} characters; it must have 1 to {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownEntity = new(
        "CUMCP017",
        "Unknown entity",
        "'{0}' is not an entity of this spec; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownArgumentSet = new(
        "CUMCP018",
        "Unknown argument set",
        "'{0}' is not an argument set of this spec; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor InvalidDefault = new(
        "CUMCP019",
        "Default breaks its own rules",
        "The default of '{0}' {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ReversedRange = new(
        "CUMCP020",
        "Minimum above maximum",
        "'{0}' ({1}) is greater than '{2}' ({3})",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MisplacedConstraint = new(
        "CUMCP021",
        "Constraint of another type",
        "'{0}' does not apply to type '{1}'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadEnum = new(
        "CUMCP022",
        "Unusable enum",
        "The enum '{0}' {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingItems = new(
        "CUMCP023",
        "Array without items",
        "The array '{0}' lacks 'items'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor MissingFields = new(
        "CUMCP024",
        "Object without fields",
        "The object '{0}' lacks 'fields'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NestedTooDeep = new(
        "CUMCP025",
        "Arguments nested too deeply",
        "'{0}' is nested deeper than {1} arrays and objects",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadRule = new(
        "CUMCP026",
        "Unusable rule",
        "The rule '{0}' {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NumberOutOfRange = new(
        "CUMCP027",
        "Number out of range",
        "'{0}' must be a whole number from {1} to {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadIdentifier = new(
        "CUMCP028",
        "Not a C# type name",
        "'{0}' cannot be the C# name of {1}; write a PascalCase identifier",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ResolverOrListing = new(
        "CUMCP030",
        "Entity that nothing finds",
        "'{0}' needs either a 'resolver' or a 'listing'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor TooManyEntities = new(
        "CUMCP031",
        "Too many entities",
        "There are more than {0} entities",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownListing = new(
        "CUMCP032",
        "Unknown operation lists an entity",
        "'{0}' is no entry with a request; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ListsElsewhere = new(
        "CUMCP033",
        "Operation that does not list there",
        "'{0}' has no request that lists in a {1} and needs nothing else",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor BadListingArgument = new(
        "CUMCP034",
        "Unusable constant of a listing",
        "'{0}' is no boolean, integer or string argument of '{1}' that takes this value",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor ListingCircle = new(
        "CUMCP035",
        "Entities listed in a circle",
        "Names of a {0} are never found: it is listed only in things that are found through it",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor NameNeedsPlace = new(
        "CUMCP036",
        "Name that is never found",
        "A {0} is listed only in a {1}, so 'within' of '{2}' must name one",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownBulk = new(
        "CUMCP037",
        "Unknown kind of bulk call",
        "'{0}' is not a kind of bulk call of this spec; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnusableBulk = new(
        "CUMCP038",
        "Unusable kind of bulk call",
        "Bulk calls '{0}' need an argument '{1}' for one thing, and none named '{2}'",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor UnknownTool = new(
        "CUMCP039",
        "Unknown tool",
        "'{0}' is not a tool of this spec; {1}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor EmissionFailed = new(
        "CUMCP099",
        "Emission failed",
        "Emitting {0} failed with {1}: {2}",
        Structure,
        DiagnosticSeverity.Error,
        true
    );

    public static readonly DiagnosticDescriptor DuplicateErrorCode = new(
        "CUMCP029",
        "Error code with two meanings",
        "The code '{0}' has a rule already",
        Structure,
        DiagnosticSeverity.Error,
        true
    );
}
