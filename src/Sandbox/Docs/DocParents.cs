using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Docs;

/// <summary>Where a document lies.</summary>
internal static class DocParents
{
    private static readonly Dictionary<string, ParentType> Types = Enum.GetValues<ParentType>()
        .SelectMany(static type =>
            (KeyValuePair<string, ParentType>[])
                [new($"{(int)type}", type), new(type.ToString().ToUpperInvariant(), type)]
        )
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>A filter's type: the number or the word.</summary>
    public static ParentType TypeOf(string text) =>
        Types.TryGetValue(text, out var type) ? type : throw Refuse.BadRequest("Invalid parent_type");

    /// <summary>The parent of a new document: the workspace unless the body names another; its type is a number.</summary>
    public static (string Id, ParentType Type) Read(Call call, Workspace workspace)
    {
        if (call.Body.Object("parent") is not { } parent)
        {
            return (workspace.Id, ParentType.Workspace);
        }

        var id = parent.Text("id") ?? throw Refuse.BadRequest("parent.id must be a string");
        if (parent.Fraction("type") is not { } number || !Enum.IsDefined((ParentType)(int)number))
        {
            throw Refuse.BadRequest("parent.type must be one of 4, 5, 6, 7, 12");
        }

        var type = (ParentType)(int)number;
        return IsKnown(call.World, workspace, type, id) ? (id, type) : throw Refuse.NotFound("Parent");
    }

    private static bool IsKnown(World world, Workspace workspace, ParentType type, string id) =>
        type switch
        {
            ParentType.Space => world.Spaces.GetValueOrDefault(id)?.Workspace == workspace,
            ParentType.Folder => world.Folders.GetValueOrDefault(id)?.Space.Workspace == workspace,
            ParentType.List => world.Lists.GetValueOrDefault(id)?.Space.Workspace == workspace,
            _ => id == workspace.Id,
        };
}
