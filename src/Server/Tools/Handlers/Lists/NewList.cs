using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The request that makes a list like another one elsewhere.</summary>
internal static class NewList
{
    public static ClickUpRequest RequestFor(JsonElement list, ResolvedMoveList arguments)
    {
        string name = list.Text("name") ?? "?";
        string? content = list.Text("content");
        ResolvedDate? due = LenientValue.Number(list.Member("due_date")) is { } milliseconds and not 0
            ? new ResolvedDate((long)milliseconds, HasTime: list.IsTrue("due_date_time"))
            : null;
        string? priority = list.Member("priority").Text("priority");
        MemberId? assignee = list.Member("assignee").Text("id") is { } id ? new MemberId(id) : null;
        string? color = list.Member("status").Text("status");
        return arguments.Folder is { } folder
            ? ClickUpOperations.CreateListForFolder(
                name: name,
                folder: folder,
                content: content,
                due: due,
                priority: priority,
                assignee: assignee,
                color: color
            )
            : ClickUpOperations.CreateList(
                name: name,
                space: arguments.Space!.Value,
                content: content,
                due: due,
                priority: priority,
                assignee: assignee,
                color: color
            );
    }
}
