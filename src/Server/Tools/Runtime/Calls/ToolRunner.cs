using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Runs one tool inside the call of another: the same availability, validation and limits as a direct call.</summary>
internal static class ToolRunner
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    public static async ValueTask<ToolResult> RunAsync(
        ToolRun run,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ToolInventory inventory =
            context.Services.Inventory
            ?? throw new InvalidOperationException("A tool can only be run inside a dispatched call.");
        int index = inventory.Find(run.Name);
        if (index < 0)
        {
            return Refuse($"{ToolErrors.Unknown(run.Name, inventory)} find_tools searches all tools.");
        }

        string name = inventory.NameOf(index);
        if (!inventory.IsAvailable(index))
        {
            if (inventory.WhyNot(index) == Unavailability.Scope)
            {
                context.NeededScopes = ToolScopeSet.Of(inventory.Catalog.Scope(index)) | context.Scopes;
            }

            return ToolErrors.Unavailable(name, inventory.WhyNot(index));
        }

        if (context.Inner is not null)
        {
            return Refuse($"A tool that runs tools does not run another such tool. Name {name} itself.");
        }

        if (run.OnlyReads && !inventory.Catalog.Traits(index).HasFlag(ToolTraits.ReadOnly))
        {
            return Refuse(
                $"{name} changes things, so run_read_tool does not run it. Use run_write_tool, or {name} itself."
            );
        }

        context.Inner = name;
        context.Enter(index, inventory);
        BoundArguments? own = context.Arguments;
        ToolResult result = await inventory
            .Catalog.Create(index)
            .CallAsync(run.Arguments ?? NoArguments, context, cancellationToken);
        bool isRefused = result.IsError && ReferenceEquals(context.Arguments, own);
        return isRefused ? WithSchema(result, inventory.Catalog.Describe(index)) : result;
    }

    /// <summary>All the scopes that a call takes: of a tool that runs others, also what the named one takes.</summary>
    /// <param name="index">The tool.</param>
    /// <param name="arguments">The call's arguments; null when they cannot be read.</param>
    /// <param name="inventory">The tools.</param>
    public static ToolScopes ScopesOf(int index, JsonElement? arguments, ToolInventory inventory)
    {
        CatalogView catalog = inventory.Catalog;
        ToolScopes own = ToolScopeSet.Of(catalog.Scope(index));
        return
            RunsOthers(index, catalog)
            && arguments is { ValueKind: JsonValueKind.Object } given
            && JsonText.TryFind(given, "name", out JsonElement name)
            && name.ValueKind == JsonValueKind.String
            && inventory.Find(JsonText.Read(name)) is >= 0 and var inner
            ? own | ToolScopeSet.Of(catalog.Scope(inner))
            : own;
    }

    /// <summary>Whether a tool runs or finds others, and sends nothing that writes itself.</summary>
    public static bool RunsOthers(int index, CatalogView catalog) =>
        catalog.CategoryNames[catalog.CategoryIndex(index)] == CatalogView.DiscoveryCategory;

    /// <summary>The caller may never have seen what the tool takes: it is not listed.</summary>
    private static ToolResult WithSchema(ToolResult refusal, ToolDescriptor tool) =>
        refusal with
        {
            Text = $"{refusal.Text}\n{tool.Name} takes {RawJson.Write(writer => LeanSchema.Write(writer, tool))}",
        };

    private static ToolResult Refuse(string text) => ToolErrors.Failure(text);
}
