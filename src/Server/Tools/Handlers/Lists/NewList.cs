using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The request that makes a list like another one elsewhere.</summary>
internal static class NewList
{
    /// <param name="list">The list that it is like.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="folder">The folder that it is made in.</param>
    /// <param name="space">Else the space.</param>
    /// <param name="isMember">Whether a person is known there.</param>
    public static ClickUpRequest RequestFor(
        JsonElement list,
        string name,
        FolderId? folder,
        SpaceId? space,
        Func<string, bool> isMember
    )
    {
        string? content = list.Text("content");
        ResolvedDate? due = LenientValue.Number(list.Member("due_date")) is { } milliseconds and not 0
            ? new ResolvedDate((long)milliseconds, HasTime: list.IsTrue("due_date_time"))
            : null;
        string? priority = list.Member("priority").Text("priority");
        MemberId? assignee = list.Member("assignee").Text("id") is { } id && isMember(id) ? new MemberId(id) : null;
        string? color = list.Member("status").Text("status");
        return folder is { } place
            ? ClickUpOperations.CreateListForFolder(
                name: name,
                folder: place,
                content: content,
                due: due,
                priority: priority,
                assignee: assignee,
                color: color
            )
            : ClickUpOperations.CreateList(
                name: name,
                space: space!.Value,
                content: content,
                due: due,
                priority: priority,
                assignee: assignee,
                color: color
            );
    }
}
