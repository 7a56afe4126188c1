using ClickUpMcp.Api;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Finds out which members of a list's items are read until the list is shown.</summary>
internal static class WantedItems
{
    // By which pages are told apart, and things named in messages.
    private static readonly string[] Always = ["id", "name", "date"];

    /// <summary>The members; null where all may be read, or where the items are not in one place of the response.</summary>
    /// <param name="query">What is shown.</param>
    /// <param name="alsoRead">Further members that the caller reads.</param>
    public static WantedMembers? Of(ResponseQuery query, IEnumerable<string> alsoRead)
    {
        ResponseDefinition response = query.Response;
        if (
            response is not { Shape: { } shape, Path.Length: > 0, MorePaths: [] }
            || response.Path.Contains(JsonPath.Members, StringComparison.Ordinal)
            || ShapeMembers.Read(shape, query.Level, query.Options) is not { } shown
        )
        {
            return null;
        }

        string[] summed = response.Total is { } total ? [total.Field, .. total.By] : [];
        IEnumerable<string> members = shown
            .Concat(shape.Fields.Where(field => summed.Contains(field.Name)).SelectMany(ShapeMembers.Of))
            .Concat([response.Pagination?.LastItem ?? "", response.Children])
            .Concat(Always)
            .Concat(alsoRead)
            .Where(static member => member.Length > 0);
        return WantedMembers.Of(JsonPath.Plain(response.Path), members);
    }
}
