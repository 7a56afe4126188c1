using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>Tools that ask a legacy client while they run: its model, or its user.</summary>
internal static class AskingTools
{
    private const string PromptSchema =
        """{"type":"object","properties":{"prompt":{"type":"string"}},"required":["prompt"]}""";

    private const string MessageSchema =
        """{"type":"object","properties":{"message":{"type":"string"}},"required":["message"]}""";

    public static FixtureTool[] All { get; } =
    [
        new("test_sampling", SampleAsync, PromptSchema),
        new("test_elicitation", ElicitAsync, MessageSchema),
        new("test_elicitation_sep1034_defaults", static (request, token) => AskAsync(request, Defaults(), token)),
        new("test_elicitation_sep1330_enums", static (request, token) => AskAsync(request, Enums(), token)),
    ];

    private static async ValueTask<CallToolResult> SampleAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        CreateMessageResult answer = await request.Server.SampleAsync(
            new CreateMessageRequestParams
            {
                MaxTokens = 100,
                Messages =
                [
                    new SamplingMessage
                    {
                        Role = Role.User,
                        Content = [new TextContentBlock { Text = Results.Argument(request, "prompt") }],
                    },
                ],
            },
            cancellationToken
        );
        return Results.Text($"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}");
    }

    private static async ValueTask<CallToolResult> ElicitAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        ElicitResult answer = await request.Server.ElicitAsync(
            new ElicitRequestParams
            {
                Message = Results.Argument(request, "message"),
                RequestedSchema = new ElicitRequestParams.RequestSchema
                {
                    Properties =
                    {
                        ["username"] = new ElicitRequestParams.StringSchema { Description = "User's response" },
                        ["email"] = new ElicitRequestParams.StringSchema { Description = "User's email address" },
                    },
                    Required = ["username", "email"],
                },
            },
            cancellationToken
        );
        return Results.Text($"User response: action={answer.Action}");
    }

    private static async ValueTask<CallToolResult> AskAsync(
        RequestContext<CallToolRequestParams> request,
        ElicitRequestParams.RequestSchema schema,
        CancellationToken cancellationToken
    )
    {
        ElicitResult answer = await request.Server.ElicitAsync(
            new ElicitRequestParams { Message = "Please answer.", RequestedSchema = schema },
            cancellationToken
        );
        return Results.Text($"Elicitation completed: action={answer.Action}, content={{}}");
    }

    private static ElicitRequestParams.RequestSchema Defaults() =>
        new()
        {
            Properties =
            {
                ["name"] = new ElicitRequestParams.StringSchema { Default = "John Doe" },
                ["age"] = new ElicitRequestParams.NumberSchema { Type = "integer", Default = 30 },
                ["score"] = new ElicitRequestParams.NumberSchema { Default = 95.5 },
                ["status"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema
                {
                    Enum = ["active", "inactive", "pending"],
                    Default = "active",
                },
                ["verified"] = new ElicitRequestParams.BooleanSchema { Default = true },
            },
        };

    private static ElicitRequestParams.RequestSchema Enums() =>
        new()
        {
            Properties =
            {
                ["untitledSingle"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema
                {
                    Enum = ["option1", "option2", "option3"],
                },
                ["titledSingle"] = new ElicitRequestParams.TitledSingleSelectEnumSchema
                {
                    OneOf =
                    [
                        new() { Const = "value1", Title = "First Option" },
                        new() { Const = "value2", Title = "Second Option" },
                    ],
                },
                ["legacyEnum"] = new ElicitRequestParams.LegacyTitledEnumSchema
                {
                    Enum = ["opt1", "opt2", "opt3"],
                    EnumNames = ["Option One", "Option Two", "Option Three"],
                },
                ["untitledMulti"] = new ElicitRequestParams.UntitledMultiSelectEnumSchema
                {
                    Items = new() { Enum = ["option1", "option2", "option3"] },
                },
                ["titledMulti"] = new ElicitRequestParams.TitledMultiSelectEnumSchema
                {
                    Items = new()
                    {
                        AnyOf =
                        [
                            new() { Const = "value1", Title = "First Choice" },
                            new() { Const = "value2", Title = "Second Choice" },
                        ],
                    },
                },
            },
        };
}
