using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that ask a legacy client while they run: its model, or its user.</summary>
internal static class AskingTools
{
    private const string Elicit = "elicitation/create";

    private const string PromptSchema =
        """{"type":"object","properties":{"prompt":{"type":"string"}},"required":["prompt"]}""";

    private const string MessageSchema =
        """{"type":"object","properties":{"message":{"type":"string"}},"required":["message"]}""";

    private const string UserForm = """
        {"type":"object","properties":{"username":{"type":"string","description":"User's response"},"email":{"type":"string","description":"User's email address"}},"required":["username","email"]}
        """;

    private const string DefaultsForm = """
        {"type":"object","properties":{"name":{"type":"string","default":"John Doe"},"age":{"type":"integer","default":30},"score":{"type":"number","default":95.5},"status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},"verified":{"type":"boolean","default":true}}}
        """;

    private const string EnumsForm = """
        {"type":"object","properties":{"untitledSingle":{"type":"string","enum":["option1","option2","option3"]},"titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},{"const":"value2","title":"Second Option"}]},"legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],"enumNames":["Option One","Option Two","Option Three"]},"untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},"titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},{"const":"value2","title":"Second Choice"}]}}}}
        """;

    public static FixtureTool[] All { get; } =
    [
        new("test_sampling", SampleAsync, PromptSchema),
        new("test_elicitation", ElicitAsync, MessageSchema),
        new("test_elicitation_sep1034_defaults", static (request, token) => AskAsync(request, DefaultsForm, token)),
        new("test_elicitation_sep1330_enums", static (request, token) => AskAsync(request, EnumsForm, token)),
    ];

    private static async ValueTask<MethodResult> SampleAsync(McpRequest request, CancellationToken cancellationToken)
    {
        using JsonDocument response = await AskAsync(
            request,
            ClientCapabilities.Sampling,
            "sampling/createMessage",
            Inputs.Sampling(Results.Argument(request, "prompt"), 100),
            cancellationToken
        );
        return Results.Text(
            $"LLM response: {response.RootElement.GetProperty("content").GetProperty("text").GetString()}"
        );
    }

    private static async ValueTask<MethodResult> ElicitAsync(McpRequest request, CancellationToken cancellationToken)
    {
        string form = Form(Results.Argument(request, "message"), UserForm);
        return Results.Text($"User response: action={await ActionAsync(request, form, cancellationToken)}");
    }

    private static async ValueTask<MethodResult> AskAsync(
        McpRequest request,
        string schema,
        CancellationToken cancellationToken
    )
    {
        string action = await ActionAsync(request, Form("Please answer.", schema), cancellationToken);
        return Results.Text($"Elicitation completed: action={action}, content={{}}");
    }

    private static async Task<string> ActionAsync(McpRequest request, string form, CancellationToken cancellationToken)
    {
        using JsonDocument response = await AskAsync(
            request,
            ClientCapabilities.ElicitationForm,
            Elicit,
            form,
            cancellationToken
        );
        return response.RootElement.GetProperty("action").GetString()!;
    }

    private static async Task<JsonDocument> AskAsync(
        McpRequest request,
        ClientCapabilities needed,
        string method,
        string parameters,
        CancellationToken cancellationToken
    )
    {
        if (!request.Client.Capabilities.HasFlag(needed))
        {
            throw new ClientUnreachableException();
        }

        ClientResponse response = await request.Client.AskAsync(
            method,
            Encoding.UTF8.GetBytes(parameters),
            cancellationToken
        );
        return response.IsError ? throw new ClientUnreachableException() : JsonDocument.Parse(response.Json);
    }

    private static string Form(string message, string schema) =>
        $$"""{"message":{{Results.Quote(message)}},"requestedSchema":{{schema.Trim()}}}""";
}
