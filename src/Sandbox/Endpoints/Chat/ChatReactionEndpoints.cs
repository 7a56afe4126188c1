using ClickUpMcp.Sandbox.Chat;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Reactions to messages, by the lower-case name of the emoji.</summary>
internal static class ChatReactionEndpoints
{
    private const string Root = "/api/v3/workspaces/{workspace_id}/chat/messages/{message_id}/reactions";

    public static Route[] Routes { get; } =
    [new("GET", Root, GetAll), new("POST", Root, Create), new("DELETE", Root + "/{reaction}", Delete)];

    private static ApiResponse GetAll(Call call) =>
        CursorPage.Of(
            call,
            call.Message().Reactions,
            static (writer, reaction) =>
            {
                writer.WriteStartObject();
                ChatJson.WriteReaction(writer, reaction);
                writer.WriteEndObject();
            }
        );

    private static ApiResponse Create(Call call)
    {
        var message = call.Message();
        var name = Name(call.Body.Text("reaction"));
        var reaction = Find(call, message, name);
        if (reaction is null)
        {
            reaction = new Reaction(name, call.Caller, call.Now);
            message.Reactions.Add(reaction);
        }

        return ApiResponse.Object(writer => ChatJson.WriteReaction(writer, reaction), status: 201);
    }

    // Only one's own reaction can be taken away.
    private static ApiResponse Delete(Call call)
    {
        var message = call.Message();
        var reaction = Find(call, message, Name(call.Path["reaction"])) ?? throw Refuse.NotFound("Reaction");
        message.Reactions.Remove(reaction);
        return ApiResponse.NoContent;
    }

    private static Reaction? Find(Call call, ChatMessage message, string name) =>
        message.Reactions.Find(reaction => reaction.Name == name && reaction.Author == call.Caller);

    private static string Name(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(IsOfName)
            ? text
            : throw Refuse.BadRequest("reaction must be the lower-case name of an emoji");

    private static bool IsOfName(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '+';
}
