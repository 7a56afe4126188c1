using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Conformance;

/// <summary>The resources of the suite.</summary>
internal static class FixtureResources
{
    private const string TextUri = "test://static-text";
    private const string BinaryUri = "test://static-binary";
    private const string WatchedUri = "test://watched-resource";
    private const string Head = "test://template/";
    private const string Tail = "/data";

    public static ListResourcesResult List() =>
        new() { Resources = [Of(TextUri, "text/plain"), Of(BinaryUri, "image/png"), Of(WatchedUri, "text/plain")] };

    public static ListResourceTemplatesResult ListTemplates() =>
        new()
        {
            ResourceTemplates =
            [
                new ResourceTemplate
                {
                    UriTemplate = $"{Head}{{id}}{Tail}",
                    Name = "template",
                    Description = "Data by id",
                    MimeType = "application/json",
                },
            ],
        };

    public static ReadResourceResult Read(string uri) => new() { Contents = [ContentsOf(uri)] };

    private static ResourceContents ContentsOf(string uri) =>
        uri switch
        {
            TextUri => Text(uri, "text/plain", "This is the content of the static text resource."),
            BinaryUri => BlobResourceContents.FromBytes(ContentTools.Image, uri, "image/png"),
            WatchedUri => Text(uri, "text/plain", "Watched."),
            _ when uri.StartsWith(Head, StringComparison.Ordinal) && uri.EndsWith(Tail, StringComparison.Ordinal) =>
                Template(uri, uri[Head.Length..^Tail.Length]),
            _ => throw new McpProtocolException($"Resource not found: {uri}", McpErrorCode.InvalidParams)
            {
                Data = { ["uri"] = uri },
            },
        };

    private static TextResourceContents Template(string uri, string id) =>
        Text(uri, "application/json", $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}""");

    private static TextResourceContents Text(string uri, string type, string text) =>
        new()
        {
            Uri = uri,
            MimeType = type,
            Text = text,
        };

    private static Resource Of(string uri, string type) =>
        new()
        {
            Uri = uri,
            Name = uri["test://".Length..],
            Description = $"Fixture {uri}",
            MimeType = type,
        };
}
