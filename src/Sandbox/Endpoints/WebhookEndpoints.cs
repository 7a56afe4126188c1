using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Webhooks: everybody sees only their own.</summary>
internal static class WebhookEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/webhook", GetAll),
        new("POST", "/api/v2/team/{team_id}/webhook", Create),
        new("PUT", "/api/v2/webhook/{webhook_id}", Update),
        new("DELETE", "/api/v2/webhook/{webhook_id}", Delete),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var workspace = call.Workspace;
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "webhooks",
                call.World.Webhooks.Values.Where(webhook =>
                    webhook.Workspace == workspace && webhook.Person == call.Caller
                ),
                WebhookJson.Write
            )
        );
    }

    private static ApiResponse Create(Call call)
    {
        var webhook = new Webhook
        {
            Id = call.World.Ids.Uuid(),
            Workspace = call.Workspace,
            Person = call.Caller,
            Endpoint = Endpoint(call.Body) ?? throw BadEndpoint(),
            Events = Events(call.Body) ?? throw BadEvents(),
            Place = Place(call),
        };
        if (call.World.Webhooks.Values.Any(other => IsSame(other, webhook)))
        {
            throw Refuse.BadRequest("Webhook configuration already exists", "OAUTH_171");
        }

        call.World.Webhooks.Add(webhook.Id, webhook);
        return Show(webhook);
    }

    private static ApiResponse Update(Call call)
    {
        var (webhook, body) = (Own(call), call.Body);
        webhook.Endpoint = Endpoint(body) ?? webhook.Endpoint;
        webhook.Events = Events(body) ?? webhook.Events;
        if (body.Text("status") == Webhook.Active)
        {
            webhook.Status = Webhook.Active;
            webhook.FailCount = 0;
        }

        return Show(webhook);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Webhooks.Remove(Own(call).Id);
        return ApiResponse.Empty;
    }

    private static Webhook Own(Call call) =>
        call.Webhook is var webhook && webhook.Person == call.Caller ? webhook : throw Refuse.UnknownId();

    private static string? Endpoint(RequestBody body) =>
        body.Text("endpoint") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? text
        : throw BadEndpoint();

    // "*" stands for all; inside an array it is no event.
    private static IReadOnlyList<string>? Events(RequestBody body) =>
        body.Find("events") switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value when value.GetString() == "*" => WebhookEvents.All,
            _ when body.Texts("events").ToList() is { Count: > 0 } events && events.TrueForAll(IsEvent) => events,
            _ => throw BadEvents(),
        };

    private static bool IsEvent(string name) => WebhookEvents.All.Contains(name, StringComparer.Ordinal);

    // Of several places the most specific counts.
    private static WebhookPlace Place(Call call)
    {
        var (body, world) = (call.Body, call.World);
        return body.Text("task_id") is { } task ? new(TaskId: Known(task, world.Tasks))
            : body.Number("list_id") is { } list ? new(ListId: Known(list.ToString(), world.Lists))
            : body.Number("folder_id") is { } folder ? new(FolderId: Known(folder.ToString(), world.Folders))
            : body.Number("space_id") is { } space ? new(SpaceId: Known(space.ToString(), world.Spaces))
            : new();
    }

    private static string Known<T>(string id, OrderedDictionary<string, T> things) =>
        things.ContainsKey(id) ? id : throw Refuse.UnknownId();

    private static bool IsSame(Webhook one, Webhook other) =>
        one.Person == other.Person
        && one.Workspace == other.Workspace
        && one.Place == other.Place
        && one.Events.ToHashSet(StringComparer.Ordinal).SetEquals(other.Events);

    private static ApiException BadEndpoint() => Refuse.BadRequest("Webhook endpoint invalid");

    private static ApiException BadEvents() => Refuse.BadRequest("Webhook events invalid");

    private static ApiResponse Show(Webhook webhook) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteString("id", webhook.Id);
            writer.WritePropertyName("webhook");
            WebhookJson.Write(writer, webhook);
        });
}
