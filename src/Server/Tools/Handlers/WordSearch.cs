using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Looks for words in what ClickUp can list but not search.</summary>
/// <param name="Words">All of them must be there, in any of the members.</param>
/// <param name="Members">The members that are looked in.</param>
/// <param name="MaximumItems">How many items one call looks through.</param>
/// <param name="Filtered">What was looked through, as in "tasks that pass the filters".</param>
internal sealed record WordSearch(string Words, IReadOnlyList<string> Members, int MaximumItems, string Filtered)
{
    /// <summary>Reads as many pages as it may and shows what matches, and how far it looked.</summary>
    public async ValueTask<ToolResult> RunAsync(
        ClickUpRequest request,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ResponseQuery scan = query with { Options = query.Options with { Limit = MaximumItems } };
        using ItemPage page = await Paginator.ReadAsync(services.Client, request, scan, cancellationToken);
        string[] wanted = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<JsonElement> found = [.. page.Items.Where(item => Array.TrueForAll(wanted, word => Has(item, word)))];
        int limit = query.Options.Limit ?? query.Response.DefaultLimit;
        string text = services.Projector.Many(
            [.. found.Take(limit)],
            query.Response.Shape!,
            query.Options.DetailLevel ?? query.Response.DefaultLevel,
            query.Options,
            page.NextCursor,
            await services.Names.GetTimeZoneIdAsync(cancellationToken),
            found.Count > limit ? found.Count : null
        );
        if (services.Projector.Format == OutputFormat.Json)
        {
            return new ToolResult(text);
        }

        string coverage = page.NextCursor is null
            ? $"Looked through all {page.Items.Count} {Filtered}."
            : $"Looked through {page.Items.Count} {query.Response.Shape!.Plural}; there are more: continue with the cursor, or narrow the filters.";
        return new ToolResult($"{text}\n{coverage}");
    }

    private bool Has(JsonElement item, string word) =>
        Members.Any(name =>
            JsonPath.TryFind(item, name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase)
        );
}
