using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>The resources of the suite.</summary>
internal sealed class FixtureResources : IServerFeature
{
    private const string TextUri = "test://static-text";
    private const string BinaryUri = "test://static-binary";
    private const string WatchedUri = "test://watched-resource";
    private const string Head = "test://template/";
    private const string Tail = "/data";

    private static readonly MethodResult List = Results.Of(
        $"\"resources\":[{Describe(TextUri, "text/plain")},{Describe(BinaryUri, "image/png")},{Describe(WatchedUri, "text/plain")}]"
    );

    private static readonly MethodResult Templates = Results.Of(
        $$"""
        "resourceTemplates":[{"uriTemplate":"{{Head}}{id}{{Tail}}","name":"template","description":"Data by id","mimeType":"application/json"}]
        """
    );

    public string Capability(bool isModern) => isModern ? "\"resources\":{}" : "\"resources\":{\"subscribe\":true}";

    public bool Has(MessageMethod method) =>
        method
            is MessageMethod.ListResources
                or MessageMethod.ListResourceTemplates
                or MessageMethod.ReadResource
                or MessageMethod.Subscribe
                or MessageMethod.Unsubscribe;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) =>
        new(
            method switch
            {
                MessageMethod.ListResources => List,
                MessageMethod.ListResourceTemplates => Templates,
                MessageMethod.ReadResource => Read(request.Subject),
                _ => default,
            }
        );

    private static MethodResult Read(string uri) =>
        uri switch
        {
            TextUri => Text(uri, "text/plain", "This is the content of the static text resource."),
            BinaryUri => Results.Of(
                $$"""
                "contents":[{"uri":"{{BinaryUri}}","mimeType":"image/png","blob":"{{ContentTools.Image}}"}]
                """
            ),
            WatchedUri => Text(uri, "text/plain", "Watched."),
            _ when uri.StartsWith(Head, StringComparison.Ordinal) && uri.EndsWith(Tail, StringComparison.Ordinal) =>
                Template(uri, uri[Head.Length..^Tail.Length]),
            _ => Results.Invalid("There is no such resource.", $$"""{"uri":{{Results.Quote(uri)}}}"""),
        };

    private static MethodResult Template(string uri, string id) =>
        Text(
            uri,
            "application/json",
            $$"""{"id":{{Results.Quote(id)}},"templateTest":true,"data":{{Results.Quote("Data for ID: " + id)}}}"""
        );

    private static MethodResult Text(string uri, string type, string text) =>
        Results.Of(
            $$"""
            "contents":[{"uri":{{Results.Quote(uri)}},"mimeType":"{{type}}","text":{{Results.Quote(text)}}}]
            """
        );

    private static string Describe(string uri, string type) =>
        $$"""{"uri":"{{uri}}","name":"{{uri}}","mimeType":"{{type}}"}""";
}
