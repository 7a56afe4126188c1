using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Places;

/// <summary>The things that a request writes to, as the spec says where its operation finds them.</summary>
internal static class WriteTargets
{
    /// <summary>What stands for all workspaces that the key sees.</summary>
    public const string Everywhere = "workspace";

    /// <summary>The things; null for an operation of which the spec says nothing. A thing without an id is all that the key sees.</summary>
    public static IReadOnlyList<RequestedThing>? Of(ClickUpRequest request, CatalogView catalog)
    {
        if (catalog.Places(request.Operation) is not { } places)
        {
            return null;
        }

        UndoValues values = new(request, default);
        List<RequestedThing> things = [.. places.Split('\n').SelectMany(place => Of(place, values))];
        return things.Count > 0 ? things : [new RequestedThing(Everywhere, string.Empty)];
    }

    private static List<RequestedThing> Of(string place, UndoValues values)
    {
        foreach (string choice in place.Split(" | "))
        {
            if (choice == Everywhere)
            {
                return [new RequestedThing(Everywhere, string.Empty)];
            }

            int space = choice.IndexOf(' ', StringComparison.Ordinal);
            List<RequestedThing> things =
            [
                .. values
                    .Select(choice[(space + 2)..^1])
                    .Select(static value => value.Text())
                    .OfType<string>()
                    .Select(id => new RequestedThing(choice[..space], id)),
            ];
            if (things.Count > 0)
            {
                return things;
            }

            // What should be in the path and is not makes the request one of which nothing is known.
            if (char.IsAsciiDigit(choice[space + 2]))
            {
                return [new RequestedThing(Everywhere, string.Empty)];
            }
        }

        return [];
    }
}
