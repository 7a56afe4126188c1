using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what a tool says of bulk calls, and adds their arguments to its schema.</summary>
internal static class BulkEmitter
{
    private const string Definition = RuntimeNames.Runtime + "BulkDefinition";
    private const string Nested = RuntimeNames.Runtime + "BulkNested";

    /// <summary>The arguments as clients see them: what an item may give is required of no call.</summary>
    public static EquatableArray<ArgumentModel> Arguments(ToolModel tool) =>
        (
            tool.Bulk is not { } bulk
                ? tool.Arguments
                : tool.Arguments.Select(static a => a with { Required = false }).Concat(Added(bulk))
        )
            .Concat(Guards(tool))
            .ToEquatableArray();

    /// <summary>The added arguments that say how a bulk call goes about it, which are the same for every tool.</summary>
    public static IEnumerable<string> Standard(ToolModel tool) =>
        (
            tool.Bulk is not { } bulk
                ? []
                : Added(bulk).Where(a => a.Name != bulk.Items && bulk.Nested.All(nested => nested.Argument != a.Name))
        )
            .Concat(Guards(tool))
            .Select(static a => a.Name);

    /// <summary>Emits the members of the tool's class.</summary>
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        if (tool.Bulk is not { } bulk)
        {
            return;
        }

        using (
            writer.Open(
                $"public override {Definition}? Bulk => new({CSharpLiterals.Strings([bulk.Items, bulk.Item])})",
                "};"
            )
        )
        {
            writer.Line($"Aliases = [{CSharpLiterals.Strings(bulk.Aliases)}],");
            if (bulk.Where is { } where)
            {
                writer.Line($"Where = {CSharpLiterals.String(where)},");
            }

            if (bulk.Nested.Count > 0)
            {
                IEnumerable<string> nested = bulk.Nested.Select(static n =>
                    $"new {Nested}({CSharpLiterals.Strings([n.Argument, n.Tool, n.As, n.Sample])}) {{ Inherits = [{CSharpLiterals.Strings(n.Inherits)}] }}"
                );
                writer.Line($"Nested = [{string.Join(", ", nested)}],");
            }
        }

        writer.Line();
        ArgumentModel item = tool.Arguments.First(a => a.Name == bulk.Item);
        if (item.Type.Kind == TypeKind.Entity)
        {
            string record = ArgumentNames.Arguments(tool.Name);
            writer.Line(
                $"protected override {RuntimeNames.EntityReference}? ItemOf({RuntimeNames.Tools}{record} arguments) => arguments.{ArgumentNames.Property(record, item)};"
            );
            writer.Line();
        }
    }

    // Taken by the runtime before anything is bound, so that no tool can be without it.
    private static IEnumerable<ArgumentModel> Guards(ToolModel tool) =>
        tool.ReadOnly
            ? []
            :
            [
                Unlisted("dry_run", TypeKind.Boolean, "Only show the requests that would write."),
                Unlisted("confirm", TypeKind.String, "The token of a dry run that a person has agreed to."),
            ];

    private static IEnumerable<ArgumentModel> Added(BulkModel bulk)
    {
        yield return Items(bulk.Items, bulk.Description, bulk.Listed);
        if (bulk.Where is { } where)
        {
            yield return Object("where", isListed: false, $"Instead: filters of {where}.");
        }

        if (bulk.Nested.Count > 0)
        {
            foreach (BulkNestedModel nested in bulk.Nested)
            {
                yield return Items(nested.Argument, $"Objects of the arguments of {nested.Tool}.", isListed: false);
            }

            yield return Object("defaults", isListed: false, "What items have unless they say otherwise.");
        }

        yield return Unlisted("continue_on_error", TypeKind.Boolean, "Go on after a failure. Default true.");
        ArgumentModel concurrency = Unlisted("concurrency", TypeKind.Integer, "Requests at once.");
        yield return concurrency with
        {
            Type = concurrency.Type with
            {
                Minimum = "1",
                Maximum = CSharpLiterals.Integer(ArgumentLimits.BulkConcurrency),
            },
        };
    }

    private static ArgumentModel Items(string name, string? description, bool isListed) =>
        new()
        {
            Name = name,
            Description = description,
            Listed = isListed,
            Type = new TypeModel
            {
                Kind = TypeKind.Array,
                MinItems = 1,
                MaxItems = ArgumentLimits.BulkItems,
                Items = new TypeModel { Kind = TypeKind.Json, Holds = nameof(JsonContent.Object) },
            },
        };

    private static ArgumentModel Object(string name, bool isListed, string description) =>
        new()
        {
            Name = name,
            Description = description,
            Listed = isListed,
            Type = new TypeModel { Kind = TypeKind.Json, Holds = nameof(JsonContent.Object) },
        };

    private static ArgumentModel Unlisted(string name, TypeKind kind, string description) =>
        new()
        {
            Name = name,
            Description = description,
            Listed = false,
            Type = new TypeModel { Kind = kind },
        };
}
