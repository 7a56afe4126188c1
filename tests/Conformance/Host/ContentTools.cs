namespace ClickUpMcp.Conformance;

/// <summary>Tools that return each kind of content, or an error.</summary>
internal static class ContentTools
{
    /// <summary>An image of one pixel.</summary>
    public const string Image =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

    private const string Wave = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA==";

    private const string RichSchema = """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","$defs":{"address":{"$anchor":"addressDef","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}}}},"properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"},"contactMethod":{"type":"string","enum":["phone","email"]},"phone":{"type":"string"},"email":{"type":"string"}},"allOf":[{"anyOf":[{"required":["phone"]},{"required":["email"]}]}],"if":{"properties":{"contactMethod":{"const":"phone"}},"required":["contactMethod"]},"then":{"required":["phone"]},"else":{"required":["email"]},"additionalProperties":false}
        """;

    public static FixtureTool[] All { get; } =
    [
        Fixed("test_simple_text", Results.TextBlock("This is a simple text response for testing.")),
        Fixed("test_image_content", Results.ImageBlock()),
        Fixed("test_audio_content", $$"""{"type":"audio","data":"{{Wave}}","mimeType":"audio/wav"}"""),
        Fixed(
            "test_embedded_resource",
            Results.ResourceBlock("test://embedded-resource", "text/plain", "This is an embedded resource content.")
        ),
        Fixed(
            "test_multiple_content_types",
            Results.TextBlock("Multiple content types test:"),
            Results.ImageBlock(),
            Results.ResourceBlock(
                "test://mixed-content-resource",
                "application/json",
                """{"test":"data","value":123}"""
            )
        ),
        FixtureTool.Of(
            "test_error_handling",
            static _ =>
                Results.Of(
                    $"\"content\":[{Results.TextBlock("This tool intentionally returns an error for testing")}],\"isError\":true"
                )
        ),
        Fixed("json_schema_2020_12_tool", Results.TextBlock("ok")) with
        {
            Schema = RichSchema,
        },
    ];

    private static FixtureTool Fixed(string name, params string[] blocks) =>
        FixtureTool.Of(name, _ => Results.Content(blocks));
}
