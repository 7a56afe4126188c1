using System.Globalization;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The arguments that tools have without declaring them.</summary>
/// <remarks>The server's instructions name workspace and fields once for all tools, so no list repeats them.</remarks>
internal static class ImplicitArguments
{
    /// <summary>The argument that stands for the ambient workspace.</summary>
    public const string Workspace = "workspace";

    public static IReadOnlyList<ArgumentModel> For(
        IReadOnlyList<ArgumentEntry> declared,
        ResponseModel? response,
        ToolModel tool,
        ArgumentModel? workspace
    )
    {
        var arguments = new List<ArgumentModel>();
        string[] clearable = [.. declared.Where(a => a.Model.Clearable).Select(a => a.Model.Name)];
        if (clearable.Length > 0)
        {
            arguments.Add(Clear(clearable));
        }

        if (!tool.Internal && response is not null)
        {
            // Who writes seldom shapes the response; such calls may, but lists of tools do not pay for it.
            arguments.AddRange(
                Output(response, tool.ReadOnly)
                    .Select(argument => argument with { Listed = argument.Listed && tool.ReadOnly })
            );
        }

        if (workspace is not null)
        {
            arguments.Add(workspace);
        }

        return arguments;
    }

    /// <summary>The argument that every tool has where calls have an ambient workspace.</summary>
    public static ArgumentModel WorkspaceOf(string? description, IEnumerable<string> aliases) =>
        new()
        {
            Name = Workspace,
            Role = ArgumentRole.Workspace,
            Listed = false,
            Description = description,
            Aliases = aliases.ToEquatableArray(),
            Type = new TypeModel { Kind = TypeKind.Entity, Entity = nameof(NameResolution.Workspace) },
        };

    private static ArgumentModel Clear(string[] clearable)
    {
        EquatableArray<EnumValueModel> values = clearable
            .Select(name => new EnumValueModel(name, Json.JsonWriter.Quote(name)))
            .ToEquatableArray();
        return new ArgumentModel
        {
            Name = "clear",
            Role = ArgumentRole.Clear,
            Type = new TypeModel
            {
                Kind = TypeKind.Array,
                MaxItems = clearable.Length,
                UniqueItems = true,
                Items = new TypeModel { Kind = TypeKind.Enum, Values = values },
            },
        };
    }

    private static IEnumerable<ArgumentModel> Output(ResponseModel response, bool isRead)
    {
        if (response.Shape is not null)
        {
            yield return new ArgumentModel
            {
                Name = "detail_level",
                Role = ArgumentRole.DetailLevel,
                // One thing is short enough as it is; of many it decides what they cost.
                Listed = response is { IsList: true, DefaultLimit: > 0 },
                Default = Json.JsonWriter.Quote(response.DefaultLevel.ToLowerInvariant()),
                Type = new TypeModel
                {
                    Kind = TypeKind.Enum,
                    Values = DetailLevelWords
                        .All.Select(level => new EnumValueModel(level, Json.JsonWriter.Quote(level)))
                        .ToEquatableArray(),
                },
            };
            yield return new ArgumentModel
            {
                Name = "fields",
                Role = ArgumentRole.Fields,
                Listed = false,
                Type = new TypeModel
                {
                    Kind = TypeKind.Array,
                    MaxItems = ArgumentLimits.FieldCount,
                    Items = new TypeModel { Kind = TypeKind.String, MaxLength = ArgumentLimits.FieldNameLength },
                },
            };
        }

        if (response is { IsList: true, DefaultLimit: > 0 })
        {
            yield return new ArgumentModel
            {
                Name = "limit",
                Role = ArgumentRole.Limit,
                Default = response.DefaultLimit.ToString(CultureInfo.InvariantCulture),
                Type = new TypeModel
                {
                    Kind = TypeKind.Integer,
                    Minimum = "1",
                    Maximum = response.MaximumLimit.ToString(CultureInfo.InvariantCulture),
                },
            };
        }

        // One thing that is too long is read on; a write is not repeated for that.
        bool isOne = response is { IsList: false, Pagination: null } && response.Shape is not null && isRead;
        if (isOne || response.Pagination is not null || response is { IsList: true, DefaultLimit: > 0 })
        {
            yield return new ArgumentModel
            {
                Name = "cursor",
                Role = ArgumentRole.Cursor,
                Listed = !isOne,
                Type = new TypeModel { Kind = TypeKind.String, MaxLength = ArgumentLimits.CursorLength },
            };
        }
    }
}
