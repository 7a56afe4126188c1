using ClickUpMcp.Sandbox.Chat;
using ClickUpMcp.Sandbox.Comments;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Comments of tasks, lists and chat views, replies, and the kinds of posts.</summary>
internal static class CommentEndpoints
{
    private const int PageSize = 25;

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/task/{task_id}/comment", static call => OfTask(call, call.Task)),
        new("POST", "/api/v2/task/{task_id}/comment", static call => Create(call, task: call.Task)),
        new("GET", "/api/v2/list/{list_id}/comment", static call => OfList(call, call.List)),
        new("POST", "/api/v2/list/{list_id}/comment", static call => Create(call, list: call.List)),
        new("GET", "/api/v2/view/{view_id}/comment", static call => OfView(call, ChatView(call))),
        new("POST", "/api/v2/view/{view_id}/comment", static call => Create(call, view: ChatView(call))),
        new("PUT", "/api/v2/comment/{comment_id}", Update),
        new("DELETE", "/api/v2/comment/{comment_id}", Delete),
        new("GET", "/api/v2/comment/{comment_id}/reply", static call => CommentJson.Page(call.Comment.Replies)),
        new("POST", "/api/v2/comment/{comment_id}/reply", static call => Create(call, parent: call.Comment)),
        new("GET", "/api/v3/workspaces/{workspace_id}/comments/types/{comment_type}/subtypes", GetSubtypes),
    ];

    private static ApiResponse OfTask(Call call, TaskItem task) =>
        Page(call, call.World.Comments.Values.Where(comment => comment.Task == task));

    private static ApiResponse OfList(Call call, TaskList list) =>
        Page(call, call.World.Comments.Values.Where(comment => comment.List == list));

    private static ApiResponse OfView(Call call, string view) =>
        Page(call, call.World.Comments.Values.Where(comment => comment.View == view));

    // Newest first. A further page needs start and start_id; one of them alone is ignored.
    private static ApiResponse Page(Call call, IEnumerable<Comment> comments)
    {
        var sorted = comments.OrderByDescending(comment => comment.Date).ThenByDescending(comment => comment.Id);
        var isFurther = call.Query.Has("start") & call.Query.Has("start_id");
        var (start, id) = isFurther ? (call.Query.Number("start"), call.Query.Number("start_id")) : (null, null);
        return CommentJson.Page(
            sorted
                .Where(comment => !isFurther || (comment.Date, comment.Id).CompareTo((start ?? 0, id ?? 0)) < 0)
                .Take(PageSize)
        );
    }

    private static ApiResponse Create(
        Call call,
        TaskItem? task = null,
        TaskList? list = null,
        string? view = null,
        Comment? parent = null
    )
    {
        var blocks = CommentBlocks.Read(call);
        var comment = CommentBlocks.Add(call.World, call.Caller, blocks, call.Now, task, list, view, parent);
        Assign(call, comment);
        return CommentJson.Created(comment, call.World.Ids);
    }

    // Replies cannot be edited, and the refusal looks like a bad token.
    private static ApiResponse Update(Call call)
    {
        var comment = call.Comment;
        if (comment.Parent is not null)
        {
            throw Refuse.UnknownOAuthToken();
        }

        if (call.Body.Find("comment") is not null || call.Body.Find("comment_text") is not null)
        {
            comment.Blocks = CommentBlocks.Read(call);
            comment.Text = CommentBlocks.Text(comment.Blocks);
        }

        comment.IsResolved = call.Body.Flag("resolved") ?? comment.IsResolved;
        Assign(call, comment);
        return ApiResponse.Empty;
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Comment);
        return ApiResponse.Empty;
    }

    private static ApiResponse GetSubtypes(Call call)
    {
        _ = call.Workspace;
        return call.Path["comment_type"] switch
        {
            "post" => ApiResponse.Object(static writer =>
                writer.WriteList("comment_subtypes", PostSubtypes.All, ChatJson.WriteSubtype)
            ),
            "ai" or "syncup" or "ai_via_brain" => ApiResponse.Object(static writer =>
                writer.WriteList<PostSubtype>("comment_subtypes", [], ChatJson.WriteSubtype)
            ),
            _ => throw Refuse.BadRequest("comment_type must be one of post, ai, syncup, ai_via_brain"),
        };
    }

    private static string ChatView(Call call) =>
        call.World.Views.GetValueOrDefault(call.Path["view_id"]) is { Type: View.Conversation }
            ? call.Path["view_id"]
            : throw Refuse.BadRequest("View is not a conversation", "OAUTH_064");

    private static void Assign(Call call, Comment comment)
    {
        if (call.Body.IsNull("assignee"))
        {
            (comment.Assignee, comment.AssignedBy) = (null, null);
        }
        else if (call.FindMember(call.Body.Number("assignee")) is { } assignee)
        {
            (comment.Assignee, comment.AssignedBy) = (assignee, call.Caller);
        }

        if (call.Body.Text("group_assignee") is { } group)
        {
            (comment.GroupAssignee, comment.AssignedBy) = (call.Group(group), call.Caller);
        }
    }
}
