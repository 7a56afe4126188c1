using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The closed sets of the language, most of them the members of an enum that the runtime has, too.</summary>
internal static class WordSets
{
    public static readonly WordSet Types = WordSet.Of<TypeKind>("an argument type", Spelling.Camel);
    public static readonly WordSet JsonContents = WordSet.Of<JsonContent>("what json holds", Spelling.Camel);
    public static readonly WordSet Edges = WordSet.Of<DateEdge>("a date edge", Spelling.Camel);
    public static readonly WordSet Directions = WordSet.Of<DateDirection>("the direction of a date", Spelling.Camel);
    public static readonly WordSet StringFormats = WordSet.Of<StringFormat>("a string format", Spelling.Snake);
    public static readonly WordSet Resolvers = WordSet.Of<NameResolution>("a resolver", Spelling.Camel);
    public static readonly WordSet IdForms = WordSet.Of<IdForm>("a form of ids", Spelling.Camel);
    public static readonly WordSet IdTypes = new("an id type", "string", "number");
    public static readonly WordSet ErrorKinds = WordSet.Of<ApiErrorKind>("a kind of failure", Spelling.Camel);
    public static readonly WordSet ResetForms = WordSet.Of<ResetForm>("a form of a reset", Spelling.Camel);
    public static readonly WordSet FieldKinds = WordSet.Of<FieldKind>("a field kind", Spelling.Camel);
    public static readonly WordSet Layouts = new("a layout of a list", "table", "series");
    public static readonly WordSet Levels = new("a detail level", DetailLevelWords.All);
    public static readonly WordSet Plans = new(
        "a plan of ClickUp",
        "unlimited",
        "business",
        "business_plus",
        "enterprise"
    );
    public static readonly WordSet Scopes = WordSet.Of<ToolScope>("a scope", Spelling.Camel);
    public static readonly WordSet PaginationStyles = WordSet.Of<PaginationStyle>("a pagination style", Spelling.Camel);
}
