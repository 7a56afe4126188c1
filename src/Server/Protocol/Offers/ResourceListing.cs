using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>One page of the resources that are listed one by one: workspaces, and the spaces of each.</summary>
/// <remarks>All else is reached by the templates: it would take a request for each place to list it.</remarks>
internal sealed class ResourceListing
{
    private const string CursorOf = "resources/list";
    private const int MostItems = 100;

    private readonly UriPattern? _workspaces;
    private readonly UriPattern? _spaces;
    private readonly string _mimeType;
    private readonly List<byte[]> _items = [];
    private string? _cursor;
    private string? _next;

    public ResourceListing(IReadOnlyList<UriPattern> patterns, string mimeType)
    {
        _workspaces = patterns.FirstOrDefault(static pattern => pattern.IsOf(EntityKind.Workspace));
        _spaces = patterns.FirstOrDefault(static pattern => pattern.IsOf(EntityKind.Workspace, EntityKind.Space));
        _mimeType = mimeType;
    }

    /// <summary>The tool by whose permission things are listed; there is one when the listing has started.</summary>
    public string Tool => (_workspaces ?? _spaces)!.Template.Tool;

    /// <summary>The members of the result.</summary>
    public byte[] Members
    {
        get
        {
            using var buffer = new MessageBuffer();
            buffer.Append("\"resources\":["u8);
            for (int i = 0; i < _items.Count; i++)
            {
                buffer.Append(i == 0 ? default : ","u8).Append(_items[i]);
            }

            buffer.Append("]"u8);
            return (
                _next is { } next ? buffer.Append(",\"nextCursor\":"u8).AppendString(next) : buffer
            ).Written.ToArray();
        }
    }

    /// <summary>Reads where to begin; false when there is nothing to look up.</summary>
    /// <param name="parameters">The request's parameters.</param>
    /// <param name="fault">Why it is refused; null when it is not.</param>
    public bool TryStart(ReadOnlyMemory<byte> parameters, out RpcFault? fault)
    {
        fault = null;
        using var document = JsonDocument.Parse(parameters);
        if (JsonText.TryFind(document.RootElement, "cursor", out JsonElement cursor))
        {
            if (cursor.ValueKind == JsonValueKind.String)
            {
                _cursor = JsonText.Read(cursor);
            }
            else if (cursor.ValueKind != JsonValueKind.Null)
            {
                fault = RpcFault.InvalidParams("cursor is a string.");
            }
        }

        return fault is null && (_workspaces ?? _spaces) is not null;
    }

    /// <summary>Lists as much as a page holds.</summary>
    public async ValueTask LookAsync(ToolCallContext context, CancellationToken cancellationToken)
    {
        CursorCodec cursors = context.Services.Cursors;
        byte[] binding = cursors.Bind(CursorOf, default);
        PagePosition? start = _cursor is { } cursor ? cursors.Decode(cursor, PaginationStyle.Page, binding) : null;
        IEnumerable<WorkspaceInfo> all = await context.Services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        if (start is not null)
        {
            all = all.SkipWhile(workspace => workspace.Id != start.Value);
        }

        foreach (WorkspaceInfo workspace in all)
        {
            List<byte[]> own = [];
            Add(own, _workspaces, workspace.Name, workspace.Id);
            if (_spaces is not null)
            {
                foreach (
                    SpaceInfo space in await context.Services.Directory.GetSpacesAsync(
                        new(workspace.Id),
                        cancellationToken
                    )
                )
                {
                    Add(own, _spaces, space.Name, workspace.Id, space.Id);
                }
            }

            int given = start?.Value == workspace.Id ? start.Offset : 0;
            int room = MostItems - _items.Count;
            _items.AddRange(own.Skip(given).Take(room));
            if (own.Count - given > room)
            {
                PagePosition next = new(workspace.Id, given + room);
                _next = cursors.Encode(next, PaginationStyle.Page, binding);
                return;
            }
        }
    }

    private void Add(List<byte[]> items, UriPattern? pattern, string name, params ReadOnlySpan<string> ids)
    {
        if (pattern is null)
        {
            return;
        }

        string shown = OutputSanitizer.CleanLine(name);
        using var buffer = new MessageBuffer();
        buffer.Append("{\"uri\":"u8).AppendString(pattern.Expand(ids));
        buffer.Append(",\"name\":"u8).AppendString(shown.Length > 0 ? shown : ids[^1]);
        buffer.Append(",\"description\":"u8).AppendString(pattern.Template.Description);
        buffer.Append(",\"mimeType\":"u8).AppendString(_mimeType);
        items.Add(buffer.Append("}"u8).Written.ToArray());
    }
}
