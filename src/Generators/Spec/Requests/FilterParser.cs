using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads which items of a list response are shown.</summary>
internal sealed class FilterParser(ToolArguments arguments, DiagnosticBag bag)
{
    /// <summary>The response with its filter; to be called once the arguments are known.</summary>
    public ResponseModel Parse(JsonValue spec, ResponseModel response)
    {
        if (spec.Find("filter") is not { Kind: JsonKind.Object } filter)
        {
            return response;
        }

        if (!response.IsList)
        {
            bag.Report(Descriptors.ListKeyWithoutList, filter, "filter");
            return response;
        }

        return response with
        {
            Filter = filter.Members.Select(member => Parse(member, response)).OfType<FilterModel>().ToEquatableArray(),
        };
    }

    private FilterModel? Parse(JsonMember member, ResponseModel response)
    {
        string? path = FieldPath.Parse(member.Key, allowMapping: false, bag);
        if (!SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag) || path is null)
        {
            return null;
        }

        string name = member.Value.Text.TrimStart('$');
        ArgumentModel? argument = arguments.FindBindable(name);
        TypeModel? item = argument?.Type.Kind == TypeKind.Array ? argument.Type.Items : argument?.Type;
        // Of a page alone nothing could be said of the ids that are missing.
        bool isPaged = response.Pagination is not null || response.DefaultLimit > 0;
        string? problem =
            member.Value.Text != "$" + name || argument is null
                ? $"must be '$' and an argument; {Suggestion.For(name, arguments.BindableNames)}"
            : item?.Kind == TypeKind.Entity
                ? (isPaged ? "names ids, which only a whole list can be searched for" : null)
            : argument.Type.Kind is TypeKind.String or TypeKind.Text ? null
            : "must be a text, whose words are looked for, or an entity or a list of them";
        if (problem is not null)
        {
            bag.Report(Descriptors.BadFilter, member.Value, member.Name, problem);
            return null;
        }

        arguments.MarkUsed(name);
        return new FilterModel(path, name);
    }
}
