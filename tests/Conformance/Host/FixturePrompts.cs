using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Conformance;

/// <summary>The prompts of the suite.</summary>
internal static class FixturePrompts
{
    public static ListPromptsResult List() =>
        new()
        {
            Prompts =
            [
                Of("test_simple_prompt"),
                Of("test_prompt_with_arguments", "arg1", "arg2"),
                Of("test_prompt_with_embedded_resource", "resourceUri"),
                Of("test_prompt_with_image"),
                Of("test_input_required_result_prompt"),
            ],
        };

    public static GetPromptResult Get(GetPromptRequestParams parameters) =>
        parameters.Name switch
        {
            "test_simple_prompt" => Say("This is a simple prompt for testing."),
            "test_prompt_with_arguments" => Say(
                $"Prompt with arguments: arg1='{Argument(parameters, "arg1")}', arg2='{Argument(parameters, "arg2")}'"
            ),
            "test_prompt_with_embedded_resource" => Say(
                new EmbeddedResourceBlock
                {
                    Resource = new TextResourceContents
                    {
                        Uri = Argument(parameters, "resourceUri"),
                        MimeType = "text/plain",
                        Text = "Embedded resource content for testing.",
                    },
                },
                new TextContentBlock { Text = "Please process the embedded resource above." }
            ),
            "test_prompt_with_image" => Say(
                ImageContentBlock.FromBytes(ContentTools.Image, "image/png"),
                new TextContentBlock { Text = "Please analyze the image above." }
            ),
            "test_input_required_result_prompt" => Inputs.Accepted(parameters, "user_context") is not null
                ? Say("ok")
                : throw new InputRequiredException(
                    new Dictionary<string, InputRequest>
                    {
                        ["user_context"] = Inputs.Form("What context should the prompt use?", "context"),
                    }
                ),
            _ => throw new McpProtocolException($"Unknown prompt {parameters.Name}", McpErrorCode.InvalidParams),
        };

    private static Prompt Of(string name, params string[] arguments) =>
        new()
        {
            Name = name,
            Description = $"Fixture {name}",
            Arguments =
            [
                .. arguments.Select(static argument => new PromptArgument { Name = argument, Required = true }),
            ],
        };

    private static string Argument(GetPromptRequestParams parameters, string name) =>
        parameters.Arguments?.TryGetValue(name, out var value) == true ? value.ToString() : string.Empty;

    private static GetPromptResult Say(string text) => Say(new TextContentBlock { Text = text });

    private static GetPromptResult Say(params ContentBlock[] content) =>
        new()
        {
            Messages = [.. content.Select(static block => new PromptMessage { Role = Role.User, Content = block })],
        };
}
