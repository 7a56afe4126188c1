using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that return each kind of content, or an error.</summary>
internal static class ContentTools
{
    private const string RichSchema = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","$defs":{"address":{"$anchor":"addressDef","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}}}},"properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},"contactMethod":{"type":"string","enum":["phone","email"]},"phone":{"type":"string"},"email":{"type":"string"}},"allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],"if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},"then":{"required":["phone"]},"else":{"required":["email"]},"additionalProperties":false}
        """;

    private static readonly byte[] Wave = Convert.FromBase64String(
        "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA=="
    );

    /// <summary>An image of one pixel.</summary>
    public static byte[] Image { get; } =
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="
        );

    public static FixtureTool[] All { get; } =
    [
        Fixed("test_simple_text", Results.Text("This is a simple text response for testing.")),
        Fixed("test_image_content", Results.Of(Picture())),
        Fixed("test_audio_content", Results.Of(AudioContentBlock.FromBytes(Wave, "audio/wav"))),
        Fixed(
            "test_embedded_resource",
            Results.Of(Embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."))
        ),
        Fixed(
            "test_multiple_content_types",
            Results.Of(
                new TextContentBlock { Text = "Multiple content types test:" },
                Picture(),
                Embedded("test://mixed-content-resource", "application/json", """{"test":"data","value":123}""")
            )
        ),
        new(
            "test_error_handling",
            static (_, _) => throw new McpException("This tool intentionally returns an error for testing")
        ),
        new("json_schema_2020_12_tool", static (_, _) => new(Results.Text("ok")), RichSchema),
    ];

    private static FixtureTool Fixed(string name, CallToolResult result) => new(name, (_, _) => new(result));

    private static ImageContentBlock Picture() => ImageContentBlock.FromBytes(Image, "image/png");

    private static EmbeddedResourceBlock Embedded(string uri, string type, string text) =>
        new()
        {
            Resource = new TextResourceContents
            {
                Uri = uri,
                MimeType = type,
                Text = text,
            },
        };
}
